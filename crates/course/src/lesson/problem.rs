//! What can be wrong with a lesson: always with a place, and with what to do.

use std::collections::HashMap;
use std::fmt;

use gostep_sim::said;
use gostep_sim::said::Said;
use serde::Serialize;

use crate::lesson::place::Place;
use crate::lesson::readable::is_unwanted;
use crate::words::Lang;
use crate::words::check::{CheckWords, SeverityWords};

/// One problem in a lesson file. They sort by file and place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Problem {
    /// The file, as the user named it.
    pub file: String,
    /// Line, from 1; 0 if it is about the whole file.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// How many characters of the line it is about.
    pub length: usize,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong.
    pub message: Said,
    /// What to do about it; may be empty.
    pub help: Said,
    /// The line in question.
    #[serde(skip)]
    pub source: SourceLine,
    /// What it lies in.
    #[serde(skip)]
    pub ground: Ground,
}

/// What a problem lies in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// In what is written, whatever is built.
    #[default]
    Text,
    /// In how it fits the build as it stands.
    Build,
}

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The lesson cannot be played.
    Error,
    /// The lesson can be played; somebody will stumble over this.
    Warning,
    /// An idea.
    Hint,
}

impl Severity {
    /// As it stands in messages.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Hint => "hint",
        }
    }

    /// Its words in a language.
    pub fn words(self, words: &CheckWords) -> &SeverityWords {
        match self {
            Self::Error => &words.error,
            Self::Warning => &words.warning,
            Self::Hint => &words.hint,
        }
    }
}

/// A line of a file, or the part of a long one that is worth showing.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourceLine {
    /// The text; control characters are replaced, so that columns count on and nothing steers a terminal.
    pub text: String,
    /// How many characters of the line are left out before it.
    pub cut: usize,
}

/// Characters of a line that are kept before and after a problem.
const KEPT: usize = 200;

impl SourceLine {
    fn around(line: &str, column: usize) -> Self {
        let cut = column.saturating_sub(KEPT + 1);
        let shown = |c: char| if is_unwanted(c) || c == '\t' { '\u{fffd}' } else { c };
        Self { text: line.chars().skip(cut).take(2 * KEPT).map(shown).collect(), cut }
    }
}

impl Problem {
    /// A problem of a whole file.
    pub fn of_file(file: &str, severity: Severity, message: impl Into<Said>, help: impl Into<Said>) -> Self {
        Self {
            // The name of a file can hold what steers a terminal.
            file: file.chars().filter(|&c| !is_unwanted(c)).collect(),
            line: 0,
            column: 0,
            length: 0,
            severity,
            message: message.into(),
            help: help.into(),
            source: SourceLine::default(),
            ground: Ground::Text,
        }
    }
}

impl Problem {
    /// The place, what is wrong and what to do, as one sentence.
    pub fn said(&self) -> Said {
        let place = match self.line {
            0 => self.file.clone(),
            line => format!("{}:{line}:{}", self.file, self.column),
        };
        let (message, help) = (&self.message, &self.help);
        if help.is_empty() {
            said!("{place}: {message}", place, message)
        } else {
            said!("{place}: {message}; {help}", place, message, help)
        }
    }

    /// The same problem, whose sentences are in a language, for those who write it as data.
    #[must_use]
    pub fn told_in(&self, lang: Lang) -> Self {
        let told = |said: &Said| Said::told(lang.says(said));
        Self { message: told(&self.message), help: told(&self.help), ..self.clone() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.said().fmt(f)
    }
}

/// What ends the reading of a file: where, what, and what to do.
pub type Refusal = (Place, Said, Said);

/// Collects the problems of one file.
#[derive(Debug)]
pub struct ProblemReport<'a> {
    file: &'a str,
    text: &'a str,
    /// What was found so far.
    pub problems: Vec<Problem>,
}

/// More problems of one file are not even noted.
const MOST_NOTED: usize = 1000;
/// Who made more mistakes wants to mend the first ones first.
const MOST_SAID: usize = 200;
/// Who made one mistake so often knows it by then.
const MOST_OF_A_KIND: usize = 4;

/// Leaves out what nobody would read: the same mistake again and again, and more than a day's work. Says how much that
/// is. The problems are in order.
pub fn shorten(problems: &mut Vec<Problem>) {
    let mut seen: HashMap<(String, Said), (usize, usize)> = HashMap::new();
    let mut kept: Vec<Problem> = Vec::new();
    let mut unsaid = 0_usize;
    for problem in problems.drain(..) {
        let (count, last) = seen.entry((problem.file.clone(), problem.message.clone())).or_default();
        *count += 1;
        if *count > MOST_OF_A_KIND {
            continue;
        }
        if kept.len() == MOST_SAID {
            unsaid += 1;
            continue;
        }
        *last = kept.len();
        kept.push(problem);
    }
    for (count, last) in seen.into_values() {
        if let Some(problem) = kept.get_mut(last).filter(|_| count > MOST_OF_A_KIND) {
            let places = count - MOST_OF_A_KIND;
            let message = &problem.message;
            problem.message = match places {
                1 => said!("{message} (and in 1 place more)", message),
                _ => said!("{message} (and in {places} places more)", message, places),
            };
        }
    }
    if unsaid > 0
        && let Some(last) = kept.last()
    {
        let message = said!("{unsaid} problems more are not listed", unsaid);
        kept.push(Problem::of_file(&last.file, last.severity, message, said!("mend these first")));
    }
    *problems = kept;
}

impl<'a> ProblemReport<'a> {
    /// For a file with this text.
    pub fn new(file: &'a str, text: &'a str) -> Self {
        Self { file, text, problems: Vec::new() }
    }

    /// An empty report for the same file.
    #[must_use]
    pub fn another(&self) -> Self {
        Self::new(self.file, self.text)
    }

    /// Notes a problem that keeps the lesson from being played.
    pub fn add(&mut self, place: Place, message: impl Into<Said>, help: impl Into<Said>) {
        self.add_on(Ground::Text, place, message, help);
    }

    /// Notes that what is written does not fit the build as it stands, which keeps the lesson from being played, too.
    pub fn misfit(&mut self, place: Place, message: impl Into<Said>, help: impl Into<Said>) {
        self.add_on(Ground::Build, place, message, help);
    }

    /// Notes a problem that lies in one of these.
    pub fn add_on(&mut self, ground: Ground, place: Place, message: impl Into<Said>, help: impl Into<Said>) {
        self.note(Severity::Error, ground, place, message.into(), help.into());
    }

    /// Notes something that is worth mending.
    pub fn warn(&mut self, place: Place, message: impl Into<Said>, help: impl Into<Said>) {
        self.note(Severity::Warning, Ground::Text, place, message.into(), help.into());
    }

    /// Notes an idea.
    pub fn hint(&mut self, place: Place, message: impl Into<Said>, help: impl Into<Said>) {
        self.note(Severity::Hint, Ground::Text, place, message.into(), help.into());
    }

    fn note(&mut self, severity: Severity, ground: Ground, place: Place, message: Said, help: Said) {
        if self.problems.len() >= MOST_NOTED {
            return;
        }
        let place = self.within(place);
        let line = self.text.lines().nth(place.line.wrapping_sub(1)).unwrap_or_default();
        // Names that a file gives can break a line, too.
        let on_a_line = |text: &str| text.chars().map(|c| if is_unwanted(c) || c == '\n' { ' ' } else { c }).collect();
        self.problems.push(Problem {
            file: self.file.to_owned(),
            line: place.line,
            column: place.column,
            length: place.length.max(1),
            severity,
            message: message.with_texts(&on_a_line),
            help: help.with_texts(&on_a_line),
            source: SourceLine::around(line, place.column),
            ground,
        });
    }

    /// A place in the file, or its end for one that lies behind it.
    fn within(&self, place: Place) -> Place {
        let count = self.text.lines().count();
        if place.line <= count || count == 0 {
            return place;
        }
        let (number, last) = self
            .text
            .lines()
            .zip(1..)
            .filter(|(line, _)| !line.trim().is_empty())
            .last()
            .map_or((count, ""), |(line, number)| (number, line));
        Place::at(number, last.chars().count() + 1)
    }

    /// Whether nothing is wrong so far.
    pub fn is_clean(&self) -> bool {
        self.problems.is_empty()
    }
}
