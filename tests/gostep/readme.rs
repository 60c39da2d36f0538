//! The examples of the README files do what they show, and the guides are there in both languages.

use std::path::Path;

use gostep_sim::program::go_flags::split_quoted;

use crate::support::run::Test;

/// Runs every `$ gostep …` of the console blocks. A line `…` stands for any lines.
fn check(readme: &str) {
    let mut examples = 0;
    for block in readme.split("```console\n").skip(1) {
        let block = block.split("```").next().unwrap();
        for example in block.split("$ ").skip(1) {
            let (command, expected) = example.split_once('\n').unwrap();
            let words = split_quoted(command.strip_prefix("gostep ").expect("only gostep is run")).unwrap();
            let root = Path::new(env!("CARGO_MANIFEST_DIR"));
            let ran = Test::within(root).columns(80).args(words).outcome();
            // Two builds that differ are what `why` is asked about.
            let expected_status = i32::from(command.starts_with("gostep why"));
            assert_eq!(ran.status, expected_status, "{command}: {}", ran.stderr);
            let actual = ran.stdout;
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
    check(include_str!("../../README.md"));
}

#[test]
fn the_examples_of_the_chinese_readme_are_true() {
    check(include_str!("../../README.zh.md"));
}

/// The guides that there are in both languages, without their endings.
const GUIDES: [&str; 10] =
    ["authoring", "explain", "export", "presenting", "progress", "run", "screen", "serve", "whatif", "why"];

/// What a guide is made of, in order: headings, rows of tables, blocks of code.
fn shape(guide: &str) -> Vec<&str> {
    let kind = |line: &'_ str| {
        ["## ", "### ", "# ", "|", "```"].into_iter().find(|sign| line.starts_with(sign)).unwrap_or_default()
    };
    guide.lines().map(kind).filter(|kind| !kind.is_empty()).collect()
}

#[test]
fn guides_are_the_same_in_both_languages_and_can_be_found() {
    let read = |file: &str| std::fs::read_to_string(format!("{}/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    for guide in GUIDES {
        let english = read(&format!("docs/{guide}.md"));
        let chinese = read(&format!("docs/{guide}.zh.md"));
        assert!(english.contains(&format!("\n中文：[{guide}.zh.md]({guide}.zh.md)\n")), "{guide}");
        assert!(chinese.contains(&format!("\nEnglish: [{guide}.md]({guide}.md)\n")), "{guide}");
        if guide != "authoring" {
            assert_eq!(shape(&english), shape(&chinese), "{guide}");
        }
        assert!(read("README.md").contains(&format!("(docs/{guide}.md)")), "{guide}");
        assert!(read("README.zh.md").contains(&format!("(docs/{guide}.zh.md)")), "{guide}");
    }
}
