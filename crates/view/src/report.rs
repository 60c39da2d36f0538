//! What came of a change between two builds, as blocks.

use super::blocks::{Block, Column, Narrow, Paragraph, Table};
use super::look::{GLUE, Span};
use gostep_course::player::sanitize;
use gostep_course::words::Words;
use gostep_sim::whatif::{Certainty, FailureReport, LinkReason, LinkReport, Outcome, PackageReport, Reason, Report};

/// What came of a change: the cause of a failure first, then a row for each package that was started.
pub fn report(report: &Report, words: &Words) -> Vec<Block> {
    if let Some(refused) = report.refused {
        return vec![said(&words.whatif.refused.with([&refused]))];
    }
    let mut blocks = failures(report, words);
    let started = report.failures.iter().all(|failure| failure.package.is_some());
    if started {
        if report.packages.is_empty() {
            blocks.push(Block::led(Span::plain("  "), vec![together(words.whatif.nothing)]));
        }
        blocks.extend([rows(report, words), Block::Gap]);
        blocks.extend(not_started(report, words));
    }
    for unnoticed in &report.unnoticed {
        let (fault, cause) = (words.whatif.unnoticed.with([&unnoticed.fault]), words.reasons.cause(&unnoticed.cause));
        blocks.extend([said(&format!("{fault}{}{cause}", words.small.blank)), Block::Gap]);
    }
    blocks.push(said(&summary(report, words)));
    if !report.exact {
        blocks.push(said(words.whatif.bounds));
    }
    blocks
}

/// What failed alone: what was said, why, what was not started, and what is left.
pub fn failure(report: &Report, words: &Words) -> Vec<Block> {
    let mut blocks = failures(report, words);
    blocks.extend(not_started(report, words));
    blocks.push(said(&summary(report, words)));
    blocks
}

/// A text in which a number and its unit stay together.
fn together(text: &str) -> Span {
    Span::plain(text.replace(" ms", &format!("{GLUE}ms")).replace(" B)", &format!("{GLUE}B)")))
}

/// A sentence.
pub fn said(text: &str) -> Block {
    Block::text(vec![together(&sanitize(text))])
}

/// The packages that wait for what failed: their number, and the names of the first.
fn not_started(report: &Report, words: &Words) -> Vec<Block> {
    const MOST_NAMES: usize = 12;
    let skipped = report.packages.iter().filter(|package| matches!(package.outcome, Outcome::NotStarted { .. }));
    let skipped: Vec<&str> = skipped.map(|package| package.package.as_str()).collect();
    if skipped.is_empty() {
        return Vec::new();
    }
    let more = skipped.len().saturating_sub(MOST_NAMES);
    let mut names = skipped.iter().take(MOST_NAMES).copied().collect::<Vec<_>>().join(words.small.comma);
    if more > 0 {
        names.push_str(&words.whatif.and_more.with([&more]));
    }
    vec![said(&words.whatif.skipped.with([&skipped.len(), &names])), Block::Gap]
}

/// What each failed tool said, and why.
fn failures(report: &Report, words: &Words) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (at, failure) in report.failures.iter().enumerate() {
        let head = match &failure.package {
            None => words.whatif.stopped_at_once.to_owned(),
            Some(_) if failure.tool == "link" => words.whatif.link_said.to_owned(),
            Some(package) => words.whatif.tool_failed.with([&failure.tool, package]),
        };
        blocks.push(said(&head));
        blocks.extend(failure.output.iter().map(|line| {
            let text = vec![together(&line.replace('\t', "    "))];
            Block::Paragraph(Paragraph { lead: Span::plain("  "), text, indent: Some("    ".len()) })
        }));
        // What failed for the same reason stands together, and the reason below it once.
        if report.failures.get(at + 1).is_none_or(|next| next.cause != failure.cause) {
            blocks.extend([said(&words.reasons.cause(&failure.cause)), Block::Gap]);
        }
    }
    if report.failures.iter().any(|failure| !failure.exact) {
        blocks.extend([said(words.whatif.not_exact), Block::Gap]);
    }
    blocks
}

/// What became of the executable, in a word.
pub fn link_word(report: &Report, words: &Words) -> &'static str {
    match report.link {
        LinkReport::Linked(_) if report.link_certainty == Certainty::Possible => words.whatif.perhaps_linked,
        LinkReport::Linked(_) => words.whatif.linked,
        LinkReport::Failed(_) => words.whatif.link_failed,
        _ => words.whatif.not_linked,
    }
}

/// How many packages were compiled, whether it was linked, and what a failure leaves behind.
pub fn summary(report: &Report, words: &Words) -> String {
    let (certain, possible) = report.compiled();
    let link = link_word(report, words);
    let all = report.all_packages;
    let mut sentences = vec![if report.exact {
        words.whatif.summary.with([&certain, &all, &link])
    } else {
        words.whatif.summary_bounds.with([&certain, &possible, &all, &link])
    }];
    if report.exit_code != 0 {
        sentences.push(words.whatif.exit_code.with([&report.exit_code]));
    }
    if let Some(left) = &report.left {
        sentences.extend(left.output.as_ref().map(|output| words.whatif.old_output.with([output])));
        match left.stored {
            0 => {}
            1 => sentences.push(words.whatif.stored_one.to_owned()),
            stored => sentences.push(words.whatif.stored.with([&stored])),
        }
        if !left.work.is_empty() {
            sentences.push(words.whatif.work.with([&left.work.join(words.small.comma)]));
        }
    }
    sentences.join(words.small.blank)
}

/// One row for each package that was started, and one for the link: what was done, to what, and why.
fn rows(report: &Report, words: &Words) -> Block {
    let relinked = report.link == LinkReport::Linked(LinkReason::Main);
    let packages = report.packages.iter().filter_map(|package| row(package, report, relinked, words));
    let cells = |[what, package, why]: [String; 3]| [Span::plain(what), Span::plain(package), together(&why)];
    Block::Table(Table {
        indent: 2,
        gap: 2,
        columns: vec![Column::default(); 3],
        head: None,
        rows: packages.chain([link_row(report, words)]).map(|row| cells(row).map(|cell| vec![cell]).to_vec()).collect(),
        // Where the names leave too little room for the reasons, these stand below.
        narrow: Narrow::Below(6),
    })
}

fn row(package: &PackageReport, report: &Report, relinked: bool, words: &Words) -> Option<[String; 3]> {
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
    Some([what.to_owned(), package.package.clone(), why])
}

fn link_row(report: &Report, words: &Words) -> [String; 3] {
    let linked = if report.link_certainty == Certainty::Possible { words.whatif.possible } else { words.whatif.linked };
    let (what, why) = match &report.link {
        LinkReport::Linked(reason) => (linked, words.reasons.linked(reason)),
        LinkReport::UpToDate => (words.whatif.not_linked, words.whatif.up_to_date.to_owned()),
        LinkReport::Failed(_) => (words.whatif.link_failed, words.whatif.see_above.with([&"link"])),
        LinkReport::NotStarted => (words.whatif.not_linked, words.whatif.link_not_started.to_owned()),
        LinkReport::NoProgram => (words.whatif.not_linked, words.whatif.no_program.to_owned()),
    };
    [what.to_owned(), String::new(), why]
}
