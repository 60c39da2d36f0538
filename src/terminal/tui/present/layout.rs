//! Where everything is on the screen of a presentation.

use ratatui::layout::Rect;

/// Lines of text that are longer read badly from the last row of a room.
const WIDEST: u16 = 92;
/// From this height on there is room for more air.
const HIGH: u16 = 32;

/// Where everything is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The lesson.
    pub head: Rect,
    /// The title of the step.
    pub title: Rect,
    /// The step.
    pub body: Rect,
    /// The bottom line.
    pub foot: Rect,
    /// Empty lines between parts.
    pub air: usize,
}

impl Layout {
    /// Rows of the step.
    pub fn rows(&self) -> usize {
        usize::from(self.body.height)
    }
}

/// The layout for a size: broad margins, blank rows around the title.
pub fn layout((width, height): (u16, u16)) -> Layout {
    let margin = match width {
        0..60 => 1,
        60..100 => 4,
        _ => (width / 10).max(width.saturating_sub(WIDEST) / 2),
    };
    let inner = width.saturating_sub(2 * margin);
    let row = |y: u16, height: u16| Rect::new(margin, y, inner, height);
    let (title, below) = match height {
        0..20 => (1, 1),
        20..HIGH => (2, 1),
        _ => (3, 2),
    };
    // The title has a line under it.
    let body = title + 2 + below;
    Layout {
        head: row(0, 1),
        title: row(title, 2),
        body: row(body, height.saturating_sub(body + 2)),
        foot: Rect::new(1, height.saturating_sub(1), width.saturating_sub(2), 1),
        air: 1 + usize::from(height >= HIGH),
    }
}
