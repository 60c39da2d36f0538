//! The examples of the README files do what they show.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so by panicking")]

use std::process::Command;

use gostep::build::options::split_quoted;

/// Runs every `$ gostep …` of the console blocks. A line `…` stands for any lines.
fn check(readme: &str) {
    let mut examples = 0;
    for block in readme.split("```console\n").skip(1) {
        let block = block.split("```").next().unwrap();
        for example in block.split("$ ").skip(1) {
            let (command, expected) = example.split_once('\n').unwrap();
            let words = split_quoted(command.strip_prefix("gostep ").expect("only gostep is run")).unwrap();
            let output = Command::new(env!("CARGO_BIN_EXE_gostep"))
                .args(words)
                .current_dir(env!("CARGO_MANIFEST_DIR"))
                .env("COLUMNS", "80")
                .env("GOSTEP_DATA_DIR", "/dev/null/gostep")
                .output()
                .unwrap();
            let actual = String::from_utf8(output.stdout).unwrap();
            assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
            assert!(fits(expected.trim_end(), actual.trim_end()), "{command} prints\n{actual}\nand not\n{expected}");
            examples += 1;
        }
    }
    assert!(examples >= 4, "the examples were not found");
}

/// Whether a text is the expected one, in which a line `…` stands for any lines.
fn fits(expected: &str, actual: &str) -> bool {
    let mut parts = expected.split("…\n").peekable();
    let mut rest = actual;
    let mut first = true;
    while let Some(part) = parts.next() {
        let part = part.trim_end();
        let last = parts.peek().is_none();
        let found = if first {
            rest.starts_with(part).then_some(0)
        } else if last {
            rest.ends_with(part).then(|| rest.len() - part.len())
        } else {
            rest.find(part)
        };
        let Some(at) = found else { return false };
        rest = &rest[at + part.len()..];
        first = false;
    }
    rest.is_empty() || expected.ends_with('…')
}

#[test]
fn the_examples_of_the_readme_are_true() {
    check(include_str!("../README.md"));
}

#[test]
fn the_examples_of_the_chinese_readme_are_true() {
    check(include_str!("../README.zh.md"));
}
