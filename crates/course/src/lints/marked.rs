//! What a text has that is the same in every language: facts, terms, code.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// With the byte at which each begins.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Expressions between {{ and }}, with single blanks.
    pub facts: Vec<(usize, String)>,
    /// Ids of terms.
    pub terms: Vec<(usize, String)>,
    /// What stands between backticks, without what has facts.
    pub code: Vec<(usize, String)>,
    /// How many words are none of these.
    pub words: usize,
}

/// Finds them.
pub fn marks(text: &str) -> Marks {
    let mut marks = Marks { facts: facts(text), ..Marks::default() };
    let mut is_block = false;
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => {
                if let Some(id) = dest_url.strip_prefix("term:") {
                    let at = text[range.clone()]
                        .rfind("](term:")
                        .map_or(range.start, |at| range.start + at + "](term:".len());
                    marks.terms.push((at, id.to_owned()));
                }
            }
            Event::Start(Tag::CodeBlock(_)) => is_block = true,
            Event::End(TagEnd::CodeBlock) => is_block = false,
            Event::Code(code) if !code.contains("{{") => marks.code.push((range.start, code.to_string())),
            Event::Text(words) if !is_block => {
                marks.words += words.split_whitespace().filter(|word| word.len() > 1 && is_word(word)).count();
            }
            _ => {}
        }
    }
    marks
}

fn facts(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some((open, length)) =
        text[from..].find("{{").and_then(|at| Some((from + at, text[from + at..].find("}}")?)))
    {
        let inside = &text[open + 2..open + length];
        found.push((open, inside.split_whitespace().collect::<Vec<_>>().join(" ")));
        from = open + length + 2;
    }
    found
}

fn is_word(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_alphabetic() || ",.;:!?()'’-".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_terms_and_code_are_told_from_words() {
        let found = marks("So `a b` are {{count( x)}} of [it](term:pack).\n\n```\nno `code`\n```\n`{{ y }}`");
        assert_eq!(found.facts, [(13, "count( x)".to_owned()), (67, "y".to_owned())]);
        assert_eq!(found.terms, [(40, "pack".to_owned())]);
        assert_eq!(found.code, [(3, "a b".to_owned())]);
        assert!(found.words >= 4, "{found:?}");
    }
}
