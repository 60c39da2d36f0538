//! What all pictures have in common: the canvas, its title, and the key above the drawing.

use maud::{Markup, html};

use super::text::{n, word_width};

/// Pixels of a picture that has a width given. On a page it is drawn as wide as there is room.
pub const WIDTH: f64 = 1280.0;
/// Pixels between the drawing and its edge.
pub const MARGIN: f64 = 16.0;
/// Pixels of a line of the key.
pub const KEY_LINE: f64 = 20.0;

/// A picture of some size. The title is drawn on it, and is what it is called by who cannot see it.
pub fn canvas(kind: &str, (width, height): (f64, f64), title: &str, drawing: &Markup) -> Markup {
    let view = format!("0 0 {} {}", n(width), n(height));
    html! {
        svg xmlns="http://www.w3.org/2000/svg" class={ "picture " (kind) } viewBox=(view) width=(n(width)) height=(n(height))
            role="img" aria-label=(title) {
            rect.ground width=(n(width)) height=(n(height)) {}
            text.title x=(n(MARGIN)) y="24" { (title) }
            (drawing)
        }
    }
}

/// Entries of a key, placed beside each other, and below each other where the width ends.
pub struct Key {
    entries: Vec<(f64, f64, Markup)>,
    width: f64,
    next: (f64, f64),
}

impl Key {
    /// An empty key below the title of a picture of this width.
    pub fn new(width: f64) -> Self {
        Self { entries: Vec::new(), width, next: (MARGIN, 46.0) }
    }

    /// Adds an entry.
    pub fn add(&mut self, class: &str, text: &str) {
        let needed = word_width(text);
        if self.next.0 > MARGIN && self.next.0 + needed > self.width - MARGIN {
            self.line();
        }
        let (x, y) = self.next;
        self.entries.push((x, y, html! { text class={ "key " (class) } x=(n(x)) y=(n(y)) { (text) } }));
        self.next.0 += needed + 16.0;
    }

    /// What follows begins on a line of its own.
    pub fn line(&mut self) {
        if self.next.0 > MARGIN {
            self.next = (MARGIN, self.next.1 + KEY_LINE);
        }
    }

    /// Where there is room below it.
    pub fn bottom(&self) -> f64 {
        let last = self.entries.last().map_or(28.0, |(_, y, _)| *y);
        last + 10.0
    }

    /// The entries.
    pub fn markup(&self) -> Markup {
        html! { @for (_, _, entry) in &self.entries { (entry) } }
    }
}
