//! The state of a presentation, and the one place where it changes.

use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use ratatui::layout::Rect;

use super::super::super::paint::Line;
use super::super::super::present_words::{PresentWords, present_words};
use super::super::super::words::fill;
use super::super::app::{App, Settings};
use super::super::overlay;
use super::super::update::{Effect, Input, Typing, typing};
use super::draw::{Layout, layout};
use super::keys::{Wish, wish};
use super::slide::{Slide, Told, can_wait};
use crate::lesson::glossary::Glossary;
use crate::player::Player;
use crate::player::presentation::{self, Ask, FORMAT, Presentation};

/// A lesson in front of a class.
#[derive(Clone, Debug)]
pub struct Talk {
    /// Where we are, and for looking around.
    pub(super) app: App,
    pub(super) words: &'static PresentWords,
    pub(super) face: Face,
    pub(super) told: Told,
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
        let words = present_words(player.head().lang);
        let app = App::new(player, settings, step, size)?.with_glossary(glossary);
        let mut talk = Self {
            app,
            words,
            face: Face::Slide,
            told: Told::default(),
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
        self.app.step
    }

    /// The player.
    pub fn player(&self) -> &Player {
        &self.app.player
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
        let head = self.app.player.head();
        Presentation {
            format: FORMAT,
            lesson: lesson.to_owned(),
            title: head.title.clone(),
            lang: head.lang,
            step: self.app.frame.id.clone(),
            number: self.app.step + 1,
            steps: self.app.player.len(),
            answer: told(self.app.frame.question.is_some(), self.told.answer),
            explanation: told(can_wait(&self.app.frame), self.told.explanation),
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
                if !self.go_to(self.app.step + 1) {
                    self.say(self.words.at_last);
                }
            }
            Ask::StepBack => {
                if !self.app.step.checked_sub(1).is_some_and(|step| self.go_to(step)) {
                    self.say(self.words.at_first);
                }
            }
            Ask::First => {
                self.go_to(0);
            }
            Ask::Last => {
                self.go_to(self.app.player.len().saturating_sub(1));
            }
            Ask::Blank => self.face = Face::Blank,
            Ask::Answer if self.app.frame.question.is_none() => self.say(self.words.no_question),
            Ask::Answer => {
                self.told.answer = !self.told.answer;
                self.show(|slide| slide.answer);
            }
            Ask::Explanation if !can_wait(&self.app.frame) => self.say(self.words.no_explanation),
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
        let frame = &self.app.frame;
        match () {
            () if self.scroll < self.hidden() => Beat::More,
            () if frame.question.is_some() && !self.told.answer => Beat::Answer,
            () if can_wait(frame) && !self.told.explanation => Beat::Explanation,
            () if self.app.step + 1 < self.app.player.len() => Beat::Step,
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
                self.go_to(self.app.step + 1);
            }
            Beat::End => self.say(self.words.at_last),
        }
    }

    fn back(&mut self) {
        if self.told.explanation && can_wait(&self.app.frame) {
            self.told.explanation = false;
            self.show_end();
        } else if self.told.answer {
            self.told.answer = false;
            self.show_end();
        } else if self.scroll > 0 {
            self.scroll = self.scroll.saturating_sub(self.page());
        } else if self.app.step.checked_sub(1).is_some_and(|step| self.go_to(step)) {
            // The step before is as one left it.
            self.told = Told { answer: self.app.frame.question.is_some(), explanation: can_wait(&self.app.frame) };
            self.show_end();
        } else {
            self.say(self.words.at_first);
        }
    }

    fn go_to(&mut self, step: usize) -> bool {
        let there = self.app.go_to_step(step);
        if there {
            self.told = Told::default();
            self.scroll = 0;
        }
        there
    }

    /// Back to the step from looking around.
    fn come_back(&mut self) {
        self.face = Face::Slide;
        self.app.overlay = None;
        self.app.zoomed = false;
        self.app.search.clear();
        // The build may have been moved, and made with other workers.
        self.app.restore_workers();
        self.app.message = None;
        self.app.go_to_step(self.app.step);
        self.prepare();
    }

    fn hidden(&self) -> usize {
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

    fn key(&mut self, key: KeyEvent) -> Effect {
        let wish = wish(key);
        if wish == Some(Wish::Suspend) {
            return Effect::Suspend;
        }
        if wish == Some(Wish::Quit) && key.modifiers.contains(KeyModifiers::CONTROL) {
            return Effect::Quit;
        }
        match self.face {
            Face::Blank => {
                self.face = Face::Slide;
                return Effect::Stay;
            }
            Face::Around => return self.key_around(key, wish),
            Face::Slide => self.message = None,
        }
        if let Some(above) = self.above.take() {
            self.key_above(above, key);
            return Effect::Stay;
        }
        match wish {
            None | Some(Wish::Suspend) => {}
            Some(Wish::Quit) => return Effect::Quit,
            Some(Wish::Ask(ask)) => self.ask(ask),
            Some(Wish::Up) => self.scroll = self.scroll.saturating_sub(1),
            Some(Wish::Down) => self.scroll = (self.scroll + 1).min(self.hidden()),
            Some(Wish::GoTo) => self.above = Some(Above::GoTo(String::new())),
            Some(Wish::Help) => self.above = Some(Above::Keys(0)),
            Some(Wish::LookAround) => {
                self.face = Face::Around;
                self.app.message = Some(self.words.how_back.to_owned());
                self.app.prepare();
            }
            Some(Wish::Clock) => self.clock = !self.clock,
            Some(Wish::Theme) => {
                self.app.change_theme();
                self.message = self.app.message.take();
            }
            Some(Wish::Close) => self.say(self.words.how_to_quit),
        }
        Effect::Stay
    }

    /// While looking around, keys are the player's; those that come from a clicker lead back.
    fn key_around(&mut self, key: KeyEvent, wish: Option<Wish>) -> Effect {
        let free = self.app.overlay.is_none();
        let from_clicker = matches!(key.code, KeyCode::PageDown | KeyCode::PageUp);
        let leads_back = matches!(wish, Some(Wish::LookAround | Wish::Quit)) && !self.app.is_typing();
        if free && (from_clicker || leads_back) {
            self.come_back();
            return Effect::Stay;
        }
        let before = self.app.step;
        let effect = self.app.update(Input::Key(key));
        if self.app.step != before {
            self.told = Told::default();
            self.scroll = 0;
        }
        match effect {
            Effect::Suspend => Effect::Suspend,
            Effect::Quit => {
                self.come_back();
                Effect::Stay
            }
            Effect::Stay | Effect::Answered { .. } => Effect::Stay,
        }
    }

    fn key_above(&mut self, above: Above, key: KeyEvent) {
        match above {
            Above::Keys(offset) => {
                let last = self.key_lines().len().saturating_sub(overlay::box_rows(self.app.size));
                let page = overlay::box_rows(self.app.size).saturating_sub(1).max(1);
                let to = match key.code {
                    KeyCode::Down | KeyCode::Char('j') => offset + 1,
                    KeyCode::Up | KeyCode::Char('k') => offset.saturating_sub(1),
                    KeyCode::PageDown | KeyCode::Char(' ') if offset < last => offset + page,
                    KeyCode::PageUp if offset > 0 => offset.saturating_sub(page),
                    _ => return,
                };
                self.above = Some(Above::Keys(to.min(last)));
            }
            Above::GoTo(typed) => match typing(typed, key) {
                Typing::More(typed) => self.above = Some(Above::GoTo(typed)),
                Typing::GivenUp => {}
                Typing::Done(typed) => match self.app.player.find(typed.trim()) {
                    Some(step) => {
                        self.go_to(step);
                    }
                    None if typed.trim().is_empty() => {}
                    None => {
                        let message = fill(self.app.words.no_such_step, &[&typed.trim()]);
                        self.say(message);
                    }
                },
            },
        }
    }

    /// The lines of the box with all keys.
    pub(super) fn key_lines(&self) -> Vec<Line> {
        let screen = Rect::new(0, 0, self.app.size.0, self.app.size.1);
        overlay::key_table(self.words.keys, overlay::inner_width(screen))
    }

    /// Makes the lines ready for the size of the screen.
    fn prepare(&mut self) {
        self.layout = layout(self.app.size);
        let width = usize::from(self.layout.body.width);
        self.slide = Slide::new(&self.app, self.words.answer, self.told, width.max(2), self.layout.air);
        self.scroll = self.scroll.min(self.slide.near(self.hidden()));
    }
}
