//! What surrounds a build: the repository of its sources, profiles, flags that `gostep import` has to keep or refuse.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};

use super::case::{drop_work_dir, work_dir};

use crate::compare::assert_same_lines;
use crate::folder::copy;
use crate::go_command::{GOMAXPROCS, Go};
use crate::toolchain::RELEASES;

/// Before go1.23 a profile is used in another way.
const PROFILED: [&str; 3] = ["1.21.13", "1.23.9", "1.27.3"];

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
            .args(["import", "--run-go", "-o", &self.path("recording.json"), "--go"])
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
fn in_a_repository() {
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
fn refuses_to_record_what_it_would_build_otherwise() {
    let repository = Repository::of("below");
    std::fs::write(repository.dir().join("over.json"), "{").unwrap();
    for release in RELEASES {
        let go = repository.go(release);
        for (arguments, said) in [
            (&["-linkshared", "./cmd/tool"][..], "-linkshared"),
            (&["-overlay=over.json", "./cmd/tool"], "over.json"),
            (&["-e", "./cmd/tool"], "-e"),
            (&["-n", "./cmd/tool"], "-n"),
        ] {
            let refused = repository.record(&go, arguments);
            let stderr = String::from_utf8(refused.stderr).unwrap();
            assert_eq!((refused.status.code(), stderr.contains(said)), (Some(2), true), "go{release}: {stderr}");
            assert!(!Path::new(&repository.path("recording.json")).exists(), "nothing is written");
        }
    }
}

/// What both refuse, in the same words: arguments of `go build`, a setting, and the folder.
#[test]
#[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
fn refuses_what_the_real_one_refuses() {
    let place = Repository::of("chain");
    std::fs::create_dir(place.dir().join("chain")).unwrap();
    std::fs::write(place.dir().join("chain/lib.go"), "package lib\n").unwrap();
    let module = std::fs::read_to_string(place.dir().join("go.mod")).unwrap();
    let path = module.split_whitespace().nth(1).unwrap();
    assert!(path.ends_with("/chain"), "the executable has the name of a directory");
    std::fs::write(
        place.dir().join("main.go"),
        format!("package main\n\nimport _ \"{path}/chain\"\n\nfunc main() {{}}\n"),
    )
    .unwrap();
    for release in RELEASES {
        for (arguments, setting) in [
            (&["."][..], ("GOOS", "linux")),
            (&["-o", "leaf/", "./leaf"], ("GOOS", "linux")),
            (&["-o", ".", "./leaf"], ("GOOS", "linux")),
            (&["-o", "main.go", "."], ("GOOS", "linux")),
            (&["-o", "go.mod", "."], ("GOOS", "linux")),
            (&["-buildmode=pie", "-o", "x", "."], ("GOOS", "freebsd")),
            (&["-buildmode=pie", "-o", "x", "."], ("GOOS", "netbsd")),
            (&["-buildmode=pie", "-o", "x", "."], ("GOARCH", "loong64")),
            (&["-buildmode=pie", "-o", "x", "."], ("GOARCH", "s390x")),
            (&["-buildmode=pie", "-o", "x", "."], ("GOARCH", "riscv64")),
            (&["-buildmode=pie", "-o", "x", "."], ("GOARCH", "mips")),
        ] {
            let mut go = place.go(release);
            go.environment = BTreeMap::from([setting, ("CGO_ENABLED", "0")].map(|(a, b)| (a.to_owned(), b.to_owned())));
            let title = format!("go{release} build {} with {setting:?}", arguments.join(" "));
            let source = std::fs::read_to_string(place.dir().join("main.go")).unwrap();
            let go_mod = std::fs::read_to_string(place.dir().join("go.mod")).unwrap();
            // A dry run writes nothing; that something would be written over only a real build finds.
            let replaces = arguments.iter().any(|argument| ["main.go", "go.mod"].contains(argument));
            let how = if replaces { "-x" } else { "-n" };
            let real = go.command(go.binary()).args(["build", how]).args(arguments).output().unwrap();
            std::fs::write(place.dir().join("main.go"), source).unwrap();
            std::fs::write(place.dir().join("go.mod"), go_mod).unwrap();
            let said = String::from_utf8(real.stderr).unwrap();
            let (list, env) = (place.path("list.json"), place.path("env.json"));
            let target = [*arguments.last().unwrap()];
            std::fs::write(&list, go.output(&[&["list", "-json", "-deps"][..], &target].concat())).unwrap();
            std::fs::write(&env, go.output(&["env", "-json"])).unwrap();
            let flags = &arguments[..arguments.len() - 1];
            let more: &[&str] = if how == "-n" { &["-n"] } else { &[] };
            let ours = go
                .command(env!("CARGO_BIN_EXE_gostep"))
                .args(["build", "--list", &list, "--env", &env])
                .args(flags)
                .args(more)
                .output()
                .unwrap();
            assert_eq!(real.status.success(), ours.status.success(), "{title}: {said}");
            if !real.status.success() {
                let told = [ours.stdout, ours.stderr].concat();
                let told = String::from_utf8(told).unwrap();
                let last = said.lines().last().unwrap().rsplit(": go build").next().unwrap();
                assert!(told.contains(last), "{title}: {last}\n{told}");
            }
        }
    }
}

#[test]
#[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
fn a_module_elsewhere_is_gone_to_however_its_path_is_written() {
    let repository = Repository::of("chain");
    let dir = repository.dir();
    let link = repository.path("link");
    std::os::unix::fs::symlink(&dir, &link).unwrap();
    for (from, target) in [("leaf", ".."), (".", "../src"), (".", "./leaf/../../src/"), (".", &link)] {
        let go = Go { dir: dir.join(from), ..repository.go(RELEASES[4]) };
        let imported = repository.record(&go, &[target]);
        assert!(imported.status.success(), "{from} {target}: {}", String::from_utf8_lossy(&imported.stderr));
    }
    // The shell may be in a directory by way of a link.
    let mut gostep = repository.go(RELEASES[4]).command(env!("CARGO_BIN_EXE_gostep"));
    gostep.current_dir(&link).env("PWD", &link);
    gostep.args(["import", "--run-go", "-o", &repository.path("recording.json"), "--go"]).arg(go_of(&repository));
    let imported = gostep.output().unwrap();
    assert!(imported.status.success(), "{}", String::from_utf8_lossy(&imported.stderr));
}

fn go_of(repository: &Repository) -> std::path::PathBuf {
    repository.go(RELEASES[4]).binary()
}

/// A profile beside main, which before go1.23 every compile reads, and is prepared once since then; and an overlay.
#[test]
#[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
fn with_a_profile_or_an_overlay() {
    for release in PROFILED {
        let repository = Repository::of("profile");
        let go = repository.go(release);
        repository.compare(&format!("a profile beside main, go{release}"), &go, &["-buildvcs=false", "./cmd/app"]);
        std::fs::write(
            repository.dir().join("lib/x.txt"),
            "package lib\n\nfunc Count(string, byte) int { return 1 }\n",
        )
        .unwrap();
        std::fs::write(repository.dir().join("over.json"), "{\"Replace\": {\"lib/lib.go\": \"lib/x.txt\"}}").unwrap();
        for (recorded, built) in [
            (None, &["-buildvcs=false", "-pgo=off", "./cmd/app"][..]),
            (Some(&["-pgo=off", "./lib"][..]), &["-trimpath", "-pgo=cmd/app/default.pgo", "./lib"]),
            (Some(&["-pgo=off", "-overlay=over.json", "./lib"]), &["-pgo=off", "-overlay=over.json", "./lib"]),
            (Some(&["-pgo=off", "./lib"]), &["-pgo=off", "-modfile=other.mod", "./lib"]),
        ] {
            std::fs::copy(repository.dir().join("go.mod"), repository.dir().join("other.mod")).unwrap();
            // An empty cache, since even a dry run leaves out what the cache has.
            let cache = tempfile::tempdir().unwrap();
            let fresh = Go { cache: cache.path().to_owned(), ..repository.go(release) };
            let real = fresh.log(&[&["build", "-n"], built].concat());
            if let Some(recorded) = recorded {
                let recorded = repository.record(&go, recorded);
                assert!(recorded.status.success(), "{}", String::from_utf8_lossy(&recorded.stderr));
            }
            let log = repository.path("real.log");
            std::fs::write(&log, real).unwrap();
            let mut verify = go.command(env!("CARGO_BIN_EXE_gostep"));
            let said = verify.args(["verify", &log, &repository.path("recording.json")]).output().unwrap();
            let said = String::from_utf8(said.stdout).unwrap();
            assert!(said.contains(": equal: "), "go{release} {built:?}: {said}");
        }
    }
}
