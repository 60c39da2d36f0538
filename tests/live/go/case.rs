//! One line of the table: a program, how it is built, and what is compared.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::canonical::canonical;
use crate::compare::{assert_same_commands, assert_same_lines};
use crate::folder::copy;
use crate::go_command::{GOMAXPROCS, Go};
use crate::toolchain::{RELEASES, SAMPLE_RELEASE};

/// How much is compared.
#[derive(Clone, Copy)]
pub enum What {
    /// `go build -n` of every release.
    DryRun,
    /// That, and cold builds of the sample's release.
    Cold,
    /// That, and cold builds of every release.
    ColdEverywhere,
}

/// One line of the table.
pub struct Case {
    pub name: &'static str,
    /// Below `tests/programs/`; `GOROOT/src` is the standard tree itself.
    pub folder: &'static str,
    pub arguments: &'static str,
    pub environment: &'static str,
}

impl Case {
    /// Runs the real builds and compares.
    pub fn check(&self, what: What) {
        for release in RELEASES {
            self.check_dry_run(release);
        }
        match what {
            What::DryRun => {}
            What::Cold => self.check_cold(SAMPLE_RELEASE),
            What::ColdEverywhere => RELEASES.into_iter().for_each(|release| self.check_cold(release)),
        }
    }

    /// `-n`, from an imported program, that is, lists and hashes of the files: every ID must be right.
    fn check_dry_run(&self, release: &'static str) {
        let place = Place::of(self);
        // Listing is quicker with a warm cache, and puts no archive there that would shorten the log.
        let cache = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("go-list-cache-{release}"));
        let go = self.go(release, &place, cache);
        let words = split(self.arguments);
        let real = go.log(&[&["build", "-n"], words_of(&words).as_slice()].concat());
        let (list, env) = place.write_lists(&go, &listed_arguments(&words));
        let program = place.path("program.json");
        // No module cache is there, from which releases before go1.23 would take the checksums of vendored modules.
        let imported = go
            .command(env!("CARGO_BIN_EXE_gostep"))
            .args(["import", "--list", &list, "--env", &env, "--go-sum", "/dev/null", "-o", &program])
            .args(listed_arguments(&words))
            .output()
            .unwrap();
        assert!(imported.status.success(), "{}", String::from_utf8_lossy(&imported.stderr));
        let ours = self.gostep(&go, &["-n"], &[&program], &output_only(&words));
        assert_same_lines(&format!("{} of go{release} with -n", self.name), &real, &ours);
    }

    /// `-x -work`, on a cache that holds nothing.
    fn check_cold(&self, release: &'static str) {
        let place = Place::of(self);
        let go = self.go(release, &place, place.root.path().join("cache"));
        let words = split(self.arguments);
        let title = |how: &str| format!("{} of go{release} with {how}", self.name);

        let real = build(&go, "1", &words);
        let work_dir = work_dir(&real);
        let recording = place.path("recording.json");
        let recorded = go
            .command(env!("CARGO_BIN_EXE_gostep"))
            .args(["import", "--run-go", "--output", &recording, "--go"])
            .arg(go.binary())
            .args(listed_arguments(&words))
            .output()
            .unwrap();
        assert!(recorded.status.success(), "{}", String::from_utf8_lossy(&recorded.stderr));
        // It was recorded with its flags, and keeps them.
        let ours = self.gostep(&go, &["-p", "1", "--work-dir", &work_dir], &[&recording], &output_only(&words));
        assert_same_lines(&title("-x -work -p 1"), &real, &ours);

        let (list, env) = place.write_lists(&go, &listed_arguments(&words));
        let ours = self.gostep(&go, &["-p", "1"], &["--list", &list, "--env", &env], &words);
        assert_same_lines(&title("-x -work -p 1, from lists alone"), &canonical(&real), &canonical(&ours));
        drop_work_dir(&work_dir);

        // How many threads each compile gets depends on what else runs since go1.26.
        if release != SAMPLE_RELEASE {
            return;
        }
        let fresh = Go { cache: go.cache.clone(), ..self.go(release, &place, place.root.path().join("cache")) };
        fresh.output(&["clean", "-cache"]);
        place.remove_result(&words);
        let real = build(&fresh, "4", &words);
        let work_dir = self::work_dir(&real);
        let ours = self.gostep(&go, &["-p", "4", "--work-dir", &work_dir], &[&recording], &output_only(&words));
        assert_same_commands(&title("-x -work -p 4"), &real, &ours);
        drop_work_dir(&work_dir);
    }

    fn go(&self, release: &'static str, place: &Place, cache: PathBuf) -> Go {
        let environment: BTreeMap<_, _> = split(self.environment)
            .iter()
            .map(|setting| setting.split_once('=').expect("NAME=VALUE"))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        let mut go = Go::new(release, place.dir.clone(), cache, &environment);
        if self.folder == "GOROOT/src" {
            go.dir = go.goroot.join("src");
        }
        go
    }

    /// What `gostep build` prints for the same build.
    fn gostep(&self, go: &Go, how: &[&str], program: &[&str], words: &[String]) -> String {
        let output = go
            .command(env!("CARGO_BIN_EXE_gostep"))
            .args(["build", "--gomaxprocs", GOMAXPROCS])
            .args(directory(go, words))
            .args(how)
            .args(gostep_flags(words))
            .args(program)
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{} of go{}: gostep build failed: {}",
            self.name,
            go.release,
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).unwrap()
    }
}

/// A copy of a program in a directory of its own.
struct Place {
    root: tempfile::TempDir,
    dir: PathBuf,
}

impl Place {
    fn of(case: &Case) -> Self {
        let root = tempfile::Builder::new().prefix("gostep-live-").tempdir().unwrap();
        let top = root.path().canonicalize().unwrap().join("src");
        let programs = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs");
        if case.folder == "GOROOT/src" {
            std::fs::create_dir_all(&top).unwrap();
            return Self { dir: top, root };
        }
        // The first folder is copied whole: what lies beside a program may belong to it.
        let first = case.folder.split('/').next().unwrap_or_default();
        copy(&programs.join(first), &top.join(first));
        Self { dir: top.join(case.folder), root }
    }

    fn path(&self, name: &str) -> String {
        self.root.path().join(name).to_str().unwrap().to_owned()
    }

    /// Writes what `go list` and `go env` print; tells the names of the files.
    fn write_lists(&self, go: &Go, arguments: &[&str]) -> (String, String) {
        let (list, env) = (self.path("list.json"), self.path("env.json"));
        std::fs::write(&list, go.output(&[&["list", "-json", "-deps"], arguments].concat())).unwrap();
        std::fs::write(&env, go.output(&["env", "-json"])).unwrap();
        (list, env)
    }

    /// So that the next build starts from nothing.
    fn remove_result(&self, words: &[String]) {
        if let Some(at) = words.iter().position(|word| word == "-o") {
            std::fs::remove_file(self.dir.join(&words[at + 1])).unwrap();
        } else {
            // A result with a name of its own is the only file without an extension.
            let results: Vec<_> = std::fs::read_dir(&self.dir)
                .unwrap()
                .map(|entry| entry.unwrap().path())
                .filter(|path| path.is_file() && path.extension().is_none())
                .collect();
            assert_eq!(results.len(), 1, "{results:?}");
            std::fs::remove_file(&results[0]).unwrap();
        }
    }
}

fn build(go: &Go, workers: &str, words: &[String]) -> String {
    go.log(&[&["build", "-x", "-work", "-p", workers], words_of(words).as_slice()].concat())
}

pub fn work_dir(log: &str) -> String {
    log.lines().next().and_then(|line| line.strip_prefix("WORK=")).expect("a log begins with WORK=").to_owned()
}

pub fn drop_work_dir(dir: &str) {
    assert!(Path::new(dir).file_name().unwrap().to_str().unwrap().starts_with("go-build"));
    std::fs::remove_dir_all(dir).unwrap();
}

/// Splits at spaces; `'…'` groups.
fn split(arguments: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (at, part) in arguments.split('\'').enumerate() {
        if at % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

/// `-o NAME` without the flags, and the target.
fn output_only(words: &[String]) -> Vec<String> {
    let output = words.iter().position(|word| word == "-o").map_or(&[][..], |at| &words[at..at + 2]);
    [output, &words[words.len() - 1..]].concat()
}

fn words_of(words: &[String]) -> Vec<&str> {
    words.iter().map(String::as_str).collect()
}

/// The arguments that go list shares with go build: all but `-o NAME`.
fn listed_arguments(words: &[String]) -> Vec<&str> {
    let mut words = words_of(words);
    if let Some(at) = words.iter().position(|word| *word == "-o") {
        words.drain(at..at + 2);
    }
    words
}

/// Where the command is given, if the list cannot tell: an import path is the same everywhere.
fn directory(go: &Go, words: &[String]) -> Vec<String> {
    let target = words.last().expect("a target");
    if target.starts_with('.') || Path::new(target).extension().is_some_and(|extension| extension == "go") {
        return Vec::new();
    }
    vec!["--dir".to_owned(), go.dir.to_str().unwrap().to_owned()]
}

/// The flags as gostep spells them: `-o NAME` as it is, long ones with two dashes.
fn gostep_flags(words: &[String]) -> Vec<String> {
    let mut flags = Vec::new();
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        if word == "-o" {
            flags.extend([word.clone(), rest.next().expect("-o has a value").clone()]);
        } else if word.starts_with('-') {
            flags.push(format!("-{word}"));
        }
    }
    flags
}
