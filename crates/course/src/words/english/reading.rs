use gostep_sim::reading::settings::GoCommand;
use gostep_sim::reading::{FailureKind, FileKind, Origin, Phase, Tool};

use super::lines_of_logs::act;
use super::tool_flags::FLAGS;
use crate::words::reading::{ReadingWords, RowNames};
use crate::words::sentence::say;

pub const WORDS: ReadingWords = ReadingWords {
    flags: FLAGS,
    act,
    phase,
    file,
    tool,
    failure,
    command,
    origin,
    stdin: "standard input",
    in_brackets: say(" ({})"),
    head: say("{}: {} lines"),
    shows: "What the log shows",
    rows: RowNames {
        command: "command",
        mode: "mode",
        release: "release",
        toolchain: "toolchain",
        target: "target",
        workers: "workers (-p)",
        threads: "threads (-c)",
        features: "with",
        result: "result",
    },
    not_shown: "not shown",
    as_typed: say("{}, as typed"),
    dry: "-n: nothing was run, only printed",
    ran: "-x: each command was printed and run",
    release: say("{}, as -goversion says"),
    release_from: say("not shown; lines are written as from go1.{} on"),
    release_to: say("not shown; lines are written as up to go1.{}"),
    release_between: say("not shown; lines are written as from go1.{} to go1.{}"),
    old_release: "This release is older than 1.20. Its lines are explained as far as later releases have the same.",
    workers_typed: say("{}"),
    workers_at_least: say("not shown; {} actions certainly ran at once"),
    workers_one: "not shown; no two actions overlap in the order of the lines",
    at_least: say("at least {} (from -c)"),
    from_threads: say("{} (from -c)"),
    threads: say("{} (compiles: {})"),
    no_threads: say("not given (compiles: {})"),
    packages: "Packages",
    nothing: "The log has no compile and no link. If it is whole, everything was up to date.",
    nothing_built: "The log has no compile and no link.",
    several: say(
        "The log has {} builds, one after the other. What is said of the command and the machine is what the first one shows.",
    ),
    failures: "What failed",
    no_failures: "The log shows no failure.",
    unclear: "Not known: the log has no command, and lines that are not recognised.",
    failed: say("{} (line {})"),
    failed_unnamed: say("no package is named (line {})"),
    more: say("and {} more"),
    graph: say("Who imports whom (imports: {}, packages: {})"),
    graph_key: "As importcfg and vet.cfg files show it. A package imports only packages of rows above its own, and packages whose imports the log does not show.",
    no_graph: "The log has neither importcfg nor vet.cfg, so it does not show who imports whom.",
    lanes: "What ran at the same time",
    lanes_key: say(
        "From left to right in lines of the log, which has no times. An action prints while it runs, so actions whose lines overlap ran at once: {} at most, as far as it shows.",
    ),
    link: "link",
    each: "Package by package",
    unnamed: say("b{}, whose package is not shown"),
    cached: say("from the cache: {}"),
    line: say("line {}"),
    lines: say("lines {}–{}"),
    kinds: "What the lines are",
    times: say("{}×, first in line {}"),
    so_many_lines: say("lines: {}, the first is {}"),
    flags_head: "The flags",
    unknown_flag: "a flag that no release from 1.21 to 1.27 has for this tool; its meaning is not known here",
    unknown_c_flag: "a flag for the C compiler, which gostep does not explain",
    turned_off: say("turned off; turned on it means: {}"),
    files_head: "The files",
    hint: say(
        "{0}:LINE explains a line word by word, --package PATH a package, --grep TEXT the lines with a text, --full everything, --json gives it as data.",
    ),
    objdir: say("object directory b{}: {}"),
    objdir_only: say("object directory b{}; its package is not shown"),
    variable,
    toolexec: "-toolexec: the tool is run through this program",
    exec: "-exec: what was built is run through this program",
    imports: "imports",
    importers: "imported by",
    none: "none that the log shows",
    written: say("{} lines are written"),
    about: say("output of a tool for {}"),
    no_package: say("the log has no package {}"),
    did_you_mean: say("it has {}"),
    no_match: say("no line has the text {}"),
    no_line: say("there is no line {}: the log has {}"),
    no_log: "no line of it is one that the go command prints; give what `go build -x` or another command with -x or -n prints to standard error",
    reading: "reading",
};

fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Load => "load",
        Phase::Prepare => "prepare",
        Phase::Cover => "cover",
        Phase::Profile => "profile",
        Phase::Cgo => "cgo",
        Phase::Symabis => "A symabis",
        Phase::Compile => "B compile",
        Phase::Assemble => "C assemble",
        Phase::Pack => "D pack",
        Phase::BuildId => "build ID",
        Phase::Cache => "cache",
        Phase::Vet => "vet",
        Phase::Link => "link",
        Phase::Install => "install",
        Phase::Run => "run",
        Phase::Clean => "clean up",
        Phase::Message => "message",
        Phase::Around => "around",
    }
}

fn file(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Importcfg => "importcfg: where the archive of every import of a package is",
        FileKind::LinkImportcfg => {
            "importcfg.link: where the archives of all packages of the program are, for the linker"
        }
        FileKind::Embedcfg => "embedcfg: which files //go:embed puts into the package",
        FileKind::AsmHeader => "go_asm.h: constants and offsets of the package's Go code, for its assembly",
        FileKind::Symabis => "symabis: which functions the assembly of the package defines and calls",
        FileKind::Archive => "an archive: the compiled package, with what importers need to know of it",
        FileKind::Object => "an object file, which pack puts into the archive",
        FileKind::Executable => "the result of the linker, before it goes to its place",
        FileKind::CacheData => "a data file of the build cache, named by the hash of its content",
        FileKind::CgoGo => "Go code that cgo has written",
        FileKind::CgoC => "C code that cgo has written",
        FileKind::CgoObject => "all C objects of the package linked together, only to see what they need",
        FileKind::TestMain => "the main function that runs the tests",
        FileKind::TestBinary => "the test as an executable",
        FileKind::VetCfg => "what vet has to know of a package",
        FileKind::VetOut => "what vet has found out about a package, for packages that import it",
        FileKind::CoverCfg => "a configuration of coverage",
        FileKind::CoverGo => "a source that counts what runs",
        FileKind::Preprofile => "the CPU profile in the form that the compiler reads",
        FileKind::Profile => "a CPU profile of the program, by which it is optimized",
        FileKind::TestLog => "which files and variables the test has looked at",
        FileKind::GoSource => "a Go source",
        FileKind::AsmSource => "an assembly source",
        FileKind::CSource => "a source in C or a like language",
        FileKind::Header => "a header",
        FileKind::Objdir => "the object directory of a package, within the work directory",
        FileKind::Work => "the work directory",
        FileKind::Include => "headers of the toolchain, such as textflag.h",
        FileKind::Null => "nothing is kept",
        FileKind::Stdin => "standard input",
        FileKind::Other => "a file whose name does not tell what it is",
    }
}

fn tool(tool: Tool) -> &'static str {
    match tool {
        Tool::Compile => "compile, the compiler",
        Tool::Asm => "asm, the assembler",
        Tool::Link => "link, the linker",
        Tool::Pack => "pack, which puts objects into an archive (r: append)",
        Tool::Buildid => "buildid, which reads and writes build IDs",
        Tool::Cgo => "cgo, which translates Go files with import \"C\"",
        Tool::Vet => "vet, which looks for mistakes that compile",
        Tool::Cover => "cover, which makes sources count what runs",
        Tool::Covdata => "covdata, which merges and prints coverage data",
        Tool::Preprofile => "preprofile, which prepares a CPU profile for the compiler",
        Tool::Other => "another tool of the toolchain",
        Tool::Cc => "the C compiler",
        Tool::Ar => "ar, which makes archives of C objects",
        Tool::PkgConfig => "pkg-config, which knows the flags of C libraries",
        Tool::Swig => "swig, which writes wrappers for C and C++ libraries",
        Tool::Git => "version control",
        Tool::Program => "the program that was built",
        Tool::Test => "the test that was built",
    }
}

fn failure(kind: FailureKind) -> &'static str {
    match kind {
        FailureKind::Said => "The go command says this itself; unless it is a remark, the command ended there.",
        FailureKind::Output => "A tool printed this; it may be a warning. Its shape tells no more.",
        FailureKind::Go => {
            "A source has a mistake, so the package was not compiled, nor were those that import it. The place is file:line:column."
        }
        FailureKind::Assembly => "An assembly source has a mistake. The place is file:line.",
        FailureKind::C => "The C compiler complains about a source or a header. The place is file:line:column.",
        FailureKind::Tool => {
            "A tool ended with an error that is none of the sources: what it printed says why. One that was killed often had too little memory."
        }
        FailureKind::Vet => "vet has found what compiles, but is probably wrong.",
        FailureKind::Test => "A test failed, or could not be built; what it printed stands before.",
        FailureKind::Missing => {
            "A package or module that is imported cannot be used: it is not there, or must not be imported. For another module, `go get` adds it to go.mod."
        }
        FailureKind::Cycle => {
            "Packages import each other in a circle, which Go does not allow. One of the imports that are named has to go."
        }
        FailureKind::Link => {
            "The packages were compiled, but do not make a program: a symbol has no definition, or several, or the C linker failed."
        }
        FailureKind::NoCompiler => {
            "A program that is needed is not there under this name. If it is the C compiler, which cgo needs: install one, name it in CC, or build with CGO_ENABLED=0."
        }
    }
}

fn command(command: GoCommand) -> &'static str {
    match command {
        GoCommand::Build => "go build",
        GoCommand::Install => "go install",
        GoCommand::Compiling => "one that compiles, such as go build; which one is not shown",
        GoCommand::BuildOrInstall => "go build or go install; the command itself is not shown",
        GoCommand::Run => "go run",
        GoCommand::Test => "go test",
        GoCommand::TestCompile => "go test -c",
        GoCommand::Vet => "go vet, or go test of packages without tests",
        GoCommand::Clean => "go clean",
        GoCommand::Other => "another command of go",
        GoCommand::NotShown => "not shown",
    }
}

fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Compiled => "compiled",
        Origin::Failed => "whose compile failed",
        Origin::Cache => "from the cache: an importcfg or vet.cfg names their archives there",
        Origin::Goroot => "from GOROOT: an importcfg names their installed archives",
        Origin::Work => "in the work directory, without their compile in this log",
        Origin::NotShown => "of which the log does not show where the archive comes from",
    }
}

fn variable(name: &str) -> &'static str {
    match name {
        "TERM" => "the tool sees a terminal without colours, so that its messages are the same everywhere",
        "GOROOT" => "where the toolchain is, which the linker may note in the executable",
        "GOROOT_FINAL" => "the GOROOT that is noted in what is built",
        "CGO_LDFLAGS" => "flags for the linker, from #cgo lines and the environment",
        "GOCOVERDIR" => "where the program leaves its coverage data",
        "GOOS" => "the system that is built for",
        "GOARCH" => "the architecture that is built for",
        "CC" => "the C compiler",
        "PWD" => "the directory, as the program sees it",
        _ => "a variable that is set for this command alone",
    }
}
