//! What all pictures have in common: how wide they are, and what stands above the drawing.

use maud::{Markup, html};

use super::text::{lines, n, title_width, word_width};

/// Pixels between the drawing and its edge.
pub const MARGIN: f64 = 16.0;
/// Pixels of a line of the title and of one below it.
const TITLE_LINE: f64 = 21.0;
const LINE: f64 = 20.0;
/// Pixels between entries of the key.
const BETWEEN: f64 = 16.0;

/// How wide a picture is, in pixels. A graph in which even that is too little is wider.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Width(f64);

impl Width {
    /// That of a picture in a file.
    pub const OF_FILES: Self = Self(1280.0);

    /// As wide as wanted, but neither less than a phone nor more than the largest screens.
    pub fn of(pixels: u32) -> Self {
        Self(f64::from(pixels.clamp(340, 2560)))
    }

    /// In pixels.
    pub fn px(self) -> f64 {
        self.0
    }
}

/// A picture of some size. Its title is what it is called by who cannot see it.
pub fn canvas(kind: &str, (width, height): (f64, f64), head: &Head, drawing: &Markup) -> Markup {
    let view = format!("0 0 {} {}", n(width), n(height));
    html! {
        svg xmlns="http://www.w3.org/2000/svg" class={ "picture " (kind) } viewBox=(view) width=(n(width)) height=(n(height))
            role="img" aria-label=(head.title) {
            rect.ground width=(n(width)) height=(n(height)) {}
            @for line in &head.lines { (line) }
            (drawing)
        }
    }
}

/// The title, and below it the key: entries placed beside each other, and below each other where the width ends.
pub struct Head {
    title: String,
    lines: Vec<Markup>,
    width: f64,
    /// Where the next entry begins.
    next: (f64, f64),
    /// The lowest line.
    last: f64,
}

impl Head {
    /// A title without a key.
    pub fn new(title: String, width: Width) -> Self {
        let mut head = Self { lines: Vec::new(), width: width.px(), next: (MARGIN, 24.0), last: 24.0, title };
        for line in lines(&head.title, head.width - 2.0 * MARGIN, title_width) {
            head.last = head.next.1;
            head.lines.push(html! { text.title x=(n(MARGIN)) y=(n(head.last)) { (line) } });
            head.next.1 += TITLE_LINE;
        }
        head.next.1 = head.last + 22.0;
        head
    }

    /// Adds an entry to the key.
    pub fn add(&mut self, class: &str, text: &str) {
        let room = self.width - 2.0 * MARGIN;
        if self.next.0 + word_width(text) > self.width - MARGIN {
            self.line();
        }
        for (at, line) in lines(text, room, word_width).iter().enumerate() {
            if at > 0 {
                self.line();
            }
            let (x, y) = self.next;
            self.lines.push(html! { text class={ "key " (class) } x=(n(x)) y=(n(y)) { (line) } });
            self.next.0 += word_width(line) + BETWEEN;
            self.last = y;
        }
    }

    /// What follows begins on a line of its own.
    pub fn line(&mut self) {
        if self.next.0 > MARGIN {
            self.next = (MARGIN, self.next.1 + LINE);
        }
    }

    /// Where there is room below it.
    pub fn bottom(&self) -> f64 {
        self.last + 10.0
    }
}
