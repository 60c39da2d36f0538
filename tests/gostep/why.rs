//! `gostep why` as its user runs it, on recorded pairs of builds.

use std::collections::BTreeMap;

use gostep_sim::goquote::unquote;
use gostep_sim::hash::Hash;

use crate::support::assert_snapshot;
use crate::support::run::{Outcome, Test};

const BEFORE: &str = include_str!("../why/hashes-before.txt");

/// What `gostep why BEFORE AFTER ARGS` prints, and its exit code.
fn why(before: &str, after: &str, args: &[&str]) -> String {
    let files = [before, after].map(|name| format!("{}/tests/why/{name}", env!("CARGO_MANIFEST_DIR")));
    let Outcome { status, stdout, stderr } = Test::new().args(["why", &files[0], &files[1]]).args(args).outcome();
    format!("{stdout}{stderr}exit code {status}")
}

/// The same with the second text on standard input.
fn why_text(before: &str, after: &str) -> String {
    let file = format!("{}/tests/why/{before}", env!("CARGO_MANIFEST_DIR"));
    let Outcome { status, stdout, stderr } =
        Test::new().args(["why", &file, "-", "--lang", "en"]).stdin(after.as_bytes()).outcome();
    format!("{stdout}{stderr}exit code {status}").replace(env!("CARGO_MANIFEST_DIR"), "…")
}

fn cases(name: &str, cases: &[(&str, String)]) {
    let text: Vec<String> = cases.iter().map(|(title, output)| format!("== {title}\n{output}")).collect();
    assert_snapshot(&format!("why_{name}"), &text.join("\n\n"));
}

#[test]
fn recorded_builds_tell_their_cause() {
    let pairs = [
        ("a file", "hashes-before.txt", "hashes-edit.txt"),
        ("-trimpath, and the standard library left out of the texts", "hashes-before.txt", "hashes-trimpath.txt"),
        ("another directory and -ldflags", "hashes-before.txt", "hashes-moved.txt"),
        ("nothing", "hashes-before.txt", "hashes-before.txt"),
        ("logs", "log-before.txt", "log-edit.txt"),
        ("the same log", "log-edit.txt", "log-edit.txt"),
        ("lists", "list-before.json", "list-edit.json"),
    ];
    for (lang, name) in [("en", "en"), ("zh", "zh")] {
        let told = pairs.map(|(title, before, after)| (title, why(before, after, &["--lang", lang])));
        cases(name, &told);
    }
}

#[test]
fn the_answer_is_data_too() {
    cases(
        "json",
        &[
            ("a file", why("hashes-before.txt", "hashes-edit.txt", &["--json"])),
            ("nothing", why("list-before.json", "list-before.json", &["--json"])),
        ],
    );
}

/// A text whose sums are those of what is in it.
fn summed(text: &str) -> String {
    let mut texts: BTreeMap<&str, String> = BTreeMap::new();
    let mut out = String::new();
    for line in text.lines() {
        match line.split_once("]: ") {
            Some((name, value)) if value.starts_with('"') => {
                texts.entry(name).or_default().push_str(&unquote(value).unwrap());
            }
            Some((name, _)) => {
                out.push_str(&format!("{name}]: {}\n", Hash::of(&texts[name])));
                continue;
            }
            None => {}
        }
        out.push_str(&format!("{line}\n"));
    }
    out
}

#[test]
fn single_inputs_are_named() {
    let with = |from: &str, to: &str| {
        assert!(BEFORE.contains(from), "{from}");
        summed(&BEFORE.replace(from, to))
    };
    let leaf = |text: &str| format!("HASH[build example.com/chain/leaf]: \"{text}\\n\"");
    let level = leaf("GOAMD64=v1");
    let more = |text: &str| with(&level, &format!("{level}\n{}", leaf(text)));
    let at_once = "HASH[build example.com/chain/leaf]\n";
    cases(
        "inputs",
        &[
            ("a level", why_text("hashes-before.txt", &with(&level, &leaf("GOAMD64=v3")))),
            ("the go line", why_text("hashes-before.txt", &with(&leaf("go 1.21"), &leaf("go 1.22")))),
            ("a variable", why_text("hashes-before.txt", &more("magic GOSSAFUNC=f"))),
            ("an import", why_text("hashes-before.txt", &more("import fmt akPClCIU1DYrpFXhkJwr"))),
            ("C", why_text("hashes-before.txt", &more("CC=[\\\"gcc\\\"] [] [\\\"-O2\\\"] []"))),
            ("a profile", why_text("hashes-before.txt", &more("pgofile 8EkaGh"))),
            ("GOEXPERIMENT", why_text("hashes-before.txt", &more("GOEXPERIMENT=\\\"arenas\\\""))),
            ("something of a later release", why_text("hashes-before.txt", &more("moon full"))),
            (
                "a line that was changed",
                why_text("hashes-edit.txt", &BEFORE.replace("dir /home/gopher", "dir /home/***")),
            ),
            (
                "two hashes with one name at once",
                why_text("hashes-before.txt", &BEFORE.replace(at_once, &at_once.repeat(2))),
            ),
            (
                "times before the lines",
                why_text("hashes-before.txt", &BEFORE.replace("HASH[", "2026-11-29T10:00:00Z HASH[")),
            ),
            ("cut off", why_text("hashes-before.txt", &BEFORE[..BEFORE.len() / 2])),
        ],
    );
}

#[test]
fn what_cannot_be_compared_is_refused() {
    cases(
        "refused",
        &[
            ("two kinds", why_text("hashes-before.txt", include_str!("../why/list-edit.json"))),
            ("a text", why_text("hashes-before.txt", "Dear gopher,\n")),
            ("nothing", why_text("hashes-before.txt", "")),
            ("other JSON", why_text("list-before.json", "{\"a\": 1}")),
            ("half a list", why_text("list-before.json", "{\"ImportPath\": \"a\"")),
        ],
    );
    Test::new()
        .args(["why", "-", "-"])
        .stderr("gostep: standard input (-) can be given for one file only\n")
        .status(2)
        .run();
}
