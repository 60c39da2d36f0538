//! String literals as Go's `strconv.Quote` writes them.

use unicode_general_category::{GeneralCategory as Category, get_general_category};

/// A text as a Go string literal in double quotes.
pub fn quote(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    quote_into(&mut out, text);
    out.push('"');
    out
}

/// Writes the inside of a literal, without the quotes.
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

/// The text that a Go string literal in double quotes stands for; bytes that are no UTF-8 become U+FFFD. `None` if it is no
/// such literal.
pub fn unquote(literal: &str) -> Option<String> {
    let inner = literal.strip_prefix('"')?.strip_suffix('"')?;
    let mut bytes = Vec::with_capacity(inner.len());
    let mut chars = inner.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => return None,
            '\\' => unescape_into(&mut bytes, &mut chars)?,
            c => bytes.extend(c.encode_utf8(&mut [0; 4]).bytes()),
        }
    }
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// Reads what follows a backslash.
fn unescape_into(bytes: &mut Vec<u8>, chars: &mut std::str::Chars<'_>) -> Option<()> {
    let kind = chars.next()?;
    let digits = match kind {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => 0,
    };
    if digits == 0 {
        bytes.push(match kind {
            'a' => 0x07,
            'b' => 0x08,
            'f' => 0x0c,
            'n' => b'\n',
            'r' => b'\r',
            't' => b'\t',
            'v' => 0x0b,
            '"' | '\\' => u8::try_from(kind).ok()?,
            _ => return None,
        });
        return Some(());
    }
    let text: String = chars.by_ref().take(digits).collect();
    let code = u32::from_str_radix(&text, 16).ok().filter(|_| text.len() == digits)?;
    match kind {
        'x' => bytes.push(u8::try_from(code).ok()?),
        _ => bytes.extend(char::from_u32(code)?.encode_utf8(&mut [0; 4]).bytes()),
    }
    Some(())
}

fn push_hex(out: &mut String, prefix: &str, digits: usize, c: char) {
    out.push_str(prefix);
    out.push_str(&format!("{:0digits$x}", c as u32));
}

/// Whether Go prints a character as it is: letters, marks, numbers, punctuation and symbols, but no space except
/// ASCII's.
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

/// Characters that were added to Unicode after 15.0 (the version of Go up to go1.26) and up to 17.0 (that of go1.27).
/// Whether they are printed unescaped depends on the release. For all other code points the two tables agree.
#[rustfmt::skip]
const CAME_LATER: [(u32, u32); 90] = [
    (0x88f, 0x88f), (0x897, 0x897), (0xc5c, 0xc5c), (0xcdc, 0xcdc), (0x1acf, 0x1add), (0x1ae0, 0x1aeb),
    (0x1b4e, 0x1b4f), (0x1b7f, 0x1b7f), (0x1c89, 0x1c8a), (0x20c1, 0x20c1), (0x2427, 0x2429), (0x2b96, 0x2b96),
    (0x2ffc, 0x2fff), (0x31e4, 0x31e5), (0x31ef, 0x31ef), (0xa7cb, 0xa7cf), (0xa7d2, 0xa7d2), (0xa7d4, 0xa7d4),
    (0xa7da, 0xa7dc), (0xa7f1, 0xa7f1), (0xfbc3, 0xfbd2), (0xfd90, 0xfd91), (0xfdc8, 0xfdce),
    (0x105c0, 0x105f3), (0x10940, 0x10959), (0x10d40, 0x10d65), (0x10d69, 0x10d85), (0x10d8e, 0x10d8f),
    (0x10ec2, 0x10ec7), (0x10ed0, 0x10ed8), (0x10efa, 0x10efc), (0x11380, 0x11389), (0x1138b, 0x1138b),
    (0x1138e, 0x1138e), (0x11390, 0x113b5), (0x113b7, 0x113c0), (0x113c2, 0x113c2), (0x113c5, 0x113c5),
    (0x113c7, 0x113ca), (0x113cc, 0x113d5), (0x113d7, 0x113d8), (0x113e1, 0x113e2), (0x116d0, 0x116e3),
    (0x11b60, 0x11b67), (0x11bc0, 0x11be1), (0x11bf0, 0x11bf9), (0x11db0, 0x11ddb), (0x11de0, 0x11de9),
    (0x11f5a, 0x11f5a), (0x13460, 0x143fa), (0x16100, 0x16139), (0x16d40, 0x16d79), (0x16ea0, 0x16eb8),
    (0x16ebb, 0x16ed3), (0x16ff2, 0x16ff6), (0x187f8, 0x187ff), (0x18cff, 0x18cff), (0x18d09, 0x18d1e),
    (0x18d80, 0x18df2), (0x1cc00, 0x1ccfc), (0x1cd00, 0x1ceb3), (0x1ceba, 0x1ced0), (0x1cee0, 0x1cef0),
    (0x1e5d0, 0x1e5fa), (0x1e5ff, 0x1e5ff), (0x1e6c0, 0x1e6de), (0x1e6e0, 0x1e6f5), (0x1e6fe, 0x1e6ff),
    (0x1f6d8, 0x1f6d8), (0x1f777, 0x1f77a), (0x1f8b2, 0x1f8bb), (0x1f8c0, 0x1f8c1), (0x1f8d0, 0x1f8d8),
    (0x1fa54, 0x1fa57), (0x1fa89, 0x1fa8a), (0x1fa8e, 0x1fa8f), (0x1fabe, 0x1fabe), (0x1fac6, 0x1fac6),
    (0x1fac8, 0x1fac8), (0x1facd, 0x1facd), (0x1fadc, 0x1fadc), (0x1fadf, 0x1fadf), (0x1fae9, 0x1faea),
    (0x1faef, 0x1faef), (0x1fbcb, 0x1fbef), (0x1fbfa, 0x1fbfa), (0x2b73a, 0x2b73f), (0x2cea2, 0x2cead),
    (0x2ebf0, 0x2ee5d), (0x323b0, 0x33479),
];

/// The first character of a text that releases of Go quote in different ways.
pub fn came_later(text: &str) -> Option<char> {
    text.chars().filter(|c| !c.is_ascii()).find(|c| {
        let at = CAME_LATER.partition_point(|(_, last)| *last < *c as u32);
        CAME_LATER.get(at).is_some_and(|(first, _)| *first <= *c as u32)
    })
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
    fn characters_that_came_later_are_known() {
        assert_eq!(came_later("/home/ä/包/🙂"), None);
        assert_eq!(came_later("a\u{1fae9}"), Some('\u{1fae9}'));
        assert_eq!(came_later("\u{323af}\u{3347a}"), None);
        assert!(CAME_LATER.windows(2).all(|pair| pair[0].1 < pair[1].0), "in order");
    }

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
