//! Marks in texts that do not do what they are meant to: links without an end, braces of another keyboard.

use crate::lesson::facts;
use gostep_sim::said;
use gostep_sim::said::Said;

/// What is wrong, and what to do.
pub type Flaw = (Said, Said);

/// Where links lead.
const SCHEMES: [&str; 4] = ["term", "http", "https", "mailto"];

/// What is wrong with the marks of a text, with byte offsets into it.
pub fn look(text: &str) -> Vec<(usize, Flaw)> {
    let mut found = Vec::new();
    for (at, braces) in text.match_indices("｛｛").chain(text.match_indices("｝｝")) {
        let help = said!("write {{{{ and }}}}: facts stand between ASCII braces");
        found.push((at, (said!("full-width braces ({braces})", braces), help)));
    }
    for (at, _) in text.match_indices('{') {
        let (before, inside) = (&text[..at], text[at + 1..].trim_start());
        let name: String = inside.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        let is_single = !before.ends_with(['{', '$']) && !text[at + 1..].starts_with('{');
        if is_single && inside[name.len()..].starts_with('(') && facts::all().any(|fact| fact.name() == name) {
            let help = said!("a fact stands in two braces on each side: {{{{ … }}}}");
            found.push((at, (said!("a fact in single braces is shown as it stands"), help)));
        }
    }
    for (at, _) in text.match_indices("](") {
        let target = at + 2;
        let rest = &text[target..];
        let end = rest.find([')', '\n']).unwrap_or(rest.len());
        let Some((scheme, _)) = rest[..end].split_once(':') else { continue };
        let is_open = !rest[end..].starts_with(')') || is_no_id(&rest[..end]);
        if scheme == "term" && is_open {
            found.push((target, (said!("a link that is not closed"), said!("end it with )"))));
        } else if is_word(scheme) && !SCHEMES.contains(&scheme) {
            let help = said!("terms are linked with term:, pages with https:");
            found.push((target, (said!("a link of an unknown kind, {scheme}:", scheme), help)));
        }
    }
    found
}

/// Whether the target of a link goes on where no id does.
pub fn is_no_id(target: &str) -> bool {
    target.trim().contains([' ', '(', '\n'])
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::look;

    #[test]
    fn only_what_is_wrong_is_found() {
        let at = |text: &str| look(text).into_iter().map(|(at, _)| at).collect::<Vec<_>>();
        assert_eq!(at("[a](term:x) [b](https://x.y) [c](#d) a](b"), [0; 0]);
        assert_eq!(at("[a](trem:x)"), [4]);
        assert_eq!(at("[a](term:x\n and )"), [4]);
        assert_eq!(at("[a](term:x and [b](term:y)"), [4]);
        assert_eq!(at("｛｛ packages ｝｝"), [0, 16]);
        assert_eq!(at("{{ count(x) }} { count(x) } {count(x)} ${count(x)} { x(y) }"), [15, 28]);
    }
}
