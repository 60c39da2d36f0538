//! A page of help in Chinese. Its texts are looked up by the English ones, of which there is no second copy to keep in
//! step: a text that was changed and not translated again makes a test fail.

use super::page::{Frame, Part, Row};
use super::words::{HEADINGS, TEXTS, VALUES};
use super::words_builds::BUILDS;

/// What a page adds to its parts.
pub const FRAME: Frame = Frame { usage: "用法：", default: ["[默认：", "]"], values: ["[可选值：", "]"] };

/// A part in Chinese. What has no translation stays as it is.
pub fn part(part: &Part) -> Part {
    let say = |text: &str| find(TEXTS, text).or_else(|| find(BUILDS, text)).unwrap_or(text).to_owned();
    match part {
        Part::Blank | Part::Code(_) => part.clone(),
        Part::Usage { first, command } => Part::Usage { first: *first, command: values(command) },
        Part::Heading(text) => Part::Heading(find(HEADINGS, text).unwrap_or(text).to_owned()),
        Part::Row(row) => Part::Row(Row {
            name: values(&row.name),
            text: say(&row.text),
            default: row.default.as_deref().map(say),
            values: row.values.clone(),
        }),
        Part::Text(text) => Part::Text(say(text)),
    }
}

fn find(table: &[(&'static str, &'static str)], english: &str) -> Option<&'static str> {
    table.iter().find(|(key, _)| *key == english).map(|(_, chinese)| *chinese)
}

/// Names of values stand in brackets: `[OPTIONS]`, `<FILE>`.
fn values(name: &str) -> String {
    let mut name = name.to_owned();
    for (english, chinese) in VALUES {
        for (open, close) in [('<', '>'), ('[', ']')] {
            name = name.replace(&format!("{open}{english}{close}"), &format!("{open}{chinese}{close}"));
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::{Command, CommandFactory};

    use super::super::super::Cli;
    use super::super::page::read;
    use super::*;

    /// The parts of the help of a command and of all commands below it.
    fn parts(command: &mut Command) -> Vec<Part> {
        let mut all = read(&command.render_help().to_string());
        for command in command.get_subcommands_mut() {
            all.extend(parts(command));
        }
        all
    }

    fn all_parts() -> Vec<Part> {
        let mut command = Cli::command().term_width(0);
        let help = command.try_get_matches_from_mut(["gostep", "help", "help"]).unwrap_err();
        command.build();
        [read(&help.render().to_string()), parts(&mut command)].concat()
    }

    #[test]
    fn every_word_of_help_has_its_chinese_and_every_chinese_is_of_use() {
        let mut texts = BTreeSet::new();
        let mut headings = BTreeSet::new();
        let mut names = BTreeSet::new();
        for part in all_parts() {
            match part {
                Part::Blank | Part::Code(_) => {}
                Part::Usage { command, .. } => drop(names.insert(command)),
                Part::Heading(text) => drop(headings.insert(text)),
                Part::Text(text) => drop(texts.insert(text)),
                Part::Row(Row { name, text, default, .. }) => {
                    names.insert(name);
                    texts.insert(text);
                    // One word is a value to type in.
                    texts.extend(default.filter(|default| default.contains(' ')));
                }
            }
        }
        let keys = |table: &[(&str, &str)]| table.iter().map(|(key, _)| (*key).to_owned()).collect::<BTreeSet<_>>();
        let table = [TEXTS, BUILDS].concat();
        assert_eq!(keys(&table).len(), table.len(), "one text is translated once");
        assert_eq!(texts.difference(&keys(&table)).collect::<Vec<_>>(), Vec::<&String>::new(), "not translated");
        assert_eq!(keys(&table).difference(&texts).collect::<Vec<_>>(), Vec::<&String>::new(), "for nothing");
        assert_eq!(headings, keys(HEADINGS));
        for (value, _) in VALUES {
            let is_used = |name: &String| values(name) != *name && name.contains(value);
            assert!(names.iter().any(is_used), "for nothing: {value}");
        }
        for name in names {
            let left = values(&name);
            let left = left.split(['<', '[']).skip(1).filter_map(|word| word.split(['>', ']']).next());
            let left: Vec<_> = left.filter(|word| word.len() > 1 && word.chars().all(char::is_uppercase)).collect();
            assert_eq!(left, Vec::<&str>::new(), "not translated in {name}");
        }
    }

    #[test]
    fn chinese_reads_as_chinese() {
        for (english, chinese) in TEXTS.iter().chain(BUILDS).chain(HEADINGS) {
            assert!(!chinese.contains("  "), "{chinese:?} would be read as two columns");
            let is_wide = |c: char| unicode_width::UnicodeWidthChar::width(c) == Some(2);
            assert!(chinese.contains(is_wide), "{english}");
        }
    }

    #[test]
    fn the_guide_lists_every_change_and_fault_in_the_same_words() {
        let guide = include_str!("../../../docs/whatif.zh.md");
        let documented: Vec<&str> = guide.lines().filter(|line| line.starts_with("| `")).collect();
        let mut command = Cli::command().term_width(0);
        let help = command.try_get_matches_from_mut(["gostep", "whatif", "--help"]).unwrap_err();
        let parts: Vec<Part> = read(&help.render().to_string()).iter().map(part).collect();
        let rows = parts.iter().skip_while(|part| **part != Part::Heading("改动：".to_owned()));
        let rows = rows.filter_map(|part| match part {
            Part::Row(row) => Some(format!("| `{}` | {} |", row.name.trim().replace('|', "\\|"), row.text)),
            _ => None,
        });
        assert_eq!(documented, rows.collect::<Vec<_>>());
    }
}
