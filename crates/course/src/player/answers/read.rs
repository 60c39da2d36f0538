//! Parses what a reader types into an answer.

use super::judge::Judge;
use super::letters::{letter, letters, number, split};
use crate::lesson::question::{Kind, TOOLS, Wanted};
use crate::player::answer::Answer;
use crate::words::{Lang, words};
use gostep_sim::suggest::nearest;

impl Judge<'_> {
    /// Parses a typed line.
    ///
    /// # Errors
    /// If the line cannot be an answer to this question. The error tells in the reader's language what can be one.
    pub fn read(&self, typed: &str) -> Result<Answer, String> {
        let typed: String = typed.trim().chars().take(MOST_TYPED).collect();
        let typed = crate::player::sanitize(&typed);
        let typed = typed.as_str();
        match &self.question.kind {
            Kind::Choice { options, many } => self.read_letters(typed, options.len(), *many).map(Answer::Options),
            Kind::Number { .. } => match number(typed) {
                Some(number) => Ok(Answer::Typed(number.to_string())),
                None => Err(self.words.answers.type_a_number.to_owned()),
            },
            Kind::Text { .. } if typed.is_empty() => Err(self.words.answers.type_a_text.to_owned()),
            Kind::Text { .. } => Ok(Answer::Typed(typed.to_owned())),
            Kind::Order { shown, .. } => self.read_order(typed, shown.len()).map(Answer::Order),
            Kind::Moment(moment) => {
                let many = matches!(moment.wanted, Wanted::WaitsFor { .. });
                let known: Vec<&str> = moment.packages.iter().map(|package| package.path.as_str()).collect();
                self.read_packages(typed, &known, many).map(Answer::Packages)
            }
            Kind::Rebuild(rebuild) => {
                let known: Vec<&str> = rebuild.imports.iter().map(|(package, _)| package.as_str()).collect();
                self.read_packages(typed, &known, true).map(Answer::Packages)
            }
            Kind::Linking(_) => self.read_pick(typed, &["yes", "no"], &["y", "n"]).map(Answer::Options),
            Kind::Failing(_) => self.read_pick(typed, &TOOLS, &[]).map(Answer::Options),
        }
    }

    /// Reads letters or numbers of options, in any order.
    fn read_letters(&self, typed: &str, options: usize, many: bool) -> Result<Vec<usize>, String> {
        let last = letter(options.saturating_sub(1));
        let refusal =
            || (if many { self.words.answers.type_letters } else { self.words.answers.type_a_letter }).with([&last]);
        let mut picked = letters(typed, options).ok_or_else(refusal)?;
        picked.sort_unstable();
        picked.dedup();
        if picked.is_empty() || (picked.len() > 1 && !many) { Err(refusal()) } else { Ok(picked) }
    }

    /// Reads all letters, each exactly once.
    fn read_order(&self, typed: &str, items: usize) -> Result<Vec<usize>, String> {
        let order = letters(typed, items).filter(|order| {
            let mut sorted = order.clone();
            sorted.sort_unstable();
            sorted == (0..items).collect::<Vec<_>>()
        });
        order.ok_or_else(|| self.words.answers.type_an_order.with([&letter(items.saturating_sub(1))]))
    }

    /// Reads one of a few words: as shown, as lessons write it, or by its number.
    fn read_pick(&self, typed: &str, names: &[&str], short: &[&str]) -> Result<Vec<usize>, String> {
        let shown = Self::picks(self.question, self.words.lang);
        let word = typed.to_lowercase();
        let is_meant = |number: usize| {
            let names = [shown.get(number).map(String::as_str), names.get(number).copied(), short.get(number).copied()];
            names.into_iter().flatten().any(|name| name.to_lowercase() == word) || word == (number + 1).to_string()
        };
        match (0..names.len()).find(|&number| is_meant(number)) {
            Some(number) => Ok(vec![number]),
            None => Err(self.words.answers.type_a_pick.with([&shown.join(self.words.small.comma)])),
        }
    }

    /// Reads import paths.
    fn read_packages(&self, typed: &str, known: &[&str], many: bool) -> Result<Vec<String>, String> {
        if many && names_nothing(typed) {
            return Ok(Vec::new());
        }
        let mut packages = Vec::new();
        for word in split(typed) {
            let word = word.trim_matches(['`', '"', '\'']);
            // The end of a path is enough if only one path has it.
            let mut ends = known.iter().filter(|path| path.strip_suffix(word).is_some_and(|rest| rest.ends_with('/')));
            let word = match (known.contains(&word), ends.next(), ends.next()) {
                (false, Some(path), None) => path,
                _ => word,
            };
            if !known.contains(&word) {
                let near = nearest(word, known.iter().copied());
                return Err(match near {
                    Some(near) => self.words.answers.no_such_package_but.with([&word, &near]),
                    None => self.words.answers.no_such_package.with([&word]),
                });
            }
            if !packages.iter().any(|known| known == word) {
                packages.push(word.to_owned());
            }
        }
        match (packages.len(), many) {
            (1, false) | (1.., true) => Ok(packages),
            (_, false) => Err(self.words.answers.type_a_package.to_owned()),
            (_, true) => Err(self.words.answers.type_packages.to_owned()),
        }
    }
}

/// Only so many characters of an input are read. No answer has more.
const MOST_TYPED: usize = 4000;

/// Whether the text says, in any language, that there is no such package.
fn names_nothing(typed: &str) -> bool {
    let typed = typed.to_lowercase();
    Lang::ALL.into_iter().any(|lang| words(lang).answers.none.contains(&typed.as_str()))
}
