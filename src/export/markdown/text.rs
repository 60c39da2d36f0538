//! Text that stays text in Markdown.

/// A text in which nothing is markup. It has one line.
pub fn line(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '$' => escaped.extend(['\\', c]),
            '\n' | '\r' | '\u{a0}' => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

/// The same at the start of a block, where more is markup: headings, lists, rules.
pub fn block_start(text: &str) -> String {
    let text = text.trim_start();
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = text.split_at(digits);
    if rest.starts_with(['#', '-', '+', '=']) && digits == 0 || rest.starts_with(['.', ')']) && digits > 0 {
        return format!("{number}\\{rest}");
    }
    text.to_owned()
}

/// Code inside of a line.
pub fn code(text: &str) -> String {
    let text = text.replace(['\n', '\r'], " ");
    let fence = "`".repeat(longest_run(&text) + 1);
    // A viewer takes one blank off at either end if there is one at both.
    let pad = if text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']) { " " } else { "" };
    if text.trim().is_empty() { text } else { format!("{fence}{pad}{text}{pad}{fence}") }
}

/// Code as a block.
pub fn code_block(lang: &str, text: &str) -> String {
    let fence = "`".repeat(longest_run(text).max(2) + 1);
    let lang: String = lang.chars().filter(|c| c.is_alphanumeric() || "+-_#.".contains(*c)).collect();
    format!("{fence}{lang}\n{text}\n{fence}")
}

fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// A text between marks, such as `**`, which must not stand beside a blank.
pub fn between(marks: &str, text: &str) -> String {
    let inner = text.trim();
    if inner.is_empty() {
        return text.to_owned();
    }
    let (before, rest) = text.split_at(text.len() - text.trim_start().len());
    format!("{before}{marks}{inner}{marks}{}", &rest[inner.len()..])
}

/// Lines further in, below the first one.
pub fn hang(first: &str, text: &str) -> String {
    let below = format!("\n{}", " ".repeat(first.len()));
    let text = text.replace('\n', &below);
    format!("{first}{text}").lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

/// A table. Its cells are Markdown already; what would end a cell early in code is escaped.
pub fn table(head: &[String], rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0).max(head.len());
    let row = |cells: &[String]| {
        let cells = (0..columns).map(|at| cells.get(at).map_or("", |cell| cell.trim()));
        format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
    };
    let rule = format!("|{}", " --- |".repeat(columns));
    let lines = [row(head), rule].into_iter().chain(rows.iter().map(|cells| row(cells)));
    lines.collect::<Vec<_>>().join("\n")
}

/// Code in a cell.
pub fn code_in_cell(text: &str) -> String {
    code(text).replace('|', "\\|")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_markup_stays_text() {
        assert_eq!(line("<b> [a](b) *c* $x$ &lt;"), r"\<b\> \[a\](b) \*c\* \$x\$ \&lt;");
        assert_eq!(block_start("# a"), r"\# a");
        assert_eq!(block_start("12. a"), r"12\. a");
        assert_eq!(block_start("12 a"), "12 a");
        assert_eq!(code("a`b``c"), "```a`b``c```");
        assert_eq!(code("`a"), "`` `a ``");
        assert_eq!(code_block("sh\n<", "```\n</details>"), "````sh\n```\n</details>\n````");
        assert_eq!(between("**", " a "), " **a** ");
        assert_eq!(hang("- ", "a\n\nb"), "- a\n\n  b");
    }
}
