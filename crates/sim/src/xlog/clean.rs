//! Logs as build servers store them: with colours, and with a time or a name before every line.

/// The log as the go command printed it, without colours and prefixes.
pub fn cleaned(text: &str) -> String {
    let text = without_escapes(text);
    let Some(prefix) = prefix(&text) else { return text };
    let mut clean = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let (line, end) = line.strip_suffix('\n').map_or((line, ""), |line| (line, "\n"));
        let rest = strip(line, prefix).or_else(|| strip(line, prefix.trim_end()).filter(|rest| rest.is_empty()));
        clean.push_str(rest.unwrap_or(line));
        clean.push_str(end);
    }
    clean
}

/// The text before a line that the go command prints at the very beginning of a line.
fn prefix(text: &str) -> Option<&str> {
    const FIRST_LINES: [&str; 2] = ["WORK=", "mkdir -p $WORK/b"];
    let (before, _) = text.lines().find_map(|line| FIRST_LINES.iter().find_map(|first| line.split_once(first)))?;
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

/// Removes the escape sequences that colour a terminal.
fn without_escapes(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("\u{1b}[") {
        plain.push_str(before);
        let end = after.find(|c: char| ('@'..='~').contains(&c)).map_or(after.len(), |end| end + 1);
        rest = &after[end..];
    }
    plain.push_str(rest);
    plain
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
        ] {
            assert_eq!(cleaned(text), expected);
        }
    }
}
