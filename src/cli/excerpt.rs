//! Shortens long commands for a report: only what differs between two of them, and the words around it.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use gostep_sim::xlog::canonical::Shape;
use gostep_sim::xlog::parse::{Kind, Log};
use gostep_sim::xlog::places::tool_of;
use gostep_sim::xlog::words::words;

/// The most lines of a written file that are shown.
const SHOWN_LINES: usize = 6;

/// Of a longer word only the part that differs is shown.
const LONG_WORD: usize = 160;

/// The most characters of a line that are shown.
const SHOWN_CHARS: usize = 240;

/// The difference between two forms of a command: the command's name, and lines that show both forms with `[…]` around
/// what differs.
pub fn changed(ours: &str, theirs: &str) -> (String, String) {
    let (our_lines, their_lines): (Vec<_>, Vec<_>) = (ours.lines().collect(), theirs.lines().collect());
    let mut rows = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &shapes(&our_lines), &shapes(&their_lines)) {
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        let (ours, theirs) = (&our_lines[op.old_range()], &their_lines[op.new_range()]);
        if ours.len() == theirs.len() {
            for (our, their) in ours.iter().zip(theirs) {
                let (our, their) = marked(our, their);
                rows.extend([("gostep", our), ("log", their)]);
            }
        } else {
            rows.extend(ours.iter().map(|line| ("gostep", shorten(line))));
            rows.extend(theirs.iter().map(|line| ("log", shorten(line))));
        }
    }
    let mut body = String::new();
    for (side, line) in rows.iter().take(SHOWN_LINES) {
        body.push_str(&format!("  {side:6}  {line}\n"));
    }
    if rows.len() > SHOWN_LINES {
        body.push_str(&format!("  … and {} more lines of it\n", rows.len() - SHOWN_LINES));
    }
    (verb(ours), body)
}

/// The lines with names (IDs, cache files) replaced by marks, since these may differ.
fn shapes(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| Shape::of(line).text).collect()
}

/// Two lines in which the words that differ are marked.
fn marked(ours: &str, theirs: &str) -> (String, String) {
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
fn excerpt(line: &str, shows: &[Show]) -> String {
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
            Show::Marked => text.push_str(&format!("[{}]", shorten(written))),
            Show::Near => text.push_str(&shorten(written)),
            Show::Hidden => text.push_str(written.rsplit('/').next().unwrap_or_default()),
        }
    }
    if hidden {
        text.push_str(" …");
    }
    text
}

/// For long lines of few words, such as the build info: the middle part that differs, and some characters around it.
fn marked_inside(ours: &str, theirs: &str) -> (String, String) {
    const AROUND: usize = 40;
    let (our_chars, their_chars): (Vec<char>, Vec<char>) = (ours.chars().collect(), theirs.chars().collect());
    let before = our_chars.iter().zip(&their_chars).take_while(|(a, b)| a == b).count();
    let after = our_chars[before..].iter().rev().zip(their_chars[before..].iter().rev()).take_while(|(a, b)| a == b);
    let after = after.count();
    let show = |chars: &[char]| {
        let end = chars.len() - after;
        let (from, to) = (before.saturating_sub(AROUND), (end + AROUND).min(chars.len()));
        let piece = |range: std::ops::Range<usize>| chars[range].iter().collect::<String>();
        format!(
            "{}{}[{}]{}{}",
            if from > 0 { "…" } else { "" },
            piece(from..before),
            shorten(&piece(before..end)),
            piece(end..to),
            if to < chars.len() { "…" } else { "" }
        )
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

/// What a command does, in one or two words.
pub fn verb(text: &str) -> String {
    let line = first_line(text);
    if line.is_empty() {
        return "name of the package".to_owned();
    }
    if let Some(Kind::Other(_)) = Log::parse(line).items.first().map(|item| &item.kind) {
        return "line".to_owned();
    }
    let words = words(line);
    let first = words.first().map_or(String::new(), |word| word.text.clone());
    if first == "cat" || first == "echo" {
        let file = words.iter().find(|word| word.text.contains("/b")).and_then(|word| word.text.rsplit('/').next());
        return format!("writing of {}", file.unwrap_or("a file"));
    }
    tool_of(line).map_or(first, |(_, tool)| tool)
}

/// The line of a block that names the command.
pub fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_that_differ_are_marked() {
        let (a, b) = ("AAAAAAAAAAAAAAAAAAAA", "BBBBBBBBBBBBBBBBBBBB");
        let ours = format!("/g/pkg/tool/x/compile -o x -p fmt -std -buildid {a}/{a} -c=4 -pack a.go b.go\n");
        let theirs = format!("/g/pkg/tool/x/compile -o x -p fmt -buildid {b}/{b} -c=8 -pack a.go b.go\n");
        let (what, body) = changed(&ours, &theirs);
        assert_eq!(what, "compile");
        assert_eq!(
            body,
            format!(
                "  gostep  compile … -p fmt [-std] -buildid {a}/{a} [-c=4] -pack a.go …\n  \
                   log     compile … -p fmt -buildid {b}/{b} [-c=8] -pack a.go …\n"
            )
        );
    }

    #[test]
    fn long_lines_are_cut_to_what_differs() {
        let (ours, theirs) =
            (format!("modinfo \"{}x\"", "é".repeat(300)), format!("modinfo \"{}yz\"", "é".repeat(300)));
        let around = "é".repeat(40);
        assert_eq!(marked(&ours, &theirs), (format!("…{around}[x]\""), format!("…{around}[yz]\"")));
        assert_eq!(shorten(&"é".repeat(241)).chars().count(), SHOWN_CHARS + 1);
    }

    #[test]
    fn lines_of_files_are_shown_without_those_that_are_equal() {
        let (what, body) =
            changed("cat >/w/b001/f << 'EOF' # internal\na\nb\nEOF\n", "cat >/w/b001/f << 'EOF' # internal\na\nEOF\n");
        assert_eq!((what.as_str(), body.as_str()), ("writing of f", "  gostep  b\n"));
    }
}
