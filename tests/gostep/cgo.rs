//! Programs that use cgo: against logs of the real toolchain, from the cache, and what of it is refused.

use std::sync::Arc;

use gostep_sim::gobuild::{Build, BuildOptions, EventKind, Machine, Mode, Step};
use gostep_sim::program::{self, Program};

use crate::support::assert_snapshot;
use crate::support::compare::assert_same_lines;
use crate::support::run::{Outcome, Test};

const P1_LOG: &str = include_str!("../logs/cgo-go1.23.9-p1.log");
const RECORDED: &str = include_str!("../logs/cgo-go1.23.9.json");
const P4_LOG_27: &str = include_str!("../logs/cgo-go1.27.3-p4.log");
const N_LOG_27: &str = include_str!("../logs/cgo-go1.27.3-n.log");
const RECORDED_27: &str = include_str!("../logs/cgo-go1.27.3.json");

const CALC: &str = "example.com/cgo/calc";

fn program(recorded: &str) -> Arc<Program> {
    Arc::new(program::from_recorded_text("calc.json", recorded).unwrap())
}

/// A test beside the recordings `23.json` and `27.json`.
fn beside() -> Test {
    let wrapped = RECORDED.replace("\"CC\": \"gcc\"", "\"CC\": \"env gcc\"").replace("\"g++\"", "\"env g++\"");
    let wrapped = wrapped.replace("\"-fPIC", "\". -fPIC");
    Test::new().file("23.json", RECORDED).file("27.json", RECORDED_27).file("env.json", wrapped)
}

/// What `gostep verify` says of a log.
fn verify(log: &str, args: &[&str]) -> String {
    let Outcome { status, stdout, stderr } = beside().args(["verify", "-"]).args(args).stdin(log).outcome();
    format!("{stdout}{stderr}exit code {status}")
}

#[test]
fn the_transcript_is_the_real_one_byte_for_byte() {
    let work_dir = P1_LOG.lines().next().unwrap().strip_prefix("WORK=").unwrap();
    let args = ["build", "23.json", "-p", "1", "-o", "calc_bin", "--work-dir", work_dir];
    assert_same_lines("-p 1", P1_LOG, &beside().args(args).prints());
    assert_same_lines("-n", N_LOG_27, &beside().args(["build", "27.json", "-n", "-o", "calc_bin"]).prints());
}

#[test]
fn real_logs_are_equal_and_spoiled_ones_are_not() {
    let line = |log: &'static str, has: &str| log.lines().find(|line| line.contains(has)).unwrap();
    let without = |log: &'static str, has: &str| log.replacen(&format!("{}\n", line(log, has)), "", 1);
    let (first, second) = (line(P4_LOG_27, "b004/_x003.o -c"), line(P4_LOG_27, "b004/_x004.o -c"));
    let swapped = P4_LOG_27.replacen(first, "@", 1).replacen(second, first, 1).replacen('@', second, 1);
    let import = line(P4_LOG_27, "-dynimport $WORK/b002/");
    let late = without(P4_LOG_27, "b002/_x004.o -c").replacen(
        import,
        &format!("{import}\n{}", line(P4_LOG_27, "b002/_x004.o -c")),
        1,
    );
    // `env` runs both compilers, so what it answered for one is not asked for the other.
    let by_env = |line: &str| match line {
        line if line.starts_with("g++ ") => String::new(),
        line => format!("{}\n", line.replace("gcc -", "env gcc -").replace("g++ -", "env g++ -")),
    };
    let wrapped: String = P1_LOG.lines().map(by_env).collect();
    let cd = "cd $WORK\ncd /home/gopher/calc/calc\n";
    let wrapped = wrapped.replace(cd, "").replace("-extld=g++", "\"-extld=env g++\"");
    let tagged = beside().args(["build", "23.json", "--trimpath"]).outcome().stdout;
    let tagged = tagged.replace("build\\tCGO_ENABLED", "build\\t-tags=a,b\\nbuild\\tCGO_ENABLED");
    let cases = [
        ("one worker", verify(P1_LOG, &["23.json"])),
        ("four workers", verify(P4_LOG_27, &["27.json"])),
        ("a dry run", verify(N_LOG_27, &["27.json"])),
        ("C files of one package in another order", verify(&swapped, &["27.json"])),
        ("another flag for a C file", verify(&P1_LOG.replacen("-DSCALE=3", "-DSCALE=4", 2), &["23.json"])),
        ("a trial that the cache answers", verify(&without(P1_LOG, "gcc -Qunused"), &["23.json"])),
        ("C compilers behind the same command", verify(&wrapped, &["env.json"])),
        ("C compilers that only the log shows", verify(&wrapped, &["23.json"])),
        ("tags that the program does not allow, beside -trimpath", verify(&tagged, &["23.json"])),
        ("an object that is missing", verify(&without(P1_LOG, "b002/_x004.o -c"), &["23.json"])),
        ("a C file after what needs its object", verify(&late, &["27.json"])),
        ("the log of a program without cgo", verify(&P1_LOG.replace("runtime/cgo", "runtime/ogc"), &[])),
    ];
    let text: Vec<String> = cases.iter().map(|(title, said)| format!("== {title}\n{said}")).collect();
    assert_snapshot("cgo_verify", &text.join("\n\n"));
}

#[test]
fn a_flag_is_tried_once() {
    let trials =
        |build: &Build| build.events.iter().filter(|event| matches!(event.kind, EventKind::Ran(Step::Try(..)))).count();
    for (recorded, workers) in [(RECORDED, 1), (RECORDED, 4), (RECORDED_27, 4), (RECORDED_27, 16)] {
        let program = program(recorded);
        let options = || BuildOptions { workers, ..BuildOptions::for_program(&program) };
        let mut machine = Machine::default();
        let cold = machine.build(&program, options()).unwrap();
        assert_eq!(trials(&cold), 14, "seven for gcc, seven for g++");
        // No C compiler is run before all answers are there.
        let steps: Vec<Step> = cold
            .events
            .iter()
            .filter_map(|event| match event.kind {
                EventKind::Ran(step @ (Step::Try(..) | Step::CompileC(_))) => Some(step),
                _ => None,
            })
            .collect();
        assert!(steps[..7].iter().all(|step| matches!(step, Step::Try(..))), "{steps:?}");
        // The answers stay in the cache, though everything is compiled again.
        let again = machine.build(&program, BuildOptions { all: true, ..options() }).unwrap();
        assert_eq!(trials(&again), 0);
        machine.cache.clear();
        assert_eq!(trials(&machine.build(&program, options()).unwrap()), 14);
    }
}

#[test]
fn from_go1_26_on_each_c_file_is_an_action() {
    let program = program(RECORDED_27);
    let options = BuildOptions { workers: 4, ..BuildOptions::for_program(&program) };
    let build = Machine::default().build(&program, options).unwrap();
    let calc = program.find(CALC).unwrap();
    let of_calc: Vec<Mode> =
        build.plan.actions.iter().filter(|action| action.package == calc).map(|a| a.mode).collect();
    let compiles = (0..6).map(Mode::CompileC);
    let mut expected = vec![Mode::Build, Mode::CheckCache, Mode::RunCgo];
    expected.extend(compiles.chain([Mode::CollectCgo]));
    assert_eq!(of_calc, expected);
    assert_eq!(build.plan.cgo_of(build.plan.build_of(calc)).count(), 7);
    // While they run the package counts as running.
    for at in 0..build.events.len() {
        let event = &build.events[at];
        if matches!(event.kind, EventKind::Ran(Step::CompileC(_))) {
            let package = build.plan.action(event.action).package;
            let state = build.state_after(at + 1).of_package(&build.plan, package);
            assert_eq!(state, gostep_sim::gobuild::ActionState::Running);
        }
    }
}

#[test]
fn what_a_change_rebuilds() {
    let mut text = String::new();
    let changes: [&[&str]; 10] = [
        &["comment=example.com/cgo/calc/calc.go"],
        &["comment=example.com/cgo/calc/plain.go"],
        &["comment=example.com/cgo/calc/add.h"],
        &["touch=example.com/cgo/calc/add.c"],
        &["body=runtime/cgo"],
        &["shift=example.com/cgo/calc/calc.go"],
        &["CC=clang"],
        &["no-pack=runtime/cgo"],
        &["no-cc"],
        &["ldflags=-linkmode=external"],
    ];
    for change in changes {
        let Outcome { stdout, stderr, .. } = beside().args(["whatif", "23.json"]).args(change).outcome();
        text.push_str(&format!("== {}\n{stdout}{stderr}\n", change.join(" ")));
    }
    assert_snapshot("cgo_whatif", &text);
}

/// go1.26 has cgo in an action of its own; the package fails with it.
#[test]
fn without_a_c_compiler_runtime_cgo_fails() {
    for file in ["23.json", "27.json"] {
        let text = beside().args(["whatif", file, "no-cc"]).outcome().stdout;
        assert!(
            text.contains("  cgo: C compiler \"gcc\" not found: exec: \"gcc\": executable file not found in $PATH"),
            "{text}"
        );
        assert!(text.contains("failed      runtime/cgo"), "{text}");
    }
}

#[test]
fn main_imports_runtime_cgo_if_a_c_compiler_links() {
    let log = beside().args(["build", "23.json", "-n", "--ldflags=-linkmode=external"]).prints();
    let config = log.split("/b001/importcfg << 'EOF' # internal\n").nth(1).unwrap();
    let imports: Vec<&str> = config.lines().take_while(|line| *line != "EOF").collect();
    assert!(imports.last().unwrap().starts_with("packagefile runtime/cgo="), "{imports:?}");
}

#[test]
fn what_is_not_modelled_is_refused_by_name() {
    let list = |field: &str| {
        let package = |path: &str, more: &str| {
            format!(
                "{{\"Dir\": \"/go/src/{path}\", \"ImportPath\": \"{path}\", \"Name\": \"x\", \"GoFiles\": [\"a.go\"], \"DepOnly\": true{more}}}\n"
            )
        };
        let standard = ["runtime", "syscall", "unsafe"].map(|path| package(path, ""));
        let cgo = package("runtime/cgo", ", \"Standard\": true, \"CgoLDFLAGS\": [\"-lpthread\"]");
        let main = format!(
            "{{\"Dir\": \"/m\", \"ImportPath\": \"m\", \"Name\": \"main\", \"CgoFiles\": [\"m.go\"], \"Imports\": [\"C\"]{field}}}"
        );
        format!("{}{cgo}{main}", standard.concat())
    };
    let env = |settings: &str| format!("{{\"GOVERSION\": \"go1.23.9\", \"CGO_ENABLED\": \"1\"{settings}}}");
    let flags = "-fPIC -m64 -pthread -Wl,--no-gc-sections -fmessage-length=0 -ffile-prefix-map=/tmp/x=/tmp/go-build -gno-record-gcc-switches";
    let gcc = format!(", \"GOGCCFLAGS\": \"{flags}\"");
    let clang = gcc.replace("-fmessage", "-fno-caret-diagnostics -Qunused-arguments -fmessage");
    let built = beside().file("env.json", env(&gcc)).args(["build", "--list", "-", "--env", "env.json"]);
    assert!(built.stdin(list("")).outcome().stdout.contains("-dynimport"));
    let mut text = String::new();
    for (what, field, settings) in [
        ("SWIG", ", \"SwigFiles\": [\"w.swig\"]", ""),
        ("Objective-C", ", \"MFiles\": [\"w.m\"]", ""),
        ("Fortran", ", \"FFiles\": [\"w.f\"]", ""),
        ("pkg-config", ", \"CgoPkgConfig\": [\"zlib\"]", ""),
        ("clang", "", clang.as_str()),
        ("another system", "", ", \"GOOS\": \"darwin\", \"GOARCH\": \"arm64\""),
        ("flags that may change the link", "", ", \"CGO_CFLAGS\": \"-O2 -flto\""),
        ("cgo that is off", "", ", \"CGO_ENABLED\": \"0\""),
    ] {
        let env = if what == "cgo that is off" {
            "{\"GOVERSION\": \"go1.23.9\", \"CGO_ENABLED\": \"0\"}".to_owned()
        } else {
            env(settings)
        };
        let test = beside().file("env.json", &env).args(["build", "--list", "-", "--env", "env.json"]);
        text.push_str(&format!("# {what}\n{}\n", test.stdin(list(field)).refuses()));
    }
    assert_snapshot("cgo_refused", &text);
}
