//! Arguments that name the program and the flags of a build; all commands that simulate a build share them.

use std::collections::BTreeMap;
use std::sync::Arc;

use clap::Args;

use super::error::CliError;
use super::note::note;
use super::text::{self, shown};
use gostep_course::words::Lang;
use gostep_sim::decode::decode;
use gostep_sim::gobuild::options::DEFAULT_WORK_DIR;
use gostep_sim::gobuild::{Assumption, BuildOptions, CommandFlags, FaultSpec, GoCommand};
use gostep_sim::program::goenv::GoEnv;
use gostep_sim::program::golist::ListedPackage;
use gostep_sim::program::timings::Timings;
use gostep_sim::program::{self, GraphProgram, Instrument, Program, ProgramError, go_flags, goenv, golist};
use gostep_sim::said;
use gostep_sim::said::Said;

/// Which program.
#[derive(Args, Debug)]
pub struct ProgramArgs {
    /// A program that comes with gostep, or a file that `gostep import` wrote
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

    /// Whether the program, or a part of it, is read from standard input.
    pub fn reads_stdin(&self) -> bool {
        self.list.reads_stdin() || self.program == "-"
    }
}

/// What was read of a program as the go command describes it.
pub struct Listed {
    /// The list's file, for messages.
    pub origin: String,
    /// The packages.
    pub packages: Vec<ListedPackage>,
    /// The environment, if it was given.
    pub env: Option<GoEnv>,
}

impl ListArgs {
    /// Whether `--list` was given.
    pub fn is_given(&self) -> bool {
        self.list.is_some()
    }

    /// Whether one of the files is standard input.
    pub fn reads_stdin(&self) -> bool {
        [&self.list, &self.env, &self.go_sum].iter().any(|path| path.as_deref() == Some("-"))
    }

    /// Reads the files; `None` without `--list`.
    pub fn read(&self) -> Result<Option<Listed>, CliError> {
        let Some(list) = &self.list else { return Ok(None) };
        if [&self.list, &self.env, &self.go_sum].iter().filter(|path| path.as_deref() == Some("-")).count() > 1 {
            return Err(CliError::Usage(said!("standard input (-) can be given for one file only")));
        }
        let env = self.env.as_deref().map(|path| goenv::parse(shown(path), &read(path)?)).transpose()?;
        let text = read(list)?;
        let origin = shown(list).to_owned();
        let mut packages = golist::parse(&origin, &text)?;
        // A list can be as large as what is made of it.
        drop(text);
        if let Some(path) = &self.go_sum {
            golist::add_sums(&mut packages, &read(path)?);
        }
        Ok(Some(Listed { origin, packages, env }))
    }

    /// Reads and checks the list; without `--list` loads the program with this name.
    pub fn load_or(&self, name: &str) -> Result<Arc<Program>, CliError> {
        let program = match self.read()? {
            Some(listed) => program::from_list(&listed.origin, listed.packages, listed.env.as_ref())?,
            None => match source_problem(name) {
                Some(problem) => return Err(CliError::Usage(problem)),
                None => load_named(name)?,
            },
        };
        Ok(Arc::new(program))
    }
}

/// What to do with Go source, which the go command can name but gostep cannot build.
pub fn source_problem(name: &str) -> Option<Said> {
    let path = std::path::Path::new(name);
    let is_source = path.extension().is_some_and(|end| end == "go") || path.ends_with("...") || path.is_dir();
    is_source.then(|| {
        let name = shown(name);
        said!(
            "{name} is no program that gostep reads; it builds what the go command says of Go source: `gostep import \
             --run-go -o mine.json {name}` writes that, and mine.json is the program to name here",
            name
        )
    })
}

/// Reads a program by its name: one that comes with gostep, or a file.
pub fn load_named(name: &str) -> Result<Program, ProgramError> {
    let is_file = name.contains(['/', '.']) || name == "-" || std::path::Path::new(name).exists();
    if program::EMBEDDED_NAMES.contains(&name) || !is_file {
        return program::load_embedded(name);
    }
    program::from_recorded_text(shown(name), &read(name)?)
}

/// Reads a file as text, or standard input for `-`.
pub fn read(path: &str) -> Result<String, ProgramError> {
    let unreadable = |source| ProgramError::Unreadable { path: shown(path).to_owned(), source };
    let bytes = text::read_bytes(path).map_err(unreadable)?;
    decode(bytes).map_err(|what| ProgramError::NotText { path: shown(path).to_owned(), what })
}

/// Prints on standard error what is assumed since a package list does not tell it.
pub fn report_assumptions(assumed: &[Assumption], lang: Lang) {
    if !assumed.is_empty() {
        let list = said::list(assumed.iter().map(Assumption::said));
        note(&said!("assumed, since a package list does not tell: {list}", list), lang);
    }
}

/// How long actions take.
#[derive(Args, Debug)]
pub struct TimingsArgs {
    /// Take durations from what `go build -a -debug-actiongraph=FILE` wrote (- is standard input)
    #[arg(long, value_name = "FILE")]
    timings: Option<String>,
}

impl TimingsArgs {
    /// Replaces the durations of a program by those of the file. Packages without a duration in the file are named on
    /// standard error.
    pub fn apply(&self, mut program: Arc<Program>, lang: Lang) -> Result<Arc<Program>, CliError> {
        let Some(path) = &self.timings else { return Ok(program) };
        let origin = shown(path);
        let matched = Timings::parse(origin, &read(path)?)?.for_program(&program)?;
        if let Some(notice) = matched.notice(origin, &program) {
            note(&notice, lang);
        }
        Arc::make_mut(&mut program).durations_ms = matched.durations_ms;
        Ok(program)
    }

    /// The program of the file itself, if there is a file.
    pub fn graph(&self) -> Result<Option<GraphProgram>, CliError> {
        let Some(path) = &self.timings else { return Ok(None) };
        Ok(Some(program::from_action_graph(shown(path), &read(path)?)?))
    }

    /// Whether `--timings` was given.
    pub fn is_given(&self) -> bool {
        self.timings.is_some()
    }

    /// Refuses a second file from standard input; `taken` tells whether there is one already.
    pub fn check_stdin(&self, taken: bool) -> Result<(), CliError> {
        if taken && self.timings.as_deref() == Some("-") {
            return Err(CliError::Usage(said!("standard input (-) can be given for one file only")));
        }
        Ok(())
    }
}

/// How it is built; names and spellings are those of the go command where it has them.
#[derive(Args, Debug)]
pub struct BuildFlags {
    /// The command of go that is simulated [default: build]
    #[arg(long, value_name = "COMMAND", value_parser = GoCommand::ALL.map(GoCommand::name))]
    pub(super) command: Option<String>,
    /// Run at most N actions at once [default: GOMAXPROCS]
    #[arg(short, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub(super) p: Option<u32>,
    /// GOMAXPROCS of the go command; decides the compiler's -c [default: as recorded, else 4]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub(super) gomaxprocs: Option<u32>,
    /// Name of the executable
    #[arg(short, value_name = "NAME")]
    pub(super) output: Option<String>,
    /// Build all packages again, cached or not
    #[arg(short, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true", value_parser = switch)]
    all: Option<bool>,
    /// Print the names of packages as they are compiled
    #[arg(short, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true", value_parser = switch)]
    pub(super) verbose: Option<bool>,
    /// The work directory, as printed
    #[arg(long, value_name = "PATH", default_value = DEFAULT_WORK_DIR, value_parser = clap::builder::NonEmptyStringValueParser::new())]
    work_dir: String,
    /// The directory the command is given in [default: as the list tells, else that of the main package]
    #[arg(long, value_name = "PATH")]
    pub(super) dir: Option<String>,
    /// Build without -work: clean up at the end
    #[arg(long)]
    pub(super) no_work: bool,
    /// Leave the file system's paths out of what is built
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true", value_parser = switch)]
    trimpath: Option<bool>,
    /// Flags for the linker
    #[arg(long, value_name = "FLAGS", allow_hyphen_values = true)]
    ldflags: Vec<String>,
    /// Flags for the compiler, `PATTERN=FLAGS` for other packages, `all=FLAGS` for every package; may be repeated
    #[arg(long, value_name = "FLAGS", allow_hyphen_values = true)]
    gcflags: Vec<String>,
    /// Flags for the assembler, `PATTERN=FLAGS` for other packages, `all=FLAGS` for every package; may be repeated
    #[arg(long, value_name = "FLAGS", allow_hyphen_values = true)]
    asmflags: Vec<String>,
    /// Build tags, separated by commas; the list must have been made with the same
    #[arg(long, value_name = "TAGS")]
    tags: Option<String>,
    /// Whether the revision of the sources is stamped in, where it was recorded; false leaves it out
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true", value_parser = ["true", "false", "auto"])]
    buildvcs: Option<String>,
    /// The profile to optimize by, off, or auto: default.pgo beside main, if it was recorded
    #[arg(long, value_name = "PROFILE", value_parser = clap::builder::NonEmptyStringValueParser::new())]
    pgo: Option<String>,
    /// exe, pie, c-archive, c-shared or plugin
    #[arg(long, value_name = "MODE", value_parser = go_flags::BUILD_MODES)]
    buildmode: Option<String>,
    /// Build for the race detector; the list must have been made with the same
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true", value_parser = switch)]
    race: Option<bool>,
    /// Build for the memory sanitizer of C; the list must have been made with the same
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true", value_parser = switch)]
    msan: Option<bool>,
    /// Build for the address sanitizer of C; the list must have been made with the same
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true", value_parser = switch)]
    asan: Option<bool>,
    /// Count what runs; the list must have been made with the same
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true", value_parser = switch)]
    cover: Option<bool>,
    /// set, count or atomic: how -cover counts
    #[arg(long, value_name = "MODE", value_parser = go_flags::COVER_MODES)]
    covermode: Option<String>,
    /// What -cover counts in: patterns of packages, with commas [default: the packages of the main module]
    #[arg(long, value_name = "PATTERNS")]
    coverpkg: Option<String>,
    /// Do something wrong, such as no-symabis=runtime
    #[arg(long = "fault", value_name = "FAULT")]
    pub(super) faults: Vec<FaultSpec>,
}

/// Parses the value of a switch as the go command does.
fn switch(value: &str) -> Result<bool, Said> {
    go_flags::boolean(value).ok_or_else(|| said!("give true or false"))
}

impl BuildFlags {
    /// The flags as given.
    pub fn given(&self) -> CommandFlags {
        let number = |number: Option<u32>| number.map(|number| number as usize);
        CommandFlags {
            command: self.command.as_deref().and_then(GoCommand::parse),
            install_dir: None,
            program_args: String::new(),
            workers: number(self.p),
            gomaxprocs: number(self.gomaxprocs),
            output: self.output.clone(),
            all: self.all,
            verbose: self.verbose,
            work_dir: Some(self.work_dir.clone()),
            dir: self.dir.clone(),
            no_work: self.no_work,
            trimpath: self.trimpath,
            ldflags: self.ldflags.clone(),
            gcflags: self.gcflags.clone(),
            asmflags: self.asmflags.clone(),
            tags: self.tags.clone(),
            buildvcs: self.buildvcs.clone(),
            profile: self.pgo.clone(),
            buildmode: self.buildmode.clone(),
            covermode: self.covermode.clone(),
            coverpkg: self.coverpkg.clone(),
            instruments: self.instruments(),
            faults: self.faults.clone(),
        }
    }

    /// Flags for instrumented code; `-covermode` and `-coverpkg` ask for `-cover`, too.
    fn instruments(&self) -> BTreeMap<Instrument, bool> {
        let asks = self.covermode.is_some() || self.coverpkg.is_some();
        let cover = if asks { Some(true) } else { self.cover };
        let given = [
            (Instrument::Race, self.race),
            (Instrument::Msan, self.msan),
            (Instrument::Asan, self.asan),
            (Instrument::Cover, cover),
        ];
        given.into_iter().filter_map(|(instrument, asked)| Some((instrument, asked?))).collect()
    }

    /// The options of the build: these flags applied after those that the program brings along.
    pub fn options(&self, program: &Program, dry_run: bool) -> Result<BuildOptions, CliError> {
        Ok(self.given().options(program, dry_run)?)
    }
}
