//! The transcript of a build, with signs at what failed and at what the other build does not do.

use std::collections::HashMap;

use maud::{Markup, html};

use gostep_course::lesson::StagedBuild;
use gostep_course::player::sanitize;
use gostep_course::words::Words;
use gostep_sim::gobuild::{Build, Step};
use gostep_sim::xlog::{Block, Transcript};
use gostep_view::html::line;
use gostep_view::marks::spans_with_marks;

/// The sign of a command that failed.
const FAILED: &str = "✗";
/// The sign of a command that the other build does not run.
const ALONE: &str = "≠";

/// The package, the step, and which of its runs it is: what makes two commands of two builds the same one.
type Key = (String, Step, usize);

/// The commands of the other build, to compare with.
#[derive(Debug)]
pub struct Twin {
    texts: HashMap<Key, String>,
}

/// Commands of two builds that are not the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Those that the other build does not run.
    pub alone: usize,
    /// Those that both run, with different words.
    pub differ: usize,
}

impl Twin {
    /// The commands of a build. One that was refused has none: the transcript would be that of the build before it.
    pub fn of(staged: &StagedBuild, refused: bool) -> Self {
        let blocks = if refused { &[][..] } else { &staged.transcript };
        let keys = keys(&staged.build, blocks);
        let command = |block: &Block| sanitize(&block.text[command_from(&block.text)..]);
        Self { texts: keys.into_iter().zip(blocks.iter().map(command)).collect() }
    }

    /// How another build differs from it.
    pub fn counts(&self, other: &Self) -> Counts {
        let mut counts = Counts::default();
        for (key, text) in &other.texts {
            match self.texts.get(key) {
                None => counts.alone += 1,
                Some(own) => counts.differ += usize::from(own != text),
            }
        }
        counts
    }
}

fn keys(build: &Build, blocks: &[Block]) -> Vec<Key> {
    let mut seen: HashMap<(usize, Step), usize> = HashMap::new();
    let key = |block: &Block| {
        let package = build.plan.action(block.action).package;
        let run = seen.entry((package.index(), block.step)).or_default();
        *run += 1;
        (build.program.display_path(package).to_owned(), block.step, *run)
    };
    blocks.iter().map(key).collect()
}

/// The rows of a transcript.
pub struct Rows<'a> {
    /// The build.
    pub staged: &'a StagedBuild,
    /// The other build.
    pub twin: Option<&'a Twin>,
    /// The language.
    pub words: &'a Words,
    /// Whether the go command refuses the build, so that it has no transcript.
    pub refused: bool,
}

impl Rows<'_> {
    /// The first rows, how many they are, and how many commands there are in all.
    pub fn html(&self, most: usize) -> (Markup, (usize, usize)) {
        let blocks = if self.refused { &[][..] } else { &self.staged.transcript };
        let build = &self.staged.build;
        let keys = keys(build, blocks);
        let shown = most.min(blocks.len());
        let failed = |block: &Block| {
            build.failures.iter().any(|failure| failure.action == block.action && failure.step == block.step)
        };
        let own = &self.words.bench;
        let has_signs = self.twin.is_some() || !build.failures.is_empty();
        let html = html! {
            @if blocks.is_empty() { p { (own.no_commands) } }
            @if has_signs && !blocks.is_empty() { p.dim { (if self.twin.is_some() { own.signs } else { own.signs_alone }) } }
            @if !self.refused {
                @for header in Transcript::new(build).header().lines() { div.command.header { code { (sanitize(header)) } } }
            }
            @for ((block, key), number) in blocks.iter().zip(&keys).zip(&self.staged.lines).take(shown) {
                (self.row(block, key, *number, failed(block)))
            }
        };
        (html, (shown, blocks.len()))
    }

    fn row(&self, block: &Block, key: &Key, number: usize, failed: bool) -> Markup {
        let text = sanitize(&block.text);
        let other = self.twin.map(|twin| twin.texts.get(key));
        let alone = other == Some(None);
        let begin = command_from(&text);
        let marks = other.flatten().map_or_else(Vec::new, |other| differing(&text[begin..], other));
        let marks: Vec<_> = marks.into_iter().map(|(from, to)| (begin + from, begin + to)).collect();
        let mut from = 0;
        html! {
            div.command.alone[alone].failed[failed].internal[!block.step.starts_program()] {
                @for (offset, whole) in text.split_inclusive('\n').enumerate() {
                    @let end = from + whole.trim_end_matches('\n').len();
                    span.number { (number + offset) }
                    span.sign { @if offset == 0 { @if failed { (FAILED) } @else if alone { (ALONE) } } }
                    code { (line(&spans_with_marks(&text, from, end, &marks))) }
                    "\n"
                    ({ from += whole.len(); "" })
                }
            }
        }
    }
}

/// Where a command begins behind a change of directory, which depends on what was printed before.
fn command_from(text: &str) -> usize {
    let line = text.split_inclusive('\n').next().unwrap_or_default();
    if line.starts_with("cd ") && line.len() < text.len() { line.len() } else { 0 }
}

/// The words of a text that another one does not have, as byte ranges.
fn differing(text: &str, other: &str) -> Vec<(usize, usize)> {
    if text == other {
        return Vec::new();
    }
    let mut left: HashMap<&str, usize> = HashMap::new();
    for word in other.split_whitespace() {
        *left.entry(word).or_default() += 1;
    }
    let mut marks = Vec::new();
    for word in text.split_whitespace() {
        if let Some(count) = left.get_mut(word).filter(|count| **count > 0) {
            *count -= 1;
        } else {
            let from = word.as_ptr() as usize - text.as_ptr() as usize;
            marks.push((from, from + word.len()));
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_of_directory_is_no_part_of_a_command() {
        assert_eq!(command_from("cd /x\ncompile y\n"), "cd /x\n".len());
        assert_eq!(command_from("compile y\n"), 0);
        assert_eq!(command_from("cd /x\n"), 0);
    }

    #[test]
    fn words_that_the_other_has_not_are_marked() {
        let marked = |text: &'static str, other| -> Vec<&str> {
            differing(text, other).into_iter().map(|(from, to)| &text[from..to]).collect()
        };
        assert_eq!(marked("link -s -w x", "link x"), ["-s", "-w"]);
        assert_eq!(marked("a a 包", "a"), ["a", "包"]);
        assert_eq!(marked("link x", "link -s x"), Vec::<&str>::new());
    }
}
