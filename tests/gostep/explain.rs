//! `gostep explain` as its user runs it: real logs of several releases, and what people make of them when they paste them.

use serde_json::Value;

use crate::support::assert_snapshot;
use crate::support::run::Test;

/// Logs that the go command wrote; windows and make have lines that were put together.
const LOGS: [(&str, &str); 13] = [
    ("cgo", include_str!("../logs/explain/cgo-go1.27.log")),
    ("compile_error", include_str!("../logs/explain/compile-error-go1.27.log")),
    ("json", include_str!("../logs/explain/json-go1.24.log")),
    ("link_error", include_str!("../logs/explain/link-error-go1.25.log")),
    ("make", include_str!("../logs/explain/make-go1.20.log")),
    ("missing", include_str!("../logs/explain/missing-go1.21.log")),
    ("no_gcc", include_str!("../logs/explain/no-gcc-go1.23.log")),
    ("partial", include_str!("../logs/explain/partial-go1.22.log")),
    ("run", include_str!("../logs/explain/run-go1.26.log")),
    ("test_c", include_str!("../logs/explain/test-c-go1.26.log")),
    ("toolexec", include_str!("../logs/explain/toolexec-go1.27.log")),
    ("vet", include_str!("../logs/explain/vet-go1.24.log")),
    ("windows", include_str!("../logs/explain/windows-go1.22.log")),
];
const COLD: &str = include_str!("../logs/hello-go1.23.9-p4.log");
const DRY: &str = include_str!("../logs/hello-go1.23.9-n.log");

fn log(name: &str) -> &'static str {
    LOGS.iter().find(|(other, _)| *other == name).unwrap().1
}

fn explain(log: &str, args: &[&str]) -> String {
    Test::new().args(["explain", "-"]).args(args).stdin(log).prints()
}

fn json(log: &str) -> Value {
    serde_json::from_str(&explain(log, &["--json"])).unwrap()
}

fn entries(json: &Value) -> &Vec<Value> {
    json["entries"].as_array().unwrap()
}

#[test]
fn every_line_of_a_log_is_explained_once() {
    for (name, log) in LOGS.into_iter().chain([("cold", COLD), ("dry", DRY)]) {
        let json = json(log);
        let mut next = 1;
        let all = u64::try_from(log.lines().count()).unwrap();
        for entry in entries(&json) {
            // A line of -json can have several.
            assert_eq!(entry["line"], next, "{name}");
            assert_ne!(entry["what"], "", "{name}");
            next += entry["lines"].as_u64().unwrap();
        }
        assert_eq!(next, all + 1, "{name}");
        let counted: u64 = json["kinds"].as_array().unwrap().iter().map(|kind| kind["count"].as_u64().unwrap()).sum();
        assert_eq!(counted, next - 1, "{name}");
    }
}

#[test]
fn what_the_go_command_prints_is_known_to_the_last_flag() {
    for (name, log) in LOGS.into_iter().chain([("cold", COLD), ("dry", DRY)]) {
        let json = json(log);
        let unknown: Vec<_> = json["flags"].as_array().unwrap().iter().filter(|flag| flag["known"] == false).collect();
        assert!(unknown.is_empty(), "{name}: {unknown:?}");
        let others: Vec<_> = entries(&json).iter().filter(|entry| entry["phase"] == "around").collect();
        let expected = match name {
            "make" => 7,
            "windows" | "run" => 1,
            _ => 0,
        };
        assert_eq!(others.len(), expected, "{name}: {others:#?}");
    }
}

#[test]
fn logs_are_explained_in_words() {
    for (name, log) in LOGS {
        assert_snapshot(&format!("explain_{name}"), &explain(log, &[]));
    }
    assert_snapshot("explain_cold_zh", &explain(COLD, &["--lang", "zh"]));
    assert_snapshot("explain_compile_error_zh", &explain(log("compile_error"), &["--lang", "zh", "--full"]));
}

#[test]
fn a_part_of_a_log_is_explained_word_by_word() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("build.log"), log("cgo")).unwrap();
    let explain = |args: &[&str]| Test::within(folder.path()).arg("explain").args(args).prints();
    let mut text = String::new();
    for args in [
        &["build.log:5"][..],
        &["build.log:1"],
        &["build.log", "--package", "example.com/cgo"],
        &["build.log", "--package", "internal/abi"],
        &["build.log", "--grep", "-dynimport", "--lang", "zh"],
    ] {
        text.push_str(&format!("== {}\n{}\n", args.join(" "), explain(args)));
    }
    assert_snapshot("explain_parts", &text);
}

/// What an excerpt, a quote, a build server or a shell makes of a log.
#[test]
fn a_pasted_log_says_the_same() {
    let plain = log("partial");
    let each = |line: &dyn Fn(usize, &str) -> String| -> String {
        plain.lines().enumerate().map(|(at, text)| line(at, text) + "\n").collect()
    };
    let pasted = [
        ("quoted", each(&|_, line| format!("> {line}"))),
        ("indented", each(&|_, line| format!("    {line}"))),
        ("with CRLF", each(&|_, line| format!("{line}\r"))),
        ("in colour", each(&|_, line| format!("\u{1b}[36m{line}\u{1b}[0m"))),
        ("of GitHub", each(&|at, line| format!("2026-11-27T19:00:{:02}.1234567Z {line}", at % 60))),
        ("of a server with times", each(&|at, line| format!("[{at:>4}s] {line}"))),
        ("of docker", each(&|at, line| format!("#12 {at}.{at} {line}"))),
        ("of docker compose", each(&|_, line| format!("build-1  | {line}"))),
        ("continued", each(&|_, line| line.replace(" -p ", " \\\n      -p "))),
        ("anonymised", plain.replace(&plain[5..plain.find('\n').unwrap()], "/tmp/go-build0")),
    ];
    let wanted = json(plain);
    for (how, text) in pasted {
        let got = json(&text);
        let packages = |json: &Value| -> Vec<(Value, Value)> {
            let all = json["packages"].as_array().unwrap();
            all.iter().map(|package| (package["path"].clone(), package["origin"].clone())).collect()
        };
        assert_eq!(packages(&got), packages(&wanted), "{how}");
        let kinds = |json: &Value| entries(json).iter().map(|entry| entry["kind"].clone()).collect::<Vec<_>>();
        assert_eq!(kinds(&got), kinds(&wanted), "{how}");
    }
}

#[test]
fn a_question_with_its_command_is_read() {
    let quoted = log("partial").trim_end().replace('\n', "\n> ");
    let text = explain(&format!("> ```\n> $ CGO_ENABLED=0 go install -p 8 -x ./...\n> {quoted}\n> ```\n"), &[]);
    for said in ["go install -p 8 -x ./..., as typed", "workers (-p)  8", "  2  compiled", "fence"] {
        assert!(text.contains(said), "{said}\n{text}");
    }
}

#[test]
fn an_excerpt_says_what_it_does_not_show() {
    let line = log("partial").lines().find(|line| line.contains("/compile ")).unwrap();
    let text = explain(line, &[]);
    for said in [
        "GOCACHE       not shown",
        "mode          not shown",
        "go1.22.10",
        "1  compiled",
        "neither importcfg nor vet.cfg",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
}

#[test]
fn lines_of_others_are_called_so() {
    let json = json(log("make"));
    let kinds: Vec<_> = entries(&json).iter().map(|entry| entry["kind"].as_str().unwrap()).collect();
    assert_eq!(
        kinds,
        [
            "foreign",
            "make",
            "prompt",
            "work",
            "make_dir",
            "write_importcfg",
            "change_dir",
            "compile",
            "foreign",
            "foreign",
            "failed_package",
            "source_error",
            "make",
            "build_server"
        ]
    );
}

#[test]
fn what_is_no_log_is_refused_with_one_sentence() {
    for (input, said) in [
        (&b"hello\nthis is a letter\n"[..], "no line of it is one that the go command prints"),
        (b"", "the log is empty"),
        (b"\x7fELF\0\0", "a binary file"),
        (b"runtime error in line 3\n", "no line of it"),
    ] {
        let error = Test::new().args(["explain", "-", "--lang", "en"]).stdin(input).refuses();
        assert!(error.contains(said) && error.lines().count() == 1, "{error}");
    }
    let error = Test::new().args(["explain", "-", "--lang", "zh"]).stdin("hello\n").refuses();
    assert!(error.contains("没有一行是 go 命令打印的"), "{error}");
    assert!(Test::new().args(["explain", "there.log"]).refuses().contains("there.log"));
}

#[test]
fn a_part_that_is_not_there_is_refused() {
    let refused = |args: &[&str]| Test::new().arg("explain").args(args).stdin(log("partial")).refuses();
    assert!(refused(&["-", "--line", "9999"]).contains("there is no line 9999"));
    assert!(refused(&["-", "--package", "example.com/multi/bb"]).contains("it has example.com/multi/b"));
    assert!(refused(&["-", "--grep", "nothing like that"]).contains("no line has the text"));
}

#[test]
fn a_log_of_powershell_is_read() {
    let wide: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(log("partial").encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let text = Test::new().args(["explain", "-"]).stdin(wide).prints();
    assert_eq!(text, explain(log("partial"), &[]));
}

#[test]
fn flags_are_explained_as_they_are_set() {
    let tool = "/usr/local/go/pkg/tool/linux_amd64";
    let log = format!(
        "WORK=/tmp/go-build1\n{tool}/compile -o $WORK/b001/_pkg_.a -p main -complete=false -l=4 -pack a.go\n\
         {tool}/link -o $WORK/b001/exe/a.out -s=false -w=0 -checklinkname=0 -compressdwarf $WORK/b001/_pkg_.a\n\
         TERM='dumb' gcc -I . -fPIC -ansi -MF x.d -Xlinker -z -iquote /q -nosuch -o $WORK/b001/_x001.o -c x.c\n"
    );
    let json: Value = serde_json::from_str(&explain(&log, &["--json"])).unwrap();
    let flags = json["flags"].as_array().unwrap();
    let off: Vec<_> = flags.iter().filter(|flag| flag["off"] == true).map(|flag| &flag["flag"]).collect();
    assert_eq!(off, ["-complete", "-checklinkname", "-s", "-w"]);
    let unknown: Vec<_> = flags.iter().filter(|flag| flag["known"] == false).map(|flag| &flag["flag"]).collect();
    assert_eq!(unknown, ["-nosuch"]);
    let files: Vec<_> = json["files"].as_array().unwrap().iter().map(|file| &file["example"]).collect();
    assert!(!files.iter().any(|file| ["x.d", "/q", "-z"].iter().any(|value| *file == value)), "{files:?}");
    let text = explain(&log, &["--full"]);
    for said in ["-w=0", "turned off; turned on it means: leave out debugging", "which gostep does not explain"] {
        assert!(text.contains(said), "{said}\n{text}");
    }
    assert!(explain(&log, &["--full", "--lang", "zh"]).contains("已关闭；打开时的意思是：去掉调试信息"));
}

#[test]
fn what_files_of_a_log_tell_is_shown() {
    let archive = "/home/g/.cache/go-build/61/6193933a14550de88ea7b00bc4138e90039484a46ba74feb93560c01eb123c37-d";
    let link = format!(
        "WORK=/w\ncat >/w/b001/importcfg.link << 'EOF' # internal\npackagefile fmt={archive}\n\
         modinfo \"x\\nbuild\\tGOARCH=arm64\\nbuild\\tGOOS=plan9\\n\"\nEOF\n"
    );
    let text = explain(&link, &[]);
    assert!(text.contains("plan9/arm64") && text.contains("GOCACHE       /home/g/.cache/go-build\n"), "{text}");
    let text = explain(log("vet"), &["--package", "example.com/vetbad"]);
    assert!(text.contains("imports      fmt, runtime"), "{text}");
}

/// What is in a log reaches nobody's terminal as more than text.
#[test]
fn nothing_in_a_log_steers_a_terminal() {
    let log = include_str!("../logs/hello-go1.23.9-p1.log");
    let hostile = log.replace("-extld=gcc", "\"-X=main.v=a\u{202e}b\u{7}c\u{1b}]0;title\u{7}\" -extld=gcc");
    let folder = tempfile::tempdir().unwrap();
    for words in [
        &["explain", "hostile.log", "--grep", "main.v"][..],
        &["explain", "hostile.log"],
        &["verify", "hostile.log"],
        &["why", "good.log", "hostile.log"],
    ] {
        let test = Test::within(folder.path()).file("hostile.log", &hostile).file("good.log", log);
        let outcome = test.args(words).outcome();
        let said = outcome.stdout + &outcome.stderr;
        let steers = |c: &char| matches!(c, '\u{202e}' | '\u{7}' | '\u{1b}');
        assert_eq!(said.chars().find(steers), None, "{words:?}");
    }
}
