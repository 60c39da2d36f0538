//! What a step shows, as blocks.

mod artefacts;
mod cache;
mod commands;
mod file;
mod packages;

use super::blocks::{Block, Lane, Lanes};
use super::paint::{Line, Look, Span};
use super::seconds::seconds;
use gostep_course::player::{BuildView, CommandView, Frame, Shown};
use gostep_course::words::Words;

/// A step, and the words for what it shows.
#[derive(Clone, Copy)]
pub struct Step<'a> {
    /// The step.
    pub frame: &'a Frame,
    /// The build that it is about.
    pub build: &'a BuildView,
    /// The program's words.
    pub words: &'a Words,
}

impl Step<'_> {
    /// The blocks of one thing that it shows.
    pub fn blocks(&self, shown: &Shown) -> Vec<Block> {
        let words = self.words;
        match shown {
            Shown::Commands { new, left_out, commands } => self.commands(*new, *left_out, commands),
            Shown::File(file) => file::file(words, file),
            Shown::States { only } => self.states(only),
            Shown::Packages { relation, packages } => self.packages(relation, packages),
            Shown::Layers => self.layers(),
            Shown::Rebuilds(report) => super::whatif::report(report, words),
            Shown::Failure(report) => super::whatif::failure(report, words),
            Shown::Workers => vec![Block::Lanes(self.lanes())],
            Shown::CriticalPath(path) => artefacts::critical_path(words, path),
            Shown::Archive(archive) => artefacts::archive(words, archive),
            Shown::Symbols(symbols) => artefacts::symbols(words, symbols),
            Shown::Functions(functions) => artefacts::functions(words, functions),
            Shown::Executable(executable) => artefacts::executable(words, executable),
            Shown::Cache(cache) => cache::cache(words, cache.as_ref()),
            Shown::Hash(hash) => cache::hash(words, hash),
        }
    }

    /// A command as a whole.
    pub fn command(&self, command: &CommandView) -> Block {
        commands::whole(self.words, command)
    }

    fn lanes(&self) -> Lanes {
        let words = &self.words.frame;
        let now = self.frame.moment.time_us.max(1);
        let lane = |lane: &gostep_course::player::Lane| {
            let at_work = match lane.spans.last().filter(|span| span.to_us.is_none()) {
                None => Span::new(words.idle, Look::Dim),
                Some(span) => {
                    let what = if span.link { words.link } else { &span.package };
                    Span::new(words.works_on.with([&what, &seconds(span.from_us)]), Look::Now)
                }
            };
            let busy = lane.spans.iter().map(|span| (span.from_us, span.to_us.unwrap_or(now))).collect();
            Lane { name: words.worker.with([&(lane.worker + 1)]), busy, at_work }
        };
        Lanes { now_us: now, lanes: self.frame.lanes.iter().map(lane).collect() }
    }
}

/// The first line of a command.
pub fn first_line(command: &CommandView) -> Line {
    commands::first_line(command)
}

/// A remark.
fn dim(text: &str) -> Block {
    Block::text(vec![Span::new(text, Look::Dim)])
}

/// A text two columns in.
fn indented(text: &str, look: Look) -> Block {
    Block::led(Span::plain("  "), vec![Span::new(text, look)])
}

/// A name, and what is to be said of it.
fn heading(name: &str, note: Option<&str>) -> Block {
    let mut head = vec![Span::new(name, Look::Strong)];
    head.extend(note.map(|note| Span::new(format!("  {note}"), Look::Dim)));
    Block::text(head)
}
