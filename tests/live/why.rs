//! `gostep why` on pairs of real builds whose cause is known.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::folder::copy;
use crate::go_command::Go;

const RELEASES: [&str; 3] = ["1.21.13", "1.23.9", "1.27.3"];

/// Two builds, with what is different in the second one.
#[derive(Default)]
struct Pair {
    arguments: [&'static [&'static str]; 2],
    environment: [&'static [(&'static str, &'static str)]; 2],
    /// A file and what is added to it between the builds.
    edit: Option<(&'static str, &'static str)>,
    /// Whether the second build is done in a copy.
    moved: bool,
    /// Whether the second build is done by another release.
    other_release: bool,
}

/// A program in a folder of its own, with a cache for both builds.
struct Place {
    root: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Self { root: tempfile::Builder::new().prefix("gostep-why-").tempdir().unwrap() };
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs/chain"), &place.dir("chain"));
        place
    }

    fn dir(&self, name: &str) -> PathBuf {
        self.root.path().canonicalize().unwrap().join(name)
    }

    /// A cache that all tests share keeps what was compiled for the same inputs.
    fn go(&self, release: &'static str, dir: &str, environment: &[(&str, &str)]) -> Go {
        let cache = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("go-why-cache-{release}"));
        let environment: BTreeMap<_, _> =
            environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Go::new(release, self.dir(dir), cache, &environment)
    }

    /// What two builds tell, with a debug setting or a flag that makes them tell it, and the answer.
    fn why(&self, release: &'static str, pair: &Pair, told: fn(&Go, &[&str]) -> String) -> Value {
        let first = self.go(release, "chain", pair.environment[0]);
        std::fs::write(self.dir("before"), told(&first, pair.arguments[0])).unwrap();
        if let Some((file, text)) = pair.edit {
            let path = self.dir("chain").join(file);
            let old = std::fs::read_to_string(&path).unwrap_or_default();
            std::fs::write(path, old + text).unwrap();
        }
        if pair.moved {
            copy(&self.dir("chain"), &self.dir("moved"));
        }
        let other = if release == "1.23.9" { "1.27.3" } else { "1.23.9" };
        let second = if pair.other_release { other } else { release };
        let second = self.go(second, if pair.moved { "moved" } else { "chain" }, pair.environment[1]);
        std::fs::write(self.dir("after"), told(&second, pair.arguments[1])).unwrap();
        let answer = first
            .command(env!("CARGO_BIN_EXE_gostep"))
            .args(["why", "--json"])
            .args([self.dir("before"), self.dir("after")])
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&answer.stderr);
        let json: Value = serde_json::from_slice(&answer.stdout).unwrap_or_else(|_| panic!("go{release}: {said}"));
        let differs = ["causes", "new", "gone", "again"].iter().any(|key| !json[key].as_array().unwrap().is_empty());
        assert_eq!(answer.status.code(), Some(i32::from(differs)), "{json:#}");
        json
    }
}

fn hashes(go: &Go, arguments: &[&str]) -> String {
    let debug = Go {
        environment: go.environment.clone(),
        goroot: go.goroot.clone(),
        dir: go.dir.clone(),
        cache: go.cache.clone(),
        ..*go
    };
    let output = debug
        .command(debug.binary())
        .env("GODEBUG", "gocachehash=1")
        .args(["build", "-o", "/dev/null"])
        .args(arguments)
        .arg(".")
        .output()
        .unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stderr).unwrap()
}

fn log(go: &Go, arguments: &[&str]) -> String {
    go.log(&[&["build", "-x", "-o", "/dev/null"], arguments, &["."]].concat())
}

fn list(go: &Go, arguments: &[&str]) -> String {
    go.output(&[&["list", "-json", "-deps"], arguments, &["."]].concat())
}

/// The causes as `INPUT NAME: BEFORE → AFTER`, with how many actions have them.
fn causes(answer: &Value) -> Vec<(String, usize)> {
    let text = |value: &Value| value.as_str().map(|text| format!(" {text}")).unwrap_or_default();
    let causes = answer["causes"].as_array().unwrap().iter();
    causes
        .map(|cause| {
            let name = if cause["cause"] == "input" {
                format!("{}{}", cause["input"].as_str().unwrap(), text(&cause["name"]))
            } else {
                cause["cause"].as_str().unwrap().to_owned()
            };
            (name, cause["actions"].as_array().unwrap().len())
        })
        .collect()
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect()
}

const WAY: [&str; 4] = [
    "build example.com/chain/leaf",
    "build example.com/chain/mid",
    "build example.com/chain",
    "link example.com/chain",
];

#[test]
#[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
fn hashes_tell_the_cause() {
    for release in RELEASES {
        let why = |pair: Pair| Place::new().why(release, &pair, hashes);
        let named = |name: &str, actions: usize| vec![(name.to_owned(), actions)];
        let all = |answer: &Value| usize::try_from(answer["actions"].as_u64().unwrap()).unwrap();

        let same = why(Pair::default());
        assert_eq!(causes(&same), [], "go{release}");

        let edited = why(Pair { edit: Some(("leaf/leaf.go", "\nfunc More() int { return 1 }\n")), ..Pair::default() });
        assert_eq!(causes(&edited), named("file leaf.go", 1), "go{release}");
        assert_eq!(texts(&edited["again"]).len(), 4, "go{release}");
        assert_eq!(texts(&edited["causes"][0]["way"]), WAY, "go{release}");

        // A remark at the end changes no line number and no code.
        let remark = why(Pair { edit: Some(("leaf/leaf.go", "\n// The end.\n")), ..Pair::default() });
        assert_eq!(causes(&remark), named("file leaf.go", 1), "go{release}");
        assert_eq!(texts(&remark["again"]), ["build example.com/chain/leaf"], "go{release}");

        let new = why(Pair { edit: Some(("mid/new.go", "package mid\n")), ..Pair::default() });
        assert_eq!(causes(&new), named("file new.go", 1), "go{release}");

        let trimmed = why(Pair { arguments: [&[], &["-trimpath"]], ..Pair::default() });
        assert_eq!(causes(&trimmed), named("trimpath", all(&trimmed)), "go{release}");

        let dated = why(Pair { arguments: [&["-ldflags=-X=main.d=1"], &["-ldflags=-X=main.d=2"]], ..Pair::default() });
        assert_eq!(causes(&dated), named("ldflags", 2), "go{release}");

        let unoptimized = why(Pair { arguments: [&[], &["-gcflags=all=-N"]], ..Pair::default() });
        assert_eq!(causes(&unoptimized), named("gcflags", all(&unoptimized) - 1), "go{release}");

        let of_goflags = why(Pair { environment: [&[], &[("GOFLAGS", "-gcflags=-l")]], ..Pair::default() });
        assert_eq!(causes(&of_goflags), named("gcflags", 1), "go{release}");

        let level = why(Pair { environment: [&[], &[("GOAMD64", "v2")]], ..Pair::default() });
        assert_eq!(causes(&level), named("level GOAMD64", all(&level)), "go{release}");

        let variable = why(Pair { environment: [&[], &[("GO_EXTLINK_ENABLED", "0")]], ..Pair::default() });
        assert_eq!(causes(&variable), named("variable GO_EXTLINK_ENABLED", 1), "go{release}");

        let without_c =
            why(Pair { environment: [&[("CGO_ENABLED", "1")], &[("CGO_ENABLED", "0")]], ..Pair::default() });
        assert_eq!(causes(&without_c), named("build_info CGO_ENABLED", 1), "go{release}");

        let moved = why(Pair { moved: true, ..Pair::default() });
        assert_eq!(causes(&moved), named("directory", 4), "go{release}");
        let hidden = why(Pair { moved: true, arguments: [&["-trimpath"], &["-trimpath"]], ..Pair::default() });
        assert_eq!(causes(&hidden), [], "go{release}");

        let other = why(Pair { other_release: true, ..Pair::default() });
        let found = causes(&other);
        assert_eq!(found[0].0, "release", "go{release}");
        assert!(found.iter().all(|(name, _)| ["release", "goroot"].contains(&name.as_str())), "go{release}: {found:?}");

        let pie = why(Pair { arguments: [&[], &["-buildmode=pie"]], ..Pair::default() });
        assert_eq!(causes(&pie), named("buildmode", all(&pie)), "go{release}");
    }
}

#[test]
#[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
fn a_commit_is_the_cause_of_a_link() {
    for release in RELEASES {
        let place = Place::new();
        let git = |words: &[&str]| {
            let mut git = std::process::Command::new("git");
            git.current_dir(place.dir("chain")).args(["-c", "user.name=gopher", "-c", "user.email=gopher@example.com"]);
            assert!(git.args(words).status().expect("git is installed").success());
        };
        let commit = || {
            git(&["add", "-A"]);
            git(&["commit", "-q", "--allow-empty", "-m", "more"]);
        };
        git(&["init", "-q"]);
        commit();
        let go = place.go(release, "chain", &[]);
        std::fs::write(place.dir("one"), hashes(&go, &[])).unwrap();
        commit();
        std::fs::write(place.dir("two"), hashes(&go, &[])).unwrap();
        let answer = go
            .command(env!("CARGO_BIN_EXE_gostep"))
            .args(["why", "--json"])
            .args([place.dir("one"), place.dir("two")])
            .output()
            .unwrap();
        let answer: Value = serde_json::from_slice(&answer.stdout).unwrap();
        assert_eq!(causes(&answer), [("build_info vcs.revision".to_owned(), 1)], "go{release}");
        assert_eq!(texts(&answer["again"]), WAY[2..], "go{release}");
    }
}

#[test]
#[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
fn logs_and_lists_tell_what_they_show() {
    for release in RELEASES {
        let edit = Some(("leaf/leaf.go", "\nfunc Other() int { return 2 }\n"));
        let edited = Place::new().why(release, &Pair { edit, ..Pair::default() }, log);
        assert!(causes(&edited).contains(&("not_shown".to_owned(), 1)), "go{release}: {edited:#}");
        let again = Place::new().why(release, &Pair { arguments: [&["-a"], &["-a"]], ..Pair::default() }, log);
        let all = usize::try_from(again["actions"].as_u64().unwrap()).unwrap();
        assert_eq!(causes(&again), [("not_cached".to_owned(), all)], "go{release}");
        let dated =
            Pair { arguments: [&["-a", "-ldflags=-X=main.d=1"], &["-a", "-ldflags=-X=main.d=2"]], ..Pair::default() };
        let dated = Place::new().why(release, &dated, log);
        assert!(causes(&dated).contains(&("ldflags".to_owned(), 2)), "go{release}: {dated:#}");

        let listed = Place::new().why(release, &Pair { edit, ..Pair::default() }, list);
        assert_eq!(causes(&listed), [], "go{release}");
        let exported = Pair { edit, arguments: [&["-export"], &["-export"]], ..Pair::default() };
        let exported = Place::new().why(release, &exported, list);
        assert_eq!(causes(&exported), [("not_shown".to_owned(), 1)], "go{release}");
        assert_eq!(texts(&exported["causes"][0]["way"]), WAY, "go{release}");
        let new = Pair { edit: Some(("mid/new.go", "package mid\n")), ..Pair::default() };
        assert_eq!(causes(&Place::new().why(release, &new, list)), [("file new.go".to_owned(), 1)], "go{release}");
        let system = Pair {
            environment: [&[("CGO_ENABLED", "0")], &[("CGO_ENABLED", "0"), ("GOOS", "windows")]],
            ..Pair::default()
        };
        assert_eq!(causes(&Place::new().why(release, &system, list))[0].0, "system", "go{release}");
    }
}
