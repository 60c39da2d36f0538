//! A command of the transcript, with its marked words and the places where a line may be broken.

use super::frame::{CommandView, Group};
use super::sanitize;
use crate::lesson::StagedBuild;

/// Flags of the tools that take the next word as their value.
const WITH_VALUE: [&str; 14] = [
    "-o",
    "-trimpath",
    "-p",
    "-buildid",
    "-goversion",
    "-symabis",
    "-importcfg",
    "-embedcfg",
    "-asmhdr",
    "-I",
    "-D",
    "-w",
    "-extld",
    "-X",
];

/// Prepares a block of the transcript for views.
pub fn view(staged: &StagedBuild, block: usize, mark: &[String]) -> CommandView {
    let shown = &staged.transcript[block];
    let text = sanitize(shown.text.trim_matches('\n'));
    let (cd, text) = match text.split_once('\n') {
        Some((first, rest)) if first.starts_with("cd ") => (Some(first.to_owned()), rest.to_owned()),
        _ => (None, text),
    };
    let package = staged.build.plan.action(shown.action).package;
    CommandView {
        block,
        package: sanitize(staged.build.program.display_path(package)),
        groups: groups(&text),
        marks: marks(&text, mark),
        cd,
        text,
    }
}

/// Byte ranges of all places where one of the words occurs, in order. Ranges that touch are joined.
pub fn marks(text: &str, words: &[String]) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = words
        .iter()
        .filter(|word| !word.is_empty())
        .flat_map(|word| text.match_indices(word.as_str()).map(|(at, word)| (at, at + word.len())))
        .collect();
    found.sort_unstable();
    let mut merged: Vec<(usize, usize)> = Vec::with_capacity(found.len());
    for (from, to) in found {
        match merged.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => merged.push((from, to)),
        }
    }
    merged
}

fn groups(text: &str) -> Vec<Group> {
    if text.contains('\n') {
        return line_groups(text);
    }
    let words = words(text);
    let mut groups: Vec<Group> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let (from, mut to) = words[at];
        let word = &text[from..to];
        let files = usize::from(is_source(word) && !groups.is_empty());
        at += 1;
        if WITH_VALUE.contains(&word)
            && let Some(&(_, end)) = words.get(at)
        {
            to = end;
            at += 1;
        } else if word == "#" {
            // A line break never separates `# internal`.
            to = text.len();
            at = words.len();
        }
        match groups.last_mut() {
            Some(last) if files > 0 && last.files > 0 => {
                last.to = to;
                last.files += 1;
            }
            _ => groups.push(Group { from, to, files }),
        }
    }
    groups
}

fn line_groups(text: &str) -> Vec<Group> {
    let mut from = 0;
    text.split('\n')
        .map(|line| {
            let group = Group { from, to: from + line.len(), files: 0 };
            from = group.to + 1;
            group
        })
        .collect()
}

fn is_source(word: &str) -> bool {
    let name = word.trim_end_matches('"');
    [".go", ".s", ".o"].iter().any(|ending| name.ends_with(ending))
}

/// Byte ranges of the words of a line; quotes keep words together.
fn words(text: &str) -> Vec<(usize, usize)> {
    let mut words = Vec::new();
    let mut start = None;
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (Some(open), _) if c == open => quote = None,
            (None, '"' | '\'') => {
                quote = Some(c);
                start.get_or_insert(at);
            }
            (None, ' ') => {
                if let Some(from) = start.take() {
                    words.push((from, at));
                }
            }
            _ => {
                start.get_or_insert(at);
            }
        }
    }
    if let Some(from) = start {
        words.push((from, text.len()));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<(&str, usize)> {
        groups(text).into_iter().map(|group| (&text[group.from..group.to], group.files)).collect()
    }

    #[test]
    fn options_stay_with_their_values_and_files_together() {
        assert_eq!(
            split("compile -o $WORK/b006/_pkg_.a -trimpath \"$WORK/b0 6=>\" -std -c=4 /a/x.go /a/y.go"),
            [
                ("compile", 0),
                ("-o $WORK/b006/_pkg_.a", 0),
                ("-trimpath \"$WORK/b0 6=>\"", 0),
                ("-std", 0),
                ("-c=4", 0),
                ("/a/x.go /a/y.go", 2)
            ]
        );
        assert_eq!(split("buildid -w a.a # internal"), [("buildid", 0), ("-w a.a", 0), ("# internal", 0)]);
        assert_eq!(split("cat > x << 'EOF'\n# c\nEOF"), [("cat > x << 'EOF'", 0), ("# c", 0), ("EOF", 0)]);
    }

    #[test]
    fn marks_that_touch_are_one() {
        let words = ["ab".to_owned(), "bc".to_owned(), String::new()];
        assert_eq!(marks("abc ab 中ab", &words), [(0, 3), (4, 6), (10, 12)]);
    }
}
