//! What `GODEBUG=gocachehash=1` prints: every text that goes into a hash. Actions run at the same time, so the lines of
//! several hashes alternate; each line has the name of its hash.

use std::collections::BTreeMap;

use super::hash_lines;
use super::unit::{Action, Kind, Side, Unit};
use crate::goquote::unquote;
use crate::hash::Hash as Sum;

/// One hash: what goes into it, and what comes out.
#[derive(Debug, Default)]
struct Hash {
    texts: Vec<String>,
    sum: Option<String>,
    /// The sum of the hash with this name before.
    last_sum: Option<String>,
    is_open: bool,
    /// Whether another hash with this name was begun before this one ended. Then nobody can say which line belongs to
    /// which.
    is_mixed: bool,
}

impl Hash {
    /// What is known of the action. The sum tells whether all texts are there.
    fn unit(self, action: &Action) -> Unit {
        let is_whole =
            !self.is_mixed && self.sum.as_deref().and_then(Sum::parse_hex) == Some(Sum::of(self.texts.concat()));
        let unit = if is_whole { hash_lines::unit(action, &self.texts) } else { Unit::default() };
        Unit { id: self.sum.filter(|_| !self.is_mixed), is_torn: !is_whole, ..unit }
    }
}

/// Whether a text has hashes of compiles or links.
pub fn is_dump(text: &str) -> bool {
    text.lines().any(|line| event(line).is_some_and(|(name, _)| action(name).is_some()))
}

/// Reads the hashes of compiles and links.
pub fn read(text: &str) -> Side {
    let mut hashes: BTreeMap<Action, Hash> = BTreeMap::new();
    let mut order = Vec::new();
    for (name, event) in text.lines().filter_map(event) {
        let Some(action) = action(name) else { continue };
        if !hashes.contains_key(&action) {
            order.push(action.clone());
        }
        let is_link = action.is_link();
        let hash = hashes.entry(action).or_default();
        match event {
            // Whether a program is up to date is asked with the hash of its link, which is made again for the link itself.
            Event::Begin => {
                let is_mixed = hash.is_mixed || hash.is_open;
                let last_sum = hash.sum.take();
                *hash = Hash { is_open: true, is_mixed, last_sum, ..Hash::default() };
            }
            Event::Text(text) => hash.texts.push(text),
            Event::Sum(sum) => {
                // With a profile each main package has a variant of its own of what it imports, under the same name.
                let is_other = hash.last_sum.as_deref().is_some_and(|last| last != sum);
                hash.is_mixed |= is_other && !is_link;
                (hash.sum, hash.is_open) = (Some(sum.to_owned()), false);
            }
        }
    }
    let mut side = Side::new(Kind::Hashes);
    for action in order {
        let Some(hash) = hashes.remove(&action) else { continue };
        let unit = hash.unit(&action);
        side.add(action, unit);
    }
    side
}

/// What a line tells of a hash.
enum Event<'a> {
    Begin,
    Text(String),
    Sum(&'a str),
}

/// `HASH[NAME]`, `HASH[NAME]: "TEXT"` or `HASH[NAME]: SUM`. What stands before it, such as the time, is passed over.
fn event(line: &str) -> Option<(&str, Event<'_>)> {
    let line = line.trim_end();
    let rest = &line[line.find("HASH[")? + "HASH[".len()..];
    let Some((name, value)) = rest.split_once("]: ") else {
        return Some((rest.strip_suffix(']')?, Event::Begin));
    };
    let is_sum = !value.is_empty() && value.bytes().all(|b| b.is_ascii_hexdigit());
    Some((name, if is_sum { Event::Sum(value) } else { Event::Text(unquote(value)?) }))
}

fn action(name: &str) -> Option<Action> {
    let compile = name.strip_prefix("build ").map(|package| Action::Compile(package.to_owned()));
    compile.or_else(|| name.strip_prefix("link ").map(|package| Action::Link(package.to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::why::input::Input;

    fn dump(name: &str, texts: &[&str]) -> Vec<String> {
        let mut lines = vec![format!("HASH[{name}]")];
        lines.extend(texts.iter().map(|text| format!("HASH[{name}]: {}", crate::goquote::quote(text))));
        lines.push(format!("HASH[{name}]: {}", Sum::of(texts.concat())));
        lines
    }

    fn compile(side: &Side, package: &str) -> Unit {
        side.units[&Action::Compile(package.into())].clone()
    }

    #[test]
    fn lines_of_two_hashes_may_alternate() {
        let (a, b) =
            (dump("build a", &["go1.23.9", "file a.go x1\n"]), dump("build b", &["go1.23.9", "import a y1\n"]));
        let mut lines = Vec::new();
        for (a, b) in a.iter().zip(&b) {
            lines.extend([format!("2026-11-29T10:00:00Z {a}"), format!("{b}\r")]);
        }
        lines.extend(["HASH[moduleIndex]".to_owned(), "HASH subkey aa \"x\" = bb".to_owned()]);
        let text = lines.join("\n");
        let side = read(&text);
        assert_eq!(compile(&side, "a").inputs[&Input::File("a.go".into())], "x1");
        assert_eq!(compile(&side, "b").imports["a"].as_deref(), Some("y1"));
        assert_eq!(side.order.len(), 2);
    }

    #[test]
    fn the_last_of_several_counts() {
        let twice = [dump("link a", &["go1.21.13"]), dump("link a", &["go1.23.9"])].concat().join("\n");
        let unit = &read(&twice).units[&Action::Link("a".into())];
        assert_eq!((unit.is_torn, unit.inputs[&Input::Release].as_str()), (false, "go1.23.9"));
    }

    #[test]
    fn two_variants_of_a_package_tell_nothing() {
        let same = [dump("build a", &["go1.23.9"]), dump("build a", &["go1.23.9"])].concat().join("\n");
        assert!(!compile(&read(&same), "a").is_torn);
        let variants =
            [dump("build a", &["go1.23.9"]), dump("build a", &["go1.23.9", "pgofile x\n"])].concat().join("\n");
        assert!(compile(&read(&variants), "a").is_torn);
    }

    #[test]
    fn a_text_that_is_not_whole_tells_nothing() {
        let lines = dump("build a", &["go1.23.9", "file a.go x1\n", "file b.go x2\n"]);
        let whole = compile(&read(&lines.join("\n")), "a");
        assert!(!whole.is_torn);
        for left_out in 1..lines.len() {
            let mut torn = lines.clone();
            torn.remove(left_out);
            let unit = compile(&read(&torn.join("\n")), "a");
            assert!(unit.is_torn && unit.inputs.is_empty(), "{left_out}");
        }
        let at_once = format!("{}\n{}", lines[0], lines.join("\n"));
        assert_eq!(compile(&read(&at_once), "a").id, None);
    }
}
