//! Tests that every text of help is translated.

use std::collections::BTreeSet;

use clap::{Command, CommandFactory};

use super::super::Cli;
use super::page::{Part, Row, of};
use gostep_course::words::help::{HelpWords, Table};
use gostep_course::words::{Lang, of_commands};

/// The words of all languages except English, in which the command line is described.
fn translations() -> impl Iterator<Item = &'static HelpWords> {
    Lang::ALL.into_iter().filter(|lang| *lang != Lang::default()).map(|lang| &of_commands(lang).help)
}

/// The parts of the help of a command and of all its subcommands.
fn parts(command: &Command) -> Vec<Part> {
    let below = command.get_subcommands().flat_map(parts);
    of(command).into_iter().chain(below).collect()
}

/// The complete command line, with the subcommand `help` that clap adds.
fn command_line() -> Command {
    let mut command = Cli::command().term_width(0);
    let _ = command.try_get_matches_from_mut(["gostep", "help", "help"]);
    command.build();
    command
}

#[test]
fn every_word_of_help_has_its_translation_and_every_translation_is_of_use() {
    let (mut texts, mut headings, mut names) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for part in parts(&command_line()) {
        match part {
            Part::Blank | Part::Code(_) => {}
            Part::Usage(ways) => names.extend(ways),
            Part::Heading(text) => drop(headings.insert(text)),
            Part::Text(text) => drop(texts.insert(text)),
            Part::Row(Row { name, text, default, .. }) => {
                names.insert(name);
                texts.insert(text);
                // A default without blanks is a value, which is not translated.
                texts.extend(default.filter(|default| default.contains(' ')));
            }
        }
    }
    let keys = |table: Table| table.iter().map(|(key, _)| (*key).to_owned()).collect::<BTreeSet<_>>();
    for words in translations() {
        let table = words.texts.concat();
        let translated: BTreeSet<String> = table.iter().map(|(key, _)| (*key).to_owned()).collect();
        assert_eq!(translated.len(), table.len(), "one text is translated once");
        assert_eq!(texts.difference(&translated).collect::<Vec<_>>(), Vec::<&String>::new(), "not translated");
        assert_eq!(translated.difference(&texts).collect::<Vec<_>>(), Vec::<&String>::new(), "for nothing");
        assert_eq!(headings, keys(words.headings));
        for (value, _) in words.value_names {
            let is_used = |name: &String| words.name(name) != *name && name.contains(value);
            assert!(names.iter().any(is_used), "for nothing: {value}");
        }
        for name in &names {
            let left = words.name(name);
            let left = left.split(['<', '[']).skip(1).filter_map(|word| word.split(['>', ']']).next());
            let left: Vec<_> = left.filter(|word| word.len() > 1 && word.chars().all(char::is_uppercase)).collect();
            assert_eq!(left, Vec::<&str>::new(), "not translated in {name}");
        }
    }
}

#[test]
fn chinese_reads_as_chinese() {
    let words = &of_commands(Lang::Zh).help;
    for (english, chinese) in words.texts.iter().copied().flatten().chain(words.headings) {
        let is_wide = |c: char| unicode_width::UnicodeWidthChar::width(c) == Some(2);
        assert!(chinese.contains(is_wide), "{english}");
    }
}

#[test]
fn the_guide_lists_every_change_and_fault_in_the_same_words() {
    let guide = include_str!("../../../docs/whatif.zh.md");
    let documented: Vec<&str> = guide.lines().filter(|line| line.starts_with("| `")).collect();
    let command = command_line();
    let whatif = command.find_subcommand("whatif").expect("a command");
    let parts: Vec<Part> = of(whatif).iter().map(|part| part.translated(&of_commands(Lang::Zh).help)).collect();
    let rows = parts.iter().skip_while(|part| **part != Part::Heading("改动：".to_owned()));
    let rows = rows.take_while(|part| **part != Part::Heading("参数：".to_owned()));
    let rows = rows.filter_map(|part| match part {
        Part::Row(row) => Some(format!("| `{}` | {} |", row.name.trim().replace('|', "\\|"), row.text)),
        _ => None,
    });
    assert_eq!(documented, rows.collect::<Vec<_>>());
}
