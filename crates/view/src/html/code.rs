//! Commands, texts of files, and how long things took, as HTML.

use maud::{Markup, html};

use super::super::blocks::{Bar, CodeRow, Command, WorkerLane};
use super::super::look::Look;
use super::line;

/// A command as a whole: its parts stay together where there is room.
pub fn command(command: &Command) -> Markup {
    html! {
        pre.command tabindex="0" {
            @if let Some(cd) = &command.cd { span.cd { (cd) } "\n" }
            @for (at, part) in command.parts.iter().enumerate() {
                @if at > 0 { (if command.is_many_lines { "\n" } else { " " }) }
                span.part { (line(part)) }
            }
        }
    }
}

/// The text of a file.
pub fn rows(rows: &[CodeRow]) -> Markup {
    html! {
        pre.code tabindex="0" {
            @for row in rows {
                @if let Some(number) = row.number { span.number { (number) } }
                span.row { (line(&row.text)) }
                "\n"
            }
        }
    }
}

/// How long some things took.
pub fn bars(bars: &[Bar]) -> Markup {
    let longest = bars.iter().map(|bar| bar.length).max().unwrap_or(0).max(1);
    html! {
        table.bars { tbody {
            @for bar in bars {
                tr {
                    th scope="row" { (bar.name) }
                    td.right { (bar.number) }
                    td.bar { svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" {
                        rect.bar width=(share(bar.length, longest).max(2)) height="10" {}
                    } }
                }
            }
        } }
    }
}

/// When one worker was at work, up to a moment.
pub fn lane(name: &str, lane: &WorkerLane, until_us: u64) -> Markup {
    html! {
        div.lane {
            span.name { (name) }
            svg viewBox="0 0 1000 10" preserveAspectRatio="none" role="img" aria-label=(name) {
                @for span in &lane.spans {
                    @let (from, to) = (share(span.from_us, until_us), share(span.to_us, until_us));
                    rect.(if span.look == Look::Now { "now" } else { "done" }) x=(from) width=((to - from).max(1)) height="10" {
                        title { (span.name) }
                    }
                }
            }
        }
    }
}

/// A part of a whole, in thousandths.
fn share(part: u64, whole: u64) -> u64 {
    let share = u128::from(part.min(whole)) * 1000 / u128::from(whole.max(1));
    u64::try_from(share).unwrap_or(1000)
}
