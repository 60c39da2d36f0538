//! A list, and beside or below it what is in the thing that is chosen there.

use ratatui::layout::Rect;

/// From this width on, list and detail stand side by side.
const WIDE: u16 = 96;

/// Where list and detail are.
pub struct Split {
    /// The list.
    pub list: Rect,
    /// What is in the thing that is chosen.
    pub detail: Rect,
}

/// Divides an area.
pub fn split(area: Rect) -> Split {
    if area.width >= WIDE {
        let width = area.width - detail_width(area.width) - 2;
        let list = Rect { width, ..area };
        return Split { list, detail: Rect { x: list.right() + 2, width: area.width - width - 2, ..area } };
    }
    let height = (area.height / 2).clamp(1, 12).min(area.height);
    let list = Rect { height, ..area };
    let gap = 1.min(area.height - height);
    Split { list, detail: Rect { y: area.y + height + gap, height: area.height - height - gap, ..area } }
}

/// Columns of the detail in a pane of so many columns.
pub fn detail_width(width: u16) -> u16 {
    if width >= WIDE { width / 2 } else { width }
}

/// Rows of the detail in a pane of so many columns and rows.
pub fn detail_rows(width: u16, height: u16) -> usize {
    usize::from(split(Rect::new(0, 0, width, height)).detail.height)
}

/// The first row of a list that is seen: the chosen one is always among them.
pub fn first_row(chosen: Option<usize>, rows: usize, area: Rect) -> usize {
    let height = usize::from(area.height);
    chosen.unwrap_or(0).saturating_sub(height / 2).min(rows.saturating_sub(height))
}

/// `8d/8d78…-d` for a name of 64 digits.
pub fn short_name(name: &str) -> String {
    const DIGITS: usize = "8d/8d78aa".len();
    match (name.get(..DIGITS), name.rsplit_once('-')) {
        (Some(begin), Some((_, kind))) if name.len() > DIGITS + 4 => format!("{begin}…-{kind}"),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::text::column;
    use super::*;

    #[test]
    fn list_and_detail_share_the_area() {
        for (width, height) in [(40, 5), (40, 12), (78, 20), (96, 30), (130, 50), (3, 1)] {
            let area = Rect::new(2, 3, width, height);
            let Split { list, detail } = split(area);
            assert!(list.right() <= area.right() && detail.right() <= area.right(), "{width}x{height}");
            assert!(list.bottom() <= area.bottom() && detail.bottom() <= area.bottom(), "{width}x{height}");
            assert!(list.intersection(detail).is_empty());
            assert_eq!(detail.width, if detail.y == area.y { detail_width(width) } else { width });
            assert_eq!(usize::from(detail.height), detail_rows(width, height));
        }
        assert_eq!(first_row(Some(9), 10, Rect::new(0, 0, 1, 4)), 6);
        assert_eq!(first_row(None, 2, Rect::new(0, 0, 1, column(4))), 0);
    }

    #[test]
    fn names_of_the_cache_are_shortened() {
        assert_eq!(short_name(&format!("8d/8d78aa{}-d", "0".repeat(58))), "8d/8d78aa…-d");
        assert_eq!(short_name("fmt.a"), "fmt.a");
    }
}
