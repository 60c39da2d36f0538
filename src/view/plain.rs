//! Frames as text, for a terminal line by line, a pipe, a file, a screen reader.

use super::inline::wrap;
use super::lay::lay;
use super::markdown;
use super::paint::{Line, Look, Painter, Span};
use super::question::Questions;
use super::seconds::seconds;
use super::shown::StepContent;
use gostep_course::player::markdown::Block;
use gostep_course::player::{Frame, Player};
use gostep_course::words::frame::FrameWords;
use gostep_course::words::words;

/// How a lesson is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Plain {
    /// Columns; text is broken so that no line is longer.
    pub width: usize,
    /// Whether there is colour.
    pub colour: bool,
    /// Whether the presenter's notes are shown.
    pub notes: bool,
}

impl Plain {
    /// A whole lesson, step by step.
    pub fn lesson(self, player: &Player) -> String {
        let mut text = self.title(player);
        for step in 0..player.len() {
            if let Some(frame) = player.frame(step) {
                text.push('\n');
                text.push_str(&self.frame(player, &frame));
            }
        }
        text
    }

    /// Title and summary of a lesson.
    pub fn title(self, player: &Player) -> String {
        let head = player.head();
        let mut lines = wrap(&[Span::new(head.title.as_str(), Look::Title)], &Span::plain(""), self.width);
        if !head.summary.is_empty() {
            lines.push(Line::new());
            lines.extend(markdown::draw(&head.summary, self.width, self.colour));
        }
        self.painter().text(&lines)
    }

    /// One step.
    pub fn frame(self, player: &Player, frame: &Frame) -> String {
        self.painter().text(&self.lines(player, frame))
    }

    /// One step as far as its question, if it has one: what is said before the answer is not given away.
    pub fn until_answer(self, player: &Player, frame: &Frame) -> String {
        let mut lines = self.heading(player, frame);
        add_parts(&mut lines, self.before_answer(player, frame));
        self.painter().text(&lines)
    }

    /// What follows when the question was answered; may be empty.
    pub fn after_answer(self, player: &Player, frame: &Frame) -> String {
        let mut lines = Vec::new();
        add_parts(&mut lines, self.explanation(player, frame));
        self.painter().text(lines.get(1..).unwrap_or_default())
    }

    /// A word in front, and blocks below it: an answer, a hint.
    pub fn headed(self, heading: &str, blocks: &[Block]) -> String {
        let mut lines = wrap(&[Span::new(heading, Look::Strong)], &Span::plain(""), self.width);
        lines.extend(markdown::draw(blocks, self.width, self.colour));
        self.painter().text(&lines)
    }

    /// Blocks of text alone.
    pub fn blocks(self, blocks: &[Block]) -> String {
        self.painter().text(&markdown::draw(blocks, self.width, self.colour))
    }

    /// Something said beside the lesson.
    pub fn remark(self, text: &str) -> String {
        let lines = text.lines().flat_map(|line| wrap(&[Span::new(line, Look::Dim)], &Span::plain(""), self.width));
        self.painter().text(&lines.collect::<Vec<_>>())
    }

    fn painter(self) -> Painter {
        Painter { colour: self.colour }
    }

    fn lines(self, player: &Player, frame: &Frame) -> Vec<Line> {
        let mut lines = self.heading(player, frame);
        add_parts(&mut lines, self.before_answer(player, frame));
        if frame.question.is_some() {
            let draw = self.questions(player);
            add_parts(&mut lines, player.solution(frame.step).map(|solution| draw.solution(&solution)));
        }
        add_parts(&mut lines, self.explanation(player, frame));
        lines
    }

    fn heading(self, player: &Player, frame: &Frame) -> Vec<Line> {
        let words = &words(player.head().lang).frame;
        let number = format!("[{}/{}] ", frame.step + 1, player.len());
        let title = Span::new(frame.title.as_str(), Look::Title);
        let mut lines = wrap(&[title], &Span::new(number, Look::Dim), self.width);
        lines.extend(wrap(&[Span::new(status(words, player, frame), Look::Dim)], &Span::plain(""), self.width));
        if frame.untranslated {
            lines.extend(wrap(&[Span::new(words.untranslated, Look::Dim)], &Span::plain(""), self.width));
        }
        lines
    }

    fn before_answer(self, player: &Player, frame: &Frame) -> Vec<Vec<Line>> {
        let words = words(player.head().lang);
        let content = StepContent { frame, build: &player.builds()[frame.moment.build], words };
        let mut parts = vec![markdown::draw(&frame.lead, self.width, self.colour)];
        parts.extend(frame.shows.iter().map(|shown| lay(&content.blocks(shown), self.width)));
        parts.extend(frame.question.iter().map(|question| self.questions(player).draw(question)));
        parts
    }

    fn explanation(self, player: &Player, frame: &Frame) -> Vec<Vec<Line>> {
        let mut parts = vec![markdown::draw(&frame.text, self.width, self.colour)];
        if self.notes && !frame.note.is_empty() {
            let heading = Span::new(words(player.head().lang).frame.note, Look::Strong);
            let mut note = wrap(&[heading], &Span::plain(""), self.width);
            note.extend(markdown::draw(&frame.note, self.width, self.colour));
            parts.push(note);
        }
        parts
    }

    fn questions(self, player: &Player) -> Questions {
        Questions { words: &words(player.head().lang).frame, width: self.width, colour: self.colour }
    }
}

/// Adds what is not empty, each after an empty line.
fn add_parts(lines: &mut Vec<Line>, parts: impl IntoIterator<Item = Vec<Line>>) {
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        lines.push(Line::new());
        lines.extend(part);
    }
}

/// How far the build is.
fn status(words: &FrameWords, player: &Player, frame: &Frame) -> String {
    let moment = frame.moment;
    let build = &player.builds()[moment.build];
    let mut text = String::new();
    if player.builds().len() > 1 {
        text.push_str(&words.build.with([&(moment.build + 1), &player.builds().len()]));
    }
    let all_lines = build.transcript.last().map_or(moment.lines, |last| last.line - 1 + last.text.lines().count());
    let time = seconds(moment.time_us);
    text + &words.status.with([&moment.done, &build.packages.len(), &moment.lines, &all_lines, &time])
}
