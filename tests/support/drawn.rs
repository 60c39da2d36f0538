//! What is drawn, as text.

use ratatui::buffer::Buffer;
use unicode_width::UnicodeWidthStr;

/// What a drawn screen shows, without the blanks at the ends of lines.
pub fn text_of(buffer: &Buffer) -> String {
    let mut text = String::new();
    for row in buffer.content.chunks(usize::from(buffer.area.width)) {
        let mut line = String::new();
        let mut covered = 0;
        for cell in row {
            if covered == 0 {
                line.push_str(cell.symbol());
                covered = cell.symbol().width();
            }
            covered -= usize::from(covered > 0);
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// No line takes more columns than there are.
#[track_caller]
pub fn assert_fits(text: &str, columns: usize) {
    let wide = text.lines().find(|line| line.width() > columns);
    assert_eq!(wide, None, "on {columns} columns");
}
