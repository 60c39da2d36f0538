//! Help, in both languages.

use unicode_width::UnicodeWidthStr;

use crate::support::assert_snapshot;
use crate::support::run::Test;

/// Every command that has help of its own.
const COMMANDS: [&str; 29] = [
    "",
    "play",
    "present",
    "notes",
    "serve",
    "export",
    "list",
    "lesson",
    "lesson new",
    "lesson from",
    "lesson check",
    "lesson watch",
    "lesson test",
    "lesson eval",
    "lesson translate",
    "lesson schema",
    "practice",
    "progress",
    "glossary",
    "facts",
    "run",
    "build",
    "whatif",
    "why",
    "workers",
    "explain",
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
    assert!(said.contains("用法：gostep lesson [选项] <命令>"), "{said}");
    for line in ["build --bogus --lang en", "play --lang fr", "play --bogus --help"] {
        let said = gostep(line).refuses();
        assert!(said.starts_with("error: "), "{line}: {said}");
    }
}

#[test]
fn the_language_may_stand_anywhere() {
    let chinese = gostep("glossary").env("LC_ALL", "zh_CN.UTF-8").prints();
    let repeated = ["--lang en glossary --lang zh", "glossary --lang en --lang zh"];
    for line in ["--lang zh glossary", "glossary --lang zh", "glossary --lang=zh"].into_iter().chain(repeated) {
        assert_eq!(gostep(line).prints(), chinese, "{line}");
    }
    // Arguments of `gostep import` may begin with dashes; the language is none of them.
    assert!(gostep("import ./cmd -trimpath --lang zh").prints().starts_with("# 请在"));
    assert_eq!(gostep("--lang zh build -trimpath").prints(), gostep("build --trimpath").prints());
    assert_eq!(
        gostep("--plain build").refuses(),
        "error: the subcommand 'build' cannot be used with '--plain'\n\nFor more information, try '--help'.\n"
    );
}

/// A command line that cannot be read, what is said of it in Chinese, and the tip.
const UNREADABLE: [(&str, &str, &str); 26] = [
    ("build --nosuch", "多余或未知的参数“--nosuch”", "提示：要把“--nosuch”作为值，请写成“-- --nosuch”"),
    ("build --trimpat", "多余或未知的参数“--trimpat”", "提示：有名称相近的参数：“--trimpath”"),
    ("build --folder", "多余或未知的参数“--folder”", ""),
    ("play a b", "多余或未知的参数“b”", "用法：gostep play [选项] [课程]"),
    ("--build", "多余或未知的参数“--build”", ""),
    ("buld", "没有命令“buld”", "提示：有名称相近的命令：“build”"),
    ("lesson nosuch", "没有命令“nosuch”", "用法：gostep lesson [选项] <命令>"),
    ("help nosuch", "没有命令“nosuch”", ""),
    ("build -p x", "“x”不能作为“-p <N>”的值：不是整数", ""),
    ("build -p 0", "“0”不能作为“-p <N>”的值：0 不在 1..=4294967295 范围内", ""),
    ("practice -n x", "“x”不能作为“--count <数量>”的值：不是整数", ""),
    ("serve --port 99999", "“99999”不能作为“--port <端口>”的值：99999 不在 0..=65535 范围内", ""),
    ("build --command x", "“x”不能作为“--command <命令>”的值", "[可选值：build, install, run]"),
    ("play --lang fr", "“fr”不能作为“--lang <语言>”的值", "[可选值：en, zh]"),
    ("play --lang", "“--lang <语言>”缺少值", "[可选值：en, zh]"),
    ("build -o", "“-o <名称>”缺少值", "更多说明见“--help”。"),
    ("build --work-dir=", "“--work-dir <路径>”缺少值", ""),
    ("whatif touch=main.go --dir", "“--dir <路径>”缺少值", ""),
    ("why", "缺少以下必需的参数：\n  <之前>\n  <之后>", "用法：gostep why <之前> <之后>"),
    ("progress --yes", "缺少以下必需的参数：\n  --reset [<课程>]", ""),
    ("export course --site x -o y", "“--site <文件夹>”不能与“--output <文件>”同时使用", ""),
    ("glossary x --full", "“[术语]...”不能与“--full”同时使用", ""),
    ("notes order --all --plain --follow", "“--all”不能与“--plain”、“--follow”同时使用", ""),
    ("play --plain --plain", "“--plain”不能写多次", ""),
    ("--plain build", "命令“build”不能与“--plain”同时使用", ""),
    ("export", "缺少以下必需的参数：\n  <课程|文件夹|course>", ""),
];

#[test]
fn what_cannot_be_read_is_said_in_the_language() {
    for (line, problem, tip) in UNREADABLE {
        let said = gostep(line).env("LC_ALL", "zh_CN.UTF-8").refuses();
        assert!(said.starts_with(&format!("错误：{problem}\n")), "{line}: {said}");
        assert!(said.contains(tip), "{line}: {said}");
        let english = gostep(line).refuses();
        assert!(english.starts_with("error: "), "{line}: {english}");
    }
}
