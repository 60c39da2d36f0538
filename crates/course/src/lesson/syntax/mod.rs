//! What to say of a file that is no YAML: the parser knows where it got lost, which is often behind the mistake.

mod brackets;
mod indentation;
mod quotes;
mod signs;
mod source;
mod structure;

pub use signs::odd_sign;

use super::place::Place;
use super::problem::Refusal;
use super::schema;
use source::{QUOTE_IT, Source, indent, pair, say};

/// What the parser found wrong at a place, as a person would say it, and where that person would point.
pub fn explain(text: &str, at: Place, info: &str) -> Refusal {
    let file = Source { lines: text.lines().collect(), at, names: schema::all_names() };
    let found = file.merge_conflict().or_else(|| file.signs()).or_else(|| file.by_message(info));
    found.unwrap_or_else(|| (at, format!("this is not YAML: {info}"), LOOK_HERE.to_owned()))
}

const LOOK_HERE: &str = "look at the indentation, the quotes and the brackets here and in the line before";
impl Source<'_> {
    /// What the parser says in its own words, in ours.
    fn by_message(&self, info: &str) -> Option<Refusal> {
        let has = |part: &str| info.contains(part);
        if has("unexpected character") || has("anchor") || has("tag") || has("directive") || has("'%'") {
            self.first_odd_line().or_else(|| self.first_character())
        } else if has("escape") || has("hexadecimal") {
            self.escape()
        } else if has("quoted scalar") && has("trailing content") {
            self.behind_quote()
        } else if has("quoted scalar") {
            self.open_quote()
        } else if has("block scalar") {
            self.block_of_text(info)
        } else if has("recursion limit") {
            say(self.at, "more than 16 levels of nesting", "a lesson needs five or six")
        } else if has("mapping values are not allowed") {
            self.first_odd_line().or_else(|| self.second_colon())
        } else if has("simple key") {
            self.first_odd_line().or_else(|| self.no_pair())
        } else if has("only valid inside a block") {
            self.dash_in_brackets()
        } else if has("flow") || has("misplaced bracket") || has("unexpected eof") {
            self.brackets()
        } else if has("block sequence entries") {
            let help = "begin the list in the next line; a text that begins with - stands in quotes";
            say(self.at, "a list in the line of its name", help)
        } else if has("document start") {
            self.first_line_indented()
        } else if has("expected key") || has("'-' indicator") || has("invalid indentation") {
            self.behind_bracket().or_else(|| self.first_odd_line()).or_else(|| self.indentation())
        } else if has("must be followed") || has("placement of ':'") {
            self.first_odd_line().or_else(|| say(self.at, "a blank is missing here", "write a blank behind : and -"))
        } else if has("comment intercepting") {
            say(self.at, "a comment inside a text", "write the text below its name, behind a | and indented")
        } else if has("mapping keys are not allowed") {
            say(self.at, "a ? where a name or a value is wanted", "put a text that begins with ? in quotes")
        } else if has("node content") || has("expected next token") {
            let is_at_end =
                (self.at.line..=self.lines.len()).all(|line| line == self.at.line && self.char_at(self.at).is_none());
            self.unclosed_bracket()
                .filter(|_| is_at_end)
                .or_else(|| say(self.at, "a value is missing here", "write one, or remove what waits for it"))
        } else {
            None
        }
    }

    /// The first name stands further to the right than those that follow.
    fn first_line_indented(&self) -> Option<Refusal> {
        let first = (1..=self.lines.len()).find(|&number| pair(self.line(number)).is_some())?;
        let is_indented = indent(self.line(first)) > 0;
        let help = "begin it in column 1, as the names that follow";
        if is_indented { say(self.whole_line(first), "the first line is indented", help) } else { None }
    }

    /// Some characters cannot begin a text.
    fn first_character(&self) -> Option<Refusal> {
        let c = self.char_at(self.at)?;
        if c == '%' && self.at.column == 1 {
            return say(self.at, "a directive (%)", "remove the line: lessons have no directives");
        }
        if c.is_alphanumeric() || c == ' ' {
            return None;
        }
        if c == '*' {
            let help = "lessons have no aliases: write the value out; a text that begins with * stands in quotes";
            return say(self.at, "an alias, or a text that begins with * and has no quotes", help);
        }
        say(self.at, format!("a text that begins with {c} and has no quotes"), QUOTE_IT)
    }

    fn block_of_text(&self, info: &str) -> Option<Refusal> {
        let help = "begin the text in the next line, indented further than its name";
        if info.contains("comment or line break") {
            return say(self.at, "text in the line of the | or >", help);
        }
        if info.contains("indented") {
            let message = "a line of text that is indented less than the first one, or than a number behind the | asks";
            return say(self.whole_line(self.at.line), message, "begin all lines of the text in the same column");
        }
        say(self.at, "a | or > with something behind it", help)
    }
}
