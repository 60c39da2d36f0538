//! What the lines of a log are called, and what they do.

use gostep_sim::reading::Act;

pub fn act(act: Act) -> (&'static str, &'static str) {
    match act {
        Act::Prompt => ("typed", "The command as somebody typed it; the go command does not print it."),
        Act::Work => {
            ("WORK", "The work directory: everything that is built is first made there. $WORK stands for it below.")
        }
        Act::Banner => ("package", "-n announces the package whose commands follow."),
        Act::Name => ("name", "-v prints the name of a package as it is built."),
        Act::ChangeDir => {
            ("cd", "The commands below run in this directory; names of files in them are relative to it.")
        }
        Act::Environment => ("variable", "A variable of the environment is set."),
        Act::Git => {
            ("revision", "Version control is asked for the revision, to note it in the executable, or for a module.")
        }
        Act::Download => ("download", "A module is downloaded."),
        Act::Get => ("request", "A module proxy or a server is asked, or has answered."),
        Act::MakeDir => {
            ("mkdir", "A directory is made: an object directory of a package, or the one that the result goes to.")
        }
        Act::WriteImportcfg => ("importcfg", "Writes where the archive of every import is, for the compiler."),
        Act::WriteLinkImportcfg => (
            "importcfg.link",
            "Writes where the archives of all packages are, for the linker; the line modinfo is the build info of the executable.",
        ),
        Act::WriteEmbedcfg => ("embedcfg", "Writes which files //go:embed puts in, for the compiler."),
        Act::WriteAsmHeader => {
            ("go_asm.h", "An empty go_asm.h, so that phase A can include it; the compiler writes the real one.")
        }
        Act::WriteVetCfg => ("vet.cfg", "Writes what vet has to know of the package."),
        Act::WriteCoverCfg => ("cover", "Writes a configuration of coverage."),
        Act::WriteTestMain => ("_testmain.go", "Writes the main function that runs the tests."),
        Act::WriteFile => ("file", "Writes a file."),
        Act::GenSymabis => {
            ("A symabis", "Phase A: the assembler only lists which functions the assembly defines and calls.")
        }
        Act::Compile => ("B compile", "Phase B: the compiler translates all Go files of the package into its archive."),
        Act::Assemble => ("C assemble", "Phase C: the assembler translates an assembly file into an object."),
        Act::Pack => ("D pack", "Puts the objects into the archive of the package."),
        Act::WriteBuildId => ("build ID", "Writes the build ID with the content ID, which is known only now."),
        Act::ReadBuildId => ("build ID", "Reads the build ID of a file."),
        Act::StoreInCache => ("store", "Puts the result into the build cache, for the next build."),
        Act::ReplayFromCache => {
            ("replay", "Prints again what the tool printed when the package was built: that comes from the cache too.")
        }
        Act::CopyHeader => (
            "header",
            "Copies a header under a name without system or architecture, so that assembly can include it by one name.",
        ),
        Act::Copy => ("copy", "Copies a file."),
        Act::Move => ("move", "Moves a file within the work directory."),
        Act::Remove => ("remove", "go clean removes what builds have left."),
        Act::Symlink => ("link", "Makes a symbolic link."),
        Act::Touch => ("touch", "The result is up to date; only its time becomes that of now."),
        Act::NotCreated => ("not made", "A header was expected, and has not been made."),
        Act::Cgo => ("cgo", "Translates Go files with import \"C\" into Go and C files."),
        Act::CgoDynimport => ("cgo -dynimport", "Finds out which symbols of shared libraries the C code needs."),
        Act::CompileC => ("C compile", "The C compiler translates a file into an object."),
        Act::LinkC => ("C link", "The C compiler links the objects of the package, only to see what they need."),
        Act::ProbeC => ("probe", "Tries whether the C compiler knows a flag; a failure does no harm."),
        Act::VersionC => ("C version", "Asks for the version of the C compiler, since what it makes depends on it."),
        Act::TestInternalLink => ("link test", "Tries whether the Go linker alone can link this package."),
        Act::PkgConfig => ("pkg-config", "Asks which flags a C library needs."),
        Act::Swig => ("swig", "Writes wrappers for a C or C++ library."),
        Act::Ar => ("ar", "Makes or changes an archive of C objects."),
        Act::Cover => ("cover", "Rewrites sources so that they count what runs."),
        Act::Covdata => ("covdata", "Merges or prints coverage data."),
        Act::Preprofile => ("profile", "Puts the CPU profile into a form that the compiler reads quickly."),
        Act::Vet => {
            ("vet", "Looks for mistakes that compile; for packages that are only imported, for facts about them.")
        }
        Act::OtherTool => ("tool", "Runs another tool of the toolchain."),
        Act::Link => {
            ("link", "The linker makes the executable of all archives, or the library or plugin that -buildmode names.")
        }
        Act::Install => ("result", "The result goes from the work directory to its place."),
        Act::CleanUp => ("clean up", "Removes an object directory that is not needed any more."),
        Act::RunProgram => ("run", "go run runs the program that was built."),
        Act::RunTest => ("test", "go test runs the test that was built."),
        Act::FailedPackage => ("# package", "The output of a tool for this package follows; mostly it failed."),
        Act::SourceError => ("error", "A mistake at a place in a source: file, line and column."),
        Act::VetFinding => ("vet", "What vet has found."),
        Act::Missing => ("missing", "A package or module cannot be used: it is not there, or must not be imported."),
        Act::LinkError => ("link error", "The linker complains."),
        Act::NoCompiler => ("no C compiler", "The C compiler, or another program that is needed, was not found."),
        Act::ToolEnded => ("tool ended", "The tool that was run for this package was killed, or could not go on."),
        Act::ToolOutput => ("output", "A further line of what the tool printed for this package."),
        Act::TestResult => ("test result", "What a test prints, or go test about it; with -json, what happened."),
        Act::GoMessage => ("go", "The go command says something."),
        Act::Event => ("event", "With -json: something happened to the build of a package, such as that it failed."),
        Act::Blank => ("empty", "An empty line."),
        Act::Fence => ("fence", "Markdown around the log; not of the go command."),
        Act::Make => ("make", "A line of make or a like program; not of the go command."),
        Act::Docker => ("docker", "A line of docker; not of the go command."),
        Act::BuildServer => ("server", "A line of a build server; not of the go command."),
        Act::OtherGit => ("git", "A line of git; the go command did not print it."),
        Act::Shell => ("shell", "A line of a shell or of time; not of the go command."),
        Act::Foreign => {
            ("other", "Not a line of the go command. Behind a program or test that runs, it can be what that prints.")
        }
    }
}
