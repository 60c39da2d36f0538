//! The state of a presentation, and the one place where it changes.

use std::time::Duration;

use crossterm::event::KeyEventKind;

use super::super::app::App;
use super::super::input::{Effect, Input};
use super::super::settings::Settings;
use super::layout::{Layout, layout};
use super::slide::{Revealed, Slide, can_wait};
use gostep_course::lesson::glossary::Glossary;
use gostep_course::player::Player;
use gostep_course::player::presentation::{self, Ask, FORMAT, Presentation};
use gostep_course::words::present::PresentWords;
use gostep_course::words::words;

/// A lesson in front of a class.
#[derive(Clone, Debug)]
pub struct Talk {
    /// Where we are, and for looking around.
    pub(super) app: App,
    pub(super) words: &'static PresentWords,
    pub(super) face: Face,
    pub(super) told: Revealed,
    /// Rows that are scrolled away.
    pub(super) scroll: usize,
    /// How long it has lasted.
    pub(super) time: Duration,
    pub(super) clock: bool,
    pub(super) above: Option<Above>,
    /// Said in the bottom line until the next key.
    pub(super) message: Option<String>,
    pub(super) slide: Slide,
    pub(super) layout: Layout,
}

/// What the class sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// The step.
    Slide,
    /// Nothing.
    Blank,
    /// The player.
    Around,
}

/// What lies above the step until it is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Above {
    /// All keys, scrolled by so many rows.
    Keys(usize),
    /// A step is being typed.
    GoTo(String),
}

/// What the next press of a clicker does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beat {
    /// Scrolls.
    More,
    /// Tells the answer.
    Answer,
    /// Tells the explanation.
    Explanation,
    /// Goes to the next step.
    Step,
    /// Nothing: it is the end.
    End,
}

impl Talk {
    /// Opens a lesson at a step, on a screen of so many columns and rows. None if the lesson has no steps.
    pub fn new(player: Player, glossary: Glossary, settings: Settings, step: usize, size: (u16, u16)) -> Option<Self> {
        let settings = Settings { notes: false, auto: None, ..settings };
        let words = &words(player.head().lang).present;
        let app = App::new(player, settings, step, size)?.with_glossary(glossary);
        let mut talk = Self {
            app,
            words,
            face: Face::Slide,
            told: Revealed::default(),
            scroll: 0,
            time: Duration::ZERO,
            clock: true,
            above: None,
            message: None,
            slide: Slide::default(),
            layout: Layout::default(),
        };
        talk.prepare();
        Some(talk)
    }

    /// Which step is on the screen, from 0.
    pub fn step(&self) -> usize {
        self.app.state.step
    }

    /// The player.
    pub fn player(&self) -> &Player {
        &self.app.state.player
    }

    /// How long it has lasted.
    pub fn time(&self) -> Duration {
        self.time
    }

    /// Where it stands, for the notes: with the name by which the lesson is found, and the time in milliseconds since
    /// 1970.
    pub fn presentation(&self, lesson: &str, now_ms: u64) -> Presentation {
        let told = |there: bool, shown: bool| match (there, shown) {
            (false, _) => presentation::Told::Nothing,
            (true, false) => presentation::Told::Hidden,
            (true, true) => presentation::Told::Shown,
        };
        let head = self.app.state.player.head();
        Presentation {
            format: FORMAT,
            lesson: lesson.to_owned(),
            title: head.title.clone(),
            lang: head.lang,
            step: self.app.state.frame.id.clone(),
            number: self.app.state.step + 1,
            steps: self.app.state.player.len(),
            answer: told(self.app.state.frame.question.is_some(), self.told.answer),
            explanation: told(can_wait(&self.app.state.frame), self.told.explanation),
            blank: self.face == Face::Blank,
            began_ms: now_ms.saturating_sub(u64::try_from(self.time.as_millis()).unwrap_or(u64::MAX)),
        }
    }

    /// Says something in the bottom line.
    pub fn say(&mut self, message: impl Into<String>) {
        self.message = Some(message.into());
    }

    /// Something happened.
    pub fn update(&mut self, input: Input) -> Effect {
        let effect = match input {
            Input::Tick(time) => {
                self.time += time;
                return Effect::Stay;
            }
            Input::Mouse(_) => return Effect::Stay,
            Input::Resize(..) => self.app.update(input),
            Input::Key(key) if key.kind == KeyEventKind::Release => return Effect::Stay,
            Input::Key(key) => self.key(key),
        };
        self.prepare();
        effect
    }

    /// Something is asked for, by a key here or in the second terminal.
    pub fn ask(&mut self, ask: Ask) {
        self.message = None;
        if self.face == Face::Around {
            self.come_back();
        }
        if self.face == Face::Blank && ask != Ask::ClockAnew {
            // As with the keys of its own terminal: the first one only brings the step back.
            self.face = Face::Slide;
            return;
        }
        match ask {
            Ask::On => self.on(),
            Ask::Back => self.back(),
            Ask::StepOn => {
                if !self.go_to(self.app.state.step + 1) {
                    self.say(self.words.at_last);
                }
            }
            Ask::StepBack => {
                if !self.app.state.step.checked_sub(1).is_some_and(|step| self.go_to(step)) {
                    self.say(self.words.at_first);
                }
            }
            Ask::First => {
                self.go_to(0);
            }
            Ask::Last => {
                self.go_to(self.app.state.player.len().saturating_sub(1));
            }
            Ask::Blank => self.face = Face::Blank,
            Ask::Answer if self.app.state.frame.question.is_none() => self.say(self.words.no_question),
            Ask::Answer => {
                self.told.answer = !self.told.answer;
                self.show(|slide| slide.answer);
            }
            Ask::Explanation if !can_wait(&self.app.state.frame) => self.say(self.words.no_explanation),
            Ask::Explanation => {
                self.told.explanation = !self.told.explanation;
                self.show(|slide| slide.explanation);
            }
            Ask::ClockAnew => self.time = Duration::ZERO,
        }
        self.prepare();
    }

    /// What the next press of a clicker does.
    pub(super) fn beat(&self) -> Beat {
        let frame = &self.app.state.frame;
        match () {
            () if self.scroll < self.hidden() => Beat::More,
            () if frame.question.is_some() && !self.told.answer => Beat::Answer,
            () if can_wait(frame) && !self.told.explanation => Beat::Explanation,
            () if self.app.state.step + 1 < self.app.state.player.len() => Beat::Step,
            () => Beat::End,
        }
    }

    fn on(&mut self) {
        match self.beat() {
            Beat::More => self.scroll = self.slide.near((self.scroll + self.page()).min(self.hidden())),
            Beat::Answer => {
                self.told.answer = true;
                self.show(|slide| slide.answer);
            }
            Beat::Explanation => {
                self.told.explanation = true;
                self.show(|slide| slide.explanation);
            }
            Beat::Step => {
                self.go_to(self.app.state.step + 1);
            }
            Beat::End => self.say(self.words.at_last),
        }
    }

    fn back(&mut self) {
        if self.told.explanation && can_wait(&self.app.state.frame) {
            self.told.explanation = false;
            self.show_end();
        } else if self.told.answer {
            self.told.answer = false;
            self.show_end();
        } else if self.scroll > 0 {
            self.scroll = self.scroll.saturating_sub(self.page());
        } else if self.app.state.step.checked_sub(1).is_some_and(|step| self.go_to(step)) {
            // The step before is as one left it.
            self.told = Revealed {
                answer: self.app.state.frame.question.is_some(),
                explanation: can_wait(&self.app.state.frame),
            };
            self.show_end();
        } else {
            self.say(self.words.at_first);
        }
    }

    pub(super) fn go_to(&mut self, step: usize) -> bool {
        let there = self.app.state.go_to_step(step);
        if there {
            self.told = Revealed::default();
            self.scroll = 0;
        }
        there
    }

    /// Back to the step from looking around.
    pub(super) fn come_back(&mut self) {
        self.face = Face::Slide;
        self.app.state.overlay = None;
        self.app.state.zoomed = false;
        self.app.state.search = None;
        // The build may have been moved, and made with other workers.
        self.app.restore_workers();
        self.app.state.message = None;
        self.app.state.go_to_step(self.app.state.step);
        self.prepare();
    }

    pub(super) fn hidden(&self) -> usize {
        self.slide.lines.len().saturating_sub(self.layout.rows())
    }

    /// One line of before stays in sight.
    fn page(&self) -> usize {
        self.layout.rows().saturating_sub(1).max(1)
    }

    /// Scrolls so that what was just told is seen from its beginning.
    fn show(&mut self, part: impl Fn(&Slide) -> Option<usize>) {
        self.prepare();
        if let Some(at) = part(&self.slide) {
            self.scroll = self.slide.near(self.hidden().min(at)).max(self.scroll.min(at));
        }
    }

    fn show_end(&mut self) {
        self.prepare();
        self.scroll = self.slide.near(self.hidden());
    }

    /// Makes the lines ready for the size of the screen.
    fn prepare(&mut self) {
        self.layout = layout(self.app.state.size);
        let width = usize::from(self.layout.body.width);
        self.slide = Slide::new(&self.app.state, self.words.answer, self.told, width.max(2), self.layout.air);
        self.scroll = self.scroll.min(self.slide.near(self.hidden()));
    }
}
