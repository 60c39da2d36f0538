//! What surrounds a build: the repository of its sources, profiles, flags that `gostep record` has to keep or refuse.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};

use super::case::{copy, drop_work_dir, work_dir};
use super::compare::assert_same_lines;
use super::go::{GOMAXPROCS, Go};
use super::toolchain::RELEASES;

/// A copy of a program in a git repository of its own.
struct Repository {
    root: tempfile::TempDir,
}

impl Repository {
    fn of(program: &str) -> Self {
        let root = tempfile::Builder::new().prefix("gostep-repo-").tempdir().unwrap();
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs").join(program), &root.path().join("src"));
        let repository = Self { root };
        for words in [&["init", "-q"][..], &["add", "-A"], &["commit", "-q", "-m", "first"]] {
            let mut git = Command::new("git");
            git.current_dir(repository.dir()).args(["-c", "user.name=gopher", "-c", "user.email=gopher@example.com"]);
            assert!(git.args(words).status().expect("git is installed").success());
        }
        repository
    }

    fn dir(&self) -> std::path::PathBuf {
        self.root.path().canonicalize().unwrap().join("src")
    }

    fn path(&self, name: &str) -> String {
        self.root.path().join(name).to_str().unwrap().to_owned()
    }

    fn go(&self, release: &'static str) -> Go {
        Go::new(release, self.dir(), self.root.path().join(format!("cache-{release}")), &BTreeMap::new())
    }

    fn record(&self, go: &Go, arguments: &[&str]) -> Output {
        let gostep = || go.command(env!("CARGO_BIN_EXE_gostep"));
        gostep()
            .args(["record", "-o", &self.path("recording.json"), "--go"])
            .arg(go.binary())
            .args(arguments)
            .output()
            .unwrap()
    }

    /// A real build, and the simulated one of the recording.
    fn compare(&self, title: &str, go: &Go, arguments: &[&str]) {
        let (target, flags) = arguments.split_last().unwrap();
        let output = self.path("out");
        let real = go.log(&[&["build", "-x", "-work", "-p", "1", "-o", &output], flags, &[*target]].concat());
        std::fs::remove_file(&output).unwrap();
        let recorded = self.record(go, arguments);
        assert!(recorded.status.success(), "{title}: {}", String::from_utf8_lossy(&recorded.stderr));
        let work = work_dir(&real);
        let recording = self.path("recording.json");
        let how = ["build", &recording, "-p", "1", "-o", &output, "--work-dir", &work, "--gomaxprocs", GOMAXPROCS];
        let ours = go.command(env!("CARGO_BIN_EXE_gostep")).args(how).output().unwrap();
        assert!(ours.status.success(), "{title}");
        let real: String = real.split_inclusive('\n').filter(|line| !asks_for_version(line)).collect();
        assert_same_lines(title, &real, &String::from_utf8(ours.stdout).unwrap());
        let told = go
            .command(env!("CARGO_BIN_EXE_gostep"))
            .args(["build", &recording, "-o", &output, "--json"])
            .output()
            .unwrap();
        assert_eq!(String::from_utf8(told.stderr).unwrap(), "", "{title}: nothing has to be assumed");
        drop_work_dir(&work);
    }
}

/// Since go1.24 the version of the main module is looked up in the repository, unless it is remembered; the lines tell
/// how long each question took.
fn asks_for_version(line: &str) -> bool {
    (line.starts_with("cd ") && line.contains("; git ")) || line.contains("s # cd ")
}

#[test]
#[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
fn live_go_in_a_repository() {
    let repository = Repository::of("below");
    for release in RELEASES {
        let go = repository.go(release);
        repository.compare(&format!("a clean repository, go{release}"), &go, &["./cmd/tool"]);
    }
    std::fs::write(repository.dir().join("notes.txt"), "not committed").unwrap();
    for release in RELEASES {
        let go = Go { cache: repository.root.path().join(format!("other-{release}")), ..repository.go(release) };
        std::fs::create_dir_all(&go.cache).unwrap();
        repository.compare(&format!("a changed repository, go{release}"), &go, &["-trimpath", "-tags=a", "./cmd/tool"]);
    }
}

#[test]
#[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
fn live_go_refuses_to_record_what_it_would_build_otherwise() {
    let repository = Repository::of("below");
    std::fs::write(repository.dir().join("cmd/tool/default.pgo"), "").unwrap();
    std::fs::write(repository.dir().join("over.json"), "{}").unwrap();
    for release in RELEASES {
        let go = repository.go(release);
        for (arguments, said) in [
            (&["./cmd/tool"][..], "default.pgo"),
            (&["-race", "./cmd/tool"], "-race"),
            (&["-cover", "./cmd/tool"], "-cover"),
            (&["-overlay=over.json", "./cmd/tool"], "-overlay"),
            (&["-e", "./cmd/tool"], "-e"),
            (&["-n", "./cmd/tool"], "-n"),
        ] {
            let refused = repository.record(&go, arguments);
            let stderr = String::from_utf8(refused.stderr).unwrap();
            assert_eq!((refused.status.code(), stderr.contains(said)), (Some(2), true), "go{release}: {stderr}");
            assert!(!Path::new(&repository.path("recording.json")).exists(), "nothing is written");
        }
        repository.compare(&format!("a profile that is not used, go{release}"), &go, &["-pgo=off", "./cmd/tool"]);
        std::fs::remove_file(repository.path("recording.json")).unwrap();
    }
}
