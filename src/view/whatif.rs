//! What a what-if says, in words.

use std::fmt::Write;

use unicode_width::UnicodeWidthStr;

use super::inline::{GLUE, wrap_below};
use super::paint::Span;
use crate::words::{Lang, Words, words};
use gostep_sim::whatif::{Certainty, FailureReport, LinkReason, LinkReport, Outcome, PackageReport, Reason, Report};

/// A report and what it is about.
#[derive(Debug)]
pub struct Story<'a> {
    /// The changes, as written.
    pub changes: &'a [String],
    /// What came of them.
    pub report: &'a Report,
}

/// The whole text, wrapped to a width in columns.
pub fn text(story: &Story, lang: Lang, width: usize) -> String {
    let (words, mut out) = (words(lang), String::new());
    push_wrapped(&mut out, "", &words.whatif.after.with([&story.changes.join(" ")]), width);
    out.push('\n');
    push_report(&mut out, story.report, words, width);
    out
}

/// The text of a report alone.
pub fn report_text(report: &Report, lang: Lang, width: usize) -> String {
    let (words, mut out) = (words(lang), String::new());
    push_report(&mut out, report, words, width);
    out
}

/// The text of what failed alone: what was said, why, what was not started, and what is left.
pub fn failure_text(report: &Report, lang: Lang, width: usize) -> String {
    let (words, mut out) = (words(lang), String::new());
    push_failures(&mut out, report, words, width);
    push_not_started(&mut out, report, words, width);
    push_wrapped(&mut out, "", &summary(report, words), width);
    out
}

/// The packages that wait for what failed: their number, and the names of the first.
fn push_not_started(out: &mut String, report: &Report, words: &Words, width: usize) {
    const MOST_NAMES: usize = 12;
    let skipped = report.packages.iter().filter(|package| matches!(package.outcome, Outcome::NotStarted { .. }));
    let skipped: Vec<&str> = skipped.map(|package| package.package.as_str()).collect();
    if !skipped.is_empty() {
        let more = skipped.len().saturating_sub(MOST_NAMES);
        let mut names = skipped.iter().take(MOST_NAMES).copied().collect::<Vec<_>>().join(words.small.comma);
        if more > 0 {
            names.push_str(&words.whatif.and_more.with([&more.to_string()]));
        }
        push_wrapped(out, "", &words.whatif.skipped.with([&skipped.len().to_string(), &names]), width);
        out.push('\n');
    }
}

fn push_report(out: &mut String, report: &Report, words: &Words, width: usize) {
    if let Some(refused) = report.refused {
        push_wrapped(out, "", &words.whatif.refused.with([&refused]), width);
        return;
    }
    // First the cause, then what came of it.
    push_failures(out, report, words, width);
    let started = report.failures.iter().all(|failure| failure.package.is_some());
    if started {
        if report.packages.is_empty() {
            push_wrapped(out, "  ", words.whatif.nothing, width);
        }
        push_rows(out, &rows(report, words), width);
        out.push('\n');
        push_not_started(out, report, words, width);
    }
    for unnoticed in &report.unnoticed {
        let text = format!(
            "{}{}{}",
            words.whatif.unnoticed.with([&unnoticed.fault]),
            words.small.blank,
            words.reasons.cause(&unnoticed.cause)
        );
        push_wrapped(out, "", &text, width);
        out.push('\n');
    }
    push_wrapped(out, "", &summary(report, words), width);
    if !report.exact {
        push_wrapped(out, "", words.whatif.bounds, width);
    }
}

/// What each failed tool said, and why.
fn push_failures(out: &mut String, report: &Report, words: &Words, width: usize) {
    for (at, failure) in report.failures.iter().enumerate() {
        let head = match &failure.package {
            None => words.whatif.stopped_at_once.to_owned(),
            Some(_) if failure.tool == "link" => words.whatif.link_said.to_owned(),
            Some(package) => words.whatif.tool_failed.with([&failure.tool, package]),
        };
        push_wrapped(out, "", &head, width);
        for line in &failure.output {
            push_said(out, &line.replace('\t', "    "), width);
        }
        // What failed for the same reason stands together, and the reason below it once.
        if report.failures.get(at + 1).is_none_or(|next| next.cause != failure.cause) {
            push_wrapped(out, "", &words.reasons.cause(&failure.cause), width);
            out.push('\n');
        }
    }
    if report.failures.iter().any(|failure| !failure.exact) {
        push_wrapped(out, "", words.whatif.not_exact, width);
        out.push('\n');
    }
}

/// How many packages were compiled, whether it was linked, and what a failure leaves behind.
fn summary(report: &Report, words: &Words) -> String {
    let (certain, possible) = report.compiled();
    let link = match report.link {
        LinkReport::Linked(_) if report.link_certainty == Certainty::Possible => words.whatif.perhaps_linked,
        LinkReport::Linked(_) => words.whatif.linked,
        LinkReport::Failed(_) => words.whatif.link_failed,
        _ => words.whatif.not_linked,
    };
    let (certain, possible, all) = (certain.to_string(), possible.to_string(), report.all_packages.to_string());
    let mut sentences = vec![if report.exact {
        words.whatif.summary.with([&certain, &all, &link])
    } else {
        words.whatif.summary_bounds.with([&certain, &possible, &all, &link])
    }];
    if report.exit_code != 0 {
        sentences.push(words.whatif.exit_code.with([&report.exit_code.to_string()]));
    }
    if let Some(left) = &report.left {
        sentences.extend(left.output.as_ref().map(|output| words.whatif.old_output.with([output])));
        match left.stored {
            0 => {}
            1 => sentences.push(words.whatif.stored_one.to_owned()),
            stored => sentences.push(words.whatif.stored.with([&stored.to_string()])),
        }
        if !left.work.is_empty() {
            sentences.push(words.whatif.work.with([&left.work.join(words.small.comma)]));
        }
    }
    sentences.join(words.small.blank)
}

/// One row for each package that was started, and one for the link.
fn rows(report: &Report, words: &Words) -> Vec<Row> {
    let relinked = report.link == LinkReport::Linked(LinkReason::Main);
    let packages = report.packages.iter().filter_map(|package| row(package, report, relinked, words));
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

fn row(package: &PackageReport, report: &Report, relinked: bool, words: &Words) -> Option<Row> {
    let (what, why) = match &package.outcome {
        Outcome::Compiled { reason, same_archive } => {
            let what =
                if package.certainty == Certainty::Possible { words.whatif.possible } else { words.whatif.compiled };
            let mut text = words.reasons.compiled(reason);
            // Where everything is built again, nothing is cut off.
            let all = report.packages.len() == report.all_packages;
            if *same_archive == Some(true) && *reason != Reason::Forced && !(all && *reason == Reason::CacheEntry) {
                text.push_str(words.whatif.separator);
                let is_main = package.package == "main";
                text.push_str(if is_main && relinked { words.whatif.same_main } else { words.whatif.same_archive });
            } else if same_archive.is_none() && package.certainty == Certainty::Certain {
                text.push_str(words.whatif.separator);
                text.push_str(words.whatif.unknown_archive);
            }
            (what, text)
        }
        Outcome::Failed { .. } => {
            let of_package = |failure: &&FailureReport| failure.package.as_ref() == Some(&package.package);
            let tool = report.failures.iter().find(of_package).map_or("compile", |failure| failure.tool);
            (words.whatif.failed, words.whatif.see_above.with([&tool]))
        }
        Outcome::NotStarted { .. } => return None,
    };
    Some(Row { what, package: package.package.clone(), why })
}

fn link_row(report: &Report, words: &Words) -> Row {
    let linked = if report.link_certainty == Certainty::Possible { words.whatif.possible } else { words.whatif.linked };
    let (what, why) = match &report.link {
        LinkReport::Linked(reason) => (linked, words.reasons.linked(reason)),
        LinkReport::UpToDate => (words.whatif.not_linked, words.whatif.up_to_date.to_owned()),
        LinkReport::Failed(_) => (words.whatif.link_failed, words.whatif.see_above.with([&"link"])),
        LinkReport::NotStarted => (words.whatif.not_linked, words.whatif.link_not_started.to_owned()),
        LinkReport::NoProgram => (words.whatif.not_linked, words.whatif.no_program.to_owned()),
    };
    Row { what, package: String::new(), why }
}

/// Adds a text behind a head; further lines are indented to stand below its first word.
pub(super) fn push_wrapped(out: &mut String, head: &str, text: &str, width: usize) {
    push_lines(out, head, head.width().min(width / 2), text, width);
}

/// Adds a line that a tool said.
fn push_said(out: &mut String, line: &str, width: usize) {
    push_lines(out, "  ", "    ".len(), line, width);
}

fn push_lines(out: &mut String, head: &str, indent: usize, text: &str, width: usize) {
    // A number and its unit stay together.
    let text = text.replace(" ms", &format!("{GLUE}ms")).replace(" B)", &format!("{GLUE}B)"));
    for line in wrap_below(&[Span::plain(text)], &Span::plain(head), indent, width.max(20)) {
        let line: String = line.iter().map(|span| span.text.as_str()).collect();
        out.push_str(line.trim_end());
        out.push('\n');
    }
}
