//! Lines that stand too far to the left or to the right, and what makes two names of one line.

use super::source::{Pair, Source, chars, indent, pair, say};
use crate::lesson::place::Place;
use crate::lesson::problem::Refusal;
use gostep_sim::said;

/// How far above a line the beginning of its text is looked for.
const FAR: usize = 400;

impl Source<'_> {
    /// `title: Step one: the compiler`, or a line too far to the right.
    pub(super) fn second_colon(&self) -> Option<Refusal> {
        let line = self.line(self.at.line);
        let before: String = line.chars().take(self.at.column - 1).collect();
        if let Some(colon) = before.find(": ") {
            let name = before[..colon].trim_start_matches([' ', '-']).trim();
            let value = &before[colon + 2..];
            if let Some(refusal) = self.name_in_value(name, value) {
                return Some(refusal);
            }
            if !value.trim_start().starts_with(['"', '\'', '{', '[']) {
                let message = said!("a colon and a blank inside a text without quotes");
                return say(self.at, message, said!("put the text of {name}: in quotes", name));
            }
        }
        let above = self.line_before(self.at.line)?;
        let around = self.around(self.at.line);
        if let Some(refusal) =
            self.outer_name(above).or_else(|| self.odd_dash(above)).or_else(|| self.misplaced(&around))
        {
            return Some(refusal);
        }
        let above_line = self.line(above);
        let (column, name) =
            pair(above_line).map_or((indent(above_line) + 1, above_line.trim()), |pair| (pair.column, pair.name));
        if indent(line) + 1 > column {
            let place = Place { line: self.at.line, column: indent(line) + 1, length: chars(before.trim()).max(1) };
            let what = said!("this line is indented further than {name}: above, which has a value already", name);
            return say(place, what, said!("begin it in column {column}", column));
        }
        let help = said!("a name stands at the beginning of its line; put a text with a colon in quotes");
        (self.char_at(self.at) == Some(':')).then(|| (self.at, said!("a colon that is not expected here"), help))
    }

    /// `title: Guess to: end`, `to: package: fmt`, `to: at { package: fmt }`
    fn name_in_value(&self, name: &str, value: &str) -> Option<Refusal> {
        let before = self.at.column - 1 - chars(value);
        let place = |start: &str, length: usize| Place { column: before + chars(start) + 1, length, ..self.at };
        let value_text = value.trim_start();
        if let Some(bracket) = value.find(['{', '[']).filter(|&at| at > 0 && !value_text.starts_with(['{', '['])) {
            let c = &value[bracket..=bracket];
            let help = said!("put the text of {name}: in quotes, or remove what stands before the {c}", name, c);
            return say(place(&value[..bracket], 1), said!("a {c} inside a text without quotes", c), help);
        }
        let start = value.rfind(' ').map_or(0, |at| at + 1);
        let word = &value[start..];
        if !self.is_name(word) || value_text.starts_with(['"', '\'', '{', '[', '“']) {
            return None;
        }
        let message = said!("{word}: begins in the value of {name}:", word, name);
        let help = if value_text == word {
            said!(
                "begin {word}: in the next line, indented further than {name}:, or write {name}: {{ {word}: … }}",
                word,
                name
            )
        } else {
            said!(
                "begin {word}: in a line of its own; if it is part of the text, put the text of {name}: in quotes",
                word,
                name
            )
        };
        say(place(&value[..start], chars(word)), message, help)
    }

    /// The parser waited for a colon, in vain.
    pub(super) fn no_pair(&self) -> Option<Refusal> {
        let above = self.line_before(self.at.line);
        let same = self.line(self.at.line);
        let here = !same.trim().is_empty() && self.at.column > indent(same) + 1;
        if let Some(refusal) = above.and_then(|above| self.outside_block_of_text(above)) {
            return Some(refusal);
        }
        // Lines without a name belong to the text of the name above them.
        let mut text = above;
        while let Some(number) = text.filter(|&number| number + FAR > self.at.line) {
            let signs = || self.signs_in(number).filter(|_| pair(self.line(number)).is_none());
            if let Some(refusal) = signs().or_else(|| self.no_colon(number)).or_else(|| self.colon_in_text(number)) {
                return Some(refusal);
            }
            text = self.line_before(number).filter(|_| pair(self.line(number)).is_none());
        }
        let number = if here { self.at.line } else { above? };
        let line = self.line(number);
        if let Some(refusal) = self.outside_block_of_text(number).or_else(|| self.no_colon(number)) {
            return Some(refusal);
        }
        if let Some(pair) = pair(line) {
            if pair.value.chars().next().is_some_and(|c| c != ' ' && c != '/') {
                let place = Place { line: number, column: pair.column + chars(pair.name), length: 1 };
                let help = said!("write {}: and a blank before the value", pair.name);
                return say(place, said!("no blank behind the colon"), help);
            }
            if chars(pair.name) > 1000 {
                let place = Place::at(number, pair.column);
                return say(place, said!("a name of more than 1000 characters"), said!("use a shorter one"));
            }
        }
        if let Some(refusal) = self.equals_sign(number) {
            return Some(refusal);
        }
        let help =
            said!("write name: value; if the line belongs to the text above, write that text behind a | and indent it");
        say(self.whole_line(number), said!("a line that is no name with a value"), help)
    }

    /// A colon in the first line of a text that stands below its name, without a `|`.
    pub(super) fn colon_in_text(&self, number: usize) -> Option<Refusal> {
        let line = self.line(number);
        let colon = line.find(": ").or_else(|| line.ends_with(':').then(|| line.len() - 1))?;
        let open = self.line_before(number).and_then(|above| pair(self.line(above)).filter(Pair::is_open))?;
        let is_structure =
            pair(line).is_some_and(|pair| self.is_name(pair.name)) || line.trim_start().starts_with("- ");
        if is_structure || indent(line) < open.column {
            return None;
        }
        let place = Place { line: number, column: chars(&line[..colon]) + 1, length: 1 };
        let help = said!("write {name}: |, and the text below it as it is", name = open.name);
        say(place, said!("a colon in a text without a |"), help)
    }

    /// Text below `say: |` that does not stand further to the right than `say`, or as far as its first line.
    pub(super) fn outside_block_of_text(&self, number: usize) -> Option<Refusal> {
        let own = indent(self.line(number)) + 1;
        if pair(self.line(number)).is_some() || self.line(number).trim().is_empty() {
            return None;
        }
        let is_known = |pair: Pair<'_>| pair.is_block() || self.is_name(pair.name);
        let begin = (1..number).rev().take(FAR).find(|&above| pair(self.line(above)).is_some_and(is_known))?;
        let pair = pair(self.line(begin)).filter(Pair::is_block)?;
        let place = self.whole_line(number);
        let name = pair.name;
        let is_dash = |line: usize| self.line(line).trim_start().starts_with('-');
        let has = |column: usize| {
            self.around(begin)
                .iter()
                .any(|&(line, pair)| pair.column == column && (column + 2 == own || !is_dash(line)))
        };
        if own > 2 && own + 2 > pair.column && !has(pair.column) && has(own - 2) {
            let message =
                said!("{name}: stands in column {}, the names before it in column {}", pair.column, own - 2, name);
            return say(pair.place(begin), message, said!("begin it in column {column}", column = own - 2));
        }
        if own < pair.column + 2 {
            let message = said!("this line is outside the text of {name}: it is not indented as far", name);
            return say(place, message, said!("begin it in column {} or further", pair.column + 2));
        }
        let first = (begin + 1..number).find(|&number| !self.line(number).trim().is_empty())?;
        let column = indent(self.line(first)) + 1;
        if own < column && self.line_before(number) == Some(first) {
            let message = said!("the first line of the text of {name}: is indented further than the next one", name);
            return say(self.whole_line(first), message, said!("begin all in the same column, such as {own}", own));
        }
        if own < column {
            let message = said!("this line is indented less than the first line of the text of {name}:", name);
            return say(place, message, said!("begin both in the same column, {} or further", pair.column + 2));
        }
        None
    }

    /// A line that stands neither below its neighbours nor inside of them.
    pub(super) fn indentation(&self) -> Option<Refusal> {
        let number = self.at.line;
        let line = self.line(number);
        let place = pair(line).map_or(self.whole_line(number), |pair| pair.place(number));
        if line.trim_start().starts_with("- ") {
            return self.dash_indentation();
        }
        if let Some(refusal) = self.outside_block_of_text(number) {
            return Some(refusal);
        }
        let above = self.line_before(number)?;
        if let Some(refusal) = self.outer_name(above).or_else(|| self.odd_dash(above)) {
            return Some(refusal);
        }
        let around = self.around(number);
        if let Some(refusal) = self.misplaced(&around) {
            return Some(refusal);
        }
        let place = Place { column: indent(line) + 1, ..place };
        let own = place.column;
        let (nearest, _) = around.first()?;
        let further = around.iter().filter(|(_, pair)| pair.column > own).min_by_key(|(_, pair)| pair.column);
        let (wanted, pair) = further.or_else(|| around.first())?;
        let name = pair.name;
        let message = said!(
            "this line does not stand below {name}: of line {wanted}, nor below anything around it",
            name,
            wanted
        );
        let column = pair.column;
        let help = if wanted == nearest {
            said!("begin it in column {column} if it belongs together with {name}:", column, name)
        } else {
            let inner = around.first().map_or(column, |(_, pair)| pair.column);
            said!(
                "begin it in column {column} if it belongs together with {name}:, in {inner} if it belongs inside",
                column,
                name,
                inner
            )
        };
        say(place, message, help)
    }

    /// The names that are open above a line, from the inside to the outside, with their lines.
    fn around(&self, number: usize) -> Vec<(usize, Pair<'_>)> {
        let mut open: Vec<(usize, Pair<'_>)> = Vec::new();
        for above in (1..number).rev() {
            if let Some(pair) = pair(self.line(above))
                && open.last().is_none_or(|(_, inner)| pair.column < inner.column)
            {
                open.push((above, pair));
                if pair.column == 1 {
                    break;
                }
            }
        }
        open
    }

    /// Lines that belong inside of the name above them and are not indented further: `ask:` and below it `kind: choice`.
    fn outer_name(&self, above: usize) -> Option<Refusal> {
        let column = pair(self.line(above))?.column;
        if self.line(above).trim_start().starts_with('-') {
            return None;
        }
        let mut first = above;
        loop {
            let before = self.line_before(first)?;
            let outer = pair(self.line(before)).filter(|pair| pair.column == column)?;
            if outer.is_open() {
                let inner = pair(self.line(first))?;
                let message =
                    said!("{}: stands below {}:, which has no value yet, and not inside of it", inner.name, outer.name);
                let help = said!("begin what belongs to {}: in column {}", outer.name, column + 2);
                return say(inner.place(first), message, help);
            }
            first = before;
        }
    }

    /// A name above that stands in another column than the lines around it: those before it, or those that follow.
    fn misplaced(&self, around: &[(usize, Pair<'_>)]) -> Option<Refusal> {
        let own = indent(self.line(self.at.line)) + 1;
        let (line, odd) = around.iter().take_while(|(_, pair)| pair.column != own).find(|(line, odd)| {
            let is_dash = self.line(*line).trim_start().starts_with('-');
            let before = self.line_before(*line).and_then(|before| pair(self.line(before)));
            let is_first = before.is_some_and(|before| before.is_open() && before.column < own.min(odd.column));
            let below = (self.at.line + 1..=self.lines.len()).find_map(|number| pair(self.line(number)));
            let goes_on = below.is_some_and(|below| below.column == own);
            let above = self.around(*line);
            let begin = self.start_of_item();
            let has = |column: usize| above.iter().any(|(_, pair)| pair.column == column);
            let fits = above.iter().any(|(line, pair)| *line >= begin && pair.column == odd.column);
            !is_dash && !fits && (has(own) || is_first && goes_on)
        })?;
        let message = said!("{}: stands in column {}, the lines around it in column {own}", odd.name, odd.column, own);
        say(odd.place(*line), message, said!("begin it in column {column}", column = own))
    }

    /// `- ` in another column than the others of its list.
    fn dash_indentation(&self) -> Option<Refusal> {
        let number = self.at.line;
        let line = self.line(number);
        let own = indent(line) + 1;
        let place = Place { line: number, column: own, length: 1 };
        let open = self.line_before(number).and_then(|above| pair(self.line(above)).filter(Pair::is_open));
        if let Some(open) = open.filter(|open| own < open.column) {
            let message = said!("the list of {0}: begins further to the left than {0}: itself", open.name);
            return say(place, message, said!("begin its lines in column {} or further", open.column));
        }
        if let Some(refusal) = self.misplaced_in_item().or_else(|| self.first_dash_misplaced(own)) {
            return Some(refusal);
        }
        let name = pair(line).map(|pair| pair.name);
        let dashes = (1..number).rev().filter(|&number| self.line(number).trim_start().starts_with("- "));
        let dashes: Vec<(usize, usize)> = dashes.map(|number| (number, indent(self.line(number)) + 1)).collect();
        let alike =
            dashes.iter().find(|(number, _)| name.is_some() && pair(self.line(*number)).map(|p| p.name) == name);
        let nearest = dashes.iter().min_by_key(|(_, column)| column.abs_diff(own));
        let (other, column) = alike.or(nearest)?;
        let message = said!("this - does not stand below the - of line {other}", other);
        say(place, message, said!("begin it in column {column}, or further right for a list inside", column))
    }

    /// A name of the item before, if it stands further to the left than the first one.
    fn misplaced_in_item(&self) -> Option<Refusal> {
        let column = indent(self.line(self.at.line));
        let begins =
            |&number: &usize| self.line(number).trim_start().starts_with("- ") && indent(self.line(number)) == column;
        let dash = (1..self.at.line).rev().find(begins)?;
        let first = pair(self.line(dash))?;
        // Items of other lists begin with these names.
        let own = pair(self.line(self.at.line))?.name;
        if own != first.name && ["id", "text"].iter().any(|name| [own, first.name].contains(name)) {
            return None;
        }
        let names = (dash + 1..self.at.line).rev().filter_map(|number| Some((number, pair(self.line(number))?)));
        let (line, own) = names.into_iter().find(|(_, own)| self.is_name(own.name) && own.column < first.column)?;
        let message = said!("{}: stands further to the left than {}: of line {dash}", own.name, first.name, dash);
        say(own.place(line), message, said!("begin it in column {column}", column = first.column))
    }

    /// The first item of a list, if its dash is the odd one of the first two.
    fn first_dash_misplaced(&self, own: usize) -> Option<Refusal> {
        let is_dash = |number: &usize| self.line(*number).trim_start().starts_with("- ");
        let first = self.line_before(self.at.line).filter(is_dash)?;
        let open = pair(self.line(self.line_before(first)?)).filter(Pair::is_open)?;
        let column = indent(self.line(first)) + 1;
        let is_odd = column != own && own == open.column + 2;
        let place = Place { line: first, column, length: 1 };
        let message =
            said!("this - stands in column {column}, that of line {} in column {own}", self.at.line, column, own);
        if is_odd { say(place, message, said!("begin it in column {column}", column = own)) } else { None }
    }

    /// The first `- ` of a list in another column than the next ones with the same name.
    fn odd_dash(&self, above: usize) -> Option<Refusal> {
        let line = self.line(above);
        let own = indent(line) + 1;
        let name = pair(line).filter(|_| line.trim_start().starts_with("- "))?.name;
        let mut others = (above + 1..=self.lines.len()).filter(|&number| {
            let line = self.line(number);
            line.trim_start().starts_with("- ") && pair(line).is_some_and(|pair| pair.name == name)
        });
        let other = others.next()?;
        let column = indent(self.line(other)) + 1;
        let place = Place { line: above, column: own, length: 1 };
        let message =
            said!("this - stands in column {own}, that of line {other} in column {column}", own, other, column);
        if column == own { None } else { say(place, message, said!("begin it in column {column}", column)) }
    }
}
