//! The flags of a simulated `go build`.

use thiserror::Error;

use super::faults::Faults;
use super::go_command::GoCommand;
use super::profile_choice::ProfileChoice;
use crate::program::{Instrument, Program};
use crate::said::Said;

/// Flags and environment of one `go build`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildOptions {
    /// The command that builds.
    pub command: GoCommand,
    /// The directory for installed programs, if it is not the one that the package list names.
    pub install_dir: Option<String>,
    /// The arguments that `go run` gives the program, as printed.
    pub program_args: String,
    /// `-p`: how many actions run at the same time.
    pub workers: usize,
    /// GOMAXPROCS of the go command; it decides the compiler's `-c`.
    pub gomaxprocs: usize,
    /// `-o`: the path of the output, or a directory for it.
    pub output: Option<String>,
    /// `-a`: compile every package even if the cache has it.
    pub all: bool,
    /// `GODEBUG=gocacheverify=1`: compile every package and compare the result with the cache.
    pub verify_cache: bool,
    /// `-n`: print the commands, run none.
    pub dry_run: bool,
    /// `-v`: print the names of packages as they are compiled.
    pub verbose: bool,
    /// `-work`: print the name of the work directory and keep it.
    pub keep_work: bool,
    /// `-trimpath`: remove paths of this machine from the executable.
    pub trimpath: bool,
    /// `-ldflags`, in the order given, after those of the program (see [`GoFlags`](crate::program::GoFlags)).
    pub ldflags: Vec<String>,
    /// `-gcflags`, likewise.
    pub gcflags: Vec<String>,
    /// `-asmflags`, likewise.
    pub asmflags: Vec<String>,
    /// `-tags`, separated by commas or spaces.
    pub tags: String,
    /// `-buildmode`, one of [`BUILD_MODES`](crate::program::go_flags::BUILD_MODES).
    pub buildmode: String,
    /// `-covermode`: how `-cover` counts; `None` for the default.
    pub covermode: Option<String>,
    /// The patterns of `-coverpkg`; empty for the packages of the main module.
    pub coverpkg: Vec<String>,
    /// Whether the revision of the sources, where it is known, is stamped into the executable.
    pub stamp: bool,
    /// `-pgo`: which profile is used.
    pub profile: ProfileChoice,
    /// Whether the result is copied to its target instead of moved, because the target is on another file system.
    pub copies_target: bool,
    /// The work directory (`$WORK`), without trailing slash.
    pub work_dir: String,
    /// The directory in which the command is given.
    pub dir: String,
    /// What is done wrong in this build; empty in a normal build.
    pub faults: Faults,
}

/// GOMAXPROCS of the go command where it is unknown.
pub const DEFAULT_GOMAXPROCS: usize = 4;

/// The work directory where none is given.
pub const DEFAULT_WORK_DIR: &str = "/tmp/go-build1234567890";

impl BuildOptions {
    /// The options of `go build -x -work -p 1` in the program's own directory, with the flags that it brings along
    /// (GOFLAGS, or those of its recording).
    pub fn for_program(program: &Program) -> Self {
        let (brought, surroundings) = (&program.go_flags, program.surroundings.as_ref());
        Self {
            command: GoCommand::Build,
            install_dir: None,
            program_args: String::new(),
            workers: brought.workers.unwrap_or(1),
            gomaxprocs: surroundings.and_then(|known| known.gomaxprocs).unwrap_or(DEFAULT_GOMAXPROCS),
            output: None,
            all: brought.all,
            verify_cache: false,
            dry_run: brought.dry_run,
            verbose: brought.verbose,
            keep_work: true,
            trimpath: brought.trimpath,
            ldflags: Vec::new(),
            gcflags: Vec::new(),
            asmflags: Vec::new(),
            tags: brought.tags.clone(),
            buildmode: buildmode(program, brought.buildmode.as_deref().unwrap_or("default")),
            covermode: brought.covermode.clone(),
            coverpkg: brought.coverpkg.clone(),
            stamp: !brought.no_stamp,
            profile: brought.profile.as_deref().map(ProfileChoice::parse).unwrap_or_default(),
            copies_target: surroundings.is_some_and(|known| known.other_file_system),
            work_dir: DEFAULT_WORK_DIR.to_owned(),
            dir: program.dir.clone(),
            faults: Faults::default(),
        }
    }
}

/// The build mode that an asked one stands for: the memory sanitizer of C needs position-independent executables
/// everywhere but on linux/amd64.
pub(super) fn buildmode(program: &Program, asked: &str) -> String {
    let toolchain = &program.toolchain;
    let is_free = toolchain.goos == "linux" && toolchain.goarch == "amd64";
    let needs_pie = program.instruments.contains(&Instrument::Msan) && !is_free;
    if asked == "default" && needs_pie { "pie".to_owned() } else { asked.to_owned() }
}

/// Why a flag is refused.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("{}", self.said())]
pub enum OptionError {
    /// The tool does not know one of these flags, or gostep does not model it.
    ToolFlags {
        /// The go command's flag without its dash: `gcflags`, `asmflags` or `ldflags`.
        flag: &'static str,
        /// Its value as given.
        text: String,
        /// What is wrong with the value.
        problem: Said,
    },
    /// A flag for counters of what runs does not go together with the others, or with the program.
    Cover(Said),
    /// The go command refuses to build such an executable, or gostep cannot model its link.
    Executable(Said),
}

impl OptionError {
    /// What there is to say.
    pub fn said(&self) -> Said {
        match self {
            Self::ToolFlags { flag, text, problem, .. } => said!("-{flag}={text}: {problem}", flag, text, problem),
            Self::Cover(said) | Self::Executable(said) => said.clone(),
        }
    }
}
