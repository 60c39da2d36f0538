//! A real machine: a copy of a program, a Go tree, a cache, and what is done to them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::edits::edited;
use super::ours::Ours;

use crate::folder::copy;
use crate::go_command::{GOMAXPROCS, Go};

/// Which Go tree is used.
#[derive(Clone, Copy, PartialEq)]
pub enum Tree {
    /// The installed one.
    Shared,
    /// A copy, whose sources can be edited.
    Own,
}

/// One machine with one program.
pub struct Real {
    root: tempfile::TempDir,
    go: Go,
    target: &'static str,
    /// The program as gostep is told of it.
    program: Vec<String>,
    /// The content ID of every archive after the first build.
    content_ids: BTreeMap<String, String>,
    /// Directory and import path of every package.
    dirs: BTreeMap<String, PathBuf>,
    /// Files of the cache when it is full.
    full: BTreeSet<PathBuf>,
    /// The archive of each package that the last build used.
    archives: BTreeMap<String, PathBuf>,
    /// What the last build was made with.
    settings: Settings,
}

/// What a real build did.
#[derive(Debug)]
pub struct Log {
    pub compiled: BTreeSet<String>,
    pub failed: BTreeSet<String>,
    pub linked: bool,
    pub exit_code: i64,
    pub text: String,
}

/// What changes of one scenario have changed beside files.
#[derive(Default)]
struct Settings {
    flags: Vec<String>,
    environment: BTreeMap<String, String>,
    output: String,
    /// For the next build only.
    once_flags: Vec<String>,
    once_environment: BTreeMap<String, String>,
    /// How many edits were made.
    edits: usize,
}

const OUTPUT: &str = "out_bin";

/// What can be done to a cache entry.
pub const DAMAGES: [&str; 7] =
    ["delete-data", "delete-index", "garbage-index", "truncate", "append", "alter", "zero-head"];

impl Real {
    /// Copies a program of `tests/programs/` and builds it once.
    pub fn new(release: &'static str, folder: &str, target: &'static str, tree: Tree) -> Self {
        let programs = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs");
        let first = folder.split('/').next().unwrap_or_default();
        Self::written(release, folder, target, tree, |sources| copy(&programs.join(first), &sources.join(first)))
    }

    /// Has a program written in a folder of a directory of sources and builds it once.
    pub fn written(
        release: &'static str,
        folder: &str,
        target: &'static str,
        tree: Tree,
        write: impl FnOnce(&Path),
    ) -> Self {
        let root = tempfile::Builder::new().prefix("gostep-whatif-").tempdir().unwrap();
        let top = root.path().canonicalize().unwrap();
        write(&top.join("src"));
        let mut go = Go::new(release, top.join("src").join(folder), top.join("cache"), &BTreeMap::new());
        if tree == Tree::Own {
            go.goroot = copy_of_tree(&go.goroot, &top.join("go"));
            go.environment.insert("GOROOT".to_owned(), go.goroot.to_str().unwrap().to_owned());
        }
        copy(&top.join("src"), &top.join("sources"));
        fill_cache(&go, target);
        go.output(&["build", "-o", OUTPUT, target]);
        let list = go.output(&["list", "-json", "-deps", target]);
        let format = "{{.ImportPath}}\t{{.Dir}}\t{{.DepOnly}}";
        let listed = go.output(&["list", "-deps", "-f", format, target]);
        let mut dirs = BTreeMap::new();
        for line in listed.lines() {
            let [path, dir, dep_only] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
            let path = if dep_only == "false" { "main" } else { path };
            dirs.insert(path.to_owned(), PathBuf::from(dir));
        }
        let (list_file, env_file) = (top.join("list.json"), top.join("env.json"));
        fs::write(&list_file, list).unwrap();
        fs::write(&env_file, go.output(&["env", "-json"])).unwrap();
        let program = ["--list", list_file.to_str().unwrap(), "--env", env_file.to_str().unwrap()].map(str::to_owned);
        let mut real = Self {
            root,
            go,
            target,
            program: program.into(),
            content_ids: BTreeMap::new(),
            dirs,
            full: BTreeSet::new(),
            archives: BTreeMap::new(),
            settings: Settings::default(),
        };
        real.content_ids = real.contents();
        real.full = real.cache_files();
        copy(&real.go.cache, &real.path("full"));
        fs::copy(real.go.dir.join(OUTPUT), real.path("executable")).unwrap();
        real
    }

    /// Takes the program for one that comes with gostep, instead of the lists.
    pub fn embedded(mut self, name: &str) -> Self {
        self.program = vec![name.to_owned()];
        self
    }

    fn path(&self, name: &str) -> PathBuf {
        self.root.path().canonicalize().unwrap().join(name)
    }

    /// The packages of the module, each with its first Go file.
    pub fn module_packages(&self) -> Vec<(String, String)> {
        let format = "{{if not .Standard}}{{.ImportPath}}\t{{.DepOnly}}\t{{index .GoFiles 0}}{{end}}";
        let listed = self.go.output(&["list", "-deps", "-f", format, self.target]);
        let packages = listed.lines().filter(|line| !line.is_empty()).map(|line| {
            let [path, dep_only, file] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
            (if dep_only == "false" { "main" } else { path }.to_owned(), file.to_owned())
        });
        packages.collect()
    }

    /// Makes the changes of each line for real, and compares with what gostep says of them. All that differs is told
    /// at the end.
    pub fn compare_all(&mut self, lines: &[String]) {
        let mut wrong = Vec::new();
        for line in lines {
            let changes: Vec<&str> = line.split(" + ").collect();
            let real = self.run(&changes, &[]);
            let ours = Ours::parse(&self.gostep(&changes, &["--json"]));
            if self.program.len() == 1 && !ours.exact {
                wrong.push(format!("{line}: not exact, though it was measured"));
            }
            let what = difference(&real, &ours).or_else(|| self.changed_archive(&ours));
            wrong.extend(what.map(|what| format!("{line}: {what}\n  real {}", shortly(&real))));
        }
        assert!(wrong.is_empty(), "{} of {} differ:\n{}", wrong.len(), lines.len(), wrong.join("\n"));
    }

    /// What is wrong with what gostep says of archives, if anything is: build IDs tell whether one came out the same.
    fn changed_archive(&self, ours: &Ours) -> Option<String> {
        if ours.archives.is_empty() || ours.exit_code != 0 {
            return None;
        }
        let now = self.contents();
        let wrong = ours.archives.iter().find(|(path, same)| (self.content_ids[*path] == now[*path]) != **same);
        wrong.map(|(path, same)| format!("the archive of {path} came out the same: said {same}, which is not so"))
    }

    /// The content ID of every archive, as the last build was made.
    fn contents(&self) -> BTreeMap<String, String> {
        let format = "{{.ImportPath}}\t{{.DepOnly}}\t{{.BuildID}}";
        let mut list = self.go.command(self.go.binary());
        list.envs(&self.settings.environment).args(["list", "-deps", "-export", "-f", format]);
        let output = list.args(&self.settings.flags).arg(self.target).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let listed = String::from_utf8(output.stdout).unwrap();
        let lines = listed.lines().map(|line| {
            let [path, dep_only, id] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
            let path = if dep_only == "false" { "main" } else { path };
            (path.to_owned(), id.rsplit('/').next().unwrap().to_owned())
        });
        lines.collect()
    }

    /// The transcripts of the last build, real and ours.
    pub fn transcripts(&mut self, changes: &[&str], how: &[&str]) -> (String, String) {
        let real = self.run(changes, &[&["-p", "1"], how].concat()).text;
        let work = real.lines().next().and_then(|line| line.strip_prefix("WORK=")).expect("a log begins with WORK=");
        let mut flags = vec!["-x", "-p", "1", "--work-dir", work];
        if !how.contains(&"-work") {
            flags.push("--no-work");
        }
        let ours = self.gostep(changes, &flags);
        let _ = fs::remove_dir_all(work);
        (real, ours)
    }

    /// Whether gostep takes the changes for something that can be done.
    pub fn makes_sense(&self, changes: &[&str]) -> bool {
        let mut command = self.go.command(env!("CARGO_BIN_EXE_gostep"));
        command.args(["whatif", "-o", OUTPUT]).args(&self.program).args(changes).output().unwrap().status.success()
    }

    fn gostep(&self, changes: &[&str], how: &[&str]) -> String {
        let mut command = self.go.command(env!("CARGO_BIN_EXE_gostep"));
        command.args(["whatif", "-o", OUTPUT, "--gomaxprocs", GOMAXPROCS]).args(how);
        if self.program.len() > 1 {
            command.arg("--dir").arg(&self.go.dir);
        }
        let output = command.args(&self.program).args(changes).output().unwrap();
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{changes:?}: {errors}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Brings everything back, makes the changes, and builds.
    pub fn run(&mut self, changes: &[&str], how: &[&str]) -> Log {
        self.restore();
        let mut settings = Settings { output: OUTPUT.to_owned(), ..Settings::default() };
        let spoils = |change: &&str| DAMAGES.contains(&change.split('=').next().unwrap());
        if changes.iter().any(spoils) {
            self.archives = self.archives_used(&settings);
        }
        for (at, change) in changes.iter().enumerate() {
            if *change == "then" {
                self.build(&mut settings, &[]);
                if changes[at..].iter().any(spoils) {
                    self.archives = self.archives_used(&settings);
                }
            } else {
                self.apply(change, &mut settings);
            }
        }
        let log = self.build(&mut settings, how);
        self.settings = settings;
        log
    }

    fn build(&self, settings: &mut Settings, how: &[&str]) -> Log {
        let once = std::mem::take(&mut settings.once_flags);
        let output = self
            .go
            .command(self.go.binary())
            .envs(&settings.environment)
            .envs(std::mem::take(&mut settings.once_environment))
            .args(["build", "-x"])
            .args(how)
            .args(once)
            .args(&settings.flags)
            .args(["-o", &settings.output, self.target])
            .output()
            .unwrap();
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        let compiles = text.lines().filter(|line| line.contains("/compile -o "));
        let package = |line: &str| line.split(" -p ").nth(1).and_then(|rest| rest.split(' ').next()).map(str::to_owned);
        // The go command names a failed package as it knows it.
        let failed = text.lines().filter_map(|line| line.strip_prefix("# ")).filter(|line| *line != "import config");
        let root = self.root_path();
        let failed = failed.map(|path| if path == root { "main".to_owned() } else { path.to_owned() });
        let linked = text.lines().any(|line| line.contains("/link -o "));
        Log {
            compiled: compiles.filter_map(package).collect(),
            failed: failed.filter(|_| !linked).collect(),
            linked,
            exit_code: i64::from(output.status.code().unwrap()),
            text,
        }
    }

    fn root_path(&self) -> String {
        let listed = self.go.output(&["list", "-f", "{{.ImportPath}}", self.target]);
        listed.trim().to_owned()
    }

    fn apply(&self, change: &str, settings: &mut Settings) {
        let (name, value) = change.split_once('=').unwrap_or((change, ""));
        let flag = |flag: &str| format!("-{flag}={value}");
        match name {
            "nothing" => {}
            "touch" => {
                let path = self.file(value);
                let text = fs::read(&path).unwrap();
                fs::write(path, text).unwrap();
            }
            "comment" | "shift" | "func" | "export" | "const" | "body" | "inline" | "import" => {
                self.edit(name, value, settings.edits);
                settings.edits += 1;
            }
            "undo" if value.is_empty() => self.restore_sources(),
            "undo" => {
                let dir = &self.dirs[value];
                let from = self.path("sources").join(dir.strip_prefix(self.path("src")).unwrap());
                for file in fs::read_dir(from).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file())
                {
                    fs::copy(&file, dir.join(file.file_name().unwrap())).unwrap();
                }
            }
            "delete-output" => fs::remove_file(self.go.dir.join(&settings.output)).unwrap(),
            "alter-output" => {
                let path = self.go.dir.join(&settings.output);
                let mut bytes = fs::read(&path).unwrap();
                let last = bytes.len() - 1;
                bytes[last] ^= 1;
                fs::write(path, bytes).unwrap();
            }
            "output" => value.clone_into(&mut settings.output),
            damage if DAMAGES.contains(&damage) => self.spoil(name, value),
            "clean-cache" => {
                self.go.output(&["clean", "-cache"]);
            }
            "verify-cache" => {
                settings.once_environment.insert("GODEBUG".into(), "gocacheverify=1".into());
            }
            "all" => settings.once_flags.push("-a".into()),
            "trimpath" => settings.flags.push("-trimpath".into()),
            "ldflags" | "gcflags" | "buildmode" | "pgo" => settings.flags.push(flag(name)),
            "CGO_ENABLED" | "GOARCH" | "CC" => {
                settings.environment.insert(name.to_owned(), value.to_owned());
            }
            other => panic!("no change {other}"),
        }
    }

    /// The file of `PKG/FILE`.
    fn file(&self, value: &str) -> PathBuf {
        let slashes = value.rmatch_indices('/').map(|(at, _)| (&value[..at], &value[at + 1..]));
        let mut files = slashes.filter_map(|(package, file)| Some(self.dirs.get(package)?.join(file)));
        files.find(|path| path.exists()).unwrap_or_else(|| panic!("{value} is no file"))
    }

    fn edit(&self, edit: &str, value: &str, number: usize) {
        let (path, function, import) = match edit {
            "body" | "inline" => {
                let dot = value.rfind('/').map_or(0, |at| at);
                let at = dot + value[dot..].find('.').expect("PKG.FUNC");
                (self.file_with(&value[..at], &value[at + 1..]), Some(&value[at + 1..]), None)
            }
            "import" => {
                let (package, import) = value.split_once(':').unwrap();
                (self.first_file(package), None, Some(import))
            }
            _ if self.dirs.contains_key(value) => (self.first_file(value), None, None),
            _ => (self.file(value), None, None),
        };
        let before = fs::read(&path).unwrap();
        // Embedded files may be no text.
        let after = match String::from_utf8(before.clone()) {
            Ok(text) => edited(&text, edit, number, function, import).into_bytes(),
            Err(_) if edit == "comment" => [before.as_slice(), b"// gostep\n"].concat(),
            Err(error) => panic!("{}: {error}", path.display()),
        };
        // A file of the Go tree may be another name of an installed one, whose content must stay.
        if !path.starts_with(self.path("src")) && !kept(&path).exists() {
            fs::rename(&path, kept(&path)).unwrap();
        }
        fs::write(&path, after).unwrap();
    }

    fn go_files(&self, package: &str) -> Vec<PathBuf> {
        let dir = &self.dirs[package];
        let mut files: Vec<PathBuf> = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.retain(|path| path.extension().is_some_and(|ext| ext == "go"));
        files.retain(|path| !path.to_str().unwrap().ends_with("_test.go"));
        files.sort();
        files
    }

    fn first_file(&self, package: &str) -> PathBuf {
        self.go_files(package).swap_remove(0)
    }

    fn file_with(&self, package: &str, function: &str) -> PathBuf {
        let name = function.rsplit('.').next().unwrap();
        let has = |path: &PathBuf| {
            let text = fs::read_to_string(path).unwrap();
            text.lines().any(|line| {
                line.starts_with("func ")
                    && (line.contains(&format!(" {name}(")) || line.contains(&format!(" {name}[")))
            })
        };
        self.go_files(package).into_iter().find(has).unwrap_or_else(|| panic!("{package} has no {function}"))
    }

    /// Spoils the cache entry of a package.
    fn spoil(&self, damage: &str, package: &str) {
        let data = &self.archives[package];
        let id = self.go.output(&["tool", "buildid", data.to_str().unwrap()]);
        let index = || self.index_file(id.trim().split('/').next().unwrap());
        let mut bytes = fs::read(data).unwrap();
        match damage {
            "delete-data" => fs::remove_file(data).unwrap(),
            "delete-index" => fs::remove_file(index()).unwrap(),
            "garbage-index" => fs::write(index(), "garbage").unwrap(),
            "truncate" => fs::write(data, &bytes[..bytes.len() / 2]).unwrap(),
            "append" => fs::OpenOptions::new().append(true).open(data).unwrap().write_all(b"x").unwrap(),
            "alter" => {
                let last = bytes.len() - 2;
                bytes[last] ^= 1;
                fs::write(data, bytes).unwrap();
            }
            "zero-head" => {
                let end = bytes.len().min(4096);
                bytes[..end].fill(0);
                fs::write(data, bytes).unwrap();
            }
            other => panic!("no damage {other}"),
        }
    }

    /// The data file of every package, as a link with these settings names it.
    fn archives_used(&self, settings: &Settings) -> BTreeMap<String, PathBuf> {
        let again = self.path("again");
        let output = self
            .go
            .command(self.go.binary())
            .envs(&settings.environment)
            .args(["build", "-x"])
            .args(&settings.flags)
            .arg("-o")
            .args([again.to_str().unwrap(), self.target])
            .output()
            .unwrap();
        let _ = fs::remove_file(again);
        let text = String::from_utf8(output.stderr).unwrap();
        let root = self.root_path();
        let lines = text.lines().filter_map(|line| line.strip_prefix("packagefile ")?.split_once('='));
        lines.map(|(path, file)| (if path == root { "main" } else { path }.to_owned(), PathBuf::from(file))).collect()
    }

    /// Index files are named by the action hash, of which the build ID has the first 15 bytes.
    fn index_file(&self, action_id: &str) -> PathBuf {
        use base64::Engine;
        let bytes = base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(action_id).unwrap();
        let hex = bytes.iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
        let dir = self.go.cache.join(&hex[..2]);
        let found = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).find(|path| {
            let name = path.file_name().unwrap().to_str().unwrap();
            name.starts_with(&hex) && name.ends_with("-a")
        });
        found.expect("the action is in the cache")
    }

    fn cache_files(&self) -> BTreeSet<PathBuf> {
        let mut files = BTreeSet::new();
        for entry in fs::read_dir(&self.go.cache).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && path.file_name().unwrap().len() == 2 {
                // Since go1.24 tools lie in folders of their own.
                files.extend(
                    fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file()),
                );
            }
        }
        files
    }

    /// Cache, executable and sources as they were after the first build.
    fn restore(&self) {
        let now = self.cache_files();
        for file in now.difference(&self.full) {
            fs::remove_file(file).unwrap();
        }
        let full = self.path("full");
        for file in &self.full {
            let original = fs::read(full.join(file.strip_prefix(&self.go.cache).unwrap())).unwrap();
            if fs::read(file).ok().as_ref() != Some(&original) {
                fs::create_dir_all(file.parent().unwrap()).unwrap();
                fs::write(file, original).unwrap();
            }
        }
        self.restore_sources();
        for name in [OUTPUT, "another"] {
            let _ = fs::remove_file(self.go.dir.join(name));
        }
        fs::copy(self.path("executable"), self.go.dir.join(OUTPUT)).unwrap();
    }

    fn restore_sources(&self) {
        let top = self.path("src");
        restore_tree(&self.path("sources"), &top);
        for dir in self.dirs.values().filter(|dir| !dir.starts_with(&top)) {
            // Packages of an own Go tree are links to the installed one, but for those that were edited.
            for entry in fs::read_dir(dir).unwrap() {
                let path = entry.unwrap().path();
                if let Some(edited) = path.to_str().unwrap().strip_suffix(KEPT) {
                    fs::rename(&path, edited).unwrap();
                }
            }
        }
    }
}

/// Copies the archives of the standard library from a cache that all programs share. Those of the programs themselves
/// are never found there: each lies in a directory of its own.
fn fill_cache(go: &Go, target: &str) {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _one = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let shared = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("go-whatif-cache-{}", go.release));
    let standard = "{{if .Standard}}{{.ImportPath}}{{end}}";
    let packages = go.output(&["list", "-deps", "-f", standard, target]);
    let packages = packages.split_whitespace().filter(|path| *path != "unsafe");
    let filled = go.command(go.binary()).env("GOCACHE", &shared).arg("build").args(packages).output().unwrap();
    assert!(filled.status.success(), "{}", String::from_utf8_lossy(&filled.stderr));
    copy(&shared, &go.cache);
}

/// Where the original of an edited file is kept.
fn kept(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(KEPT);
    PathBuf::from(name)
}

const KEPT: &str = ".gostep-original";

fn restore_tree(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            restore_tree(&entry.path(), &target);
        } else {
            let before = fs::read(entry.path()).unwrap();
            if fs::read(&target).ok().as_ref() != Some(&before) {
                fs::write(target, before).unwrap();
            }
        }
    }
}

/// A Go tree whose sources are further names of the installed ones; tools and headers are shared.
fn copy_of_tree(installed: &Path, to: &Path) -> PathBuf {
    fs::create_dir_all(to).unwrap();
    for name in ["bin", "pkg", "VERSION", "go.env"] {
        if installed.join(name).exists() {
            std::os::unix::fs::symlink(installed.join(name), to.join(name)).unwrap();
        }
    }
    link_tree(&installed.join("src"), &to.join("src"));
    to.to_owned()
}

fn link_tree(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name();
        let target = to.join(&name);
        if entry.file_type().unwrap().is_dir() {
            if name != "testdata" {
                link_tree(&entry.path(), &target);
            }
        } else if fs::hard_link(entry.path(), &target).is_err() {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// What is wrong with what gostep says, if anything is.
fn difference(real: &Log, ours: &Ours) -> Option<String> {
    let missing: Vec<&String> = ours.least.difference(&real.compiled).collect();
    let beyond: Vec<&String> = real.compiled.difference(&ours.most).collect();
    if !missing.is_empty() {
        return Some(format!("said to be compiled in any case, but was not: {missing:?}"));
    }
    if !beyond.is_empty() {
        return Some(format!("compiled, but said not to be: {beyond:?}"));
    }
    if ours.exact && ours.least != ours.most {
        return Some("exact, and yet two bounds".to_owned());
    }
    if (ours.link.0 && !real.linked) || (!ours.link.1 && real.linked) {
        return Some(format!("linked: {}, said to be {:?}", real.linked, ours.link));
    }
    if ours.failed != real.failed {
        return Some(format!("failed: {:?}, said to {:?}", real.failed, ours.failed));
    }
    (ours.exit_code != real.exit_code).then(|| format!("exit code {}, said {}", real.exit_code, ours.exit_code))
}

fn shortly(real: &Log) -> String {
    format!(
        "compiled {:?}, linked {}, failed {:?}, exit code {}",
        real.compiled, real.linked, real.failed, real.exit_code
    )
}
