//! The flags of a simulated `go build`.

use thiserror::Error;

use super::faults::Faults;
use crate::program::Program;

/// Flags and surroundings of one `go build`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildOptions {
    /// `-p`: how many actions run at once.
    pub workers: usize,
    /// GOMAXPROCS of the go command; decides the compiler's `-c`.
    pub gomaxprocs: usize,
    /// `-o`.
    pub output: Option<String>,
    /// `-a`: build everything again.
    pub all: bool,
    /// `GODEBUG=gocacheverify=1`: compile everything and compare with the cache.
    pub verify_cache: bool,
    /// `-n`: print commands, run nothing.
    pub dry_run: bool,
    /// `-v`: print the names of packages as they are compiled.
    pub verbose: bool,
    /// `-work`: print the name of the work directory and keep it.
    pub keep_work: bool,
    /// `-trimpath`.
    pub trimpath: bool,
    /// `-ldflags`, as often as given, after those that the program brings along.
    pub ldflags: Vec<String>,
    /// `-gcflags`, likewise.
    pub gcflags: Vec<String>,
    /// `-asmflags`, likewise.
    pub asmflags: Vec<String>,
    /// `-tags`, separated by commas or spaces.
    pub tags: String,
    /// `-buildmode`: `default`, `exe` or `pie`.
    pub buildmode: String,
    /// Whether the revision of the sources is stamped into the executable, where it is known.
    pub stamp: bool,
    /// Whether a `default.pgo` beside main would be used.
    pub profile: bool,
    /// Whether the result is copied to its target, which is on another file system, and not moved.
    pub copies_target: bool,
    /// The work directory as printed, without trailing slash.
    pub work_dir: String,
    /// The directory the command is given in.
    pub dir: String,
    /// What is done wrong.
    pub faults: Faults,
}

/// GOMAXPROCS of a go command of which it is not known.
pub const DEFAULT_GOMAXPROCS: usize = 4;

/// The work directory of a build that names none.
pub const DEFAULT_WORK_DIR: &str = "/tmp/go-build1234567890";

impl BuildOptions {
    /// What `go build -x -work -p 1` does with the program in its own directory, with the flags that it brings along.
    pub fn for_program(program: &Program) -> Self {
        let (brought, surroundings) = (&program.go_flags, program.surroundings.as_ref());
        Self {
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
            buildmode: brought.buildmode.clone().unwrap_or_else(|| "default".to_owned()),
            stamp: !brought.no_stamp,
            profile: !brought.no_profile,
            copies_target: surroundings.is_some_and(|known| known.other_file_system),
            work_dir: DEFAULT_WORK_DIR.to_owned(),
            dir: program.dir.clone(),
            faults: Faults::default(),
        }
    }
}

/// What is wrong with a flag.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum OptionError {
    /// A list of tool flags that no tool takes, or that is not modelled.
    #[error("-{flag}={text}: {problem}")]
    ToolFlags {
        /// The flag of the go command, without its dash.
        flag: &'static str,
        /// What was given to it.
        text: String,
        /// What is wrong.
        problem: String,
    },
    /// An executable that gostep or go does not link.
    #[error("{0}")]
    Executable(String),
}
