//! `gostep record`: the only command that runs the real go command.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::Arc;

use clap::Args;

use super::c_compilers;
use super::error::CliError;
use crate::terminal::verify;
use gostep_sim::gobuild::{BuildOptions, Machine};
use gostep_sim::hash::Hash;
use gostep_sim::program::golist::{ListedModule, ListedPackage};
use gostep_sim::program::recorded::{FORMAT, RecordedProgram};
use gostep_sim::program::{self, GoVersion, Surroundings, Vcs, go_flags, go_flags::Meaning, goenv, golist, join_path};
use gostep_sim::xlog::compare::compare;
use gostep_sim::xlog::expected::Expected;
use gostep_sim::xlog::parse::{Kind, Log};

/// The output of dry runs, which no existing file or directory can make fail.
const NOWHERE: &str = "/dev/null";

/// GOMAXPROCS of the dry run with which the simulation is compared.
const CHECKED_GOMAXPROCS: usize = 4;

/// Arguments of `gostep record`.
#[derive(Args, Debug)]
pub struct RecordArgs {
    /// What to build, and flags of go build such as -trimpath or -tags=…, which are kept
    #[arg(value_name = "TARGET", default_value = ".", trailing_var_arg = true, allow_hyphen_values = true)]
    target: Vec<String>,
    /// The go command
    #[arg(long, value_name = "PATH", default_value = "go")]
    go: String,
    /// Where to write the program
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    /// One line that says what it is
    #[arg(long, value_name = "TEXT", default_value = "")]
    about: String,
}

/// Builds the packages with the real toolchain and writes everything that a simulation can use. The result is checked:
/// `go build -n` must print the same as the simulation, line for line, otherwise the program is refused.
pub fn run(args: &RecordArgs, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    if std::env::var("GO19CONCURRENTCOMPILATION").is_ok_and(|value| value == "0") {
        let problem = "GO19CONCURRENTCOMPILATION is 0, which gostep does not model; unset it";
        return Err(CliError::Usage(problem.to_owned()));
    }
    let flags = build_flags(&args.target)?;
    let mut env = goenv::parse("go env -json", &Go::new(args).run(&["env", "-json"], &[])?.0)?;
    let (list, _) = Go::new(args).run(&["list", "-export", "-json", "-deps"], &args.target)?;
    let mut packages = golist::parse("go list", &list)?;
    for package in &mut packages {
        hash_files(package)?;
    }
    c_compilers::record(&mut env, &packages);
    if GoVersion::parse(&env.goversion).is_some_and(|version| !version.lists_sums()) {
        packages
            .iter_mut()
            .filter_map(ListedPackage::used_module)
            .for_each(|module| look_up_sum(module, &env.gomodcache));
    }
    let dir = std::env::current_dir().map_err(|source| CliError::Go(format!("no current directory: {source}")))?;
    // With an empty cache, since even a dry run leaves out packages that the cache has.
    let empty = tempfile::tempdir().map_err(|source| CliError::Go(format!("cannot make an empty cache: {source}")))?;
    let fresh = Go { cache: Some(empty.path()), ..Go::new(args) };
    let (_, dry_run) = fresh.run(&["build", "-n", "-o", NOWHERE], &args.target)?;
    let recorded = RecordedProgram {
        gostep_program: FORMAT,
        about: args.about.clone(),
        surroundings: Surroundings {
            vcs: revision(&fresh, &args.target, &dry_run)?,
            gomaxprocs: gomaxprocs(),
            other_file_system: is_other_file_system(&dir),
        },
        env,
        dir: dir.to_string_lossy().into_owned(),
        flags: Some(flags),
        durations_ms: std::collections::BTreeMap::default(),
        packages,
    };
    let name = args.output.display().to_string();
    let write_error = |source: std::io::Error| CliError::Write { path: name.clone(), source };
    let text = serde_json::to_string_pretty(&recorded).map_err(|error| write_error(error.into()))?;
    check(&name, &text, &dry_run)?;
    crate::whole_file::publish(&args.output, text.as_bytes()).map_err(write_error)?;
    writeln!(out, "{}: {} packages recorded", name, recorded.packages.len()).map_err(CliError::Output)?;
    Ok(ExitCode::SUCCESS)
}

/// Looks up the checksum of a module in the module cache, as the go command does.
fn look_up_sum(module: &mut ListedModule, module_cache: &str) {
    // The module cache writes upper-case letters in another way, for file systems that do not distinguish case.
    let escaped = |text: &str| -> String {
        let small = |c: char| if c.is_ascii_uppercase() { format!("!{}", c.to_ascii_lowercase()) } else { c.into() };
        text.chars().map(small).collect()
    };
    let (path, version) = (escaped(&module.path), escaped(&module.version));
    let file = format!("{module_cache}/cache/download/{path}/@v/{version}.ziphash");
    module.sum = Some(std::fs::read_to_string(file).map_or_else(|_| String::new(), |sum| sum.trim().to_owned()));
}

/// The flags of `go build` among the arguments.
fn build_flags(target: &[String]) -> Result<Vec<String>, CliError> {
    let mut flags = Vec::new();
    let mut words = target.iter();
    while let Some(word) = words.next() {
        let (name, value) = go_flags::parts(word);
        if !word.starts_with('-') || name.is_empty() {
            continue;
        }
        let value = match value {
            Some(value) => Some(value.to_owned()),
            None if go_flags::is_switch(name) => None,
            None => words.next().cloned(),
        };
        let refuse = |why: &str| Err(CliError::Usage(format!("record {word}: {why}")));
        match go_flags::meaning(name, Some(value.as_deref().unwrap_or("true"))) {
            Meaning::Modelled if name == "n" => return refuse("with -n nothing is built that could be recorded"),
            Meaning::Modelled => flags.push(value.map_or(format!("-{name}"), |value| format!("-{name}={value}"))),
            Meaning::Nothing => {}
            Meaning::NotModelled => {
                return refuse("it changes a build in a way that gostep does not model; leave it out");
            }
            Meaning::Unknown => return refuse("go build has no such flag; only flags of go build can be recorded"),
        }
    }
    Ok(flags)
}

/// Compares the dry run of the go command with the simulation of the recorded program.
fn check(name: &str, text: &str, dry_run: &str) -> Result<(), CliError> {
    let program = Arc::new(program::from_recorded_text(name, text)?);
    let mut options = BuildOptions::for_program(&program);
    options.gomaxprocs = CHECKED_GOMAXPROCS;
    options.workers = program.go_flags.workers.unwrap_or(CHECKED_GOMAXPROCS);
    options.dry_run = true;
    options.keep_work = false;
    options.output = Some(NOWHERE.to_owned());
    "$WORK".clone_into(&mut options.work_dir);
    let build = Machine::default().build(&program, options)?;
    let report = compare(&Log::parse(dry_run), &Expected::of(&build));
    if report.problem.is_none() {
        return Ok(());
    }
    Err(CliError::Go(format!(
        "the go command builds this program in a way that gostep does not model, so it is not recorded\n{}",
        verify::text(&report, &build, "go build -n").trim_end()
    )))
}

/// The revision that the go command stamps into the executable, if it does.
fn revision(go: &Go, target: &[String], dry_run: &str) -> Result<Option<Vcs>, CliError> {
    let Some(modinfo) = dry_run.lines().find(|line| line.starts_with("modinfo ") && line.contains("\\tvcs=")) else {
        return Ok(None);
    };
    // With -x the go command also prints in which directory it asks for the revision.
    let (_, log) = go.run(&["build", "-n", "-x", "-o", NOWHERE], target)?;
    let root = log.lines().find_map(|line| line.strip_prefix("cd ")).unwrap_or_default();
    let vcs = Vcs::of_quoted_modinfo(modinfo, root);
    vcs.map(Some).ok_or_else(|| {
        CliError::Go(
            "the version control system here is not git, and no other is modelled; give -buildvcs=false".into(),
        )
    })
}

/// The value of GOMAXPROCS that a go command would have here; `None` if unknown.
fn gomaxprocs() -> Option<usize> {
    let set = std::env::var("GOMAXPROCS").ok().and_then(|value| value.parse().ok()).filter(|&procs| procs > 0);
    set.or_else(|| std::thread::available_parallelism().ok().map(usize::from))
}

/// Whether the work directory is on another file system than an output in this directory.
#[cfg(unix)]
fn is_other_file_system(dir: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let work =
        std::env::var_os("GOTMPDIR").filter(|dir| !dir.is_empty()).map_or_else(std::env::temp_dir, PathBuf::from);
    let device = |dir: &Path| std::fs::metadata(dir).map(|data| data.dev()).ok();
    device(&work) != device(dir)
}

#[cfg(not(unix))]
fn is_other_file_system(_: &Path) -> bool {
    false
}

/// The real go command, with its environment.
struct Go<'a> {
    command: &'a str,
    cache: Option<&'a Path>,
}

impl<'a> Go<'a> {
    fn new(args: &'a RecordArgs) -> Self {
        Self { command: &args.go, cache: None }
    }

    /// Standard output and standard error of a run, which must succeed.
    fn run(&self, words: &[&str], target: &[String]) -> Result<(String, String), CliError> {
        let shown = format!("{} {}", self.command, words.join(" "));
        let mut command = Command::new(self.command);
        command.args(words).args(target).env("GOMAXPROCS", CHECKED_GOMAXPROCS.to_string());
        if let Some(cache) = self.cache {
            command.env("GOCACHE", cache);
        }
        let output = command
            .output()
            .map_err(|error| CliError::Go(format!("cannot run {shown}: {error}; name the go command with --go")))?;
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        if !output.status.success() {
            return Err(CliError::Go(format!("{shown} failed: {}", messages(&said))));
        }
        let printed = String::from_utf8(output.stdout);
        let printed = printed.map_err(|_| CliError::Go(format!("{shown} printed text that is not UTF-8")))?;
        Ok((printed, said))
    }
}

/// What the go command prints besides commands: its error messages.
fn messages(said: &str) -> String {
    let items = Log::parse(said).items;
    let lines = items.iter().filter_map(|item| match &item.kind {
        Kind::Other(line) => Some(line.as_str()),
        _ => None,
    });
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}

fn hash_files(package: &mut ListedPackage) -> Result<(), CliError> {
    let go = [&package.go_files, &package.cgo_files];
    let c = [&package.c_files, &package.cxx_files, &package.h_files, &package.s_files];
    let files = go.into_iter().chain(c).chain([&package.syso_files, &package.embed_files]);
    let mut hashes = std::collections::BTreeMap::new();
    for file in files.flatten() {
        let path = join_path(&package.dir, file);
        let bytes = std::fs::read(&path).map_err(|error| CliError::Go(format!("cannot read {path}: {error}")))?;
        hashes.insert(file.clone(), Hash::of(bytes).short().to_string());
    }
    package.hashes = hashes;
    Ok(())
}
