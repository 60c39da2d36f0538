//! Frames as text, for a terminal line by line, a pipe, a file, a screen reader.

use super::inline::wrap;
use super::markdown;
use super::paint::{Line, Look, Painter, Span};
use super::panels::Panels;
use super::question::Questions;
use super::words::{Words, fill, words};
use crate::player::{Frame, Player};

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

    fn painter(self) -> Painter {
        Painter { colour: self.colour }
    }

    fn lines(self, player: &Player, frame: &Frame) -> Vec<Line> {
        let words = words(player.head().lang);
        let number = format!("[{}/{}] ", frame.step + 1, player.len());
        let title = Span::new(frame.title.as_str(), Look::Title);
        let mut lines = wrap(&[title], &Span::new(number, Look::Dim), self.width);
        lines.extend(wrap(&[Span::new(status(words, player, frame), Look::Dim)], &Span::plain(""), self.width));
        if frame.untranslated {
            lines.extend(wrap(&[Span::new(words.untranslated, Look::Dim)], &Span::plain(""), self.width));
        }
        let panels = Panels { frame, build: &player.builds()[frame.moment.build], words, width: self.width };
        let mut parts = vec![markdown::draw(&frame.lead, self.width, self.colour)];
        parts.extend(frame.shows.iter().map(|shown| panels.draw(shown)));
        if let Some(question) = &frame.question {
            let draw = Questions { words, width: self.width, colour: self.colour };
            parts.push(draw.draw(question));
            parts.extend(player.solution(frame.step).map(|solution| draw.solution(&solution)));
        }
        parts.push(markdown::draw(&frame.text, self.width, self.colour));
        if self.notes && !frame.note.is_empty() {
            let mut note = wrap(&[Span::new(words.note, Look::Strong)], &Span::plain(""), self.width);
            note.extend(markdown::draw(&frame.note, self.width, self.colour));
            parts.push(note);
        }
        for part in parts.into_iter().filter(|part| !part.is_empty()) {
            lines.push(Line::new());
            lines.extend(part);
        }
        lines
    }
}

/// How far the build is.
fn status(words: &Words, player: &Player, frame: &Frame) -> String {
    let moment = frame.moment;
    let build = &player.builds()[moment.build];
    let mut text = String::new();
    if player.builds().len() > 1 {
        text.push_str(&fill(words.build, &[&(moment.build + 1), &player.builds().len()]));
    }
    let all_lines = build.transcript.last().map_or(moment.lines, |last| last.line - 1 + last.text.lines().count());
    let time = seconds(moment.time_us);
    text + &fill(words.status, &[&moment.done, &build.packages.len(), &moment.lines, &all_lines, &time])
}

/// Microseconds as seconds with two digits.
pub fn seconds(micros: u64) -> String {
    let hundredths = (micros + 5_000) / 10_000;
    format!("{}.{:02} s", hundredths / 100, hundredths % 100)
}
