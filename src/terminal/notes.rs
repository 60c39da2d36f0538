//! The presenter's notes as lines: what to say now, the answer, what comes next.

use super::inline::{join, wrap};
use super::lay::Room;
use gostep_course::player::markdown::Block;
use gostep_course::player::presentation::{Presentation, Told};
use gostep_course::player::{Frame, Player};
use gostep_course::words::present::PresentWords;
use gostep_course::words::{Words, words};
use gostep_view::look::{Line, Look, Span};
use gostep_view::shown::question_heading;

/// Notes to a step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// All lines.
    pub lines: Vec<Line>,
    /// The row that names the next step.
    pub next: usize,
}

/// Draws notes.
#[derive(Clone, Copy, Debug)]
pub struct NotesView {
    /// Columns.
    pub width: usize,
    /// Whether there is colour.
    pub colour: bool,
}

impl NotesView {
    /// The notes to where a presentation stands.
    pub fn follow(self, player: &Player, presentation: &Presentation) -> Notes {
        let words = &words(player.head().lang).present;
        let Some(frame) = step_of(player, presentation).and_then(|step| player.frame(step)) else {
            let lines = self.sentence(&words.notes.changed.with([&presentation.step]), Look::Wrong);
            return Notes { lines, next: 0 };
        };
        let mut parts = vec![self.title(player, &frame)];
        if presentation.blank {
            parts.push(self.sentence(words.notes.blank, Look::Now));
        }
        parts.push(self.notes(words, &frame));
        if let Some(question) = &frame.question {
            parts.push(self.headed(question_heading(question, words_of(player)), &question.text));
        }
        if presentation.answer != Told::Nothing {
            let heading = words.notes.answer[usize::from(presentation.answer == Told::Shown)];
            parts.extend(player.solution(frame.step).map(|solution| self.headed(heading, &solution.text)));
        }
        if presentation.explanation == Told::Hidden {
            parts.push(self.headed(words.notes.explanation, &frame.text));
        }
        let now = join(parts);
        let next = now.len() + 1;
        let lines = join(vec![now, self.next(player, words, frame.step)]);
        Notes { lines, next }
    }

    /// The lesson and the clock of a presentation, in a line.
    pub fn heading(self, player: &Player, presentation: &Presentation, now_ms: u64) -> Vec<Line> {
        let words = &words(player.head().lang).present;
        let (clock, _) = clock_of(words, presentation.seconds_at(now_ms), player.head().minutes);
        self.sentence(&format!("{} · {clock}", player.head().title), Look::Dim)
    }

    /// The notes to all steps, to be read before.
    pub fn all(self, player: &Player) -> Vec<Line> {
        let words = &words(player.head().lang).present;
        let head = player.head();
        let mut parts = vec![self.sentence(&head.title, Look::Title)];
        for frame in (0..player.len()).filter_map(|step| player.frame(step)) {
            parts.push(self.title(player, &frame));
            parts.push(if frame.note.is_empty() {
                self.sentence(words.notes.none, Look::Dim)
            } else {
                self.room().prose(&frame.note)
            });
            parts.extend(player.solution(frame.step).map(|solution| self.headed(words.answer, &solution.text)));
        }
        join(parts)
    }

    /// A sentence.
    pub fn sentence(self, text: &str, look: Look) -> Vec<Line> {
        wrap(&[Span::new(text, look)], &Span::plain(""), self.width)
    }

    fn room(self) -> Room {
        Room { width: self.width, colour: self.colour }
    }

    fn title(self, player: &Player, frame: &Frame) -> Vec<Line> {
        let number = format!("[{}/{}] ", frame.step + 1, player.len());
        wrap(&[Span::new(frame.title.as_str(), Look::Title)], &Span::new(number, Look::Dim), self.width)
    }

    fn notes(self, words: &PresentWords, frame: &Frame) -> Vec<Line> {
        if frame.note.is_empty() {
            return self.sentence(words.notes.none, Look::Dim);
        }
        self.headed(words.notes.notes, &frame.note)
    }

    fn next(self, player: &Player, words: &PresentWords, step: usize) -> Vec<Line> {
        let Some(next) = Some(step + 1).filter(|&next| next < player.len()).and_then(|next| player.frame(next)) else {
            return self.sentence(words.notes.last, Look::Dim);
        };
        let heading = words.notes.next.with([&(next.step + 1), &player.len(), &next.title]);
        self.headed(&heading, &next.note)
    }

    fn headed(self, heading: &str, blocks: &[Block]) -> Vec<Line> {
        let mut lines = self.sentence(heading, Look::Strong);
        lines.extend(self.room().prose(blocks));
        lines
    }
}

fn words_of(player: &Player) -> &'static Words {
    words(player.head().lang)
}

/// The step at which a presentation stands, as an index into the lesson that was read here.
fn step_of(player: &Player, presentation: &Presentation) -> Option<usize> {
    player.head().steps.iter().position(|step| step.id == presentation.step)
}

/// Seconds as a clock has them: `4:05`, `1:04:05`.
pub fn clock(seconds: u64) -> String {
    const MINUTE: u64 = 60;
    const HOUR: u64 = 60 * MINUTE;
    let (hours, minutes, seconds) = (seconds / HOUR, seconds / MINUTE % MINUTE, seconds % MINUTE);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// The clock of a presentation beside the minutes that its lesson takes. Tells whether it takes longer already.
pub fn clock_of(words: &PresentWords, seconds: u64, minutes: Option<u32>) -> (String, bool) {
    let Some(minutes) = minutes else { return (clock(seconds), false) };
    let text = words.of_minutes.with([&clock(seconds), &minutes]);
    match seconds.checked_sub(u64::from(minutes) * 60).filter(|&over| over > 0) {
        Some(over) => (format!("{text} · {}", words.over.with([&clock(over)])), true),
        None => (text, false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gostep_course::words::Lang;

    #[test]
    fn clocks_have_hours_when_they_need_them() {
        assert_eq!([clock(0), clock(65), clock(3_725)], ["0:00", "1:05", "1:02:05"]);
        let words = &words(Lang::En).present;
        assert_eq!(clock_of(words, 60, None), ("1:00".to_owned(), false));
        assert_eq!(clock_of(words, 900, Some(15)), ("15:00 / 15 min".to_owned(), false));
        assert_eq!(clock_of(words, 961, Some(15)), ("16:01 / 15 min · 1:01 over".to_owned(), true));
    }
}
