//! What the real go command says of a program. No other part of gostep runs it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use super::super::error::CliError;
use super::sources;
use crate::terminal::verify;
use gostep_course::words::Lang;
use gostep_sim::gobuild::{BuildOptions, Machine};
use gostep_sim::hash::Hash;
use gostep_sim::program::golist::ListedPackage;
use gostep_sim::program::recorded::RecordedProgram;
use gostep_sim::program::{GoVersion, Profile, Program, Surroundings, Vcs, goenv, golist, join_path, roots};
use gostep_sim::said;
use gostep_sim::xlog::compare::compare;
use gostep_sim::xlog::expected::Expected;
use gostep_sim::xlog::parse::{Kind, Log};
use gostep_sim::xlog::shown::Shown;

/// The output of dry runs, which no existing file or directory can make fail.
const NOWHERE: &str = "/dev/null";

/// GOMAXPROCS of the dry run with which the simulation is compared.
const CHECKED_GOMAXPROCS: usize = 4;

/// What is asked of the go command.
pub(super) struct Asked<'a> {
    /// The go command.
    pub go: &'a str,
    /// The directory in which it runs.
    pub dir: &'a Path,
    /// What to build, and flags.
    pub target: &'a [String],
}

/// Builds the packages, and tells everything that a simulation can use, with the output of a dry run.
pub(super) fn tell(asked: &Asked<'_>, recorded: &mut RecordedProgram) -> Result<String, CliError> {
    if std::env::var("GO19CONCURRENTCOMPILATION").is_ok_and(|value| value == "0") {
        let problem = said!("GO19CONCURRENTCOMPILATION is 0, which gostep does not model; unset it");
        return Err(CliError::Usage(problem));
    }
    let go = Go { asked, cache: None };
    recorded.env = goenv::parse("go env -json", &go.run(&["env", "-json"], &[])?.0)?;
    // With an empty cache, since even a dry run leaves out packages that the cache has.
    let empty =
        tempfile::tempdir().map_err(|source| CliError::Go(said!("cannot make an empty cache: {source}", source)))?;
    let fresh = Go { asked, cache: Some(empty.path()) };
    let (_, dry_run) = fresh.run(&["build", "-n", "-o", NOWHERE], asked.target)?;
    let profile = profile(&go, &dry_run)?;
    if profile.as_ref().is_some_and(|profile| profile.prepared.is_some()) {
        // go list prepares no profile. It only takes one that the cache has.
        go.run(&["build", "-o", NOWHERE], asked.target)?;
    }
    let (list, _) = go.run(&["list", "-export", "-json", "-deps"], asked.target)?;
    recorded.packages = golist::parse("go list", &list)?;
    if recorded.packages.iter().filter(|package| !package.dep_only).count() > 1 {
        let (roots, _) =
            go.run(&["list", "-json=ImportPath,Match,GoFiles,CgoFiles,TestGoFiles,XTestGoFiles"], asked.target)?;
        recorded.roots = golist::parse("go list", &roots)?
            .into_iter()
            .filter(|root| !roots::is_left_out(root))
            .map(|root| root.import_path)
            .collect();
    }
    if GoVersion::parse(&recorded.env.goversion).is_some_and(|version| !version.lists_sums()) {
        let modules = recorded.packages.iter_mut().filter_map(ListedPackage::used_module);
        modules.for_each(|module| sources::look_up_sum(module, &recorded.env.gomodcache));
    }
    recorded.surroundings = Surroundings {
        vcs: revision(&fresh, &dry_run)?,
        gomaxprocs: gomaxprocs(),
        other_file_system: is_other_file_system(asked.dir),
        profile,
        overlay: std::mem::take(&mut recorded.surroundings.overlay),
        exports_to_c: recorded.packages.last().and_then(sources::exports_to_c),
    };
    Ok(dry_run)
}

/// Compares the dry run of the go command with the simulation of the recorded program.
pub(super) fn check(program: &Arc<Program>, dry_run: &str) -> Result<(), CliError> {
    let mut options = BuildOptions::for_program(program);
    options.gomaxprocs = CHECKED_GOMAXPROCS;
    options.workers = program.go_flags.workers.unwrap_or(CHECKED_GOMAXPROCS);
    options.dry_run = true;
    options.keep_work = false;
    options.output = Some(NOWHERE.to_owned());
    "$WORK".clone_into(&mut options.work_dir);
    let build = Machine::default().build(program, options)?;
    let report = compare(&Log::parse(dry_run), &Expected::of(&build));
    if report.problem.is_none() {
        return Ok(());
    }
    Err(CliError::Go(said!(
        "the go command builds this program in a way that gostep does not model, so it is not recorded\n{}",
        verify::text(&report, &build, "go build -n", Lang::En).trim_end()
    )))
}

/// The revision that the go command stamps into the executable, if it does.
fn revision(go: &Go, dry_run: &str) -> Result<Option<Vcs>, CliError> {
    let Some(modinfo) = dry_run.lines().find(|line| line.starts_with("modinfo ") && line.contains("\\tvcs=")) else {
        return Ok(None);
    };
    // With -x the go command also prints in which directory it asks for the revision.
    let (_, log) = go.run(&["build", "-n", "-x", "-o", NOWHERE], go.asked.target)?;
    let root = log.lines().find_map(|line| line.strip_prefix("cd ")).unwrap_or_default();
    let vcs = Vcs::of_quoted_modinfo(modinfo, root);
    vcs.map(Some).ok_or_else(|| {
        CliError::Go(said!(
            "the version control system here is not git, and no other is modelled; give -buildvcs=false"
        ))
    })
}

/// The profile by which the go command optimizes the program, if there is one.
fn profile(go: &Go, dry_run: &str) -> Result<Option<Profile>, CliError> {
    let shown = Shown::of(&Log::parse(dry_run));
    let Some(path) = shown.profile else { return Ok(None) };
    let path = join_path(&go.asked.dir.to_string_lossy(), &path);
    let read = |path: &Path| {
        std::fs::read(path).map_err(|error| CliError::Go(said!("cannot read {}: {error}", path.display(), error)))
    };
    let hash = Hash::of(read(Path::new(&path))?);
    let mut profile = Profile { path, hash, prepared: None };
    if dry_run.contains("/pgo.preprofile ") {
        let dir = tempfile::tempdir()
            .map_err(|source| CliError::Go(said!("cannot prepare the profile: {source}", source)))?;
        let made = dir.path().join("pgo.preprofile");
        go.run(&["tool", "preprofile", "-o", &made.to_string_lossy(), "-i", &profile.path], &[])?;
        profile.prepared = Some(Hash::of(read(&made)?));
    }
    Ok(Some(profile))
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
    asked: &'a Asked<'a>,
    cache: Option<&'a Path>,
}

impl Go<'_> {
    /// Standard output and standard error of a run, which must succeed.
    fn run(&self, words: &[&str], target: &[String]) -> Result<(String, String), CliError> {
        let shown = format!("{} {}", self.asked.go, words.join(" "));
        let mut command = Command::new(self.asked.go);
        command
            .current_dir(self.asked.dir)
            .env("PWD", self.asked.dir)
            .args(words)
            .args(target)
            .env("GOMAXPROCS", CHECKED_GOMAXPROCS.to_string());
        if let Some(cache) = self.cache {
            command.env("GOCACHE", cache);
        }
        let output = command.output().map_err(|error| {
            let is_name = !self.asked.go.contains(std::path::is_separator);
            if error.kind() == std::io::ErrorKind::NotFound && is_name && self.asked.dir.is_dir() {
                let go = self.asked.go;
                return CliError::Go(said!("{go} was not found in PATH; name the go command with --go", go));
            }
            CliError::Go(said!("cannot run {shown}: {error}; name the go command with --go", shown, error))
        })?;
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        if !output.status.success() {
            return Err(CliError::Go(said!("{shown} failed: {}", messages(&said), shown)));
        }
        let printed = String::from_utf8(output.stdout);
        let printed = printed.map_err(|_| CliError::Go(said!("{shown} printed text that is not UTF-8", shown)))?;
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
