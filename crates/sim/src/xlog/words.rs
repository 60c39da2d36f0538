//! Splits a printed command line into words.

/// One word of a command line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word as a tool gets it, without quotes.
    pub text: String,
    /// The byte range in the line, with quotes.
    pub span: std::ops::Range<usize>,
}

/// Splits a line at spaces. `"…"` is a Go string literal and `'…'` a shell word; both can contain spaces. A quote
/// counts only at the beginning of a word or of the value after a `=`; elsewhere it is an ordinary character, as in
/// `/home/o'neill`.
pub fn words(line: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut chars = line.char_indices().peekable();
    while let Some(&(start, first)) = chars.peek() {
        if first == ' ' || first == '\n' {
            chars.next();
            continue;
        }
        let mut text = String::new();
        let mut quote = None;
        let mut end = line.len();
        while let Some(&(at, c)) = chars.peek() {
            if quote.is_none() && (c == ' ' || c == '\n') {
                end = at;
                break;
            }
            chars.next();
            match quote {
                None if matches!(c, '"' | '\'') && (at == start || line[..at].ends_with('=')) => quote = Some(c),
                Some(open) if c == open => quote = None,
                Some('"') if c == '\\' => text.extend(chars.next().map(|(_, escaped)| escaped)),
                _ => text.push(c),
            }
        }
        words.push(Word { text, span: start..end });
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_hold_words_together() {
        let line = r#"K='a b' "/x y/tool" -trimpath "$WORK/b001=>" """#;
        let words = words(line);
        let texts: Vec<_> = words.iter().map(|word| word.text.as_str()).collect();
        assert_eq!(texts, ["K=a b", "/x y/tool", "-trimpath", "$WORK/b001=>", ""]);
        assert_eq!(&line[words[1].span.clone()], "\"/x y/tool\"");
    }

    #[test]
    fn quotes_that_do_not_close_end_with_the_line() {
        assert_eq!(words("a \"b c")[1].text, "b c");
        assert_eq!(words("a \"b\\")[1].text, "b");
        assert_eq!(words("mv /home/o'neill b")[1].text, "/home/o'neill");
    }
}
