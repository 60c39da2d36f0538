//! The flags of a build as somebody gives them, before they are applied to a program.

use std::collections::BTreeMap;

use thiserror::Error;

use super::faults::{FaultError, FaultSpec, Faults};
use super::go_command::GoCommand;
use super::options::{self, BuildOptions, DEFAULT_WORK_DIR};
use super::profile_choice::ProfileChoice;
use super::target;
use crate::goquote::came_later;
use crate::program::{Instrument, Program, ProgramError, contradiction};
use crate::said::{Gap, Said};

/// Flags as given; names and spellings are those of the go command where it has them. What is not given is as the
/// program brings it along.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommandFlags {
    /// The command that builds; without it, `go build`.
    pub command: Option<GoCommand>,
    /// The directory for installed programs, if it is not the one that the package list names.
    pub install_dir: Option<String>,
    /// The arguments that `go run` gives the program, as printed.
    pub program_args: String,
    /// `-p`: how many actions run at once; without it, as many as GOMAXPROCS.
    pub workers: Option<usize>,
    /// GOMAXPROCS of the go command.
    pub gomaxprocs: Option<usize>,
    /// `-o`.
    pub output: Option<String>,
    /// `-a`.
    pub all: Option<bool>,
    /// `-v`.
    pub verbose: Option<bool>,
    /// The work directory, as printed.
    pub work_dir: Option<String>,
    /// The directory in which the command is given.
    pub dir: Option<String>,
    /// Whether `-work` is left out.
    pub no_work: bool,
    /// `-trimpath`.
    pub trimpath: Option<bool>,
    /// `-ldflags`.
    pub ldflags: Vec<String>,
    /// `-gcflags`.
    pub gcflags: Vec<String>,
    /// `-asmflags`.
    pub asmflags: Vec<String>,
    /// `-tags`.
    pub tags: Option<String>,
    /// `-buildvcs`: `true`, `false` or `auto`.
    pub buildvcs: Option<String>,
    /// `-pgo`: `off`, `auto` or a file.
    pub profile: Option<String>,
    /// `-buildmode`.
    pub buildmode: Option<String>,
    /// `-covermode`.
    pub covermode: Option<String>,
    /// `-coverpkg`, with commas.
    pub coverpkg: Option<String>,
    /// `-race`, `-msan`, `-asan` and `-cover`, as far as they are given.
    pub instruments: BTreeMap<Instrument, bool>,
    /// What is done wrong.
    pub faults: Vec<FaultSpec>,
}

/// Why flags cannot be applied to a program.
#[derive(Debug, Error)]
#[error("{}", self.said())]
pub enum FlagError {
    /// A flag is wrong, or does not go together with the program.
    Flag(Said),
    /// The program cannot be built like this.
    Program(#[from] ProgramError),
    /// A fault is not possible.
    Fault(#[from] FaultError),
}

impl FlagError {
    /// What there is to say.
    pub fn said(&self) -> Said {
        match self {
            Self::Flag(said) => said.clone(),
            Self::Program(error) => error.said(),
            Self::Fault(error) => error.said(),
        }
    }
}

impl CommandFlags {
    /// The options of the build: these flags applied after those that the program brings along. `dry_run` is `-n`.
    ///
    /// # Errors
    /// If a flag or a fault does not go together with the program.
    pub fn options(&self, program: &Program, dry_run: bool) -> Result<BuildOptions, FlagError> {
        let mut options = BuildOptions::for_program(program);
        options.gomaxprocs = self.gomaxprocs.unwrap_or(options.gomaxprocs);
        options.workers = self.workers.or(program.go_flags.workers).unwrap_or(options.gomaxprocs);
        options.ldflags.clone_from(&self.ldflags);
        options.gcflags.clone_from(&self.gcflags);
        options.asmflags.clone_from(&self.asmflags);
        if let Some(tags) = &self.tags {
            if program.go_flags.fixed_tags && !program.go_flags.has_tags(tags) {
                return Err(FlagError::Flag(said!(
                    "--tags {tags}: {} was recorded with other tags ({}), which may select other files; record it again",
                    program.name,
                    if program.go_flags.tags.is_empty() {
                        said!("none").value()
                    } else {
                        program.go_flags.tags.value()
                    },
                    tags
                )));
            }
            options.tags.clone_from(tags);
        }
        let against = |(&asked, &on): (&Instrument, &bool)| contradiction(&program.instruments, asked, on);
        if let Some(problem) = self.instruments.iter().find_map(against) {
            return Err(FlagError::Flag(said!("{}: {problem}", program.name, problem)));
        }
        options.covermode = self.covermode.clone().or(options.covermode);
        if let Some(patterns) = &self.coverpkg {
            options.coverpkg = patterns.split(',').map(str::to_owned).collect();
        }
        if let Some(mode) = &self.buildmode {
            options.buildmode = options::buildmode(program, mode);
        }
        match self.buildvcs.as_deref() {
            None => {}
            Some("false") => options.stamp = false,
            Some(asked) => {
                options.stamp = true;
                if asked == "true" && program.surroundings.as_ref().is_none_or(|known| known.vcs.is_none()) {
                    return Err(FlagError::Flag(said!(
                        "--buildvcs: the revision of the sources is not known; record the program in its repository"
                    )));
                }
            }
        }
        if let Some(profile) = &self.profile {
            options.profile = ProfileChoice::parse(profile);
        }
        options.command = self.command.unwrap_or_default();
        options.install_dir.clone_from(&self.install_dir);
        options.program_args.clone_from(&self.program_args);
        if let Some(problem) = target::misuse(program, &options, self.output.is_some()) {
            return Err(FlagError::Flag(problem));
        }
        options.output.clone_from(&self.output);
        options.all = self.all.unwrap_or(options.all);
        options.verbose = self.verbose.unwrap_or(options.verbose);
        options.trimpath = self.trimpath.unwrap_or(options.trimpath);
        options.dry_run |= dry_run;
        options.keep_work = !self.no_work && !options.dry_run;
        let work_dir = if dry_run { "$WORK" } else { self.work_dir.as_deref().unwrap_or(DEFAULT_WORK_DIR) };
        work_dir.trim_end_matches('/').clone_into(&mut options.work_dir);
        if let Some(dir) = &self.dir {
            options.dir.clone_from(dir);
        }
        program.check_cgo(&options.tags)?;
        let names = || [&options.work_dir, &options.dir].into_iter().chain(&options.output).chain(&options.ldflags);
        if let Some(c) = names().find_map(|name| came_later(name)) {
            return Err(FlagError::Flag(said!(
                "{code} came to Unicode after version 15.0; gostep does not know how every release of Go writes it",
                code = format!("U+{:04X}", u32::from(c))
            )));
        }
        if let Some(fault) = self.faults.first().filter(|_| program.instruments.contains(&Instrument::Cover)) {
            let problem =
                said!("what goes wrong in a build with -cover is not modelled; leave the fault or -cover out");
            return Err(FlagError::Flag(said!("--fault {fault}: {problem}", fault = fault.to_string(), problem)));
        }
        options.faults = Faults::resolve(&self.faults, program)?;
        Ok(options)
    }
}
