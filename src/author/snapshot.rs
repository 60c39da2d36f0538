//! Snapshots: what a lesson prints, kept beside it, so that a change of the lesson or of gostep shows.

use std::path::{Path, PathBuf};

use similar::{ChangeTag, TextDiff};

use crate::terminal::plain::Plain;
use gostep_course::lesson::Lesson;
use gostep_course::player::Player;
use gostep_course::words::Lang;

/// Columns of a snapshot.
const WIDTH: usize = 80;

/// What a lesson prints in a pipe, 80 columns wide, with the presenter's notes.
pub fn rendered(lesson: Lesson) -> String {
    Plain { width: WIDTH, colour: false, notes: true }.lesson(&Player::new(lesson))
}

/// The file of a snapshot: `order.zh.txt` beside `order.yaml`.
pub fn path(lesson: &Path, lang: Lang) -> PathBuf {
    lesson.with_extension(format!("{}.txt", lang.code()))
}

/// What differs, as lines that begin with `-` (in the snapshot) and `+` (printed now), with a little around them;
/// nothing if the two are equal.
pub fn difference(kept: &str, now: &str) -> Option<String> {
    const AROUND: usize = 3;
    let kept = kept.replace("\r\n", "\n");
    if kept == now {
        return None;
    }
    let diff = TextDiff::from_lines(kept.as_str(), now);
    let mut text = String::new();
    for group in diff.grouped_ops(AROUND) {
        let (Some(first), Some(last)) = (group.first(), group.last()) else { continue };
        let lines = (first.new_range().start + 1, last.new_range().end);
        text.push_str(&format!("@@ lines {} to {}\n", lines.0, lines.1));
        for change in group.iter().flat_map(|op| diff.iter_changes(op)) {
            let sign = match change.tag() {
                ChangeTag::Delete => '-',
                ChangeTag::Insert => '+',
                ChangeTag::Equal => ' ',
            };
            let line: String = change.value().trim_end_matches('\n').chars().map(shown).collect();
            text.push_str(format!("{sign} {line}").trim_end());
            text.push('\n');
        }
    }
    Some(text)
}

/// A snapshot is a file that anyone can write.
fn shown(c: char) -> char {
    if gostep_course::lesson::readable::is_unwanted(c) { '\u{fffd}' } else { c }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_shown() {
        let kept = (1..=20).map(|n| format!("line {n}\n")).collect::<Vec<_>>().concat();
        assert_eq!(difference(&kept, &kept), None);
        assert_eq!(difference(&kept.replace('\n', "\r\n"), &kept), None);
        let now = kept.replace("line 10\n", "line ten\n");
        assert_eq!(
            difference(&kept, &now).unwrap(),
            "@@ lines 7 to 13\n  line 7\n  line 8\n  line 9\n- line 10\n+ line ten\n  line 11\n  line 12\n  line 13\n"
        );
        assert!(!difference("\u{1b}[2J\n", "x\n").unwrap().contains('\u{1b}'));
    }

    #[test]
    fn a_snapshot_stands_beside_its_lesson() {
        assert_eq!(path(Path::new("a/order.yaml"), Lang::Zh), Path::new("a/order.zh.txt"));
    }
}
