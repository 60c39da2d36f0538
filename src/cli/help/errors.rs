//! What clap says of a command line that it cannot read, in another language than clap's: read from the kind and the
//! context of its error.

use std::error::Error as _;
use std::num::ParseIntError;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use gostep_course::words::arguments::ArgumentWords;
use gostep_course::words::{CommandWords, Lang, of_commands};
use gostep_sim::gobuild::FaultError;
use gostep_sim::said::Said;

/// Before lines that belong to the one above.
const TAB: &str = "  ";

/// The whole message.
pub fn text(error: &Error, said: &ArgumentWords, lang: Lang) -> String {
    let told = Told { error, said, words: of_commands(lang), lang };
    let mut text = said.error.with([&told.problem()]);
    let tips = told.tips();
    if !tips.is_empty() {
        text.push('\n');
    }
    for tip in tips {
        text.push_str(&format!("\n{TAB}{}", said.tip.with([&tip])));
    }
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        text.push_str(&format!("\n\n{}", told.usage(&usage.to_string())));
    }
    text.push_str(&format!("\n\n{}\n", said.more.with([&"--help"])));
    text
}

struct Told<'a> {
    error: &'a Error,
    said: &'a ArgumentWords,
    words: &'a CommandWords,
    lang: Lang,
}

impl Told<'_> {
    fn problem(&self) -> String {
        let said = self.said;
        let argument = self.name(ContextKind::InvalidArg);
        let value = self.one(ContextKind::InvalidValue);
        match self.error.kind() {
            ErrorKind::ArgumentConflict => self.conflict(),
            ErrorKind::NoEquals => said.no_equals.with([&argument]),
            ErrorKind::InvalidValue if value.is_empty() => self.with_values(said.no_value.with([&argument])),
            ErrorKind::InvalidValue => self.with_values(said.wrong_value.with([&value, &argument])),
            ErrorKind::ValueValidation => match self.why() {
                Some(why) => said.wrong_value_because.with([&value, &argument, &why]),
                None => said.wrong_value.with([&value, &argument]),
            },
            ErrorKind::InvalidSubcommand => said.unknown_command.with([&self.one(ContextKind::InvalidSubcommand)]),
            ErrorKind::MissingSubcommand => {
                let commands = self.all(ContextKind::ValidSubcommand).join(said.comma);
                let problem = said.no_command.with([&self.one(ContextKind::InvalidSubcommand)]);
                format!("{problem}\n{TAB}{}", said.commands.with([&commands]))
            }
            ErrorKind::MissingRequiredArgument => {
                let names = self.all(ContextKind::InvalidArg);
                let names = names.iter().map(|name| format!("\n{TAB}{}", self.words.help.name(name)));
                names.fold(said.missing.to_owned(), |text, name| text + &name)
            }
            ErrorKind::TooManyValues => said.too_many.with([&value, &argument]),
            ErrorKind::TooFewValues => self.counted(&argument, ContextKind::MinValues),
            ErrorKind::WrongNumberOfValues => self.counted(&argument, ContextKind::ExpectedNumValues),
            ErrorKind::UnknownArgument => said.unknown.with([&argument]),
            ErrorKind::InvalidUtf8 => said.no_text.to_owned(),
            // Help and the version are no errors. A kind that a later clap may have is said in its words.
            _ => self.error.to_string(),
        }
    }

    fn conflict(&self) -> String {
        let said = self.said;
        let argument = self.name(ContextKind::InvalidArg);
        let others = match self.error.get(ContextKind::PriorArg) {
            Some(ContextValue::Strings(_) | ContextValue::String(_)) => {
                let names = self.all(ContextKind::PriorArg);
                names
                    .iter()
                    .map(|name| format!("“{}”", self.words.help.name(name)))
                    .collect::<Vec<_>>()
                    .join(said.comma)
            }
            _ => said.others.to_owned(),
        };
        match self.error.get(ContextKind::InvalidSubcommand) {
            Some(ContextValue::String(command)) => said.command_conflict.with([command, &others]),
            _ if self.error.get(ContextKind::InvalidArg) == self.error.get(ContextKind::PriorArg) => {
                said.twice.with([&argument])
            }
            _ => said.conflict.with([&argument, &others]),
        }
    }

    fn counted(&self, argument: &str, wanted: ContextKind) -> String {
        let number = |kind| match self.error.get(kind) {
            Some(ContextValue::Number(number)) => number.to_string(),
            _ => String::new(),
        };
        self.said.wrong_count.with([&argument, &number(wanted), &number(ContextKind::ActualNumValues)])
    }

    fn with_values(&self, problem: String) -> String {
        let values: Vec<String> = self.all(ContextKind::ValidValue);
        if values.is_empty() {
            return problem;
        }
        format!("{problem}\n{TAB}{}", self.words.help.values.with([&values.join(", ")]))
    }

    /// Why a value is refused, by the error of whatever reads it.
    fn why(&self) -> Option<String> {
        let source = self.error.source()?;
        if source.is::<ParseIntError>() {
            return Some(self.said.no_number.to_owned());
        }
        if let Some(error) = source.downcast_ref::<FaultError>() {
            return Some(self.lang.says(&error.said()));
        }
        if let Some(said) = source.downcast_ref::<Said>() {
            return Some(self.lang.says(said));
        }
        let text = source.to_string();
        Some(match text.split_once(" is not in ") {
            Some((number, range)) => self.said.outside.with([&number, &range]),
            None => text,
        })
    }

    fn tips(&self) -> Vec<String> {
        let said = self.said;
        let similar = [
            (ContextKind::SuggestedSubcommand, said.similar_command),
            (ContextKind::SuggestedArg, said.similar_argument),
            (ContextKind::SuggestedValue, said.similar_value),
        ];
        let similar = similar.into_iter().filter_map(|(kind, sentence)| {
            let names: Vec<String> = self.all(kind).iter().map(|name| format!("“{name}”")).collect();
            (!names.is_empty()).then(|| sentence.with([&names.join(said.comma)]))
        });
        let others = match self.error.get(ContextKind::Suggested) {
            Some(ContextValue::StyledStrs(tips)) => tips.iter().map(|tip| self.tip(&tip.to_string())).collect(),
            _ => Vec::new(),
        };
        similar.chain(others).collect()
    }

    /// A tip that clap has only as a sentence. What is quoted in it tells it.
    fn tip(&self, tip: &str) -> String {
        let quoted: Vec<&str> = tip.split('\'').skip(1).step_by(2).collect();
        match quoted.as_slice() {
            [value, written] if tip.starts_with("to pass ") => self.said.as_value.with([value, written]),
            [command, _] if tip.starts_with("subcommand ") => self.said.without_dashes.with([command]),
            [way] => self.said.elsewhere.with([way]),
            _ => tip.to_owned(),
        }
    }

    fn usage(&self, usage: &str) -> String {
        let help = &self.words.help;
        let mut lines = usage.lines().map(|line| help.name(line.trim_start().trim_start_matches("Usage: ")));
        let first = lines.next().unwrap_or_default();
        let indent = " ".repeat(textwrap::core::display_width(help.usage));
        lines.fold(format!("{}{first}", help.usage), |text, line| format!("{text}\n{indent}{line}"))
    }

    /// An argument as it is written, with the names of its values in the reader's language.
    fn name(&self, kind: ContextKind) -> String {
        self.words.help.name(&self.one(kind))
    }

    fn one(&self, kind: ContextKind) -> String {
        self.all(kind).into_iter().next().unwrap_or_default()
    }

    fn all(&self, kind: ContextKind) -> Vec<String> {
        match self.error.get(kind) {
            Some(ContextValue::String(text)) => vec![text.clone()],
            Some(ContextValue::Strings(texts)) => texts.clone(),
            _ => Vec::new(),
        }
    }
}
