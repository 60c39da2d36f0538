//! Help, in both languages.

use unicode_width::UnicodeWidthStr;

use crate::support::assert_snapshot;
use crate::support::run::Test;

/// Every command that has help of its own.
const COMMANDS: [&str; 23] = [
    "",
    "play",
    "present",
    "notes",
    "export",
    "list",
    "lesson",
    "lesson new",
    "lesson from",
    "lesson check",
    "lesson watch",
    "lesson test",
    "lesson schema",
    "practice",
    "progress",
    "glossary",
    "facts",
    "build",
    "whatif",
    "workers",
    "verify",
    "import",
    "help",
];

fn gostep(line: &str) -> Test {
    Test::new().args(line.split_whitespace())
}

#[test]
fn every_command_has_its_help_in_both_languages() {
    for lang in ["en", "zh"] {
        for columns in [40, 80] {
            let mut all = String::new();
            for name in COMMANDS {
                let line = format!("help {name} --lang {lang}");
                let help = gostep(&line).columns(columns).prints();
                for row in help.lines() {
                    // What is to be typed in stays in one piece.
                    let is_code = row.starts_with("  ") && row.contains("yaml");
                    assert!(row.width() <= columns || is_code, "{name}: {row}");
                }
                all.push_str(&format!("$ {}\n{help}\n", line.replace("  ", " ")));
            }
            assert_snapshot(&format!("help_{lang}_{columns}"), &all);
        }
    }
}

#[test]
fn the_language_is_that_of_the_locale_or_the_one_that_is_named() {
    let english = gostep("build --help").prints();
    let chinese = gostep("build --help --lang zh").prints();
    assert!(english.contains("Usage: ") && chinese.contains("用法："));
    for line in ["build --lang zh --help", "--lang=zh build -h", "help build --lang zh", "build -h --lang=zh"] {
        assert_eq!(gostep(line).prints(), chinese, "{line}");
    }
    let in_china = |line: &str| gostep(line).env("LC_ALL", "zh_CN.UTF-8").prints();
    assert_eq!(in_china("build --help"), chinese);
    assert_eq!(in_china("build --lang en --help"), english);
    assert_eq!(in_china("help build --lang=en"), english);
    assert_eq!(in_china("--version"), gostep("--version").prints());
}

#[test]
fn errors_stay_errors() {
    let said = gostep("lesson --lang zh").refuses();
    assert!(said.contains("用法：gostep lesson <命令>"), "{said}");
    for line in ["build --lang zh", "play --lang fr --help", "play --bogus --help --lang zh"] {
        let said = gostep(line).refuses();
        assert!(said.starts_with("error: "), "{line}: {said}");
    }
}
