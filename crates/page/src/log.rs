//! The transcript, in parts: that of a large program is too long for a page.

use maud::{Markup, html};
use serde::Serialize;

use gostep_course::player::{BuildView, Frame, Player, Shown};
use gostep_view::html::line;
use gostep_view::marks::spans_with_marks;

/// A part of the transcript.
#[derive(Debug, Serialize)]
pub struct LogReply {
    html: String,
    /// The first command in it.
    from: usize,
    /// The command behind the last one in it.
    to: usize,
    /// How many commands are printed at the moment.
    all: usize,
}

/// Commands around one of those that are printed.
pub fn log(player: &Player, frame: &Frame, command: Option<usize>, most: usize) -> LogReply {
    let build = &player.builds()[frame.moment.build];
    let all = frame.moment.commands;
    let most = most.clamp(1, 2000);
    let wanted = command.unwrap_or(all).min(all.saturating_sub(1));
    let from = if all <= most { 0 } else { wanted.saturating_sub(most / 2).min(all - most) };
    let to = (from + most).min(all);
    let html = html! {
        @if from == 0 { @for header in &build.header { div.command.header { code { (header) } } } }
        @for block in from..to { (row(build, frame, block)) }
    };
    LogReply { html: html.into_string(), from, to, all }
}

fn row(build: &BuildView, frame: &Frame, at: usize) -> Markup {
    let block = &build.transcript[at];
    let is_new = (frame.new_blocks.0..frame.new_blocks.1).contains(&at);
    html! {
        div.command.new[is_new].internal[block.internal] id={ "c" (at) } data-command=(at) data-package=[block.package] {
            @for (offset, text) in block.text.lines().enumerate() {
                span.number { (block.line + offset) }
                code { (line(&spans_with_marks(text, 0, text.len(), &marks(frame, at, text)))) }
                "\n"
            }
        }
    }
}

/// The words of a line that the step marks.
fn marks(frame: &Frame, block: usize, text: &str) -> Vec<(usize, usize)> {
    let commands = frame.shows.iter().filter_map(|shown| match shown {
        Shown::Commands { commands, .. } => commands.iter().find(|command| command.block == block),
        _ => None,
    });
    let words = commands.flat_map(|command| command.marks.iter().map(|&(from, to)| &command.text[from..to]));
    let mut marks: Vec<(usize, usize)> =
        words.flat_map(|word| text.match_indices(word).map(|(at, word)| (at, at + word.len()))).collect();
    marks.sort_unstable();
    marks.dedup_by(|next, before| next.0 < before.1);
    marks
}

/// Commands in which a text is.
#[derive(Debug, Serialize)]
pub struct FindReply {
    commands: Vec<usize>,
}

/// The printed commands that have a text in them, in any case.
pub fn find(player: &Player, frame: &Frame, text: &str) -> FindReply {
    let build = &player.builds()[frame.moment.build];
    let text = text.to_lowercase();
    let printed = build.transcript.iter().take(frame.moment.commands).enumerate();
    let found = printed.filter(|(_, block)| block.text.to_lowercase().contains(&text)).map(|(at, _)| at);
    FindReply { commands: if text.is_empty() { Vec::new() } else { found.collect() } }
}
