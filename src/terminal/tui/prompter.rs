//! The presenter's notes on a screen of their own: they follow a presentation, or wait for one.

use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEventKind, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::super::inline::fit;
use super::super::notes::{Notes, NotesView, clock, clock_of};
use super::ascii;
use super::draw::message::message;
use super::input::Input;
use super::page::overlay;
use super::present::keys::{TalkKey, meaning};
use super::settings::Settings;
use super::text::{self, column, put};
use super::theme::{Part, Theme};
use gostep_course::words::present::PresentWords;
use gostep_course::words::{Lang, words};
use gostep_view::look::{Line, Look};

use gostep_course::player::Player;
use gostep_course::player::presentation::{Ask, Presentation};

/// Longer lines read badly.
const WIDEST: usize = 100;

/// The notes of a presentation, or what there is instead.
#[derive(Clone, Debug)]
pub struct Prompter {
    lang: Lang,
    settings: Settings,
    size: (u16, u16),
    scenery: Scenery,
    now_ms: u64,
    scroll: usize,
    /// All keys are shown instead.
    keys: bool,
    message: Option<String>,
    notes: Notes,
}

/// What there is to see.
#[derive(Clone, Debug)]
pub enum Scenery {
    /// Nobody presents.
    Waiting {
        /// The lesson that is waited for, if not any.
        lesson: Option<String>,
        /// The title of a presentation that has ended.
        ended: Option<String>,
    },
    /// Several present.
    Several(Vec<Presentation>),
    /// One presentation runs, and is followed.
    Following(Box<Following>),
    /// One presentation runs, and its lesson cannot be read: why.
    Broken(String),
}

/// A presentation that is followed.
#[derive(Clone, Debug)]
pub struct Following {
    /// Its lesson, in the language of the notes.
    pub player: Arc<Player>,
    /// Where it stands.
    pub presentation: Presentation,
}

/// What the caller has to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Draw and wait for more.
    Nothing,
    /// Ask the presentation for something.
    Ask(Ask),
    /// Follow this one of several.
    Follow(usize),
    /// Give the terminal back and stop until the shell says go on.
    Suspend,
    /// End.
    Quit,
}

impl Prompter {
    /// A screen of so many columns and rows, with nobody to follow yet.
    pub fn new(lang: Lang, settings: Settings, size: (u16, u16), lesson: Option<String>) -> Self {
        let scenery = Scenery::Waiting { lesson, ended: None };
        let mut prompter = Self {
            lang,
            settings,
            size,
            scenery,
            now_ms: 0,
            scroll: 0,
            keys: false,
            message: None,
            notes: Notes::default(),
        };
        prompter.prepare();
        prompter
    }

    /// What there is to see now.
    pub fn scenery(&self) -> &Scenery {
        &self.scenery
    }

    /// There is something else to see.
    pub fn set(&mut self, scenery: Scenery) {
        let step = |scenery: &Scenery| match scenery {
            Scenery::Following(following) => Some(following.presentation.step.clone()),
            _ => None,
        };
        if step(&self.scenery) != step(&scenery) {
            self.scroll = 0;
        }
        if let Scenery::Following(following) = &scenery {
            // What is said when it has ended is said in its language.
            self.lang = following.player.head().lang;
        } else {
            self.keys = false;
        }
        self.scenery = scenery;
        self.prepare();
    }

    /// Time has passed: milliseconds since 1970.
    pub fn set_time(&mut self, now_ms: u64) {
        let before = std::mem::replace(&mut self.now_ms, now_ms);
        if before / 1000 != now_ms / 1000 && matches!(self.scenery, Scenery::Several(_)) {
            self.prepare();
        }
    }

    /// What was asked for did not arrive.
    pub fn say_unheard(&mut self, why: &str) {
        self.message = Some(self.words().notes.unheard.with([&why]));
    }

    /// Something happened.
    pub fn update(&mut self, input: Input) -> Wanted {
        let wanted = match input {
            Input::Resize(width, height) => {
                self.size = (width, height);
                Wanted::Nothing
            }
            Input::Tick(_) | Input::Mouse(_) => return Wanted::Nothing,
            Input::Key(key) if key.kind == KeyEventKind::Release => return Wanted::Nothing,
            Input::Key(key) => {
                self.message = None;
                let number = match key.code {
                    KeyCode::Char(digit) if key.modifiers == KeyModifiers::NONE => digit.to_digit(10),
                    _ => None,
                };
                self.key(number, meaning(key))
            }
        };
        self.prepare();
        wanted
    }

    fn key(&mut self, number: Option<u32>, meant: Option<TalkKey>) -> Wanted {
        if let (Scenery::Several(choices), Some(number)) = (&self.scenery, number) {
            let chosen = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
            return chosen.filter(|&at| at < choices.len()).map_or(Wanted::Nothing, Wanted::Follow);
        }
        let follows = matches!(self.scenery, Scenery::Following(_));
        match meant {
            Some(TalkKey::Quit) => return Wanted::Quit,
            Some(TalkKey::Suspend) => return Wanted::Suspend,
            Some(TalkKey::Help) => self.keys = !self.keys && follows,
            Some(TalkKey::Up) => self.scroll = self.scroll.saturating_sub(1),
            Some(TalkKey::Down) => self.scroll += 1,
            Some(TalkKey::Theme) => self.settings.theme = self.settings.theme.next(),
            Some(TalkKey::Ask(ask)) if follows && !self.keys => return Wanted::Ask(ask),
            Some(TalkKey::Close) if !self.keys => self.message = Some(self.words().how_to_quit.to_owned()),
            None | Some(TalkKey::Clock | TalkKey::GoTo | TalkKey::LookAround) if !self.keys => {}
            // Any other key closes the list of keys.
            Some(_) | None => self.keys = false,
        }
        Wanted::Nothing
    }

    fn words(&self) -> &'static PresentWords {
        &words(self.lang).present
    }

    fn theme(&self) -> Theme {
        self.settings.theme
    }

    fn width(&self) -> usize {
        usize::from(self.size.0).saturating_sub(2).clamp(2, WIDEST)
    }

    /// Rows of the notes: one line is above and one below, and an empty one beside each.
    fn rows(&self) -> usize {
        usize::from(self.size.1).saturating_sub(4).max(1)
    }

    fn prepare(&mut self) {
        self.notes = self.draw_notes();
        self.scroll = self.scroll.min(self.notes.lines.len().saturating_sub(self.rows()));
    }

    fn draw_notes(&self) -> Notes {
        let words = self.words();
        let view = NotesView { width: self.width(), colour: self.theme().has_colour() };
        let lines = match &self.scenery {
            _ if self.keys => overlay::key_table(words.notes.keys, self.width(), self.settings.ascii),
            Scenery::Following(following) => return view.follow(&following.player, &following.presentation),
            Scenery::Broken(why) => view.sentence(&words.notes.broken.with([why]), Look::Wrong),
            Scenery::Waiting { lesson, ended } => {
                let mut lines = Vec::new();
                if let Some(title) = ended {
                    lines.extend(view.sentence(&words.notes.ended.with([title]), Look::Strong));
                    lines.push(Line::new());
                }
                lines.extend(view.sentence(&nobody(words, lesson.as_deref()), Look::Plain));
                lines.push(Line::new());
                lines.extend(view.sentence(words.notes.waiting, Look::Dim));
                lines
            }
            Scenery::Several(choices) => {
                let mut lines = view.sentence(words.notes.several, Look::Plain);
                lines.push(Line::new());
                for (at, choice) in choices.iter().enumerate() {
                    let row = format!("{}  {}", at + 1, row(words, choice, self.now_ms));
                    lines.extend(view.sentence(&row, Look::Strong));
                }
                lines
            }
        };
        Notes { lines, next: 0 }
    }

    /// The line with the next step, if it is too far down to be seen.
    fn next_below(&self) -> Option<&Line> {
        let next = self.notes.next;
        self.notes.lines.get(next).filter(|_| next > 0 && next >= self.scroll + self.rows())
    }
}

/// Says that nobody presents.
pub fn nobody(words: &PresentWords, lesson: Option<&str>) -> String {
    match lesson {
        Some(lesson) => words.notes.nobody_this.with([&lesson, &lesson]),
        None => words.notes.nobody.to_owned(),
    }
}

fn row(words: &PresentWords, presentation: &Presentation, now_ms: u64) -> String {
    let Presentation { title, number, steps, .. } = presentation;
    words.notes.row.with([title, number, steps, &clock(presentation.seconds_at(now_ms))])
}

/// Draws the notes; changes nothing but the screen.
pub fn draw_prompter(prompter: &Prompter, canvas: &mut ratatui::Frame) {
    let screen = canvas.area();
    let theme = prompter.theme();
    let buffer = canvas.buffer_mut();
    buffer.set_style(screen, theme.part(Part::Ground));
    let inner = Rect { x: 1, width: screen.width.saturating_sub(2), ..screen };
    let row = |y: u16, height: u16| Rect { y, height, ..inner }.intersection(screen);
    head(prompter, row(0, 1), buffer);
    let rows = prompter.rows();
    text::lines(buffer, row(2, column(rows)), &prompter.notes.lines, prompter.scroll, theme);
    if let Some(next) = prompter.next_below() {
        let last = row(screen.height.saturating_sub(2), 1);
        text::line(buffer, last, 0, next, theme);
    }
    foot(prompter, row(screen.height.saturating_sub(1), 1), buffer);
    if prompter.settings.ascii {
        ascii::downgrade(buffer);
    }
}

/// The lesson, and the clock.
fn head(prompter: &Prompter, area: Rect, buffer: &mut Buffer) {
    let Scenery::Following(following) = &prompter.scenery else { return };
    let theme = prompter.theme();
    let seconds = following.presentation.seconds_at(prompter.now_ms);
    let head = following.player.head();
    let (clock, late) = clock_of(prompter.words(), seconds, head.minutes);
    let width = usize::from(area.width);
    let title = fit(&head.title, width.saturating_sub(clock.width() + 2));
    put(buffer, area, 0, &title, theme.style(Look::Dim));
    let look = if late { Look::Wrong } else { Look::Strong };
    put(buffer, area, column(width.saturating_sub(clock.width())), &clock, theme.style(look));
}

/// A message, or the keys and how much more there is.
fn foot(prompter: &Prompter, area: Rect, buffer: &mut Buffer) {
    let theme = prompter.theme();
    let words = prompter.words();
    let width = usize::from(area.width);
    if let Some(text) = &prompter.message {
        message(text, prompter.settings, area, buffer);
        return;
    }
    let below = prompter.notes.lines.len().saturating_sub(prompter.scroll + prompter.rows());
    let [more_below, more_above] = words.more;
    let more = match (below, prompter.scroll) {
        (0, 0) => String::new(),
        (0, above) => more_above.with([&above]),
        (below, _) => more_below.with([&below]),
    };
    let room = width.saturating_sub(more.width() + 2);
    put(buffer, area, column(width.saturating_sub(more.width())), &more, theme.style(Look::Plain));
    let follows = matches!(prompter.scenery, Scenery::Following(_));
    let mut at = 0;
    for (key, what) in if follows { words.notes.foot } else { words.notes.foot_waiting } {
        let key = ascii::key_names(key, prompter.settings.ascii);
        if usize::from(at) + key.width() + 1 + what.width() > room {
            continue;
        }
        at = put(buffer, area, at, &key, theme.part(Part::Key)) + 1;
        at = put(buffer, area, at, what, theme.part(Part::Foot)) + 3;
    }
}
