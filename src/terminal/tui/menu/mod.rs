//! The course on the whole screen: every lesson, how far the learner is, and one key to go on.

mod draw;
mod keys;

use gostep_course::player::course::{Course, Score, State};
use gostep_course::words::menu::MenuWords;
use gostep_course::words::{Lang, of_commands};

use super::settings::Settings;

pub use draw::draw_menu;

/// What the learner wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// Draw and wait for more.
    Nothing,
    /// Play the lesson with this index.
    Lesson(usize),
    /// Practise.
    Practice,
    /// Give the terminal back and stop until the shell says go on.
    Suspend,
    /// End.
    Quit,
}

/// The course, and which lesson is chosen.
#[derive(Clone, Debug)]
pub struct Menu {
    words: &'static MenuWords,
    lang: Lang,
    settings: Settings,
    size: (u16, u16),
    rows: Vec<Row>,
    /// Which questions come back, and when.
    agenda: Option<String>,
    can_practise: bool,
    /// The lesson that is chosen.
    at: usize,
    /// The name or number that is being typed.
    typed: String,
    /// The keys, scrolled by so many rows, if they are shown.
    help: Option<usize>,
    /// Said in the bottom line until the next key.
    message: Option<String>,
}

/// A lesson.
#[derive(Clone, Debug)]
struct Row {
    name: String,
    title: String,
    minutes: Option<u32>,
    steps: usize,
    state: State,
    /// The title of the step at which it goes on.
    next: Option<String>,
    score: Score,
}

impl Menu {
    /// A course, with the lesson chosen with which to go on. The agenda says which questions come back.
    pub fn new(course: Course<'_>, agenda: Option<String>, lang: Lang, settings: Settings, size: (u16, u16)) -> Self {
        let row = |head: &gostep_course::lesson::head::Head| {
            let state = course.state(head);
            let next = if let State::Begun { next, .. } = state { head.steps.get(next) } else { None };
            Row {
                name: head.name.clone(),
                title: head.title.clone(),
                minutes: head.minutes,
                steps: head.steps.len(),
                state,
                next: next.and_then(|step| step.title.clone()),
                score: course.score(head),
            }
        };
        Self {
            words: &of_commands(lang).menu,
            lang,
            settings,
            size,
            rows: course.heads.iter().map(row).collect(),
            agenda,
            can_practise: !course.practice(0).is_empty(),
            at: course.next().map_or(0, |(lesson, _)| lesson),
            typed: String::new(),
            help: None,
            message: None,
        }
    }

    /// How it looks by now.
    pub fn settings(&self) -> Settings {
        self.settings
    }

    /// Says something in the bottom line until the next key.
    #[must_use]
    pub fn saying(mut self, message: Option<String>) -> Self {
        self.message = message;
        self
    }

    fn is_fresh(&self) -> bool {
        self.rows.iter().all(|row| row.state == State::New)
    }
}

impl Row {
    fn seen(&self) -> usize {
        match self.state {
            State::New => 0,
            State::Begun { seen, .. } => seen,
            State::Done => self.steps,
        }
    }
}

#[cfg(test)]
mod tests;
