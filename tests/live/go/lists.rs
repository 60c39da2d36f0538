//! Lists and environments that do not belong together, or are not of a plain build; and the forms in which they arrive.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Output;

use crate::go_command::Go;
use crate::toolchain::RELEASES;

/// A program that uses the network, which is cgo's where cgo is enabled.
const SOURCE: &str = "package main\n\nimport \"net\"\n\nfunc main() { _, _ = net.LookupHost(\"localhost\") }\n";

struct Place {
    root: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        let root = tempfile::Builder::new().prefix("gostep-lists-").tempdir().unwrap();
        let place = Self { root };
        std::fs::write(place.path("go.mod"), "module example.com/lists\n\ngo 1.21\n").unwrap();
        std::fs::write(place.path("main.go"), SOURCE).unwrap();
        std::fs::write(place.path("main_test.go"), "package main\n\nimport _ \"testing\"\n").unwrap();
        place
    }

    fn dir(&self) -> PathBuf {
        self.root.path().canonicalize().unwrap()
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir().join(name)
    }

    fn output(&self, release: &'static str, settings: &[(&str, &str)], arguments: &[&str]) -> String {
        let mut go = Go::new(release, self.dir(), self.path("cache"), &BTreeMap::new());
        go.environment = settings.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        go.output(arguments)
    }

    fn build(&self, list: &[u8], env: &[u8], more: &[&str]) -> Output {
        std::fs::write(self.path("list"), list).unwrap();
        std::fs::write(self.path("env"), env).unwrap();
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_gostep"));
        command.current_dir(self.dir()).args(["build", "-n", "--list", "list", "--env", "env"]);
        command.args(more).output().unwrap()
    }
}

const PURE: (&str, &str) = ("CGO_ENABLED", "0");
const CGO: (&str, &str) = ("CGO_ENABLED", "1");

#[test]
#[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
fn lists_that_do_not_fit_are_refused() {
    let place = Place::new();
    let list = ["list", "-json", "-deps"];
    for (number, release) in RELEASES.into_iter().enumerate() {
        let other = RELEASES[(number + 1) % RELEASES.len()];
        let env = place.output(release, &[PURE], &["env", "-json"]);
        let env_with_cgo = place.output(release, &[CGO], &["env", "-json"]);
        let goroot = |release: &'static str| place.output(release, &[PURE], &["env", "GOROOT"]).trim().to_owned();
        let listed = |settings: &[(&str, &str)], flags: &[&str]| {
            place.output(release, &[&[PURE][..], settings].concat(), &[&list[..], flags, &["."]].concat())
        };
        // The same tree in another place: only its packages tell.
        let neighbour =
            place.output(other, &[PURE], &[&list[..], &["."]].concat()).replace(&goroot(other), &goroot(release));
        let fields = |fields: &str| listed(&[], &[&format!("-json={fields}")]);
        for (list, env, words) in [
            (listed(&[("GOOS", "windows")], &[]), &env, "GOOS is linux in the environment, and the list is of windows"),
            (listed(&[("GOARCH", "arm64")], &[]), &env, "GOARCH is amd64 in the environment, and the list is of arm64"),
            (neighbour, &env, "GOVERSION is go1."),
            (listed(&[], &[]), &env_with_cgo, "CGO_ENABLED is 1 in the environment, and the list has net without cgo"),
            (listed(&[CGO], &[]), &env, "CGO_ENABLED is 0 in the environment, and the list has runtime/cgo with cgo"),
            (
                listed(&[CGO], &[]),
                &env_with_cgo.replace("-fmessage-length=0", "-Qunused-arguments -fmessage-length=0"),
                "with a C compiler that takes other flags than gcc",
            ),
            (
                listed(&[CGO], &["-race", "-tags=netgo"]),
                &env_with_cgo.replace("\"GOFLAGS\": \"\"", "\"GOFLAGS\": \"-race=false\""),
                "-race=false: the list was made with -race",
            ),
            (listed(&[], &["-test"]), &env, "the list was made with -test"),
            (fields("ImportPath,Imports,DepOnly"), &env, "the list lacks Dir, Name, GoFiles, Module of"),
            (
                fields("Dir,Name,ImportPath,Imports,DepOnly,Standard,Goroot,GoFiles"),
                &env,
                "the list lacks SFiles, HFiles, Module of",
            ),
            (env.clone(), &env, "this is what `go env -json` prints; give it with --env"),
            (listed(&[], &[]), &listed(&[], &[]), "this is what `go list -json` prints; give it with --list"),
            (listed(&[], &[]), &place.output(release, &[PURE], &["env"]), "this is what `go env` prints without -json"),
            (listed(&[], &[]), &place.output(release, &[PURE], &["env", "-json", "GOOS"]), "lacks GOVERSION"),
            (
                listed(&[], &[]),
                &env.replace("\"GOHOSTOS\": \"linux\"", "\"GOHOSTOS\": \"windows\""),
                "GOHOSTOS is windows",
            ),
            ("go: cannot find main module\n".to_owned(), &env, "only \"go: cannot find main module\""),
        ] {
            let ours = place.build(list.as_bytes(), env.as_bytes(), &[]);
            let said = String::from_utf8(ours.stderr).unwrap();
            assert!(said.contains(words), "go{release}: wanted {words:?}, said {said}");
            assert!(ours.stdout.is_empty() && !ours.status.success(), "go{release}: {words}");
            assert_eq!(said.lines().count(), 1, "go{release}: {said}");
        }
    }
}

#[test]
#[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
fn lists_are_read_in_every_form() {
    let place = Place::new();
    for release in [RELEASES[0], RELEASES[RELEASES.len() - 1]] {
        let list = place.output(release, &[PURE], &["list", "-json", "-deps", "."]);
        let env = place.output(release, &[PURE], &["env", "-json"]);
        let whole = place.build(list.as_bytes(), env.as_bytes(), &[]).stdout;
        assert!(whole.len() > 10_000);
        let utf16 = |text: &str| -> Vec<u8> {
            format!("\u{feff}{text}").replace('\n', "\r\n").encode_utf16().flat_map(u16::to_le_bytes).collect()
        };
        let objects: Vec<serde_json::Value> =
            serde_json::Deserializer::from_str(&list).into_iter().map(Result::unwrap).collect();
        let compiled = place.output(release, &[PURE], &["list", "-json", "-compiled", "-deps", "."]);
        let remark = "go: downloading example.com/x v1.0.0\n";
        for (form, list, env) in [
            ("UTF-16", utf16(&list), utf16(&env)),
            ("a mark", format!("\u{feff}{list}").into_bytes(), format!("\u{feff}{env}").into_bytes()),
            ("an array", serde_json::to_vec_pretty(&objects).unwrap(), env.clone().into_bytes()),
            ("remarks", format!("{remark}{list}warning: x\n").into_bytes(), format!("{remark}{env}").into_bytes()),
            ("compiled", compiled.into_bytes(), env.clone().into_bytes()),
        ] {
            let ours = place.build(&list, &env, &[]);
            assert!(ours.status.success(), "go{release}, {form}: {}", String::from_utf8_lossy(&ours.stderr));
            assert_eq!(ours.stdout, whole, "go{release}, {form}");
        }
        // With the tag net does without cgo, which is enabled all the same.
        let list = place.output(release, &[CGO], &["list", "-tags=netgo", "-json", "-deps", "."]);
        let env = place.output(release, &[CGO], &["env", "-json"]);
        assert!(place.build(list.as_bytes(), env.as_bytes(), &["--tags", "netgo"]).status.success(), "go{release}");
    }
}

/// The build info has the checksum of a vendored module up to go1.22, if the module cache has it; then none.
#[test]
#[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
fn checksums_of_vendored_modules() {
    let place = Place::new();
    let dirs = ["vendor/example.com/Dep", "module-cache/cache/download/example.com/!dep/@v", "no-module-cache"];
    for dir in dirs {
        std::fs::create_dir_all(place.path(dir)).unwrap();
    }
    for (file, text) in [
        ("go.mod", "module example.com/lists\n\ngo 1.21\n\nrequire example.com/Dep v1.0.0\n"),
        ("main.go", "package main\n\nimport \"example.com/Dep\"\n\nfunc main() { dep.F() }\n"),
        ("vendor/modules.txt", "# example.com/Dep v1.0.0\n## explicit; go 1.21\nexample.com/Dep\n"),
        ("vendor/example.com/Dep/dep.go", "package dep\n\nfunc F() {}\n"),
        (
            "module-cache/cache/download/example.com/!dep/@v/v1.0.0.ziphash",
            "h1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        ),
    ] {
        std::fs::write(place.path(file), text).unwrap();
    }
    for release in [RELEASES[0], RELEASES[1], RELEASES[2], RELEASES[RELEASES.len() - 1]] {
        for cache in ["module-cache", "no-module-cache"] {
            let mut go = Go::new(release, place.dir(), place.path("cache"), &BTreeMap::new());
            let module_cache = place.path(cache).to_str().unwrap().to_owned();
            go.environment = [("GOMODCACHE", module_cache.as_str()), ("CGO_ENABLED", "0")]
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .into();
            let empty = place.path(&format!("empty-{release}-{cache}"));
            let mut dry_run = go.command(go.binary());
            let dry_run = dry_run.env("GOCACHE", empty).args(["build", "-n", "-o", "out", "."]).output().unwrap();
            let real = String::from_utf8(dry_run.stderr).unwrap();
            std::fs::write(place.path("log"), &real).unwrap();
            std::fs::write(place.path("list"), go.output(&["list", "-json", "-deps", "."])).unwrap();
            std::fs::write(place.path("env"), go.output(&["env", "-json"])).unwrap();
            let binary = go.binary().to_str().unwrap().to_owned();
            let modinfo = |text: &str| -> String {
                let line = text.lines().find(|line| line.starts_with("modinfo ")).unwrap();
                line.to_owned()
            };
            for arguments in [
                &["verify", "--list", "list", "--env", "env", "log"][..],
                &["import", "--run-go", "-o", "recording.json", "--go", &binary, "."],
                &["verify", "log", "recording.json"],
                &["build", "recording.json"],
            ] {
                let ours = go.command(env!("CARGO_BIN_EXE_gostep")).args(arguments).output().unwrap();
                let said = String::from_utf8([ours.stdout, ours.stderr].concat()).unwrap();
                assert!(ours.status.success(), "go{release}, {cache}, {arguments:?}: {said}");
                if arguments[0] == "build" {
                    assert_eq!(modinfo(&said), modinfo(&real), "go{release}, {cache}");
                }
            }
        }
    }
}
