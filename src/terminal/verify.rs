//! What `gostep verify` says. Lines of logs are long, so nothing is broken or cut to a width.

use gostep_course::player::sanitize;
use gostep_course::words::{Lang, words};
use gostep_sim::gobuild::Build;
use gostep_sim::xlog::comparison::Comparison;
use gostep_view::blocks::{Block, Paragraph};
use gostep_view::look::Span;
use gostep_view::verify::report;

/// The report as text. `log` is the name of the log.
pub fn text(comparison: &Comparison, build: &Build, log: &str, lang: Lang) -> String {
    let mut told = String::new();
    for block in report(comparison, build, log, words(lang)) {
        if let Block::Paragraph(Paragraph { lead, text, .. }) | Block::Cut { lead, text } = block {
            told.extend([lead].iter().chain(&text).map(|Span { text, .. }| text.as_str()));
            told.push('\n');
        }
    }
    // Nothing in a log may steer a terminal.
    sanitize(&told)
}
