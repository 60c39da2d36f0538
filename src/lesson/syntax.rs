//! What to say of a file that is no YAML: the parser knows where it got lost, which is often behind the mistake.

use super::problem::Place;
use super::tree::Refusal;

/// What the parser found wrong at a place, as a person would say it, and where that person would point.
pub fn explain(text: &str, at: Place, info: &str) -> Refusal {
    let file = Source { lines: text.lines().collect(), at };
    let found = file.merge_conflict().or_else(|| file.by_message(info));
    found.unwrap_or_else(|| (at, format!("this is not YAML: {info}"), LOOK_HERE.to_owned()))
}

const LOOK_HERE: &str = "look at the indentation, the quotes and the brackets here and in the line before";
const QUOTE_IT: &str = "put the text in quotes, or write it below, behind a | and indented";

struct Source<'a> {
    lines: Vec<&'a str>,
    /// Where the parser stopped.
    at: Place,
}

#[allow(clippy::unnecessary_wraps, reason = "every caller looks for the first explanation that fits")]
fn say(place: Place, message: impl Into<String>, help: impl Into<String>) -> Option<Refusal> {
    Some((place, message.into(), help.into()))
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

fn chars(text: &str) -> usize {
    text.chars().count()
}

/// `name` of a line `name: value` or `- name: value`, and the column at which it begins, from 1.
fn key(line: &str) -> Option<(usize, &str)> {
    let rest = line.trim_start_matches([' ', '-']);
    let (name, _) = rest.split_once(':')?;
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || "_-.".contains(c));
    is_name.then(|| (line.len() - rest.len() + 1, name))
}

impl Source<'_> {
    fn line(&self, number: usize) -> &str {
        self.lines.get(number.wrapping_sub(1)).copied().unwrap_or_default()
    }

    fn char_at(&self, place: Place) -> Option<char> {
        self.line(place.line).chars().nth(place.column.checked_sub(1)?)
    }

    /// The last line with anything in it before a line.
    fn line_before(&self, number: usize) -> Option<usize> {
        let has_text = |&number: &usize| {
            let line = self.line(number).trim();
            !line.is_empty() && !line.starts_with('#')
        };
        (1..number).rev().find(has_text)
    }

    /// A line without its indentation, as a place.
    fn whole_line(&self, number: usize) -> Place {
        let line = self.line(number);
        Place { line: number, column: indent(line) + 1, length: chars(line.trim()).max(1) }
    }

    fn by_message(&self, info: &str) -> Option<Refusal> {
        let has = |part: &str| info.contains(part);
        if has("unexpected character") || has("anchor") || has("tag") || has("directive") || has("'%'") {
            self.first_character()
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
            self.second_colon()
        } else if has("simple key") {
            self.no_pair()
        } else if has("flow") || has("misplaced bracket") || has("unexpected eof") {
            self.brackets()
        } else if has("block sequence entries") {
            let help = "begin the list in the next line; a text that begins with - stands in quotes";
            say(self.at, "a list in the line of its name", help)
        } else if has("expected key") || has("'-' indicator") || has("invalid indentation") {
            self.behind_bracket().or_else(|| self.indentation())
        } else if has("must be followed") || has("placement of ':'") {
            say(self.at, "a blank is missing here", "write a blank behind : and -")
        } else if has("comment intercepting") {
            say(self.at, "a comment inside a text", "write the text below its name, behind a | and indented")
        } else if has("mapping keys are not allowed") {
            say(self.at, "a ? where a name or a value is wanted", "put a text that begins with ? in quotes")
        } else if has("node content") || has("expected next token") {
            say(self.at, "a value is missing here", "write one, or remove what waits for it")
        } else {
            None
        }
    }

    fn merge_conflict(&self) -> Option<Refusal> {
        let marks = ["<<<<<<<", ">>>>>>>"];
        let number = self.lines.iter().position(|line| marks.iter().any(|mark| line.starts_with(mark)))? + 1;
        say(
            self.whole_line(number),
            "the mark of a merge conflict",
            "keep one of the two versions and remove the marks",
        )
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
        say(self.at, format!("a text that begins with {c} and has no quotes"), QUOTE_IT)
    }

    fn escape(&self) -> Option<Refusal> {
        let mut line = self.at.line;
        let mut column = self.at.column;
        while line < self.at.line + 200 && line <= self.lines.len() {
            let text: Vec<char> = self.line(line).chars().collect();
            let mut at = column;
            while at < text.len() {
                if text[at] == '\\' {
                    let next = text.get(at + 1).copied().unwrap_or(' ');
                    let place = Place { line, column: at + 1, length: 2 };
                    if matches!(next, 'x' | 'u' | 'U') {
                        let digits = match next {
                            'x' => 2,
                            'u' => 4,
                            _ => 8,
                        };
                        let code: String = text[at + 2..].iter().take(digits).collect();
                        let is_char = u32::from_str_radix(&code, 16).is_ok_and(|code| char::from_u32(code).is_some());
                        if code.len() < digits || !is_char {
                            let message = format!("\\{next}{code} is not the code of a character");
                            return say(place, message, "write the character itself");
                        }
                    } else if !"0abtnvfre \"/\\N_LP\t".contains(next) {
                        let help =
                            "write \\\\ for a backslash, or use single quotes, in which it is a character like others";
                        return say(place, format!("\\{next} means nothing in double quotes"), help);
                    }
                    at += 1;
                }
                at += 1;
            }
            line += 1;
            column = 0;
        }
        None
    }

    fn behind_quote(&self) -> Option<Refusal> {
        let line: Vec<char> = self.line(self.at.line).chars().collect();
        let quote = line[..(self.at.column - 1).min(line.len())].iter().rposition(|c| !c.is_whitespace())?;
        let place = Place { line: self.at.line, column: quote + 1, length: 1 };
        match line[quote] {
            '\'' => say(place, "the text ends at this apostrophe", "write '' for one inside '…', or use double quotes"),
            '"' => say(place, "the text ends at this quote", "write \\\" for one inside \"…\", or use single quotes"),
            _ => None,
        }
    }

    fn open_quote(&self) -> Option<Refusal> {
        match self.char_at(self.at)? {
            '"' => say(self.at, "a quote that is not closed", "end the text with \""),
            '\'' => say(self.at, "a quote that is not closed", "end the text with '; one inside it is written ''"),
            _ => None,
        }
    }

    fn block_of_text(&self, info: &str) -> Option<Refusal> {
        let help = "begin the text in the next line, indented further than its name";
        if info.contains("comment or line break") {
            return say(self.at, "text in the line of the | or >", help);
        }
        if info.contains("indented") {
            return say(
                self.whole_line(self.at.line),
                "a line of text that is indented less than the first one",
                LOOK_HERE,
            );
        }
        say(self.at, "a | or > with something behind it", help)
    }

    /// `title: Step one: the compiler`, or a line too far to the right.
    fn second_colon(&self) -> Option<Refusal> {
        let line = self.line(self.at.line);
        let before: String = line.chars().take(self.at.column - 1).collect();
        if let Some(colon) = before.find(": ") {
            let value = &before[colon + 2..];
            if !value.trim_start().starts_with(['"', '\'', '{', '[']) {
                let message = "a colon and a blank inside a text without quotes";
                return say(self.at, message, format!("put the text of {}: in quotes", before[..colon].trim()));
            }
        }
        let above = self.line_before(self.at.line)?;
        let above_text = self.line(above);
        if let Some(refusal) = no_blank_behind_dash(above_text, above) {
            return Some(refusal);
        }
        if let Some(refusal) = full_width_colon(above_text, above) {
            return Some(refusal);
        }
        let (column, name) = key(above_text).unwrap_or((indent(above_text) + 1, above_text.trim()));
        if indent(line) + 1 > column {
            let place = Place { line: self.at.line, column: indent(line) + 1, length: chars(before.trim()).max(1) };
            let what = format!("this line is indented further than {name}: above, which has a value already");
            return say(place, what, format!("begin it in column {column}"));
        }
        None
    }

    /// The parser waited for a colon, in vain.
    fn no_pair(&self) -> Option<Refusal> {
        let same = self.line(self.at.line);
        let here = !same.trim().is_empty() && self.at.column > indent(same) + 1;
        let number = if here { self.at.line } else { self.line_before(self.at.line)? };
        let line = self.line(number);
        let place = self.whole_line(number);
        if let Some(refusal) = full_width_colon(line, number) {
            return Some(refusal);
        }
        if let Some(refusal) = self.outside_block_of_text(number) {
            return Some(refusal);
        }
        if let Some((column, name)) = key(line) {
            let colon = column + chars(name);
            let behind = line.chars().nth(colon);
            if behind.is_some_and(|c| c != ' ' && c != '/') {
                let place = Place { line: number, column: colon, length: 1 };
                return say(place, "no blank behind the colon", format!("write {name}: and a blank before the value"));
            }
            if chars(name) > 1000 {
                return say(Place::at(number, column), "a name of more than 1000 characters", "use a shorter one");
            }
        }
        if let Some((name, _)) = line.trim().split_once('=') {
            let column = chars(line.split('=').next().unwrap_or_default()) + 1;
            return say(Place::at(number, column), "= where : is wanted", format!("write {}: value", name.trim()));
        }
        let help = "write name: value; if the line belongs to the text above, write that text behind a | and indent it";
        say(place, "a line that is no name with a value", help)
    }

    /// Text below `say: |` that does not stand further to the right than `say`.
    fn outside_block_of_text(&self, number: usize) -> Option<Refusal> {
        let own = indent(self.line(number));
        let is_text = |line: &str| key(line).is_none() && !line.trim().is_empty();
        if !is_text(self.line(number)) {
            return None;
        }
        let begin = (1..number).rev().take(400).find(|&above| key(self.line(above)).is_some())?;
        let (column, name) = key(self.line(begin))?;
        let value = self.line(begin).trim_end();
        let is_block = value.ends_with(['|', '>']) || value.ends_with("|-") || value.ends_with(">-");
        if !is_block || own > column + 1 {
            return None;
        }
        let message = format!("this line is outside the text of {name}: it is not indented as far");
        say(self.whole_line(number), message, format!("begin it in column {} or further", column + 2))
    }

    fn brackets(&self) -> Option<Refusal> {
        let open = self.open_brackets();
        let c = self.char_at(self.at);
        let Some(&(place, bracket)) = open.last() else {
            let c = c.filter(|c| matches!(c, ']' | '}' | ','))?;
            return say(self.at, format!("a {c} that closes nothing"), "remove it, or put the text in quotes");
        };
        let closing = if bracket == '{' { '}' } else { ']' };
        if let Some(c @ (']' | '}')) = c {
            let message = format!("a {c} that closes the {bracket} of column {}", place.column);
            return say(self.at, message, format!("write {closing}"));
        }
        if place.line < self.at.line {
            return say(
                place,
                format!("a {bracket} that is not closed"),
                format!("write {closing} behind its last value"),
            );
        }
        let line: Vec<char> = self.line(self.at.line).chars().collect();
        let behind = &line[..(self.at.column - 1).min(line.len())];
        let word =
            behind.iter().rposition(|c| c.is_whitespace() || matches!(c, '{' | '[' | ',')).map_or(0, |at| at + 1);
        let place = Place { line: self.at.line, column: word + 1, length: (behind.len() - word).max(1) };
        say(place, "a comma is missing before this", format!("write {bracket}name: value, name: value{closing}"))
    }

    /// The brackets that are open where the parser stopped.
    fn open_brackets(&self) -> Vec<(Place, char)> {
        let mut open: Vec<(Place, char)> = Vec::new();
        let mut quote = None;
        let first = self.at.line.saturating_sub(400).max(1);
        for number in first..=self.at.line {
            let line: Vec<char> = self.line(number).chars().collect();
            for (column, &c) in line.iter().enumerate() {
                if number == self.at.line && column + 1 >= self.at.column {
                    return open;
                }
                let before = column.checked_sub(1).map_or(' ', |before| line[before]);
                let begins = matches!(before, ' ' | '[' | '{' | ',' | '(');
                match (quote, c) {
                    (Some(q), c) if q == c && before != '\\' => quote = None,
                    (None, '"' | '\'') if begins => quote = Some(c),
                    (None, '#') if before == ' ' => break,
                    (None, '{' | '[') if begins || !open.is_empty() => open.push((Place::at(number, column + 1), c)),
                    (None, '}' | ']') => {
                        open.pop();
                    }
                    _ => {}
                }
            }
            // A name at the beginning of a line outside of brackets: whatever was open before was text.
            let ends_here = self.lines.get(number).is_some_and(|next| key(next).is_some() && indent(next) == 0);
            if ends_here && number + 1 < self.at.line {
                open.clear();
                quote = None;
            }
        }
        open
    }

    /// `say: [x] is a box`
    fn behind_bracket(&self) -> Option<Refusal> {
        let before: String = self.line(self.at.line).chars().take(self.at.column - 1).collect();
        let value = before.split_once(": ")?.1.trim();
        let bracket = value.chars().next().filter(|c| matches!(c, '[' | '{' | '"' | '\''))?;
        let place = Place { length: 1, ..self.at };
        say(place, format!("text behind a value that begins with {bracket}"), "put the whole text in quotes")
    }

    /// A line that stands neither below its neighbours nor inside of them.
    fn indentation(&self) -> Option<Refusal> {
        let line = self.line(self.at.line);
        let place = self.whole_line(self.at.line);
        let place = Place { length: key(line).map_or(place.length, |(_, name)| chars(name)), ..place };
        if line.trim_start().starts_with("- ") {
            let dash = |number: &usize| self.line(*number).trim_start().starts_with("- ");
            let above = (1..self.at.line).rev().filter(dash).map(|number| (number, indent(self.line(number)) + 1));
            let (number, column) = above.min_by_key(|(_, column)| column.abs_diff(place.column))?;
            let message = format!("this - does not stand below the - of line {number}");
            let place = Place { length: 1, ..place };
            return say(place, message, format!("begin it in column {column}, or further right for a list inside"));
        }
        if let Some(refusal) = full_width_colon(line, self.at.line) {
            return Some(refusal);
        }
        let (above, (column, name)) =
            (1..self.at.line).rev().find_map(|number| key(self.line(number)).map(|found| (number, found)))?;
        let message = format!("this line does not stand below {name}: of line {above}, nor below anything around it");
        say(place, message, format!("begin it in column {column} if it belongs together with {name}:"))
    }
}

fn no_blank_behind_dash(line: &str, number: usize) -> Option<Refusal> {
    let rest = line.trim_start().strip_prefix('-')?;
    let is_word = rest.starts_with(|c: char| c.is_alphabetic());
    let place = Place { line: number, column: indent(line) + 1, length: 1 };
    if is_word { say(place, "no blank behind the dash", format!("write - {rest}")) } else { None }
}

/// `title：你好`
fn full_width_colon(line: &str, number: usize) -> Option<Refusal> {
    let name = line.split('：').next().filter(|name| name.len() < line.len())?;
    let is_name = name.trim_start_matches([' ', '-']).trim_end().chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    let place = Place::at(number, chars(name) + 1);
    if is_name { say(place, "a full-width colon (：)", "write : and a blank behind it") } else { None }
}
