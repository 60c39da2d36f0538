//! What to say of a file that is no YAML: the parser knows where it got lost, which is often behind the mistake.

mod brackets;
mod complaint;
mod indentation;
mod quotes;
mod signs;
mod source;
mod structure;

pub use signs::odd_sign;

use crate::lesson::place::Place;
use crate::lesson::problem::Refusal;
use crate::lesson::schema;
use complaint::Complaint;
use gostep_sim::said;
use gostep_sim::said::Said;
use source::{QUOTE_IT, Source, indent, pair, say};

/// What the parser found wrong at a place, as a person would say it, and where that person would point.
pub fn explain(text: &str, at: Place, words: &str) -> Refusal {
    let file = Source { lines: text.lines().collect(), at, names: schema::all_names() };
    let found = file.merge_conflict().or_else(|| file.signs()).or_else(|| file.explained(Complaint::of(words)));
    found.unwrap_or_else(|| (at, said!("this is not YAML"), LOOK_HERE))
}

const BELOW: Said = said!("begin the text in the next line, indented further than its name");
const LOOK_HERE: Said = said!("look at the indentation, the quotes and the brackets here and in the line before");

impl Source<'_> {
    /// What the parser complains of, as a person would say it.
    fn explained(&self, complaint: Complaint) -> Option<Refusal> {
        let odd_line = || self.first_odd_line();
        match complaint {
            Complaint::Character => odd_line().or_else(|| self.first_character()),
            Complaint::Escape => self.escape(),
            Complaint::BehindQuote => self.behind_quote(),
            Complaint::OpenQuote => self.open_quote(),
            Complaint::BlockHead => say(self.at, said!("text in the line of the | or >"), BELOW),
            Complaint::BlockIndentation => {
                let message = said!(
                    "a line of text that is indented less than the first one, or than a number behind the | asks"
                );
                say(self.whole_line(self.at.line), message, said!("begin all lines of the text in the same column"))
            }
            Complaint::Block => say(self.at, said!("a | or > with something behind it"), BELOW),
            Complaint::TooDeep => {
                say(self.at, said!("more than 16 levels of nesting"), said!("a lesson needs five or six"))
            }
            Complaint::SecondColon => odd_line().or_else(|| self.second_colon()),
            Complaint::NoPair => odd_line().or_else(|| self.no_pair()),
            Complaint::DashInBrackets => self.dash_in_brackets(),
            Complaint::Brackets => self.brackets(),
            Complaint::ListInLine => {
                let help = said!("begin the list in the next line; a text that begins with - stands in quotes");
                say(self.at, said!("a list in the line of its name"), help)
            }
            Complaint::FirstLine => self.first_line_indented(),
            Complaint::Indentation => self.behind_bracket().or_else(odd_line).or_else(|| self.indentation()),
            Complaint::NoBlank => odd_line()
                .or_else(|| say(self.at, said!("a blank is missing here"), said!("write a blank behind : and -"))),
            Complaint::Remark => say(
                self.at,
                said!("a comment inside a text"),
                said!("write the text below its name, behind a | and indented"),
            ),
            Complaint::QuestionMark => say(
                self.at,
                said!("a ? where a name or a value is wanted"),
                said!("put a text that begins with ? in quotes"),
            ),
            Complaint::NoValue => {
                let is_at_end = (self.at.line..=self.lines.len())
                    .all(|line| line == self.at.line && self.char_at(self.at).is_none());
                self.unclosed_bracket().filter(|_| is_at_end).or_else(|| {
                    say(self.at, said!("a value is missing here"), said!("write one, or remove what waits for it"))
                })
            }
            Complaint::Other => None,
        }
    }

    /// The first name stands further to the right than those that follow.
    fn first_line_indented(&self) -> Option<Refusal> {
        let first = (1..=self.lines.len()).find(|&number| pair(self.line(number)).is_some())?;
        let is_indented = indent(self.line(first)) > 0;
        let help = said!("begin it in column 1, as the names that follow");
        if is_indented { say(self.whole_line(first), said!("the first line is indented"), help) } else { None }
    }

    /// Some characters cannot begin a text.
    fn first_character(&self) -> Option<Refusal> {
        let c = self.char_at(self.at)?;
        if c == '%' && self.at.column == 1 {
            return say(self.at, said!("a directive (%)"), said!("remove the line: lessons have no directives"));
        }
        if c.is_alphanumeric() || c == ' ' {
            return None;
        }
        if c == '*' {
            let help =
                said!("lessons have no aliases: write the value out; a text that begins with * stands in quotes");
            return say(self.at, said!("an alias, or a text that begins with * and has no quotes"), help);
        }
        say(self.at, said!("a text that begins with {c} and has no quotes", c), QUOTE_IT)
    }
}
