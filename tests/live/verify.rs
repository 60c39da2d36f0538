//! `gostep verify LOG LIST` without any flag: what the log was made with is read from the log.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::folder::copy;
use crate::go_command::Go;

/// Two releases with other dialects than the sample's, and that of the sample.
const RELEASES: [&str; 3] = ["1.21.13", "1.23.9", "1.27.3"];

/// Builds of one program: folder of `tests/programs/`, target, arguments of `go build` besides (one a word), environment.
type Build = (&'static str, &'static str, &'static [&'static str], &'static [(&'static str, &'static str)]);

/// What is printed without building: every kind of flag.
const DRY_RUNS: &[Build] = &[
    ("hello", "main.go", &[], &[]),
    ("hello", "main.go", &["-o", "/dev/null"], &[]),
    ("hello", "main.go", &["-work"], &[("GOMAXPROCS", "1")]),
    ("chain", ".", &["-trimpath"], &[("GOMAXPROCS", "7")]),
    ("chain", ".", &["-p", "1", "-o", "./new//bin/"], &[("GOMAXPROCS", "16")]),
    ("chain", ".", &["-o", "leaf"], &[]),
    ("chain", "./leaf", &["-gcflags=-N"], &[]),
    ("chain", "./leaf", &["-o", "leaf.a"], &[]),
    ("chain", ".", &["-ldflags=-s -w -X main.built=2026-11-29T10:00:00Z -X 'main.by=a b'"], &[]),
    ("chain", ".", &["-trimpath", "-ldflags=-s -X \"main.by=it's\""], &[]),
    ("chain", ".", &["-ldflags=-extld=clang -s"], &[]),
    ("chain", ".", &["-ldflags=-s -extld=clang"], &[]),
    ("chain", ".", &["-ldflags=", "-gcflags="], &[]),
    ("chain", ".", &["-ldflags=-s", "-ldflags=fmt=-w"], &[]),
    ("chain", ".", &["-gcflags=all=-N -l"], &[]),
    ("chain", ".", &["-gcflags=all=-N", "-gcflags=std=-l", "-asmflags=all=-S"], &[]),
    ("chain", ".", &["-gcflags=./...=-N", "-gcflags=all=-l -N", "-gcflags=internal/...=-l", "-gcflags=./leaf=-B"], &[]),
    ("chain", ".", &["-gcflags=-m=2 -d=ssa/check_bce"], &[]),
    ("asm", ".", &["-asmflags=-D NAME=1 -D GOAMD64_x"], &[]),
    ("asm", ".", &["-buildmode=pie", "-gcflags=all=-N"], &[]),
    ("asm", ".", &["-buildmode=exe"], &[("GOAMD64", "v3")]),
    ("asm", ".", &[], &[("GOOS", "darwin"), ("GOARCH", "arm64")]),
    ("asm", ".", &["-buildmode=exe"], &[("GOOS", "windows")]),
    ("asm", ".", &[], &[("GOARCH", "arm64"), ("GOARM64", "v8.1")]),
    ("hello", "main.go", &[], &[("GOARCH", "arm"), ("GOARM", "6")]),
    ("hello", "main.go", &[], &[("GOARCH", "386"), ("GO386", "softfloat")]),
    ("hello", "main.go", &[], &[("GOARCH", "ppc64le"), ("GOPPC64", "power9")]),
    ("hello", "main.go", &[], &[("GOARCH", "mipsle"), ("GOMIPS", "softfloat")]),
    ("hello", "main.go", &[], &[("GOARCH", "riscv64")]),
    ("tags", ".", &["-tags=full,fast"], &[]),
    ("chain", ".", &[], &[("CC", "clang -m64"), ("CGO_CFLAGS", "-O0 -g"), ("CGO_LDFLAGS", "-L/opt/a b")]),
    ("chain", ".", &[], &[("CGO_ENABLED", "0"), ("GOFLAGS", "-trimpath -gcflags=all=-N")]),
    ("vendor", ".", &["-mod=vendor"], &[]),
    ("replace/app", ".", &["-trimpath", "-v"], &[]),
    ("hello", ".", &["-v"], &[("GO111MODULE", "off")]),
    ("several", "./...", &["-v"], &[("CGO_ENABLED", "0")]),
    ("several", "./...", &["-trimpath", "-o", "bin/"], &[("CGO_ENABLED", "0")]),
];

/// What is really built, on an empty cache.
const COLD: &[Build] = &[
    ("hello", "main.go", &["-work", "-p", "1", "-v", "-ldflags=-s -w -X main.v=1", "-o", "bin/out"], &[]),
    ("chain", ".", &["-p", "3", "-trimpath", "-ldflags=-s -w", "-gcflags=all=-N -l"], &[("GOMAXPROCS", "6")]),
    ("asm", ".", &["-buildmode=pie", "-tags=x", "-o", "/dev/null"], &[("GOAMD64", "v2"), ("GOMAXPROCS", "2")]),
    ("chain", "./leaf", &["-work", "-gcflags=./...=-N", "-gcflags=-l"], &[("CGO_ENABLED", "0"), ("CC", "clang")]),
];

struct Place {
    root: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        Self { root: tempfile::Builder::new().prefix("gostep-verify-").tempdir().unwrap() }
    }

    fn path(&self, name: &str) -> String {
        self.root.path().canonicalize().unwrap().join(name).to_str().unwrap().to_owned()
    }

    fn go(&self, release: &'static str, folder: &str, environment: &[(&str, &str)], cache: PathBuf) -> Go {
        let first = folder.split('/').next().unwrap();
        let top = PathBuf::from(self.path("src"));
        if !top.join(first).exists() {
            copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs").join(first), &top.join(first));
        }
        let environment: BTreeMap<_, _> =
            environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Go::new(release, top.join(folder), cache, &environment)
    }

    /// Compares a log with a list that was made without flags of the build, but with its tags; with and without the
    /// environment.
    fn check(&self, go: &Go, build: &Build, log: &str, title: &str) {
        let (_, target, arguments, environment) = build;
        std::fs::write(self.path("log"), log).unwrap();
        let plain =
            environment.iter().filter(|(name, _)| ["GOOS", "GOARCH", "CGO_ENABLED", "GO111MODULE"].contains(name));
        let lister = Go {
            environment: plain.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
            release: go.release,
            goroot: go.goroot.clone(),
            dir: go.dir.clone(),
            cache: go.cache.clone(),
        };
        let tags = arguments.iter().filter(|argument| argument.starts_with("-tags") || argument.starts_with("-mod"));
        let arguments: Vec<&str> =
            ["list", "-json", "-deps"].into_iter().chain(tags.copied()).chain([*target]).collect();
        std::fs::write(self.path("list"), lister.output(&arguments)).unwrap();
        std::fs::write(self.path("env"), lister.output(&["env", "-json"])).unwrap();
        for more in [&["--env", &self.path("env")][..], &[]] {
            let output = go
                .command(env!("CARGO_BIN_EXE_gostep"))
                .args(["verify", &self.path("log"), "--list", &self.path("list")])
                .args(more)
                .output()
                .unwrap();
            let told = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
            assert!(output.status.success() && told.contains(": equal: "), "{title}, {more:?}:\n{told}");
        }
    }
}

fn title(release: &str, how: &str, (folder, target, arguments, environment): &Build) -> String {
    format!("go{release} build {how} {} {target} in {folder} with {environment:?}", arguments.join(" "))
}

#[test]
#[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
fn dry_runs_need_no_flags() {
    let mut wrong = Vec::new();
    for release in RELEASES {
        for build in DRY_RUNS {
            let place = Place::new();
            let (folder, target, arguments, environment) = build;
            let cache = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("go-list-cache-{release}"));
            let go = place.go(release, folder, environment, cache);
            let checked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
                let log = go.log(&[&["build", "-n"], *arguments, &[*target]].concat());
                place.check(&go, build, &log, &title(release, "-n", build));
            }));
            if checked.is_err() {
                wrong.push(title(release, "-n", build));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
#[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
fn cold_builds_need_no_flags() {
    for release in RELEASES {
        for build in COLD {
            let place = Place::new();
            let (folder, target, arguments, environment) = build;
            let go = place.go(release, folder, environment, place.path("cache").into());
            let log = go.log(&[&["build", "-x"], *arguments, &[*target]].concat());
            place.check(&go, build, &log, &title(release, "-x", build));
            if let Some(work) =
                log.lines().next().unwrap().strip_prefix("WORK=").filter(|work| Path::new(work).exists())
            {
                crate::go::drop_work_dir(work);
            }
        }
    }
}

/// `go install` and `go run`, with a directory for installed programs that the list does not name.
#[test]
#[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
fn other_commands_are_recognised() {
    const OTHERS: [(&[&str], &str); 3] = [
        (&["install", "-n"], "./..."),
        (&["install", "-n", "-trimpath"], "./cmd/beta"),
        (&["run", "-n"], "./cmd/alpha"),
    ];
    for release in RELEASES {
        for (arguments, target) in OTHERS {
            let place = Place::new();
            let settings: &[_] = &[("CGO_ENABLED", "0"), ("GOBIN", "/opt/x y/bin")];
            let cache = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("go-list-cache-{release}"));
            let go = place.go(release, "several", settings, cache);
            let log = go.log(&[arguments, &[target]].concat());
            let build: Build = ("several", target, &[], settings);
            place.check(&go, &build, &log, &format!("go{release} {}", arguments.join(" ")));
        }
    }
}
