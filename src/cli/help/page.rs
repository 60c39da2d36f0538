//! The parts of a page of help in English, before translation and layout.

use clap::{Arg, Command};
use gostep_course::words::help::HelpWords;

/// One part of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// An empty line.
    Blank,
    /// The usage lines of the command.
    Usage(Vec<String>),
    /// The heading of the rows below it.
    Heading(String),
    /// A name with its explanation.
    Row(Row),
    /// A command line or a file, kept as it is.
    Code(String),
    /// A paragraph.
    Text(String),
}

/// A name with its explanation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The name, with the blanks before it.
    pub name: String,
    /// The explanation, without default and values.
    pub text: String,
    /// The default value, if there is one.
    pub default: Option<String>,
    /// The possible values, if they are listed.
    pub values: Option<String>,
}

/// Clap puts this before the usage of a command.
const USAGE: &str = "Usage: ";

/// What the commands of gostep are for.
const GROUPS: [(&str, &[&str]); 4] = [
    ("To learn:", &["play", "list", "practice", "progress", "glossary", "serve"]),
    ("To teach:", &["present", "notes", "export", "lesson", "facts"]),
    ("To simulate:", &["build", "whatif", "workers", "run"]),
    ("To understand real builds:", &["explain", "verify", "why", "import"]),
];

/// The page of a command on which `build` was called.
pub fn of(command: &Command) -> Vec<Part> {
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    let mut parts: Vec<Part> = about.lines().map(|line| Part::Text(line.to_owned())).collect();
    parts.extend([Part::Blank, Part::Usage(usage(command))]);
    if let Some(before) = command.get_before_help() {
        parts.push(Part::Blank);
        parts.extend(read(&before.to_string()));
    }
    let (positional, options): (Vec<&Arg>, Vec<&Arg>) = command.get_arguments().partition(|arg| arg.is_positional());
    let groups: &[(&str, &[&str])] = if command.get_name() == "gostep" { &GROUPS } else { &[] };
    for (heading, names) in groups {
        let grouped = command.get_subcommands().filter(|command| names.contains(&command.get_name()));
        section(&mut parts, heading, grouped.map(subcommand).collect());
    }
    let is_grouped = |command: &&Command| groups.iter().any(|(_, names)| names.contains(&command.get_name()));
    let others = command.get_subcommands().filter(|command| !is_grouped(command));
    section(
        &mut parts,
        if groups.is_empty() { "Commands:" } else { "Other commands:" },
        others.map(subcommand).collect(),
    );
    section(&mut parts, "Arguments:", positional.into_iter().map(argument).collect());
    section(&mut parts, "Options:", options.into_iter().map(argument).collect());
    if let Some(behind) = command.get_after_help() {
        parts.push(Part::Blank);
        parts.extend(read(&behind.to_string()));
    }
    parts
}

/// The usage lines of a command.
pub fn usage(command: &Command) -> Vec<String> {
    let usage = command.clone().render_usage().to_string();
    usage.lines().map(|line| line.strip_prefix(USAGE).unwrap_or(line).trim().to_owned()).collect()
}

fn section(parts: &mut Vec<Part>, heading: &str, rows: Vec<Row>) {
    if !rows.is_empty() {
        parts.extend([Part::Blank, Part::Heading(heading.to_owned())]);
        parts.extend(rows.into_iter().map(Part::Row));
    }
}

fn subcommand(command: &Command) -> Row {
    let text = command.get_about().map(ToString::to_string).unwrap_or_default();
    Row { name: format!("  {}", command.get_name()), text, default: None, values: None }
}

fn argument(arg: &Arg) -> Row {
    let name = match (arg.get_short(), arg.get_long()) {
        (Some(short), Some(_)) => format!("  -{short}, {arg}"),
        // Aligned with the long names of options that also have a short one.
        (None, Some(_)) => format!("      {arg}"),
        (_, None) => format!("  {arg}"),
    };
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let (text, default) = without_default(&help);
    let fixed = arg.get_default_values().iter().filter(|_| arg.get_action().takes_values());
    let fixed: Vec<String> = fixed.map(|value| quoted(&value.to_string_lossy())).collect();
    let values: Vec<String> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    Row {
        name,
        text: text.to_owned(),
        default: default.or_else(|| (!fixed.is_empty()).then(|| fixed.join(" "))),
        values: (!values.is_empty()).then(|| values.join(", ")),
    }
}

/// A value as it is typed, quoted if necessary.
fn quoted(value: &str) -> String {
    if value.is_empty() || value.contains(char::is_whitespace) { format!("{value:?}") } else { value.to_owned() }
}

/// Parses the text that follows the options.
fn read(text: &str) -> Vec<Part> {
    let lines: Vec<&str> = text.trim_end().lines().collect();
    let part = |(at, line): (usize, &&str)| match row(line) {
        _ if line.trim().is_empty() => Part::Blank,
        Some(row) => Part::Row(row),
        None if line.starts_with(' ') => Part::Code((*line).to_owned()),
        None if line.ends_with(':') && lines.get(at + 1).is_some_and(|next| row(next).is_some()) => {
            Part::Heading((*line).to_owned())
        }
        None => Part::Text((*line).to_owned()),
    };
    lines.iter().enumerate().map(part).collect()
}

/// Parses a line of two columns.
fn row(line: &str) -> Option<Row> {
    let begin = line.find(|c| c != ' ').filter(|&begin| begin > 0)?;
    let (name, text) = line[begin..].split_once("  ")?;
    let (text, default) = without_default(text.trim_start());
    Some(Row { name: format!("{}{name}", &line[..begin]), text: text.to_owned(), default, values: None })
}

/// Separates a `[default: …]` at the end from the text before it.
fn without_default(text: &str) -> (&str, Option<String>) {
    match text.strip_suffix(']').and_then(|text| text.rsplit_once("[default: ")) {
        Some((text, default)) => (text.trim_end(), Some(default.to_owned())),
        None => (text, None),
    }
}

impl Part {
    /// The part, translated.
    pub fn translated(&self, words: &HelpWords) -> Self {
        match self {
            Self::Blank | Self::Code(_) => self.clone(),
            Self::Usage(ways) => Self::Usage(ways.iter().map(|way| words.name(way)).collect()),
            Self::Heading(text) => Self::Heading(words.heading(text).to_owned()),
            Self::Row(row) => Self::Row(Row {
                name: words.name(&row.name),
                text: words.text(&row.text).to_owned(),
                default: row.default.as_deref().map(|text| words.text(text).to_owned()),
                values: row.values.clone(),
            }),
            Self::Text(text) => Self::Text(words.text(text).to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_behind_the_options_is_read_line_by_line() {
        let row = |name: &str, text: &str, default: Option<&str>| {
            let default = default.map(str::to_owned);
            Part::Row(Row { name: name.to_owned(), text: text.to_owned(), default, values: None })
        };
        let expected = [
            Part::Heading("Changes:".to_owned()),
            row("  touch=FILE", "Write a file", None),
            row("  then", "Build [default: all [of them]", Some("once")),
            Part::Blank,
            Part::Text("To begin:".to_owned()),
            Part::Blank,
            Part::Code("  gostep play x".to_owned()),
        ];
        let text = "Changes:\n  touch=FILE  Write a file\n  then        Build [default: all [of them] [default: once]\n\n\
                    To begin:\n\n  gostep play x";
        assert_eq!(read(text), expected);
    }
}
