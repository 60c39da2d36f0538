//! What a line of a log does.

use serde::Serialize;

/// What a line is, or what the command on it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// `$ go build -x`, as somebody typed it.
    Prompt,
    /// `WORK=DIR`.
    Work,
    /// The five comment lines with which `-n` announces a package.
    Banner,
    /// The name of a package, as `-v` prints it.
    Name,
    /// `cd DIR`.
    ChangeDir,
    /// `set`, `export` or `NAME=VALUE` alone.
    Environment,
    /// `git` and others, asked for the revision of the sources.
    Git,
    /// `go: downloading MODULE`.
    Download,
    /// `# get URL`, a question to a module proxy.
    Get,
    /// A directory is made.
    MakeDir,
    /// An importcfg is written.
    WriteImportcfg,
    /// The importcfg of the linker is written.
    WriteLinkImportcfg,
    /// An embedcfg is written.
    WriteEmbedcfg,
    /// An empty go_asm.h is written.
    WriteAsmHeader,
    /// The configuration of vet is written.
    WriteVetCfg,
    /// A configuration of cover is written.
    WriteCoverCfg,
    /// The main function of a test is written.
    WriteTestMain,
    /// Another file is written.
    WriteFile,
    /// `asm -gensymabis`.
    GenSymabis,
    /// A compile.
    Compile,
    /// An assembly.
    Assemble,
    /// Objects are put into the archive.
    Pack,
    /// A build ID is written into a file.
    WriteBuildId,
    /// A build ID is read.
    ReadBuildId,
    /// An archive or another result goes into the cache.
    StoreInCache,
    /// What a tool printed the last time is taken from the cache.
    ReplayFromCache,
    /// A header is copied under a name without system and architecture.
    CopyHeader,
    /// Another file is copied.
    Copy,
    /// Another file is moved.
    Move,
    /// A file is removed.
    Remove,
    /// A symbolic link is made.
    Symlink,
    /// A file gets the time of now.
    Touch,
    /// `# FILE not created`.
    NotCreated,
    /// cgo translates Go files.
    Cgo,
    /// cgo asks which dynamic symbols are needed.
    CgoDynimport,
    /// The C compiler compiles a file.
    CompileC,
    /// The C compiler links the objects of a package, to see what they need.
    LinkC,
    /// The C compiler is asked whether it knows a flag.
    ProbeC,
    /// The C compiler is asked for its version.
    VersionC,
    /// The C compiler links to see whether the Go linker alone could.
    TestInternalLink,
    /// pkg-config.
    PkgConfig,
    /// swig.
    Swig,
    /// An archive of C objects.
    Ar,
    /// cover rewrites sources.
    Cover,
    /// covdata.
    Covdata,
    /// A CPU profile is prepared.
    Preprofile,
    /// vet.
    Vet,
    /// A tool that is none of these.
    OtherTool,
    /// The link.
    Link,
    /// The result goes where it was asked for.
    Install,
    /// The object directory is removed.
    CleanUp,
    /// `go run` runs the program.
    RunProgram,
    /// A test is run.
    RunTest,
    /// `# PACKAGE`: the output of a tool follows.
    FailedPackage,
    /// A mistake at a place in a source.
    SourceError,
    /// What vet has found.
    VetFinding,
    /// A package or module that is missing.
    Missing,
    /// The linker complains.
    LinkError,
    /// A C compiler is missing.
    NoCompiler,
    /// How a tool ended that was run for a package: killed, or with an error.
    ToolEnded,
    /// Another line of the output of a tool.
    ToolOutput,
    /// A result of a test.
    TestResult,
    /// Another message of the go command.
    GoMessage,
    /// With `-json`: that something happened to the build of a package.
    Event,
    /// An empty line.
    Blank,
    /// A fence of Markdown.
    Fence,
    /// A line of make.
    Make,
    /// A line of docker.
    Docker,
    /// A line of a build server.
    BuildServer,
    /// A line of git that the go command did not ask for.
    OtherGit,
    /// A line of a shell: what `time` and `set -x` print.
    Shell,
    /// A line of no program that is known by it; behind `go run` and in a test it may be the program's.
    Foreign,
}

/// To which part of the work on a package a line belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Before anything is built: modules and revision.
    Load,
    /// Directories, configurations and headers.
    Prepare,
    /// Sources get counters.
    Cover,
    /// A profile is prepared.
    Profile,
    /// cgo and the C compiler.
    Cgo,
    /// A: the assembler lists the symbols of the assembly.
    Symabis,
    /// B: the compiler.
    Compile,
    /// C: the assembler.
    Assemble,
    /// The objects go into the archive.
    Pack,
    /// The build ID is written.
    BuildId,
    /// The result goes into the cache, or comes from there.
    Cache,
    /// vet.
    Vet,
    /// The link.
    Link,
    /// The result goes to its place.
    Install,
    /// The program or test runs.
    Run,
    /// What is not needed any more goes.
    Clean,
    /// What is said to the reader.
    Message,
    /// What is not of the go command, or no command.
    Around,
}

impl Act {
    /// The phase of such a line.
    pub fn phase(self) -> Phase {
        match self {
            Self::Git | Self::Download | Self::Get => Phase::Load,
            Self::Work
            | Self::Banner
            | Self::ChangeDir
            | Self::Environment
            | Self::MakeDir
            | Self::WriteImportcfg
            | Self::WriteEmbedcfg
            | Self::WriteAsmHeader
            | Self::WriteTestMain
            | Self::WriteFile
            | Self::CopyHeader
            | Self::Copy
            | Self::Move
            | Self::Symlink
            | Self::Touch
            | Self::NotCreated
            | Self::ReadBuildId
            | Self::OtherTool => Phase::Prepare,
            Self::Cover | Self::Covdata | Self::WriteCoverCfg => Phase::Cover,
            Self::Preprofile => Phase::Profile,
            Self::Cgo
            | Self::CgoDynimport
            | Self::CompileC
            | Self::LinkC
            | Self::ProbeC
            | Self::VersionC
            | Self::TestInternalLink
            | Self::PkgConfig
            | Self::Swig
            | Self::Ar => Phase::Cgo,
            Self::GenSymabis => Phase::Symabis,
            Self::Compile => Phase::Compile,
            Self::Assemble => Phase::Assemble,
            Self::Pack => Phase::Pack,
            Self::WriteBuildId => Phase::BuildId,
            Self::StoreInCache | Self::ReplayFromCache => Phase::Cache,
            Self::Vet | Self::WriteVetCfg => Phase::Vet,
            Self::Link | Self::WriteLinkImportcfg => Phase::Link,
            Self::Install => Phase::Install,
            Self::RunProgram | Self::RunTest => Phase::Run,
            Self::CleanUp | Self::Remove => Phase::Clean,
            Self::Name
            | Self::FailedPackage
            | Self::SourceError
            | Self::VetFinding
            | Self::Missing
            | Self::LinkError
            | Self::NoCompiler
            | Self::ToolOutput
            | Self::ToolEnded
            | Self::TestResult
            | Self::GoMessage
            | Self::Event => Phase::Message,
            Self::Prompt
            | Self::Blank
            | Self::Fence
            | Self::Make
            | Self::Docker
            | Self::BuildServer
            | Self::OtherGit
            | Self::Shell
            | Self::Foreign => Phase::Around,
        }
    }

    /// Whether the go command printed it, itself or a tool that it ran.
    pub fn is_go(self) -> bool {
        self.phase() != Phase::Around
    }
}
