//! `gostep explain` against logs of live toolchains: no line may be foreign, no flag unknown, no line may be left out.

use std::collections::BTreeMap;
use std::path::Path;

use gostep_sim::reading::settings::GoCommand;
use gostep_sim::reading::{Act, Entries, FailureKind, Origin, Reading};
use gostep_sim::xlog::clean::Cleaner;

use crate::go_command::Go;
use crate::toolchain::RELEASES;

/// A module with assembly, embedding, a test, two programs, C, and mistakes of several kinds.
const FILES: &[(&str, &str)] = &[
    ("go.mod", "module example.com/m\n\ngo 1.21\n"),
    (
        "main.go",
        "package main\n\nimport (\n\t\"fmt\"\n\n\t\"example.com/m/a\"\n)\n\nfunc main() { fmt.Println(a.Add(1, 2), a.Text) }\n",
    ),
    (
        "a/a.go",
        "package a\n\nimport _ \"embed\"\n\n//go:embed text.txt\nvar Text string\n\nfunc Add(x, y int64) int64\n",
    ),
    ("a/text.txt", "text\n"),
    (
        "a/add_amd64.s",
        "#include \"go_asm.h\"\nTEXT ·Add(SB),4,$0-24\n\tMOVQ x+0(FP), AX\n\tADDQ y+8(FP), AX\n\tMOVQ AX, ret+16(FP)\n\tRET\n",
    ),
    ("a/add.go", "//go:build !amd64\n\npackage a\n"),
    (
        "a/a_test.go",
        "package a\n\nimport \"testing\"\n\nfunc TestAdd(t *testing.T) {\n\tif Add(1, 2) != 3 {\n\t\tt.Fatal(\"no\")\n\t}\n}\n",
    ),
    ("b/b.go", "package b\n\nfunc B() int { return 1 }\n"),
    ("cmd/x/x.go", "package main\n\nimport \"example.com/m/b\"\n\nfunc main() { println(b.B()) }\n"),
    (
        "c/c.go",
        "package main\n\n// #cgo CFLAGS: -DX=1\n// #cgo LDFLAGS: -lm\n// int twice(int);\nimport \"C\"\n\nfunc main() { println(int(C.twice(2))) }\n",
    ),
    ("c/twice.c", "int twice(int x) { return 2 * x; }\n"),
    ("bad/compile/x.go", "package main\n\nfunc main() { var x int = \"a\"; y() }\n"),
    ("bad/missing/x.go", "package main\n\nimport _ \"example.com/m/nowhere\"\n\nfunc main() {}\n"),
    ("bad/link/x.go", "package main\n\nfunc nobody()\n\nfunc main() { nobody() }\n"),
    ("bad/link/x.s", "\n"),
    ("bad/vet/x.go", "package main\n\nimport \"fmt\"\n\nfunc main() { fmt.Printf(\"%d\\n\", \"x\") }\n"),
];

/// What is given to the go command, one word a word; `NAME=VALUE` in front is its environment.
const SHAPES: &[&str] = &[
    "go build -x -work -p 2 ./...",
    "go build -x -o out .",
    "go build -x -v -a -o out ./b",
    "go build -n .",
    "go build -n -a -trimpath -gcflags=all=-N -ldflags=-s -tags=t .",
    "GOOS=windows go build -n -a .",
    "GOOS=darwin GOARCH=arm64 go build -n -a .",
    "GOOS=js GOARCH=wasm go build -n -a ./cmd/x",
    "CGO_ENABLED=1 go build -n -race .",
    "go build -n -cover .",
    "CGO_ENABLED=1 go build -n -buildmode=c-shared ./cmd/x",
    "CGO_ENABLED=1 go build -n -buildmode=c-archive ./c",
    "CGO_ENABLED=1 go build -n -a -buildmode=plugin ./cmd/x",
    "CGO_ENABLED=1 go build -n -asan ./cmd/x",
    "GOBIN=/nowhere go install -n ./...",
    "go run -x ./cmd/x",
    "go test -x ./a",
    "go test -c -x -o test ./a",
    "go test -cover -x ./a",
    "go vet -x ./a ./b",
    "go clean -x",
    "go build -x -toolexec /usr/bin/env -o out ./b",
    "go build -n -a net os/user",
];

/// Those that fail, and how.
const FAILURES: &[(&str, FailureKind)] = &[
    ("go build -x ./bad/compile", FailureKind::Go),
    ("go build -x ./bad/missing", FailureKind::Missing),
    ("go build -x ./bad/link", FailureKind::Link),
    ("go vet -x ./bad/vet", FailureKind::Vet),
    ("CGO_ENABLED=1 CC=/nowhere/gcc go build -x -o out ./c", FailureKind::NoCompiler),
    ("go build -x ./c", FailureKind::Said),
    ("go build -badflag ./b", FailureKind::Said),
];

struct Module {
    go: Go,
    _folder: tempfile::TempDir,
}

impl Module {
    fn new(release: &'static str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let dir = folder.path().join("m");
        for (name, text) in FILES {
            let file = dir.join(name);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, text).unwrap();
        }
        let environment = BTreeMap::from([("CGO_ENABLED".to_owned(), "0".to_owned())]);
        let go = Go::new(release, dir, folder.path().join("cache"), &environment);
        Self { go, _folder: folder }
    }

    /// All that a command prints, and what is read in it.
    fn read(&self, shape: &str) -> (String, Reading) {
        let words: Vec<&str> = shape.split(' ').collect();
        let first = words.iter().position(|word| *word == "go").unwrap();
        let mut command = self.go.command(self.go.binary());
        command.envs(words[..first].iter().map(|word| word.split_once('=').unwrap()));
        let output = command.args(&words[first + 1..]).output().unwrap();
        let text = String::from_utf8([output.stderr, output.stdout].concat()).unwrap();
        let entries = || Entries::of(text.lines().map(str::to_owned), Cleaner::of(&text));
        let reading = Reading::of(entries());
        let place = format!("go{}: {shape}", self.go.release);
        assert_eq!(reading.lines, text.lines().count(), "{place}");
        for entry in entries() {
            let act = reading.act(&entry);
            // What the program prints is no line of the go command.
            let of_program = shape.contains(" run ") && act == Act::Foreign && entry.text == "1";
            assert!(act.is_go() || act == Act::Blank || of_program, "{place}: {}: {act:?} {}", entry.line, entry.text);
        }
        let unknown: Vec<_> = reading.flags.iter().filter(|((_, name, _), _)| name.is_err()).collect();
        assert!(unknown.is_empty(), "{place}: {unknown:?}");
        (text, reading)
    }
}

#[test]
#[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
fn every_line_of_every_shape_is_explained() {
    for release in RELEASES {
        let module = Module::new(release);
        for shape in SHAPES {
            module.read(shape);
        }
        for (shape, kind) in FAILURES {
            let (text, reading) = module.read(shape);
            let kinds: Vec<_> = reading.failures.iter().map(|failure| failure.kind).collect();
            assert_eq!(kinds, [*kind], "go{release}: {shape}\n{text}");
        }
        if Path::new("/usr/bin/gcc").exists() {
            module.read("CGO_ENABLED=1 go build -x -o out ./c");
        }
    }
}

#[test]
#[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
fn what_is_shown_is_what_was_done() {
    for release in RELEASES {
        let module = Module::new(release);
        let (_, cold) = module.read("go build -x -work -p 2 -o out .");
        let listed = module.go.output(&["list", "-deps", "."]);
        // unsafe has no archive.
        let mut packages: Vec<&str> = listed.lines().filter(|path| *path != "unsafe").collect();
        packages.sort_unstable();
        let mut compiled: Vec<&str> = cold.packages.iter().filter_map(|package| package.path.as_deref()).collect();
        compiled.sort_unstable();
        assert_eq!(compiled, packages, "go{release}");
        assert_eq!(cold.count(Origin::Compiled), packages.len(), "go{release}");
        assert!(cold.at_once() <= 2, "go{release}: {} workers of 2", cold.at_once());
        assert_eq!(cold.settings.release.as_deref(), Some(format!("go{release}").as_str()));
        for package in cold.packages.iter().filter(|package| package.path.as_deref() != Some("example.com/m")) {
            let path = package.path.as_deref().unwrap();
            let imports = module.go.output(&["list", "-f", "{{range .Imports}}{{println .}}{{end}}", path]);
            let mut wanted: Vec<&str> = imports.lines().filter(|path| *path != "unsafe" && *path != "C").collect();
            let mut shown: Vec<&str> = package.imports.iter().flatten().map(String::as_str).collect();
            // Sources of the standard library name what it vendors without its place.
            wanted.retain(|path| packages.contains(path));
            shown.retain(|path| !path.starts_with("vendor/"));
            wanted.sort_unstable();
            shown.sort_unstable();
            assert_eq!(shown, wanted, "go{release}: {path}");
        }
        std::fs::write(module.go.dir.join("main.go"), "package main\n\nfunc main() { println(1) }\n").unwrap();
        let (_, partial) = module.read("go build -x -o out .");
        assert_eq!(partial.count(Origin::Compiled), 1, "go{release}");
        assert_eq!(partial.settings.go_command(), GoCommand::BuildOrInstall);
        let (_, warm) = module.read("go build -n -o other .");
        assert_eq!((warm.count(Origin::Compiled), warm.count(Origin::NotShown)), (0, 0), "go{release}");
    }
}
