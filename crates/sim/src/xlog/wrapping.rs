//! What stands before a line in quotes, in indented text, and in the logs of build servers.

/// How the lines of a log begin, so that blanks before them are an indentation and no part of a message.
const BEGINNINGS: [&str; 19] = [
    "WORK=",
    "$WORK",
    "mkdir -p ",
    "cd ",
    "cat >",
    "echo ",
    "cp ",
    "mv ",
    "rm -r",
    "git ",
    "go tool ",
    "go: ",
    "TERM=",
    "GOROOT=",
    "CGO_LDFLAGS=",
    "# ",
    "packagefile ",
    "gcc ",
    "clang ",
];

/// What is behind quote signs, times, and the indentation of a line of a log.
pub fn stripped(line: &str) -> &str {
    let mut rest = line;
    while let Some(behind) = quote(rest).or_else(|| bracket(rest)).or_else(|| time(rest)).or_else(|| stage(rest)) {
        rest = behind;
    }
    let inner = rest.trim_start_matches([' ', '\t']);
    let is_log = BEGINNINGS.iter().any(|first| inner.starts_with(first)) || begins_with_tool(inner) || is_end(inner);
    if is_log { inner } else { rest }
}

/// Whether the first word is a tool of the toolchain.
fn begins_with_tool(line: &str) -> bool {
    let word = line.split(' ').next().unwrap_or_default();
    word.contains("/pkg/tool/") || word.contains("\\pkg\\tool\\")
}

/// The lines that end a written file, and the fences of Markdown.
fn is_end(line: &str) -> bool {
    matches!(line.trim_end(), "EOF" | "}EOF") || line.starts_with("```")
}

/// Behind `> ` of a quote.
fn quote(line: &str) -> Option<&str> {
    let rest = line.strip_prefix('>')?;
    if rest.is_empty() { Some(rest) } else { rest.strip_prefix(' ') }
}

/// Behind `[ 47s]` and other times in brackets.
fn bracket(line: &str) -> Option<&str> {
    let (inner, rest) = line.strip_prefix('[')?.split_once(']')?;
    let inner = inner.trim();
    let is_time = inner.starts_with(|c: char| c.is_ascii_digit())
        && inner.chars().all(|c| c.is_ascii_digit() || ".:-+TZ smh".contains(c))
        && inner.contains(['s', ':', '.']);
    is_time.then(|| rest.strip_prefix(' ').unwrap_or(rest))
}

/// Behind the date and time of an action of GitHub, or a time of day.
fn time(line: &str) -> Option<&str> {
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    let clock = word.rsplit('T').next()?.trim_end_matches('Z');
    let mut parts = clock.split([':', '.']);
    let is_part = |part: Option<&str>| part.is_some_and(|p| p.len() == 2 && p.bytes().all(|b| b.is_ascii_digit()));
    let is_clock = is_part(parts.next()) && is_part(parts.next()) && is_part(parts.next());
    let of_day = word.len() == clock.len();
    let is_date = word.len() > clock.len() && word.starts_with("20") && word.as_bytes().get(4) == Some(&b'-');
    (is_clock && (of_day || is_date)).then_some(rest)
}

/// Behind `#12 3.456 `, as BuildKit numbers its stages.
fn stage(line: &str) -> Option<&str> {
    let (number, rest) = line.strip_prefix('#')?.split_once(' ')?;
    let (seconds, rest) = rest.split_once(' ').unwrap_or((rest, ""));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    (digits(number) && seconds.split_once('.').is_some_and(|(a, b)| digits(a) && digits(b))).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_others_put_in_front_is_taken_off() {
        for (line, expected) in [
            ("> > cd /x", "cd /x"),
            ("2026-11-27T19:00:01.1234567Z   cd /x", "cd /x"),
            ("19:00:01 # fmt", "# fmt"),
            ("[2026-11-27T19:00:01.123Z] EOF", "EOF"),
            ("[no test files]", "[no test files]"),
            ("#", "#"),
            ("#5 DONE 0.3s", "#5 DONE 0.3s"),
            ("\tgo get example.com/x", "\tgo get example.com/x"),
            ("a.go:1:2: x", "a.go:1:2: x"),
            ("", ""),
        ] {
            assert_eq!(stripped(line), expected, "{line}");
        }
    }
}
