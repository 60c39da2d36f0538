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
    let marks = marks(frame, at, &block.text);
    html! {
        div.command.new[is_new].internal[block.internal] id={ "c" (at) } data-command=(at) data-package=[block.package] {
            @for (offset, (from, text)) in lines(&block.text).enumerate() {
                span.number { (block.line + offset) }
                code { (line(&spans_with_marks(&block.text, from, from + text.len(), &marks))) }
                "\n"
            }
        }
    }
}

/// The lines of a text, each with its place in bytes.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_inclusive('\n').scan(0, |next, whole| {
        let from = std::mem::replace(next, *next + whole.len());
        Some((from, whole.trim_end_matches('\n')))
    })
}

/// What the step marks in a command: byte ranges of its block in the transcript.
fn marks(frame: &Frame, block: usize, text: &str) -> Vec<(usize, usize)> {
    let mut commands = frame.shows.iter().filter_map(|shown| match shown {
        Shown::Commands { commands, .. } => commands.iter().find(|command| command.block == block),
        _ => None,
    });
    let Some(command) = commands.next() else { return Vec::new() };
    // The block can have a change of directory before the command.
    let Some(begin) = text.rfind(&command.text) else { return Vec::new() };
    command.marks.iter().map(|&(from, to)| (begin + from, begin + to)).collect()
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

#[cfg(test)]
mod tests {
    use super::*;
    use gostep_course::lesson::load;
    use gostep_course::words::Lang;

    /// The log marks what the terminal marks: the same words of the same commands, no more and no less.
    #[test]
    fn the_log_marks_what_the_step_marks() {
        let mut marked = 0;
        for name in load::names() {
            let player = Player::new(load(name, Lang::En).unwrap());
            for frame in (0..player.len()).filter_map(|step| player.frame(step)) {
                let build = &player.builds()[frame.moment.build];
                for (at, block) in build.transcript.iter().enumerate().take(frame.moment.commands) {
                    let shown = frame.shows.iter().find_map(|shown| match shown {
                        Shown::Commands { commands, .. } => commands.iter().find(|command| command.block == at),
                        _ => None,
                    });
                    let meant = shown.map_or_else(Vec::new, |command| {
                        command.marks.iter().map(|&(from, to)| &command.text[from..to]).collect::<Vec<_>>()
                    });
                    let marks = marks(&frame, at, &block.text);
                    let seen: Vec<&str> = marks.iter().map(|&(from, to)| &block.text[from..to]).collect();
                    assert_eq!(seen, meant, "{name} {} {at}", frame.id);
                    marked += seen.len();
                }
            }
        }
        assert!(marked > 20, "{marked} marks in the whole course");
    }
}
