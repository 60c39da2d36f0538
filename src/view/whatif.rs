//! What a what-if says, in words.

use std::fmt::Write;

use textwrap::Options;
use unicode_width::UnicodeWidthStr;

use crate::lesson::Lang;
use crate::whatif::{Certainty, LinkReason, LinkReport, Outcome, PackageReport, Reason, Report};

/// A report and what it is about.
#[derive(Debug)]
pub struct Story<'a> {
    /// The changes, as written.
    pub changes: &'a [String],
    /// What came of them.
    pub report: &'a Report,
}

/// The words, in every language; `{}` stands for what is filled in.
struct Words {
    after: &'static str,
    compiled: &'static str,
    possible: &'static str,
    failed: &'static str,
    not_started: &'static str,
    waits_for: &'static str,
    nothing: &'static str,
    same_archive: &'static str,
    separator: &'static str,
    same_main: &'static str,
    refused: &'static str,
    linked: &'static str,
    not_linked: &'static str,
    perhaps_linked: &'static str,
    link_failed: &'static str,
    up_to_date: &'static str,
    link_not_started: &'static str,
    summary: &'static str,
    summary_bounds: &'static str,
    bounds: &'static str,
    reasons: [&'static str; 10],
    link_reasons: [&'static str; 5],
}

const EN: Words = Words {
    after: "A full cache, the executable in place; then: {}",
    compiled: "compiled",
    possible: "perhaps",
    failed: "failed",
    not_started: "not started",
    waits_for: "waits for {}",
    nothing: "no package has to be compiled",
    same_archive: "cut off here: the archive came out the same",
    separator: "; ",
    same_main: "the archive came out the same, but its build ID did not, and the link looks at all of that",
    refused: "The go command refuses to build: {}",
    linked: "linked",
    not_linked: "not linked",
    perhaps_linked: "perhaps linked",
    link_failed: "link failed",
    up_to_date: "the executable is up to date",
    link_not_started: "a package failed",
    summary: "{} of {} packages compiled, {}.",
    summary_bounds: "{} to {} of {} packages compiled, {}.",
    bounds: "The packages marked \"perhaps\" are compiled only if the export data of a package between them and the \
             edit changes. `go list` does not tell that, and this edit was not measured.",
    reasons: [
        "everything is built again",
        "was never built before",
        "its file {} changed",
        "its imports changed: {}",
        "the content ID of {} changed",
        "the directory of its sources changed",
        "the flags of its tools changed",
        "the target changed",
        "the build info changed",
        "nothing changed, but the cache has no intact entry for it",
    ],
    link_reasons: [
        "everything is built again",
        "there is no executable of this name",
        "the build ID of main changed",
        "the content ID of {} changed",
        "linker flags or settings changed",
    ],
};

const ZH: Words = Words {
    after: "缓存已满，可执行文件已在原处；然后：{}",
    compiled: "编译",
    possible: "可能",
    failed: "失败",
    not_started: "未开始",
    waits_for: "等待 {}",
    nothing: "没有包需要编译",
    same_archive: "到此为止：归档文件与原来相同",
    separator: "；",
    same_main: "归档文件与原来相同，但它的构建 ID 变了，而链接要看整个构建 ID",
    refused: "go 命令拒绝构建：{}",
    linked: "链接",
    not_linked: "不链接",
    perhaps_linked: "可能链接",
    link_failed: "链接失败",
    up_to_date: "可执行文件已是最新",
    link_not_started: "有包编译失败",
    summary: "{1} 个包中编译了 {0} 个，{2}。",
    summary_bounds: "{2} 个包中编译 {0} 到 {1} 个，{3}。",
    bounds: "标为“可能”的包，只有当它与改动之间某个包的导出数据（export data）发生变化时才会编译。`go list` 看不出这一点，而这处改动没有实测过。",
    reasons: [
        "全部重新构建",
        "以前从未构建过",
        "它的文件 {} 变了",
        "它的导入变了：{}",
        "{} 的内容 ID（content ID）变了",
        "源码所在目录变了",
        "工具的参数变了",
        "构建目标变了",
        "构建信息（build info）变了",
        "输入没有变，但缓存里没有完好的条目",
    ],
    link_reasons: [
        "全部重新构建",
        "没有这个名字的可执行文件",
        "main 的构建 ID 变了",
        "{} 的内容 ID（content ID）变了",
        "链接器的参数或设置变了",
    ],
};

pub(super) fn fill(template: &str, values: &[&str]) -> String {
    let mut text = template.to_owned();
    for (at, value) in values.iter().enumerate() {
        let numbered = format!("{{{at}}}");
        text = if text.contains(&numbered) { text.replace(&numbered, value) } else { text.replacen("{}", value, 1) };
    }
    text
}

/// The whole text, wrapped to a width in columns.
pub fn text(story: &Story, lang: Lang, width: usize) -> String {
    let words = match lang {
        Lang::En => &EN,
        Lang::Zh => &ZH,
    };
    let report = story.report;
    let mut out = String::new();
    push_wrapped(&mut out, "", &fill(words.after, &[&story.changes.join(" ")]), width);
    out.push('\n');
    if let Some(refused) = report.refused {
        push_wrapped(&mut out, "", &fill(words.refused, &[refused]), width);
        return out;
    }
    if report.packages.is_empty() {
        push_wrapped(&mut out, "  ", words.nothing, width);
    }
    push_rows(&mut out, &rows(report, words), width);
    out.push('\n');
    let (certain, possible) = report.compiled();
    let link = match report.link {
        LinkReport::Linked(_) if report.link_certainty == Certainty::Possible => words.perhaps_linked,
        LinkReport::Linked(_) => words.linked,
        LinkReport::Failed(_) => words.link_failed,
        _ => words.not_linked,
    };
    let (certain, possible, all) = (certain.to_string(), possible.to_string(), report.all_packages.to_string());
    let summary = if report.exact {
        fill(words.summary, &[&certain, &all, link])
    } else {
        fill(words.summary_bounds, &[&certain, &possible, &all, link])
    };
    push_wrapped(&mut out, "", &summary, width);
    if !report.exact {
        push_wrapped(&mut out, "", words.bounds, width);
    }
    out
}

/// One row for each package, and one for the link.
fn rows(report: &Report, words: &Words) -> Vec<Row> {
    let relinked = report.link == LinkReport::Linked(LinkReason::Main);
    let packages = report.packages.iter().map(|package| row(package, relinked, words));
    packages.chain([link_row(report, words)]).collect()
}

/// Three columns; where they leave too little room for the reasons, these stand below.
fn push_rows(out: &mut String, rows: &[Row], width: usize) {
    let first = rows.iter().map(|row| row.what.width()).max().unwrap_or(0);
    let second = rows.iter().map(|row| row.package.width()).max().unwrap_or(0);
    let in_columns = 2 + first + 2 + second + 2 <= width / 2;
    for row in rows {
        let pad = |text: &str, columns: usize| " ".repeat(columns.saturating_sub(text.width()));
        if in_columns {
            let head =
                format!("  {}{}  {}{}  ", row.what, pad(row.what, first), row.package, pad(&row.package, second));
            push_wrapped(out, &head, &row.why, width);
        } else {
            let head = format!("  {}{}  {}", row.what, pad(row.what, first), row.package);
            let _ = writeln!(out, "{}", head.trim_end());
            push_wrapped(out, "      ", &row.why, width);
        }
    }
}

struct Row {
    what: &'static str,
    package: String,
    why: String,
}

fn row(package: &PackageReport, relinked: bool, words: &Words) -> Row {
    let (what, why) = match &package.outcome {
        Outcome::Compiled { reason, same_archive } => {
            let what = if package.certainty == Certainty::Possible { words.possible } else { words.compiled };
            let mut why = reason_text(reason, words);
            // Where everything is built again, nothing is cut off.
            if *same_archive && *reason != Reason::Forced {
                why.push_str(words.separator);
                let is_main = package.package == "main";
                why.push_str(if is_main && relinked { words.same_main } else { words.same_archive });
            }
            (what, why)
        }
        Outcome::Failed { output } => (words.failed, output.join(" / ")),
        Outcome::NotStarted { waits_for } => (words.not_started, fill(words.waits_for, &[waits_for])),
    };
    Row { what, package: package.package.clone(), why }
}

fn reason_text(reason: &Reason, words: &Words) -> String {
    let (at, what) = match reason {
        Reason::Forced => (0, ""),
        Reason::New => (1, ""),
        Reason::File(file) => (2, file.as_str()),
        Reason::Imports(path) => (3, path.as_str()),
        Reason::Import(path) => (4, path.as_str()),
        Reason::Directory => (5, ""),
        Reason::Flags => (6, ""),
        Reason::Target => (7, ""),
        Reason::BuildInfo => (8, ""),
        Reason::CacheEntry => (9, ""),
    };
    fill(words.reasons[at], &[what])
}

fn link_row(report: &Report, words: &Words) -> Row {
    let linked = if report.link_certainty == Certainty::Possible { words.possible } else { words.linked };
    let (what, why) = match &report.link {
        LinkReport::Linked(reason) => {
            let (at, what) = match reason {
                LinkReason::Forced => (0, ""),
                LinkReason::NoOutput => (1, ""),
                LinkReason::Main => (2, ""),
                LinkReason::Package(path) => (3, path.as_str()),
                LinkReason::Flags => (4, ""),
            };
            (linked, fill(words.link_reasons[at], &[what]))
        }
        LinkReport::UpToDate => (words.not_linked, words.up_to_date.to_owned()),
        LinkReport::Failed(output) => (words.link_failed, output.join(" / ")),
        LinkReport::NotStarted => (words.not_linked, words.link_not_started.to_owned()),
        LinkReport::NoProgram => (words.not_linked, String::new()),
    };
    Row { what, package: String::new(), why }
}

/// Adds a text behind a head; further lines are indented to stand below its first word.
pub(super) fn push_wrapped(out: &mut String, head: &str, text: &str, width: usize) {
    let indent = " ".repeat(head.width().min(width / 2));
    let options = Options::new(width.max(20)).initial_indent(head).subsequent_indent(&indent);
    for line in textwrap::wrap(text, options) {
        out.push_str(line.trim_end());
        out.push('\n');
    }
}
