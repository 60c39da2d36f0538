//! A file with a mistake that the YAML parser cannot pass: the step, term or field with the mistake is left out, so that
//! the mistakes in the rest are found too.
//!
//! All lines keep their numbers. In place of a step that is left out stands one with nothing but its id.

use super::tree::{self, Tree};
use crate::lesson::gate;
use crate::lesson::problem::ProblemReport;

/// Who made more mistakes of this kind wants to mend the first ones first.
const MOST_ROUNDS: usize = 12;
/// Longer files are read once.
const LONG: usize = 200 << 10;
/// Names whose value is a list or mapping of which one item can be left out.
const LISTS: [&str; 2] = ["steps", "terms"];

/// Reads what can be read. Problems go to the report; with some of them there is nothing left.
pub fn read(text: &str, report: &mut ProblemReport<'_>) -> Option<Tree> {
    let mut rest = Rest { lines: text.lines().map(str::to_owned).collect(), left_out: Vec::new() };
    if let Some(unfit) = gate::unfit(text) {
        report.add(unfit.place, unfit.message, unfit.help);
        let is_scattered = unfit.lines.len() > MOST_ROUNDS;
        if is_scattered || !unfit.lines.iter().all(|&line| rest.is_left_out(line) || rest.leave_out(line)) {
            return None;
        }
    }
    for _ in 0..MOST_ROUNDS {
        let mut found = report.another();
        let whole = rest.left_out.is_empty();
        let read = if whole { tree::read(text, &mut found) } else { tree::read(&rest.text(), &mut found) };
        let refused = match read {
            Ok(tree) => {
                report.problems.append(&mut found.problems);
                return Some(Tree { left_out: rest.left_out, ..tree });
            }
            Err(refused) => refused,
        };
        let (place, message, help) = refused;
        if !whole && rest.lines.iter().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
            return None;
        }
        report.add(place, message, help);
        if text.len() > LONG || !rest.leave_out(place.line) {
            return None;
        }
    }
    None
}

/// What is left of a file.
struct Rest {
    lines: Vec<String>,
    /// Paths of what is left out, and of `build:` in it.
    left_out: Vec<String>,
}

impl Rest {
    fn text(&self) -> String {
        self.lines.join("\n") + "\n"
    }

    /// Leaves out the remark, step, term or field in which a line stands, if there is something that can be left out.
    fn leave_out(&mut self, number: usize) -> bool {
        let Some(at) = number.checked_sub(1).filter(|&at| at < self.lines.len()) else { return false };
        // Beyond these marks lies another file, or another version of this one.
        if ["---", "...", "<<<<<<<", "=======", ">>>>>>>"].iter().any(|mark| self.lines[at].starts_with(mark)) {
            return false;
        }
        if self.lines[at].trim_start().starts_with('#') {
            self.lines[at].clear();
            return true;
        }
        let list = (0..=at).rev().find(|&line| self.top_name(line).is_some());
        let list = list.filter(|&line| LISTS.contains(&self.top_name(line).unwrap_or_default()));
        match list {
            Some(top) if top < at && self.is_inside(top, at) => self.leave_out_item(top, at),
            _ => self.leave_out_field(at),
        }
    }

    /// Whether nothing stands in a line, because what stood there was left out.
    fn is_left_out(&self, number: usize) -> bool {
        self.lines.get(number.wrapping_sub(1)).is_some_and(String::is_empty)
    }

    /// The name that stands at the beginning of a line without indentation.
    fn top_name(&self, line: usize) -> Option<&str> {
        let (name, _) = self.lines[line].split_once(':')?;
        let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphabetic() || c == '_');
        is_name.then_some(name)
    }

    /// The line behind the list that begins in a line.
    fn end_of_list(&self, top: usize) -> usize {
        (top + 1..self.lines.len()).find(|&line| self.top_name(line).is_some()).unwrap_or(self.lines.len())
    }

    /// Whether a line belongs to a list: it is indented, or indented lines of the list follow.
    fn is_inside(&self, top: usize, at: usize) -> bool {
        self.lines[at..self.end_of_list(top)].iter().any(|line| line.starts_with([' ', '-']))
    }

    /// Leaves out a line without indentation, with those below it that are indented.
    fn leave_out_field(&mut self, at: usize) -> bool {
        let is_indented = |line: &str| line.trim().is_empty() || line.starts_with([' ', '#']);
        let Some(from) = (0..=at).rev().find(|&line| !is_indented(&self.lines[line])) else { return false };
        let below = (from + 1..self.lines.len()).find(|&line| !is_indented(&self.lines[line]));
        let to = below.unwrap_or(self.lines.len());
        // What looks like items belongs to a list whose name is lost.
        let has_items = self.lines[from..to].iter().any(|line| line.trim_start().starts_with("- "));
        let mut names: Vec<String> = [from, at].into_iter().map(|line| first_word(&self.lines[line])).collect();
        names.retain(|name| !name.is_empty());
        if has_items || names.is_empty() || names.iter().any(|name| name.starts_with("gostep_")) {
            return false;
        }
        self.lines[from..to].iter_mut().for_each(String::clear);
        self.left_out.extend(names);
        true
    }

    fn leave_out_item(&mut self, top: usize, at: usize) -> bool {
        let (list, end) = (self.top_name(top).unwrap_or_default().to_owned(), self.end_of_list(top));
        let is_blank = |line: &str| line.trim().is_empty() || line.trim_start().starts_with('#');
        let Some(first) = (top + 1..end).find(|&line| !is_blank(&self.lines[line])) else { return false };
        let indent = indentation(&self.lines[first]);
        let has_dashes = self.lines[first][indent..].starts_with("- ");
        let is_name = self.lines[first][indent..].starts_with(|c: char| c.is_alphanumeric() || c == '"');
        if !has_dashes && (indent == 0 || !is_name) {
            return false;
        }
        let begins = |line: &str| {
            indentation(line) == indent && !is_blank(line) && line[indent..].starts_with("- ") == has_dashes
        };
        let starts: Vec<usize> = (first..end).filter(|&line| begins(&self.lines[line])).collect();
        let Some(number) = starts.iter().rposition(|&start| start <= at) else { return false };
        let (from, to) = (starts[number], starts.get(number + 1).copied().unwrap_or(end));
        let value_of = |name: &str| {
            let pairs =
                self.lines[from..to].iter().filter_map(|line| line.trim_start_matches([' ', '-']).split_once(':'));
            pairs.into_iter().find(|(key, _)| *key == name).map(|(_, value)| value.trim().to_owned())
        };
        let (path, placeholder) = if has_dashes {
            let id = value_of("id").filter(|id| crate::lesson::id::is_id(id));
            let id = id.map_or_else(String::new, |id| format!(" id: {id} "));
            (format!("{list}[{number}]"), format!("{}- {{{id}}}", " ".repeat(indent)))
        } else {
            let line = &self.lines[from];
            let key = line.trim_start().split([':', '：', ' ']).next().unwrap_or_default().trim_matches('"');
            (format!("{list}.{key}"), format!("{}{key}: {{}}", " ".repeat(indent)))
        };
        if self.left_out.contains(&path) {
            return false;
        }
        if value_of("build").is_some() {
            self.left_out.push(format!("{path}.build"));
        }
        self.left_out.push(path);
        self.lines[from..to].iter_mut().for_each(String::clear);
        self.lines[from] = placeholder;
        true
    }
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// The word at the beginning of a line.
fn first_word(line: &str) -> String {
    line.trim_start_matches(' ').chars().take_while(|c| c.is_ascii_alphabetic() || *c == '_').collect()
}
