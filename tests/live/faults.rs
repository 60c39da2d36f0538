//! Faults against a live Go: the real tools are run with one thing wrong, and must say what the simulation says.
//!
//! Tools are misused through `tools/faulty-tool`, which the go command runs in their place (`-toolexec`); sources are
//! spoiled in a copy.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use gostep_sim::gobuild::{BuildOptions, EventKind, Faults, Machine};
use gostep_sim::program::{self, Program, goenv, golist};
use gostep_sim::xlog::Transcript;

use crate::folder::copy;
use crate::go_command::Go;
use crate::toolchain::{RELEASES, SAMPLE_RELEASE};

/// A copy of an embedded program's sources with a Go of the release that recorded it.
struct Live {
    program: Arc<Program>,
    _root: tempfile::TempDir,
    go: Go,
    /// What `go build` is told to build.
    target: &'static str,
    tool: PathBuf,
    scratch: PathBuf,
}

impl Live {
    fn new(name: &'static str) -> Self {
        let program = Arc::new(program::load_embedded(name).unwrap());
        Self::with(SAMPLE_RELEASE, name, |_, _| program)
    }

    /// The same with another release, whose program is what its go command lists.
    fn listed(release: &'static str, name: &'static str) -> Self {
        Self::with(release, name, |go, target| {
            let list = golist::parse("list", &go.output(&["list", "-json", "-deps", target])).unwrap();
            let env = goenv::parse("env", &go.output(&["env", "-json"])).unwrap();
            Arc::new(program::from_list("list", list, Some(&env)).unwrap())
        })
    }

    fn with(
        release: &'static str,
        name: &'static str,
        program: impl FnOnce(&Go, &'static str) -> Arc<Program>,
    ) -> Self {
        // Not below the checkout, which may hold the toolchain, too: a relative path between the two could be short.
        let root = tempfile::Builder::new().prefix("gostep-faults-").tempdir().unwrap();
        // Deep down, for the same reason.
        let dir = root.path().canonicalize().unwrap().join("a/b/c/d/e/f/g/h").join(name);
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
        let (from, target) = match name {
            "pair" => (manifest.join("lessons/programs/pair"), "."),
            _ => (manifest.join("tests/programs/hello"), "main.go"),
        };
        copy(&from, &dir);
        let go_mod = dir.join("go.mod");
        if release != SAMPLE_RELEASE && go_mod.exists() {
            let text = fs::read_to_string(&go_mod).unwrap();
            fs::write(&go_mod, text.replace("\ngo 1.23", "\ngo 1.21")).unwrap();
        }
        let scratch = root.path().join("scratch");
        fs::create_dir_all(&scratch).unwrap();
        let go = Go::new(release, dir, root.path().join("cache"), &BTreeMap::new());
        let tool = root.path().join("faulty-tool");
        let source = manifest.join("tools/faulty-tool/main.go");
        let built = go
            .command(go.binary())
            .env("GO111MODULE", "off")
            .args(["build", "-o"])
            .args([&tool, &source])
            .output()
            .unwrap();
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
        go.output(&["build", "-o", "/dev/null", target]);
        let program = program(&go, target);
        Self { program, _root: root, go, target, tool, scratch }
    }

    /// What the simulation prints beside the commands.
    fn simulated(&self, fault: &str) -> String {
        let mut options = BuildOptions::for_program(&self.program);
        options.output = Some("main_bin".to_owned());
        options.faults = Faults::resolve(&[fault.parse().unwrap()], &self.program).unwrap();
        let build = Machine::default().build(&self.program, options).unwrap();
        let mut said = Transcript::new(&build).header().split_once('\n').unwrap().1.to_owned();
        for block in Transcript::new(&build) {
            if matches!(build.events[block.event].kind, EventKind::Failed(_)) {
                said.push_str(&block.text);
            }
        }
        normal(&said)
    }

    /// What the real go prints when a tool is misused.
    fn misuse(&self, fault: &str) -> String {
        // A cache of its own without the package, since the go command does not know of the fault.
        let cache = self.scratch.join("faulty-cache");
        let _ = fs::remove_dir_all(&cache);
        copy(&self.go.cache, &cache);
        let (_, values) = fault.split_once('=').unwrap();
        let package = values.split(':').next().unwrap();
        let package = if package == "main" { self.target } else { package };
        let listed = self.go.output(&["list", "-export", "-f", "{{.Export}}", package]);
        let archive = Path::new(listed.trim()).strip_prefix(&self.go.cache).unwrap().to_owned();
        fs::remove_file(cache.join(archive)).unwrap();
        // What a fault that went unnoticed has linked must not count as up to date.
        let _ = fs::remove_file(self.go.dir.join("main_bin"));
        let output = self
            .go
            .command(self.go.binary())
            .env("GOCACHE", &cache)
            .env("PATH", self.go.goroot.join("bin"))
            .env("GOSTEP_FAULT", fault)
            .env("GOSTEP_FAULT_DIR", &self.scratch)
            .args(["build", "-p", "1", "-o", "main_bin", "-toolexec"])
            .arg(&self.tool)
            .arg(self.target)
            .output()
            .unwrap();
        self.shown(&output.stderr)
    }

    /// What the real go prints of the sources as they are now.
    fn build(&self) -> String {
        let output = self.go.command(self.go.binary()).args(["build", "-o", "main_bin", self.target]).output().unwrap();
        self.shown(&output.stderr)
    }

    /// Output with the paths of the recorded program.
    fn shown(&self, stderr: &[u8]) -> String {
        let text = String::from_utf8_lossy(stderr).into_owned();
        let goroot = self.go.goroot.to_string_lossy().into_owned();
        let dir = self.go.dir.to_string_lossy().into_owned();
        let text = text.replace(&goroot, &self.program.toolchain.goroot).replace(&dir, &self.program.dir);
        let scratch = self.scratch.to_string_lossy().into_owned();
        assert!(!text.contains("faulty-tool:") && !text.contains(&scratch), "{text}");
        normal(&text)
    }

    #[track_caller]
    fn compare_misuse(&self, faults: &[&str]) {
        for fault in faults {
            assert_eq!(self.simulated(fault), self.misuse(fault), "{fault}: left simulated, right real");
        }
    }

    /// Compares after a change of one file, which is taken back.
    #[track_caller]
    fn compare_source(&self, fault: &str, file: &str, change: impl Fn(&str) -> String) {
        let path = self.go.dir.join(file);
        let before = fs::read_to_string(&path).unwrap();
        fs::write(&path, change(&before)).unwrap();
        assert_eq!(self.simulated(fault), self.build(), "{fault}: left simulated, right real");
        fs::write(&path, before).unwrap();
    }
}

/// Hides what differs from run to run: addresses in memory.
fn normal(text: &str) -> String {
    let mut normal = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("0x") {
        let digits = rest[at + 2..].find(|c: char| !c.is_ascii_hexdigit()).unwrap_or(rest.len() - at - 2);
        normal.push_str(&rest[..at + 2]);
        normal.push_str(if digits >= 6 { "…" } else { &rest[at + 2..at + 2 + digits] });
        rest = &rest[at + 2 + digits..];
    }
    normal + rest
}

#[test]
#[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
fn of_tools_in_a_small_package() {
    let live = Live::new("pair");
    let p = "example.com/pair/p";
    let of = |fault: &str| fault.replace('@', p);
    let faults: Vec<String> = [
        "no-symabis=@",
        "complete=@",
        "no-assemble=@",
        "no-object=@:add_amd64.s",
        "pack-twice=@",
        "empty-asmhdr=@",
        "no-asmhdr=@",
        "no-include=@",
        "no-p=@",
        "no-p=main",
        "no-asm-p=@",
        "drop-import=main:fmt",
        "drop-import=main:runtime",
        "missing-archive=main:@",
        "not-an-archive=main:@",
        "wrong-archive=main:@:unicode/utf8",
        "foreign-arch=@:arm64",
        "foreign-arch=@:s390x",
        "drop-link=@",
        "drop-link=os",
        "missing-link=@",
    ]
    .map(of)
    .into();
    live.compare_misuse(&faults.iter().map(String::as_str).collect::<Vec<_>>());
}

/// Whether what was said fits: `?` stands for what the simulation does not know, and a line with it for several.
fn fits(simulated: &str, real: &str) -> bool {
    let matches = |pattern: &str, line: &str| {
        let parts: Vec<String> = pattern.split('?').map(regex_lite::escape).collect();
        regex_lite::Regex::new(&format!("^{}$", parts.join(".+"))).unwrap().is_match(line)
    };
    if !simulated.contains('?') {
        return simulated == real;
    }
    real.lines().all(|line| simulated.lines().any(|pattern| matches(pattern, line)))
        && simulated.lines().all(|pattern| real.lines().any(|line| matches(pattern, line)))
}

/// The words of the tools changed with the releases; of a program that nobody recorded less is known.
#[test]
#[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
fn in_the_words_of_each_release() {
    let p = "example.com/pair/p";
    let mut wrong = Vec::new();
    for release in [RELEASES[0], RELEASES[1], RELEASES[3], RELEASES[RELEASES.len() - 1]] {
        let live = Live::listed(release, "pair");
        for fault in [
            "complete=@",
            "no-assemble=@",
            "pack-twice=@",
            "empty-asmhdr=@",
            "no-p=@",
            "no-p=main",
            "not-an-archive=main:@",
            "wrong-archive=main:@:unicode/utf8",
            "foreign-arch=@:arm64",
            "drop-link=@",
        ] {
            let fault = fault.replace('@', p);
            let (simulated, real) = (live.simulated(&fault), live.misuse(&fault));
            if !fits(&simulated, &real) {
                wrong.push(format!("go{release} {fault}: simulated\n{simulated}real\n{real}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
#[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
fn of_tools_in_the_sample() {
    Live::new("hello").compare_misuse(&[
        "no-symabis=runtime",
        "no-symabis=reflect",
        "no-symabis=sync/atomic",
        "no-symabis=internal/bytealg",
        "no-symabis=math",
        "no-assemble=internal/cpu",
        "no-assemble=math",
        "no-assemble=syscall",
        "no-object=internal/bytealg:compare_amd64.s",
        "no-object=runtime:sys_linux_amd64.s",
        "pack-twice=math",
        "complete=sync",
        "complete=os",
        "complete=runtime",
        "no-include=internal/bytealg",
        "no-include=runtime",
        "no-asmhdr=reflect",
        "empty-asmhdr=runtime",
        "drop-import=io:sync",
        "drop-import=runtime:internal/abi",
        "no-p=runtime",
        "no-asm-p=internal/chacha8rand",
        "missing-archive=os:io/fs",
        "foreign-arch=internal/itoa:arm",
    ]);
}

#[test]
#[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
fn of_sources() {
    let live = Live::new("pair");
    let p = "example.com/pair/p";
    for (file, package) in [("main.go", "main"), ("p/add.go", p)] {
        let with_end = |fault: &str, end: &'static str| {
            live.compare_source(&format!("{fault}={package}"), file, |text| format!("{text}{end}"));
        };
        with_end("syntax-error", "}\n");
        with_end("type-error", "var _ int = \"five\"\n");
        with_end("undefined", "var _ = undefined1\n");
        with_end("bodyless", "func missing()\nfunc init() { missing() }\n");
    }
    live.compare_source("unused-import=main:os", "main.go", |text| {
        text.replace("\t\"fmt\"\n", "\t\"fmt\"\n\t\"os\"\n")
    });
    live.compare_source("unused-import=main:errors", "main.go", |text| {
        text.replace("\t\"fmt\"\n", "\t\"errors\"\n\t\"fmt\"\n")
    });
    live.compare_source(&format!("unused-import={p}:errors"), "p/add.go", |text| {
        text.replace("package p\n", "package p\nimport \"errors\"\n")
    });
    live.compare_source("no-main", "main.go", |text| text.replace("func main", "func other"));
    live.compare_source(&format!("twice-defined={p}"), "p/add.go", |text| {
        text.replace("func Add(a, b int64) int64", "func Add(a, b int64) int64 { return a + b }")
    });
    live.compare_source("missing-import=main:tiime", "main.go", |text| {
        text.replace("\t\"fmt\"\n", "\t\"fmt\"\n\t\"tiime\"\n")
    });
    live.compare_source("missing-import=main:example.com/x", "main.go", |text| {
        text.replace("\t\"fmt\"\n", "\t\"example.com/x\"\n\t\"fmt\"\n")
    });
    live.compare_source(&format!("missing-import={p}:tiime"), "p/add.go", |text| {
        text.replace("package p\n", "package p\nimport \"tiime\"\n")
    });
    live.compare_source(&format!("self-import={p}"), "p/add.go", |text| {
        text.replace("package p\n", "package p\nimport _ \"example.com/pair/p\"\n")
    });
    for (fault, file) in [("two-names=main".to_owned(), "zz_other.go"), (format!("two-names={p}"), "p/zz_other.go")] {
        fs::write(live.go.dir.join(file), "package other\n").unwrap();
        assert_eq!(live.simulated(&fault), live.build(), "{fault}");
        fs::remove_file(live.go.dir.join(file)).unwrap();
    }
    fs::remove_file(live.go.dir.join("go.mod")).unwrap();
    assert_eq!(live.simulated("no-go-mod"), live.build());
}

#[test]
#[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
fn of_files_without_module() {
    let live = Live::new("hello");
    live.compare_source("not-imported=main:time", "main.go", |text| text.replace("\t\"time\"\n", ""));
    live.compare_source("unused-import=main:os", "main.go", |text| {
        text.replace("\t\"time\"\n", "\t\"os\"\n\t\"time\"\n")
    });
    live.compare_source("missing-import=main:example.com/x", "main.go", |text| {
        text.replace("\t\"fmt\"\n", "\t\"example.com/x\"\n\t\"fmt\"\n")
    });
    live.compare_source("bodyless=main", "main.go", |text| {
        format!("{text}func missing()\nfunc init() {{ missing() }}\n")
    });
}

/// cgo needs a C compiler, whether the cache is full or not.
#[test]
#[ignore = "needs a live Go: set GOSTEP_GO_DIR"]
fn without_a_c_compiler() {
    for release in RELEASES {
        let root = tempfile::Builder::new().prefix("gostep-faults-").tempdir().unwrap();
        let dir = root.path().canonicalize().unwrap().join("cgo");
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs/cgo"), &dir);
        let settings = BTreeMap::from([("CGO_ENABLED".to_owned(), "1".to_owned())]);
        let go = Go::new(release, dir, root.path().join("cache"), &settings);
        let list = golist::parse("list", &go.output(&["list", "-json", "-deps", "."])).unwrap();
        let env = goenv::parse("env", &go.output(&["env", "-json"])).unwrap();
        let program = Arc::new(program::from_list("list", list, Some(&env)).unwrap());
        // Only the package that fails and what it needs: the rest waits for it.
        let nothing = root.path().join("nothing");
        fs::create_dir(&nothing).unwrap();
        let output =
            go.command(go.binary()).env("PATH", &nothing).args(["build", "-o", "/dev/null", "."]).output().unwrap();
        let real = String::from_utf8(output.stderr).unwrap();
        let options = BuildOptions {
            faults: Faults::resolve(&["no-cc".parse().unwrap()], &program).unwrap(),
            ..BuildOptions::for_program(&program)
        };
        let build = Machine::default().build(&program, options).unwrap();
        let said: String = Transcript::new(&build)
            .filter(|block| matches!(build.events[block.event].kind, EventKind::Failed(_)))
            .map(|block| block.text)
            .collect();
        assert_eq!(said, real, "go{release}");
        assert_eq!(i32::from(build.exit_code()), output.status.code().unwrap(), "go{release}");
    }
}
