//! Sentences that stand in the code are said in every language.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use gostep_course::words::{Lang, words};
use proc_macro2::{TokenStream, TokenTree};

use crate::support::assert_snapshot;
use crate::support::run::Test;

/// The English texts of all `said!` in a stream, at any depth.
fn sentences(tokens: TokenStream, found: &mut BTreeSet<String>) {
    let mut before = [String::new(), String::new()];
    for token in tokens {
        if let TokenTree::Group(group) = &token {
            if before == ["said", "!"]
                && let Some(TokenTree::Literal(first)) = group.stream().into_iter().next()
            {
                found.insert(syn::parse_str::<syn::LitStr>(&first.to_string()).unwrap().value());
            }
            sentences(group.stream(), found);
        }
        before = [std::mem::take(&mut before[1]), token.to_string()];
    }
}

/// The English sentences of the source.
fn of_the_source() -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders: Vec<_> = ["src", "crates/sim/src", "crates/course/src", "crates/page/src", "crates/view/src"]
        .into_iter()
        .map(|folder| root.join(folder))
        .collect();
    let mut found = BTreeSet::new();
    while let Some(folder) = folders.pop() {
        for entry in folder.read_dir().unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") && !path.ends_with("sim/src/said.rs") {
                sentences(std::fs::read_to_string(&path).unwrap().parse().unwrap(), &mut found);
            }
        }
    }
    found
}

/// The gaps of a sentence by what stands in them, and how often: `{}` counts, as if numbered.
fn gaps(sentence: &str) -> BTreeSet<String> {
    let mut in_order = 0..;
    let plain = sentence.replace("{{", "").replace("}}", "");
    let inside = plain.split('{').skip(1).filter_map(|rest| rest.split('}').next());
    inside
        .map(|gap| gap.trim_end_matches(":?"))
        .map(|gap| if gap.is_empty() { in_order.next().unwrap().to_string() } else { gap.to_owned() })
        .collect()
}

#[test]
fn every_sentence_is_there_in_every_language_with_the_same_gaps() {
    // What has no letters outside of its gaps and no colon is the same in every language.
    let is_said = |text: &String| {
        let plain = text.replace("{{", "").replace("}}", "");
        let outside: String = plain.split('{').map(|part| part.rsplit('}').next().unwrap_or_default()).collect();
        outside.contains(char::is_alphabetic) || outside.contains(": ")
    };
    let english: BTreeSet<String> = of_the_source().into_iter().filter(is_said).collect();
    assert!(english.len() > 200, "the source has more sentences than {}", english.len());
    for lang in Lang::ALL.into_iter().filter(|lang| *lang != Lang::default()) {
        let tables = words(lang).said.sentences;
        let all = || tables.iter().copied().flatten();
        let translated: BTreeMap<String, &str> = all().map(|(key, own)| ((*key).to_owned(), *own)).collect();
        let keys: BTreeSet<String> = translated.keys().cloned().collect();
        assert_eq!(keys.len(), all().count(), "one sentence is translated once");
        let missing: Vec<_> = english.difference(&keys).map(|text| format!("    ({text:?}, \"\"),\n")).collect();
        assert!(missing.is_empty(), "not translated:\n{}", missing.concat());
        assert_eq!(keys.difference(&english).collect::<Vec<_>>(), Vec::<&String>::new(), "for nothing");
        for (english, own) in &translated {
            assert_eq!(gaps(english), gaps(own), "{english}");
        }
    }
}

/// Commands that end with an error.
const REFUSED: [&[&str]; 12] = [
    &["build", "nope"],
    &["build", "--list", "nowhere.json"],
    &["build", "--list", "list.json"],
    &["build", "--fault", "no-symabi"],
    &["build", "--fault", "wrong-pack=fmt"],
    &["build", "-gcflags=-nope"],
    &["play", "oder"],
    &["verify", "list.json"],
    &["whatif", "body=fmt.Printn"],
    &["whatif", "dir=here"],
    &["lesson", "new", "Foo"],
    &["glossary", "no-such-term"],
];

#[test]
fn errors_are_said_in_chinese() {
    let mut told = String::new();
    for arguments in REFUSED {
        let test = Test::new().file("list.json", "{\"ImportPath\": \"a\", \"Standard\": 1}");
        let said = test.args(arguments.iter().copied()).args(["--lang", "zh"]).refuses();
        told.push_str(&format!("$ gostep {}\n{said}\n", arguments.join(" ")));
    }
    assert_snapshot("said_errors_in_chinese", &told);
}

/// A lesson with one mistake of each kind that authors make often.
const WRONG: &str = "\
gostep_lesson: 1
id: Wrong
title: What is said
summary: Mistakes
steps:
  - id: one
    to: { package: fmd, state: done }
    say: It is {{ pakages }} and {{ 7 / 2 }}.
    show:
      - commands: new
      - file: { package: fmt, name: importcf }
  - id: one
    expect: [count(packages)]
    ask:
      kind: choice
      question: Which one?
      options:
        - text: this
  - id: three
";

#[test]
fn problems_of_lessons_are_said_in_chinese() {
    let test = Test::new().file("wrong.yaml", WRONG);
    let outcome = test.args(["lesson", "check", "wrong.yaml", "--lang", "zh"]).outcome();
    assert_snapshot("said_problems_in_chinese", &outcome.stdout);
}
