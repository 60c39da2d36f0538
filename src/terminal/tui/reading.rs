//! A text that has the whole screen, and is only read.

use crossterm::event::{KeyCode, KeyModifiers};
use ratatui::layout::Rect;

use super::super::inline::{join, wrap};
use super::input::{Effect, Input};
use super::settings::Settings;
use super::theme::Part;
use super::{ascii, text};
use gostep_view::look::{Line, Look, Span};

/// Title, text, and what can be done.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    title: String,
    lines: Vec<Line>,
    keys: &'static str,
    size: (u16, u16),
    scroll: usize,
}

impl Reading {
    /// Begins at the top.
    pub fn new(title: String, lines: Vec<Line>, keys: &'static str, size: (u16, u16)) -> Self {
        Self { title, lines, keys, size, scroll: 0 }
    }

    /// Something happened.
    pub fn update(&mut self, input: Input) -> Effect {
        match input {
            Input::Resize(width, height) => self.size = (width, height),
            Input::Key(key) => {
                let control = key.modifiers.contains(KeyModifiers::CONTROL);
                match key.code {
                    KeyCode::Char('c') if control => return Effect::Quit,
                    KeyCode::Char('z') if control => return Effect::Suspend,
                    KeyCode::Char('q') => return Effect::Quit,
                    KeyCode::Down | KeyCode::Char('j') => self.scroll += 1,
                    KeyCode::Up | KeyCode::Char('k') => self.scroll = self.scroll.saturating_sub(1),
                    _ => {}
                }
            }
            Input::Mouse(_) | Input::Tick(_) => {}
        }
        // The last line stays in sight.
        self.scroll = self.scroll.min(self.lines.len().saturating_sub(1));
        Effect::Stay
    }
}

/// Draws it; changes nothing but the screen.
pub fn draw_reading(reading: &Reading, settings: Settings, canvas: &mut ratatui::Frame) {
    let screen = canvas.area();
    let buffer = canvas.buffer_mut();
    let theme = settings.theme;
    buffer.set_style(screen, theme.part(Part::Ground));
    let area = Rect { x: 1.min(screen.width), width: screen.width.saturating_sub(2), ..screen };
    let width = usize::from(area.width).max(2);
    let paragraph = |text: &str, look| wrap(&[Span::new(text, look)], &Span::plain(""), width);
    let rows: Vec<Line> = reading.lines.iter().skip(reading.scroll).cloned().collect();
    let keys = ascii::key_names(reading.keys, settings.ascii);
    let parts = vec![paragraph(&reading.title, Look::Title), paragraph(&keys, Look::Dim), rows];
    text::lines(buffer, area, &join(parts), 0, theme);
    if settings.ascii {
        ascii::downgrade(buffer);
    }
}
