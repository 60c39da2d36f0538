//! A page of help: what it has to say of a command, in English, before it is translated and laid out.

use clap::{Arg, Command};
use gostep_course::words::help::HelpWords;

/// A line before it is broken to a width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Nothing.
    Blank,
    /// The ways to write the command.
    Usage(Vec<String>),
    /// What the rows below it are.
    Heading(String),
    /// A name and what it means.
    Row(Row),
    /// Something to type in, kept as it is.
    Code(String),
    /// A paragraph.
    Text(String),
}

/// A name and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The name, with the blanks before it.
    pub name: String,
    /// The meaning, without what follows in brackets.
    pub text: String,
    /// What holds if nothing is said.
    pub default: Option<String>,
    /// What can be said.
    pub values: Option<String>,
}

/// The way to write a command comes behind this in the texts of clap.
const USAGE: &str = "Usage: ";

/// The page of a command that was built.
pub fn of(command: &Command) -> Vec<Part> {
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    let mut parts: Vec<Part> = about.lines().map(|line| Part::Text(line.to_owned())).collect();
    parts.extend([Part::Blank, Part::Usage(usage(command))]);
    let (positional, options): (Vec<&Arg>, Vec<&Arg>) = command.get_arguments().partition(|arg| arg.is_positional());
    section(&mut parts, "Commands:", command.get_subcommands().map(subcommand).collect());
    section(&mut parts, "Arguments:", positional.into_iter().map(argument).collect());
    section(&mut parts, "Options:", options.into_iter().map(argument).collect());
    if let Some(behind) = command.get_after_help() {
        parts.push(Part::Blank);
        parts.extend(read(&behind.to_string()));
    }
    parts
}

/// The ways to write a command.
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
        // Below the long names of the others.
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

/// A value as somebody types it.
fn quoted(value: &str) -> String {
    if value.is_empty() || value.contains(char::is_whitespace) { format!("{value:?}") } else { value.to_owned() }
}

/// Reads what stands behind the options.
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

/// A line with two columns.
fn row(line: &str) -> Option<Row> {
    let begin = line.find(|c| c != ' ').filter(|&begin| begin > 0)?;
    let (name, text) = line[begin..].split_once("  ")?;
    let (text, default) = without_default(text.trim_start());
    Some(Row { name: format!("{}{name}", &line[..begin]), text: text.to_owned(), default, values: None })
}

/// Cuts off a `[default: …]` that was written at the end of a text.
fn without_default(text: &str) -> (&str, Option<String>) {
    match text.strip_suffix(']').and_then(|text| text.rsplit_once("[default: ")) {
        Some((text, default)) => (text.trim_end(), Some(default.to_owned())),
        None => (text, None),
    }
}

impl Part {
    /// The part in the words of a language.
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
