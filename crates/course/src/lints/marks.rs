//! Marks of Markdown that do nothing, because their other half is missing or stands elsewhere, and marks that gostep
//! shows as they stand.

use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::reports::Reports;
use super::texts::Text;
use crate::lesson::facts;

/// At which byte, what is wrong, and what to do.
type Flaw = (usize, &'static str, &'static str);

/// Looks at one text.
pub fn look(text: &Text<'_>, reports: &mut Reports<'_>) {
    for (at, message, help) in flaws(text.raw) {
        reports.of(text).warn(text.place(at), message, help);
    }
}

fn flaws(raw: &str) -> Vec<Flaw> {
    let text = without_facts(raw);
    let mut found = Vec::new();
    let mut is_code = false;
    let mut run = 0..0;
    for (event, range) in Parser::new_ext(&text, Options::ENABLE_TABLES).into_offset_iter() {
        // The parser gives signs that do nothing one by one.
        let is_words = matches!(event, Event::Text(_)) && !is_code;
        if is_words && run.end == range.start {
            run.end = range.end;
            continue;
        }
        words(&text, std::mem::replace(&mut run, if is_words { range.clone() } else { 0..0 }), &mut found);
        match event {
            Event::Start(Tag::CodeBlock(_)) => is_code = true,
            Event::End(TagEnd::CodeBlock) => is_code = false,
            Event::Html(_) | Event::InlineHtml(_) => {
                let help = "write **strong**, *emphasis* or `code`; what is code itself stands between backticks";
                found.push((range.start, "HTML is shown as the text that it is", help));
            }
            Event::Start(Tag::Image { .. }) => {
                found.push((
                    range.start,
                    "images are shown as the text that they are",
                    "link the page with […](https:…)",
                ));
            }
            _ => {}
        }
    }
    for (at, _) in text.match_indices("}}") {
        let help = "begin the fact with {{, or remove the braces";
        found.push((at, "}} without {{ before it", help));
    }
    for (at, _) in text.match_indices("${") {
        let name: String = text[at + 2..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        if facts::all().any(|fact| fact.name() == name) {
            found.push((
                at,
                "a fact in ${…} is shown as it stands",
                "a fact stands in two braces on each side: {{ … }}",
            ));
        }
    }
    // One half that is missing leaves others over.
    let mut said = HashSet::new();
    found.retain(|(_, message, _)| said.insert(*message));
    found
}

/// The text with letters in place of its facts, as long as they are: what stands in a fact is no Markdown.
fn without_facts(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, inside)) = rest.split_once("{{") {
        let Some((fact, behind)) = inside.split_once("}}") else { break };
        out.push_str(before);
        out.extend(std::iter::repeat_n('x', fact.len() + 4));
        rest = behind;
    }
    out.push_str(rest);
    out
}

/// Signs that are left over in what is no code, no link and nothing strong.
fn words(text: &str, range: Range<usize>, found: &mut Vec<Flaw>) {
    let (start, shown) = (range.start, &text[range]);
    let before = &text[..start];
    let is_escaped = before.ends_with('\\');
    if let Some(at) = shown.find('`').filter(|at| *at > 0 || !is_escaped && !before.ends_with('`')) {
        found.push((start + at, "a backtick that is not closed", "put a second one behind the code"));
    }
    if let Some(at) = shown.find("**").filter(|at| *at > 0 || !is_escaped && !before.ends_with('*')) {
        let help = "** stands directly before and behind the words, without blanks inside";
        found.push((start + at, "** is shown as it stands", help));
    }
    if let Some(at) = shown.find("(term:").or_else(|| shown.find("](").map(|at| at + 1)) {
        found.push((start + at, "a link that is none", "write [words](term:ID), without a blank between ] and ("));
    }
}

#[cfg(test)]
mod tests {
    use super::flaws;

    #[test]
    fn only_marks_that_do_nothing_are_found() {
        let at = |text: &str| flaws(text).into_iter().map(|flaw| flaw.0).collect::<Vec<_>>();
        assert_eq!(at("`a` **b** [c](term:c) {{ 2 * 3 }} a * b \\` x\n\n```\n` ** }\n```\n"), [0; 0]);
        assert_eq!(at("a `b c"), [2]);
        assert_eq!(at("``a` b"), [0]);
        assert_eq!(at("a **b c"), [2]);
        assert_eq!(at("a** b** c"), [1]);
        assert_eq!(at("[a] (term:a)"), [4]);
        assert_eq!(at("[a(term:a)"), [2]);
        assert_eq!(at("a }} b"), [2]);
        assert_eq!(at("${count(x)} ${HOME} `{{ count(x) }}`"), [0]);
        assert_eq!(at("a <b>c</b>"), [2]);
        assert_eq!(at("![a](b.png)"), [0]);
    }
}
