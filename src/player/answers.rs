//! Answers: read from what was typed, and judged.

use super::answer_words::{Words, fill, words};
use super::markdown;
use super::question::{Answer, Feedback};
use crate::lesson::Lang;
use crate::lesson::question::{Choice, Kind, Question};

/// Judges answers to one question.
pub struct Judge<'a> {
    question: &'a Question,
    words: &'static Words,
}

impl<'a> Judge<'a> {
    /// For a question, in a language.
    pub fn new(question: &'a Question, lang: Lang) -> Self {
        Self { question, words: words(lang) }
    }

    /// Reads what was typed.
    ///
    /// # Errors
    /// If it cannot be an answer to this question; the text says what could.
    pub fn read(&self, typed: &str) -> Result<Answer, String> {
        let typed = typed.trim();
        match &self.question.kind {
            Kind::Choice { options, many } => self.read_letters(typed, options.len(), *many).map(Answer::Options),
            Kind::Number { .. } => match number(typed) {
                Some(number) => Ok(Answer::Typed(number.to_string())),
                None => Err(self.words.type_a_number.to_owned()),
            },
        }
    }

    /// Letters or numbers of options, in any order.
    fn read_letters(&self, typed: &str, options: usize, many: bool) -> Result<Vec<usize>, String> {
        let last = letter(options.saturating_sub(1));
        let refusal = || fill(if many { self.words.type_letters } else { self.words.type_a_letter }, &[&last]);
        let mut picked = Vec::new();
        for word in split(typed) {
            let option = match word.parse::<usize>() {
                Ok(number) => number.checked_sub(1).filter(|&option| option < options),
                Err(_) => (0..options).find(|&option| word.eq_ignore_ascii_case(&letter(option))),
            };
            picked.push(option.ok_or_else(refusal)?);
        }
        picked.sort_unstable();
        picked.dedup();
        if picked.is_empty() || (picked.len() > 1 && !many) { Err(refusal()) } else { Ok(picked) }
    }

    /// Judges an answer; nothing if it is one to another form of question.
    pub fn judge(&self, answer: &Answer) -> Option<Feedback> {
        let (right, explanation) = match (&self.question.kind, answer) {
            (Kind::Choice { options, .. }, Answer::Options(picked)) => self.choice(options, picked),
            (Kind::Number { answer, .. }, Answer::Typed(typed)) => self.number(*answer, number(typed)?),
            _ => return None,
        };
        Some(self.feedback(right, explanation))
    }

    /// A right answer, with all that there is to say of it.
    pub fn solution(&self) -> Feedback {
        let parts = match &self.question.kind {
            Kind::Choice { options, .. } => {
                let right = options.iter().enumerate().filter(|(_, option)| option.right);
                right.flat_map(|(number, option)| [lettered(number, &option.text), option.why.clone()]).collect()
            }
            Kind::Number { answer, counted } => {
                let mut parts = vec![format!("**{answer}**")];
                parts.extend(counted.as_deref().filter(|items| items.len() <= MOST_COUNTED).map(|items| {
                    items.iter().map(|item| format!("`{item}`")).collect::<Vec<_>>().join(self.words.comma)
                }));
                parts
            }
        };
        self.feedback(true, parts)
    }

    fn feedback(&self, right: bool, mut parts: Vec<String>) -> Feedback {
        parts.push(if right { self.question.right.clone() } else { self.question.wrong.clone() });
        parts.retain(|part| !part.trim().is_empty());
        Feedback { right, text: markdown::parse(&parts.join("\n\n")) }
    }

    fn choice(&self, options: &[Choice], picked: &[usize]) -> (bool, Vec<String>) {
        let is_picked = |number: usize| picked.contains(&number);
        let right = options.iter().enumerate().all(|(number, option)| option.right == is_picked(number));
        let mut parts = Vec::new();
        for (number, option) in options.iter().enumerate().filter(|(number, _)| is_picked(*number)) {
            // What was chosen rightly is explained only when all of it is right.
            if option.right != right {
                continue;
            }
            parts.push(match (option.why.is_empty(), picked.len()) {
                (true, _) if right => String::new(),
                (true, _) => fill(self.words.not_so, &[&letter(number)]),
                (false, 1) => option.why.clone(),
                (false, _) => lettered(number, &option.why),
            });
        }
        let missing = options.iter().enumerate().filter(|(number, option)| option.right && !is_picked(*number)).count();
        let may_be_several = options.iter().filter(|option| option.right).count() > 1;
        if !right && missing > 0 && (may_be_several || picked.len() > 1) {
            parts.push(fill(self.words.more_are_right, &[&missing]));
        }
        (right, parts)
    }

    fn number(&self, answer: i64, given: i64) -> (bool, Vec<String>) {
        let said = match given.cmp(&answer) {
            std::cmp::Ordering::Equal => None,
            std::cmp::Ordering::Less => Some(self.words.too_low),
            std::cmp::Ordering::Greater => Some(self.words.too_high),
        };
        (said.is_none(), said.map(|said| fill(said, &[&given])).into_iter().collect())
    }
}

/// With more names, a number says more than the list.
const MOST_COUNTED: usize = 20;

/// The letter by which an option goes.
pub fn letter(number: usize) -> String {
    let letter = u8::try_from(number).ok().filter(|&number| number < 26).map(|number| char::from(b'a' + number));
    letter.map_or_else(|| (number + 1).to_string(), String::from)
}

fn lettered(number: usize, text: &str) -> String {
    format!("**{}.** {text}", letter(number))
}

/// The words of an answer, which may stand apart by blanks or commas, of either language.
fn split(typed: &str) -> impl Iterator<Item = &str> {
    typed.split([' ', ',', ';', '，', '、', '；', '\u{3000}']).filter(|word| !word.is_empty())
}

/// A whole number; digits of the full width that Chinese keyboards write are digits, too.
fn number(typed: &str) -> Option<i64> {
    let narrow = |c: char| match u32::from(c) {
        wide @ 0xff10..=0xff19 => char::from_u32(wide - 0xff10 + u32::from('0')).unwrap_or(c),
        _ => c,
    };
    let digits: String = typed.trim().chars().map(narrow).filter(|c| !matches!(c, '_' | ',' | '，')).collect();
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::player::markdown::plain_text;

    fn choice(many: bool) -> Question {
        let option = |text: &str, right, why: &str| Choice { text: text.to_owned(), right, why: why.to_owned() };
        let options = vec![option("one", true, "yes"), option("two", many, ""), option("three", false, "never")];
        let kind = Kind::Choice { options, many };
        Question { text: String::new(), kind, hints: Vec::new(), right: String::new(), wrong: "Think.".to_owned() }
    }

    fn text(feedback: &Feedback) -> String {
        let text = feedback.text.iter().map(|block| match block {
            markdown::Block::Paragraph { text } => plain_text(text),
            other => panic!("{other:?}"),
        });
        text.collect::<Vec<_>>().join(" / ")
    }

    fn said(question: &Question, typed: &str) -> (bool, String) {
        let judge = Judge::new(question, Lang::En);
        let feedback = judge.judge(&judge.read(typed).unwrap()).unwrap();
        (feedback.right, text(&feedback))
    }

    #[test]
    fn one_of_several() {
        let question = choice(false);
        assert_eq!(said(&question, "a"), (true, "yes".to_owned()));
        assert_eq!(said(&question, "B"), (false, "b is not right. / Think.".to_owned()));
        assert_eq!(said(&question, "3"), (false, "never / Think.".to_owned()));
        let judge = Judge::new(&question, Lang::En);
        for typed in ["", "d", "0", "4", "a b", "one"] {
            assert_eq!(judge.read(typed).unwrap_err(), "Type one of the letters, a to c.", "{typed}");
        }
        assert_eq!(text(&judge.solution()), "a. one / yes");
    }

    #[test]
    fn all_that_are_right() {
        let question = choice(true);
        assert_eq!(said(&question, "b, a"), (true, "a. yes".to_owned()));
        let missed = "Right ones that you did not choose: 1. / Think.";
        assert_eq!(said(&question, "a"), (false, missed.to_owned()));
        assert_eq!(said(&question, "a，c"), (false, format!("c. never / {missed}")));
    }

    #[test]
    fn numbers_say_which_way() {
        let kind = Kind::Number { answer: 53, counted: None };
        let question = Question { kind, ..choice(false) };
        assert_eq!(said(&question, " 53 "), (true, String::new()));
        assert_eq!(said(&question, "５４"), (false, "It is less than 54. / Think.".to_owned()));
        assert_eq!(said(&question, "-1"), (false, "It is more than -1. / Think.".to_owned()));
        assert!(Judge::new(&question, Lang::Zh).read("many").is_err());
    }
}
