//! Arguments that say what is built and how: the same for every command that simulates a build.

use std::io::{Read, Write};
use std::sync::Arc;

use clap::Args;

use super::error::CliError;
use crate::build::options::DEFAULT_WORK_DIR;
use crate::build::{BuildOptions, FaultSpec, Faults};
use crate::program::timings::Timings;
use crate::program::{self, Program, ProgramError, goenv, golist};

/// Which program.
#[derive(Args, Debug)]
pub struct ProgramArgs {
    /// A program that comes with gostep, or a file that `gostep record` wrote
    #[arg(value_name = "PROGRAM", default_value = program::SAMPLE, conflicts_with = "list")]
    program: String,
    #[command(flatten)]
    list: ListArgs,
}

/// A program as the go command describes it.
#[derive(Args, Debug)]
pub struct ListArgs {
    /// Take the program from the output of `go list -json -deps TARGET` (- is standard input)
    #[arg(long, value_name = "FILE")]
    pub(super) list: Option<String>,
    /// Take the toolchain from the output of `go env -json`
    #[arg(long, value_name = "FILE", requires = "list")]
    env: Option<String>,
    /// Take checksums of modules from this go.sum: `go list` tells them only since go1.23
    #[arg(long, value_name = "FILE", requires = "list")]
    go_sum: Option<String>,
}

impl ProgramArgs {
    /// Reads and checks the program.
    pub fn load(&self) -> Result<Arc<Program>, CliError> {
        self.list.load_or(&self.program)
    }

    /// Whether something about the program comes from standard input.
    pub fn reads_stdin(&self) -> bool {
        self.list.reads_stdin() || self.program == "-"
    }
}

impl ListArgs {
    /// Whether the program comes from a list.
    pub fn is_given(&self) -> bool {
        self.list.is_some()
    }

    /// Whether one of the files is standard input.
    pub fn reads_stdin(&self) -> bool {
        [&self.list, &self.env, &self.go_sum].iter().any(|path| path.as_deref() == Some("-"))
    }

    /// Reads and checks the list, or else the program with a name.
    pub fn load_or(&self, name: &str) -> Result<Arc<Program>, CliError> {
        let program = match &self.list {
            Some(list) => {
                if [&self.list, &self.env, &self.go_sum].iter().filter(|path| path.as_deref() == Some("-")).count() > 1
                {
                    return Err(CliError::Usage("standard input (-) can be given for one file only".to_owned()));
                }
                let env = self.env.as_deref().map(|path| goenv::parse(shown(path), &read(path)?)).transpose()?;
                let text = read(list)?;
                let list = shown(list);
                let mut listed = golist::parse(list, &text)?;
                if let Some(path) = &self.go_sum {
                    golist::add_sums(&mut listed, &read(path)?);
                }
                program::from_list(list, listed, env.as_ref())?
            }
            None => load_named(name)?,
        };
        Ok(Arc::new(program))
    }
}

fn load_named(name: &str) -> Result<Program, ProgramError> {
    let is_file = name.contains(['/', '.']) || name == "-" || std::path::Path::new(name).exists();
    if program::EMBEDDED_NAMES.contains(&name) || !is_file {
        return program::load_embedded(name);
    }
    program::from_recorded_text(shown(name), &read(name)?)
}

/// What a file is called in messages.
fn shown(path: &str) -> &str {
    if path == "-" { "standard input" } else { path }
}

/// Reads a file as text, or standard input for `-`.
pub fn read(path: &str) -> Result<String, ProgramError> {
    let unreadable = |source| ProgramError::Unreadable { path: shown(path).to_owned(), source };
    if path == "-" {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map_err(unreadable)?;
        return Ok(text);
    }
    std::fs::read_to_string(path).map_err(unreadable)
}

/// How long actions take.
#[derive(Args, Debug)]
pub struct TimingsArgs {
    /// Take durations from what `go build -a -debug-actiongraph=FILE` wrote (- is standard input)
    #[arg(long, value_name = "FILE")]
    timings: Option<String>,
}

impl TimingsArgs {
    /// Gives a program the durations of the file, in place of those it came with. Packages that the file lacks are
    /// named on standard error.
    pub fn apply(&self, mut program: Arc<Program>) -> Result<Arc<Program>, CliError> {
        let Some(path) = &self.timings else { return Ok(program) };
        let origin = shown(path);
        let matched = Timings::parse(origin, &read(path)?)?.for_program(&program)?;
        if let Some(notice) = matched.notice(origin, &program) {
            // Without standard error there is nobody to tell.
            let _ = writeln!(std::io::stderr(), "gostep: {notice}");
        }
        Arc::make_mut(&mut program).durations_ms = matched.durations_ms;
        Ok(program)
    }

    /// Whether durations are given.
    pub fn is_given(&self) -> bool {
        self.timings.is_some()
    }

    /// Refuses to read two files from standard input.
    pub fn check_stdin(&self, taken: bool) -> Result<(), CliError> {
        if taken && self.timings.as_deref() == Some("-") {
            return Err(CliError::Usage("standard input (-) can be given for one file only".to_owned()));
        }
        Ok(())
    }
}

/// How it is built; names and spellings are those of the go command where it has them.
#[derive(Args, Debug)]
pub struct BuildFlags {
    /// Run at most N actions at once [default: GOMAXPROCS]
    #[arg(short, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub(super) p: Option<u32>,
    /// GOMAXPROCS of the go command; decides the compiler's -c
    #[arg(long, value_name = "N", default_value_t = 4, value_parser = clap::value_parser!(u32).range(1..))]
    gomaxprocs: u32,
    /// Name of the executable
    #[arg(short, value_name = "NAME")]
    pub(super) output: Option<String>,
    /// Build all packages again, cached or not
    #[arg(short)]
    all: bool,
    /// Print the names of packages as they are compiled
    #[arg(short)]
    verbose: bool,
    /// The work directory, as printed
    #[arg(long, value_name = "PATH", default_value = DEFAULT_WORK_DIR)]
    work_dir: String,
    /// The directory the command is given in [default: as the list tells, else that of the main package]
    #[arg(long, value_name = "PATH")]
    pub(super) dir: Option<String>,
    /// Build without -work: clean up at the end
    #[arg(long)]
    pub(super) no_work: bool,
    /// Leave the file system's paths out of what is built
    #[arg(long)]
    trimpath: bool,
    /// Flags for the linker
    #[arg(long, value_name = "FLAGS", allow_hyphen_values = true)]
    ldflags: Option<String>,
    /// Flags for the compiler, `all=FLAGS` for every package
    #[arg(long, value_name = "FLAGS", allow_hyphen_values = true)]
    gcflags: Option<String>,
    /// Flags for the assembler, `all=FLAGS` for every package
    #[arg(long, value_name = "FLAGS", allow_hyphen_values = true)]
    asmflags: Option<String>,
    /// Build tags, separated by commas; the list must have been made with the same
    #[arg(long, value_name = "TAGS")]
    tags: Option<String>,
    /// exe or pie
    #[arg(long, value_name = "MODE", value_parser = ["default", "exe", "pie"])]
    buildmode: Option<String>,
    /// Do something wrong, such as no-symabis=runtime
    #[arg(long = "fault", value_name = "FAULT")]
    pub(super) faults: Vec<FaultSpec>,
}

impl BuildFlags {
    /// The flags for a program, after those of its GOFLAGS.
    pub fn options(&self, program: &Program, dry_run: bool) -> Result<BuildOptions, CliError> {
        let mut options = BuildOptions::for_program(program);
        options.gomaxprocs = self.gomaxprocs as usize;
        options.workers = options.gomaxprocs;
        options.apply_goflags(&program.toolchain.goflags)?;
        if let Some(p) = self.p {
            options.workers = p as usize;
        }
        for (flag, option) in [
            (&self.ldflags, &mut options.ldflags),
            (&self.gcflags, &mut options.gcflags),
            (&self.asmflags, &mut options.asmflags),
            (&self.tags, &mut options.tags),
        ] {
            if let Some(value) = flag {
                option.clone_from(value);
            }
        }
        if let Some(mode) = &self.buildmode {
            options.buildmode.clone_from(mode);
        }
        options.output.clone_from(&self.output);
        options.all |= self.all;
        options.verbose |= self.verbose;
        options.trimpath |= self.trimpath;
        options.dry_run |= dry_run;
        options.keep_work = !self.no_work && !options.dry_run;
        if dry_run {
            "$WORK".clone_into(&mut options.work_dir);
        } else {
            options.work_dir = self.work_dir.trim_end_matches('/').to_owned();
        }
        if let Some(dir) = &self.dir {
            options.dir.clone_from(dir);
        }
        options.faults = Faults::resolve(&self.faults, program)?;
        if !program.package(program.root).is_main() && self.output.is_none() {
            return Err(program.package(program.root).is_no_main().into());
        }
        Ok(options)
    }
}
