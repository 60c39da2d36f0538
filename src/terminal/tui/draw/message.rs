//! A message in the bottom line.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::super::inline::wrap;
use super::super::ascii;
use super::super::settings::Settings;
use super::super::text::{self, put};
use super::super::theme::Part;
use gostep_view::look::Span;

/// Says something at the bottom, in as many rows as it takes.
pub fn message(text: &str, settings: Settings, foot: Rect, buffer: &mut Buffer) {
    let theme = settings.theme;
    let text = ascii::key_names(text, settings.ascii);
    let room = usize::from(foot.width).max(2);
    let lines = wrap(&[Span::plain(&*text)], &Span::plain(""), room);
    let height = text::column(lines.len()).min(foot.bottom());
    for (row, line) in (foot.bottom() - height..foot.bottom()).zip(&lines) {
        let row = Rect { y: row, height: 1, ..foot };
        for x in row.left()..row.right() {
            buffer[(x, row.y)].reset();
        }
        buffer.set_style(row, theme.part(Part::Ground));
        let words: String = line.iter().map(|span| span.text.as_str()).collect();
        put(buffer, row, 0, &words, theme.part(Part::Message));
    }
}
