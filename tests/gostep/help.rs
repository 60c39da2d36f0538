//! Help, in both languages.

use std::process::Output;

use crate::support::{assert_snapshot, command, gostep};
use unicode_width::UnicodeWidthStr;

/// Every command that has help of its own.
const COMMANDS: [&str; 21] = [
    "",
    "play",
    "present",
    "notes",
    "list",
    "lesson",
    "lesson new",
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
    "record",
    "help",
];

fn words(line: &str) -> Vec<&str> {
    line.split_whitespace().collect()
}

fn text(output: Output) -> String {
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn every_command_has_its_help_in_both_languages() {
    for lang in ["en", "zh"] {
        for columns in [40, 80] {
            let mut all = String::new();
            for name in COMMANDS {
                let line = format!("help {name} --lang {lang}");
                let help = text(command(&words(&line)).env("COLUMNS", columns.to_string()).output().unwrap());
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
    let english = gostep(&["build", "--help"]).stdout;
    let chinese = gostep(&["build", "--help", "--lang", "zh"]).stdout;
    assert!(english.contains("Usage: ") && chinese.contains("用法："));
    for line in ["build --lang zh --help", "--lang=zh build -h", "help build --lang zh", "build -h --lang=zh"] {
        assert_eq!(gostep(&words(line)).stdout, chinese, "{line}");
    }
    let in_china = |line: &str| text(command(&words(line)).env("LC_ALL", "zh_CN.UTF-8").output().unwrap());
    assert_eq!(in_china("build --help"), chinese);
    assert_eq!(in_china("build --lang en --help"), english);
    assert_eq!(in_china("help build --lang=en"), english);
    assert_eq!(in_china("--version"), gostep(&["--version"]).stdout);
}

#[test]
fn errors_stay_errors() {
    let outcome = gostep(&["lesson", "--lang", "zh"]);
    assert_eq!((outcome.code, outcome.stdout.as_str()), (2, ""));
    assert!(outcome.stderr.contains("用法：gostep lesson <命令>"), "{}", outcome.stderr);
    for line in ["build --lang zh", "play --lang fr --help", "play --bogus --help --lang zh"] {
        let outcome = gostep(&words(line));
        assert_eq!((outcome.code, outcome.stdout.as_str()), (2, ""), "{line}");
        assert!(outcome.stderr.starts_with("error: "), "{line}: {}", outcome.stderr);
    }
}
