//! Logs as people keep and paste them: with colours, with a time or a name before every line, or quoted.

use std::borrow::Cow;

use super::wrapping;

/// The log as the go command printed it, without colours and prefixes.
pub fn cleaned(text: &str) -> String {
    let cleaner = Cleaner::of(text);
    let mut clean = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let (line, end) = line.strip_suffix('\n').map_or((line, ""), |line| (line, "\n"));
        clean.push_str(&cleaner.line(line));
        clean.push_str(end);
    }
    clean
}

/// Cleans one line after the other. What stands before every line is learned from the beginning of the log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cleaner {
    prefix: Option<String>,
}

impl Cleaner {
    /// Learns from the beginning of a log, or from all of it.
    pub fn of(beginning: &str) -> Self {
        Self { prefix: beginning.lines().find_map(|line| prefix(&without_escapes(line)).map(str::to_owned)) }
    }

    /// A line, without its end, as the go command printed it.
    pub fn line<'a>(&self, line: &'a str) -> Cow<'a, str> {
        let plain = without_escapes(line);
        let start = plain.len() - self.behind(&plain).len();
        match plain {
            Cow::Borrowed(text) => Cow::Borrowed(text[start..].trim_end_matches('\r')),
            Cow::Owned(text) => Cow::Owned(text[start..].trim_end_matches('\r').to_owned()),
        }
    }

    /// What is behind everything that others put in front.
    fn behind<'a>(&self, line: &'a str) -> &'a str {
        let learned = self.prefix.as_deref().and_then(|prefix| {
            strip(line, prefix).or_else(|| strip(line, prefix.trim_end()).filter(|rest| rest.is_empty()))
        });
        learned.unwrap_or_else(|| wrapping::stripped(line))
    }
}

/// The text before a line that the go command prints at the very beginning of a line.
fn prefix(line: &str) -> Option<&str> {
    const FIRST_LINES: [&str; 3] = ["WORK=", "mkdir -p $WORK/b", "mkdir -p $WORK\\b"];
    let (before, _) = FIRST_LINES.iter().find_map(|first| line.split_once(first))?;
    // With -json a line stands in an event, which is no prefix.
    let before = before.split("{\"").next().unwrap_or(before);
    Some(before).filter(|before| !before.is_empty())
}

/// The line behind the prefix. Digits may differ, since prefixes count lines or tell the time.
fn strip<'a>(line: &'a str, prefix: &str) -> Option<&'a str> {
    let mut rest = line;
    let mut wanted = prefix;
    while let Some(first) = wanted.chars().next() {
        if first.is_ascii_digit() {
            let number = |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            let found = number(rest);
            if found == 0 {
                return None;
            }
            (wanted, rest) = (&wanted[number(wanted)..], &rest[found..]);
        } else {
            rest = rest.strip_prefix(first)?;
            wanted = &wanted[first.len_utf8()..];
        }
    }
    Some(rest)
}

/// Removes the escape sequences that colour a terminal, and those that set its title.
fn without_escapes(line: &str) -> Cow<'_, str> {
    const ESCAPE: char = '\u{1b}';
    if !line.contains(ESCAPE) {
        return Cow::Borrowed(line);
    }
    let mut plain = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once(ESCAPE) {
        plain.push_str(before);
        let behind = |end: Option<usize>, sign: usize| end.map_or("", |end| &after[end + sign..]);
        rest = match after.chars().next() {
            Some('[') => behind(after[1..].find(|c: char| ('@'..='~').contains(&c)).map(|end| end + 1), 1),
            Some(']') => behind(after.find('\u{7}'), 1),
            _ => after,
        };
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_server_adds_is_taken_off() {
        for (text, expected) in [
            ("WORK=/w\ncd /x\n", "WORK=/w\ncd /x\n"),
            (
                "2026-11-27T19:00:00.1234567Z ##[group]Run\n2026-11-27T19:00:01.1Z WORK=/w\n2026-11-27T19:00:02.22Z\n2026-11-27T19:00:02.3Z # fmt\n",
                "##[group]Run\nWORK=/w\n\n# fmt\n",
            ),
            ("#12 0.345 WORK=/w\n#12 10.2 cd /x\n", "WORK=/w\ncd /x\n"),
            ("build | WORK=/w\nother | hello\nbuild | cd /x\n", "WORK=/w\nother | hello\ncd /x\n"),
            ("\u{1b}[0;32mWORK=/w\u{1b}[0m\ncd /x\u{1b}[K\n", "WORK=/w\ncd /x\n"),
            ("cut \u{1b}[", "cut "),
            ("9 {\"Output\":\"WORK=/w\"}\n10 {}\n", "{\"Output\":\"WORK=/w\"}\n{}\n"),
            ("> ```\n> WORK=/w\n> cd /x\n>\n", "```\nWORK=/w\ncd /x\n\n"),
            ("    cd /x\n    # fmt\n\thave (int)\n", "cd /x\n# fmt\n\thave (int)\n"),
            ("\u{1b}]0;title\u{7}cd /x\r\n", "cd /x\n"),
            ("[  12s] cd /x\n[ 1:02:03] #12 0.5 cd /y\n", "cd /x\ncd /y\n"),
        ] {
            assert_eq!(cleaned(text), expected);
        }
    }
}
