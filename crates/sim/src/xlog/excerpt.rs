//! Shortens long commands for a report: only what differs between two of them, and the words around it.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::canonical::Shape;
use super::parse::{Kind, Log};
use super::places::tool_of;
use super::words::words;

/// The most lines of a written file that are shown.
const SHOWN_LINES: usize = 6;

/// Of a longer word only the part that differs is shown.
const LONG_WORD: usize = 160;

/// The most characters of a line that are shown.
const SHOWN_CHARS: usize = 240;

/// How two forms of a command differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// What the command does.
    pub what: Verb,
    /// Lines that differ, of both forms.
    pub rows: Vec<Row>,
    /// How many lines more differ.
    pub more: usize,
}

/// A line of one of two forms of a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which of the two.
    pub side: Side,
    /// The line, as far as it is shown.
    pub pieces: Vec<Piece>,
}

/// Whose form of a command it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// That of the simulation.
    Ours,
    /// That of the log.
    Log,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text; one that differs stands in brackets.
    pub text: String,
    /// Whether it is what differs.
    pub differs: bool,
}

impl Piece {
    fn same(text: impl Into<String>) -> Self {
        Self { text: text.into(), differs: false }
    }

    fn differs(text: &str) -> Self {
        Self { text: format!("[{}]", shorten(text)), differs: true }
    }
}

/// The difference between two forms of a command: what it does, and lines of both forms with `[…]` around what differs.
pub fn changed(ours: &str, theirs: &str) -> Changed {
    let (our_lines, their_lines): (Vec<_>, Vec<_>) = (ours.lines().collect(), theirs.lines().collect());
    let mut rows = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &shapes(&our_lines), &shapes(&their_lines)) {
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        let (ours, theirs) = (&our_lines[op.old_range()], &their_lines[op.new_range()]);
        let row = |side, pieces| Row { side, pieces };
        if ours.len() == theirs.len() {
            for (our, their) in ours.iter().zip(theirs) {
                let (our, their) = marked(our, their);
                rows.extend([row(Side::Ours, our), row(Side::Log, their)]);
            }
        } else {
            let whole = |line: &&str| vec![Piece::same(shorten(line))];
            rows.extend(ours.iter().map(|line| row(Side::Ours, whole(line))));
            rows.extend(theirs.iter().map(|line| row(Side::Log, whole(line))));
        }
    }
    let more = rows.len().saturating_sub(SHOWN_LINES);
    rows.truncate(SHOWN_LINES);
    Changed { what: verb(ours), rows, more }
}

/// The lines with names (IDs, cache files) replaced by marks, since these may differ.
fn shapes(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| Shape::of(line).text).collect()
}

/// Two lines in which the words that differ are marked.
fn marked(ours: &str, theirs: &str) -> (Vec<Piece>, Vec<Piece>) {
    let texts = |line: &str| -> Vec<String> {
        let shape = Shape::of(line).text;
        words(&shape).into_iter().map(|word| shape[word.span].to_owned()).collect()
    };
    let (our_texts, their_texts) = (texts(ours), texts(theirs));
    let (mut our_marks, mut their_marks) = (vec![Show::Hidden; our_texts.len()], vec![Show::Hidden; their_texts.len()]);
    for op in capture_diff_slices(Algorithm::Myers, &our_texts, &their_texts) {
        if !matches!(op, DiffOp::Equal { .. }) {
            mark(&mut our_marks, op.old_range());
            mark(&mut their_marks, op.new_range());
        }
    }
    let one_long = |texts: &[String], marks: &[Show]| {
        let mut marked = texts.iter().zip(marks).filter(|(_, show)| **show == Show::Marked).map(|(text, _)| text);
        marked.next().is_some_and(|text| text.len() > LONG_WORD) && marked.next().is_none()
    };
    if one_long(&our_texts, &our_marks) && one_long(&their_texts, &their_marks) {
        return marked_inside(ours, theirs);
    }
    (excerpt(ours, &our_marks), excerpt(theirs, &their_marks))
}

/// How a word of a line is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Show {
    /// In brackets, since it differs.
    Marked,
    /// As it is, since it is next to a word that differs or is missing.
    Near,
    /// Not at all.
    Hidden,
}

/// Marks a range of words, which may be empty, and shows the words next to it.
fn mark(shows: &mut [Show], range: std::ops::Range<usize>) {
    const NEAR: usize = 2;
    let around = range.start.saturating_sub(NEAR)..(range.end + NEAR).min(shows.len());
    for show in shows[around].iter_mut().filter(|show| **show == Show::Hidden) {
        *show = Show::Near;
    }
    shows[range].fill(Show::Marked);
}

/// The shown words, with `…` for the others. The first word is always shown, for a tool only by its name.
fn excerpt(line: &str, shows: &[Show]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut hidden = false;
    for (at, (word, show)) in words(line).into_iter().zip(shows).enumerate() {
        let written = &line[word.span];
        if *show == Show::Hidden && at > 0 {
            hidden = true;
            continue;
        }
        if hidden {
            text.push_str(" …");
            hidden = false;
        }
        if at > 0 {
            text.push(' ');
        }
        match show {
            Show::Marked => pieces.extend([Piece::same(std::mem::take(&mut text)), Piece::differs(written)]),
            Show::Near => text.push_str(&shorten(written)),
            Show::Hidden => text.push_str(written.rsplit('/').next().unwrap_or_default()),
        }
    }
    if hidden {
        text.push_str(" …");
    }
    pieces.push(Piece::same(text));
    pieces
}

/// For long lines of few words, such as the build info: the middle part that differs, and some characters around it.
fn marked_inside(ours: &str, theirs: &str) -> (Vec<Piece>, Vec<Piece>) {
    const AROUND: usize = 40;
    let (our_chars, their_chars): (Vec<char>, Vec<char>) = (ours.chars().collect(), theirs.chars().collect());
    let before = our_chars.iter().zip(&their_chars).take_while(|(a, b)| a == b).count();
    let after = our_chars[before..].iter().rev().zip(their_chars[before..].iter().rev()).take_while(|(a, b)| a == b);
    let after = after.count();
    let show = |chars: &[char]| {
        let end = chars.len() - after;
        let (from, to) = (before.saturating_sub(AROUND), (end + AROUND).min(chars.len()));
        let piece = |range: std::ops::Range<usize>| chars[range].iter().collect::<String>();
        vec![
            Piece::same(format!("{}{}", if from > 0 { "…" } else { "" }, piece(from..before))),
            Piece::differs(&piece(before..end)),
            Piece::same(format!("{}{}", piece(end..to), if to < chars.len() { "…" } else { "" })),
        ]
    };
    (show(&our_chars), show(&their_chars))
}

/// A line, cut to the length that is shown.
pub fn shorten(text: &str) -> String {
    match text.char_indices().nth(SHOWN_CHARS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// What a command does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verb {
    /// It is no command, but the name of a package.
    PackageName,
    /// It is another line.
    Line,
    /// A file is written, by this name if it is known.
    Writes(Option<String>),
    /// A tool is run.
    Tool(String),
}

/// What a command does.
pub fn verb(text: &str) -> Verb {
    let line = first_line(text);
    if line.is_empty() {
        return Verb::PackageName;
    }
    if let Some(Kind::Other(_)) = Log::parse(line).items.first().map(|item| &item.kind) {
        return Verb::Line;
    }
    let words = words(line);
    // A C compiler runs with a variable before it.
    let first =
        words.iter().find(|word| !word.text.starts_with("TERM=")).map_or(String::new(), |word| word.text.clone());
    if first == "cat" || first == "echo" {
        let file = words.iter().find(|word| word.text.contains("/b")).and_then(|word| word.text.rsplit('/').next());
        return Verb::Writes(file.map(str::to_owned));
    }
    Verb::Tool(tool_of(line).map_or(first, |(_, tool)| tool))
}

/// The line of a block that names the command.
pub fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(pieces: &[Piece]) -> String {
        pieces.iter().map(|piece| piece.text.as_str()).collect()
    }

    fn rows(changed: &Changed) -> Vec<(Side, String)> {
        changed.rows.iter().map(|row| (row.side, text(&row.pieces))).collect()
    }

    #[test]
    fn only_words_that_differ_are_marked() {
        let (a, b) = ("AAAAAAAAAAAAAAAAAAAA", "BBBBBBBBBBBBBBBBBBBB");
        let ours = format!("/g/pkg/tool/x/compile -o x -p fmt -std -buildid {a}/{a} -c=4 -pack a.go b.go\n");
        let theirs = format!("/g/pkg/tool/x/compile -o x -p fmt -buildid {b}/{b} -c=8 -pack a.go b.go\n");
        let changed = changed(&ours, &theirs);
        assert_eq!((&changed.what, changed.more), (&Verb::Tool("compile".to_owned()), 0));
        assert_eq!(
            rows(&changed),
            [
                (Side::Ours, format!("compile … -p fmt [-std] -buildid {a}/{a} [-c=4] -pack a.go …")),
                (Side::Log, format!("compile … -p fmt -buildid {b}/{b} [-c=8] -pack a.go …")),
            ]
        );
        let differs = changed.rows[0].pieces.iter().filter(|piece| piece.differs).map(|piece| piece.text.as_str());
        assert_eq!(differs.collect::<Vec<_>>(), ["[-std]", "[-c=4]"]);
    }

    #[test]
    fn long_lines_are_cut_to_what_differs() {
        let (ours, theirs) =
            (format!("modinfo \"{}x\"", "é".repeat(300)), format!("modinfo \"{}yz\"", "é".repeat(300)));
        let around = "é".repeat(40);
        let (ours, theirs) = marked(&ours, &theirs);
        assert_eq!((text(&ours), text(&theirs)), (format!("…{around}[x]\""), format!("…{around}[yz]\"")));
        assert_eq!(shorten(&"é".repeat(241)).chars().count(), SHOWN_CHARS + 1);
    }

    #[test]
    fn lines_of_files_are_shown_without_those_that_are_equal() {
        let changed =
            changed("cat >/w/b001/f << 'EOF' # internal\na\nb\nEOF\n", "cat >/w/b001/f << 'EOF' # internal\na\nEOF\n");
        assert_eq!(changed.what, Verb::Writes(Some("f".to_owned())));
        assert_eq!(rows(&changed), [(Side::Ours, "b".to_owned())]);
    }
}
