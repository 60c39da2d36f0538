//! String literals as Go's `strconv.Quote` writes them.

use unicode_general_category::{GeneralCategory as Category, get_general_category};

/// A Go string literal in double quotes.
pub fn quote(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    quote_into(&mut out, text);
    out.push('"');
    out
}

/// The inside of a literal.
fn quote_into(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\x07' => out.push_str("\\a"),
            '\x08' => out.push_str("\\b"),
            '\x0c' => out.push_str("\\f"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\x0b' => out.push_str("\\v"),
            c if is_printable(c) => out.push(c),
            c if c < ' ' || c == '\x7f' => push_hex(out, "\\x", 2, c),
            c if (c as u32) < 0x10000 => push_hex(out, "\\u", 4, c),
            c => push_hex(out, "\\U", 8, c),
        }
    }
}

fn push_hex(out: &mut String, prefix: &str, digits: usize, c: char) {
    out.push_str(prefix);
    out.push_str(&format!("{:0digits$x}", c as u32));
}

/// Letters, marks, numbers, punctuation, symbols, and of the spaces only ASCII's.
fn is_printable(c: char) -> bool {
    if c.is_ascii() {
        return (' '..='~').contains(&c);
    }
    !matches!(
        get_general_category(c),
        Category::Control
            | Category::Format
            | Category::Surrogate
            | Category::PrivateUse
            | Category::Unassigned
            | Category::LineSeparator
            | Category::ParagraphSeparator
            | Category::SpaceSeparator
    )
}

/// A list as Go's `%q` prints a slice of strings: `["-s" "-w"]`.
pub fn quote_list(items: &[String]) -> String {
    let quoted: Vec<String> = items.iter().map(|item| quote(item)).collect();
    format!("[{}]", quoted.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_as_go_does() {
        assert_eq!(quote("a b"), "\"a b\"");
        assert_eq!(quote("tab\tquote\"back\\"), r#""tab\tquote\"back\\""#);
        assert_eq!(quote("\u{1}\u{7f}\u{7}"), r#""\x01\x7f\a""#);
        assert_eq!(quote("构建é€"), "\"构建é€\"");
        assert_eq!(quote("\u{a0}\u{200b}"), r#""\u00a0\u200b""#);
        assert_eq!(quote_list(&["-s".into(), "-w".into()]), r#"["-s" "-w"]"#);
    }
}
