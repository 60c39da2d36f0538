//! A question that is being answered: what is picked or typed, how many hints were taken, what was said to it.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::app::App;
use super::layout::Pane;
use super::overlay_keys::edit;
use super::update::Effect;
use crate::player::{Answer, Feedback, Form, letter};

/// An answer on its way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Options that are picked; things that are put in order, in that order.
    pub picked: Vec<usize>,
    /// The option that the arrows are at, once they were used.
    pub at: Option<usize>,
    /// What is typed.
    pub typed: String,
    /// How many hints are shown; one more than there are means: the next one is the answer.
    pub hints: usize,
    /// What was said to the last answer.
    pub said: Option<Said>,
}

/// What was said to an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// It was right.
    Right(Feedback),
    /// It was wrong; one may try again.
    Wrong(Feedback),
    /// The reader asked for the answer.
    Told(Feedback),
}

impl Asked {
    /// Whether nothing more is asked: the explanation can be read.
    pub fn is_over(&self) -> bool {
        matches!(self.said, Some(Said::Right(_) | Said::Told(_)))
    }
}

/// What a form of question takes: options to pick, or a line to type.
pub fn options(form: &Form) -> Option<usize> {
    match form {
        Form::Choice { options, .. } => Some(options.len()),
        Form::Order { items } => Some(items.len()),
        Form::Pick { options } => Some(options.len()),
        Form::Number | Form::Text | Form::Packages { .. } => None,
    }
}

/// Whether several options may be picked.
fn takes_many(form: &Form) -> bool {
    matches!(form, Form::Choice { many: true, .. } | Form::Order { .. })
}

impl App {
    /// The form of the question that waits for an answer.
    pub(super) fn open_question(&self) -> Option<&Form> {
        let question = self.frame.question.as_ref()?;
        let over = self.asked.get(&self.step).is_some_and(Asked::is_over);
        (!over).then_some(&question.form)
    }

    /// Whether this step asks, and the text is what one looks at.
    pub(super) fn is_at_question(&self) -> bool {
        self.frame.question.is_some() && self.pane == Pane::Text
    }

    /// Whether one can answer here and now.
    pub(super) fn can_answer(&self) -> bool {
        self.open_question().is_some() && self.pane == Pane::Text && !self.aside && self.auto.is_none()
    }

    /// Whether keys go to the question first: not before one has read on to it.
    pub fn is_asking(&self) -> bool {
        let seen = self.scroll.text + self.page.areas.rows(Pane::Text);
        self.can_answer() && self.page.text.question.as_ref().is_some_and(|question| question.from + 2 <= seen)
    }

    /// Whether what one types goes into a line of the question.
    pub(super) fn is_typing(&self) -> bool {
        self.is_asking() && self.open_question().is_some_and(|form| options(form).is_none())
    }

    /// Whether something is picked or typed.
    pub(super) fn is_answer_begun(&self) -> bool {
        self.asked.get(&self.step).is_some_and(|asked| !asked.picked.is_empty() || !asked.typed.is_empty())
    }

    /// A key for the question. None if it is not one of those.
    pub(super) fn question_key(&mut self, key: KeyEvent) -> Option<Effect> {
        if !self.is_asking() {
            return None;
        }
        let form = self.open_question()?.clone();
        let plain = !key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
        match (options(&form), key.code) {
            (None, _) if !plain => self.type_key(&form, key)?,
            _ if !plain => return None,
            (_, KeyCode::Char('?')) => return Some(self.take_hint()),
            (_, KeyCode::Esc) => self.aside = true,
            (_, KeyCode::Enter) => return self.enter(&form),
            (Some(count), code) => self.pick_key(&form, count, code)?,
            (None, _) => self.type_key(&form, key)?,
        }
        Some(Effect::Stay)
    }

    fn now_asked(&mut self) -> &mut Asked {
        self.asked.entry(self.step).or_default()
    }

    /// Whether a hint is left that was not taken.
    pub(super) fn has_hint_left(&self) -> bool {
        let taken = self.asked.get(&self.step).map_or(0, |asked| asked.hints);
        self.frame.question.as_ref().is_some_and(|question| taken < question.hints.len())
    }

    /// The next hint; behind the last one, the answer, which is as good as a wrong one.
    fn take_hint(&mut self) -> Effect {
        let hints = self.frame.question.as_ref().map_or(0, |question| question.hints.len());
        let solution = self.player.solution(self.step);
        let asked = self.now_asked();
        if asked.hints > hints || (hints > 0 && asked.hints == hints) {
            asked.said = solution.map(Said::Told);
            self.show_question = true;
            return Effect::Answered { right: false };
        }
        asked.hints += 1;
        self.show_question = true;
        Effect::Stay
    }

    /// The answer without trying, when the lesson plays by itself.
    pub(super) fn tell_answer(&mut self) {
        if self.open_question().is_some() {
            let solution = self.player.solution(self.step);
            self.now_asked().said = solution.map(Said::Told);
        }
    }

    fn enter(&mut self, form: &Form) -> Option<Effect> {
        let asked = self.asked.get(&self.step).cloned().unwrap_or_default();
        let typed = match form {
            Form::Number | Form::Text | Form::Packages { .. } => asked.typed.trim().to_owned(),
            Form::Pick { options } => asked.picked.first().and_then(|&at| options.get(at).cloned()).unwrap_or_default(),
            Form::Choice { .. } | Form::Order { .. } => {
                asked.picked.iter().map(|&at| letter(at)).collect::<Vec<_>>().join(" ")
            }
        };
        if typed.is_empty() {
            if self.scroll.text < self.hidden_text() {
                return None;
            }
            self.say(if options(form).is_some() { self.own.pick_first } else { self.own.type_first });
            return Some(Effect::Stay);
        }
        match self.player.read_answer(self.step, &typed) {
            Ok(answer) => Some(self.judge(&answer)),
            Err(message) => {
                self.say(message);
                Some(Effect::Stay)
            }
        }
    }

    fn judge(&mut self, answer: &Answer) -> Effect {
        let Some(feedback) = self.player.answer(self.step, answer) else { return Effect::Stay };
        let right = feedback.right;
        self.now_asked().said = Some(if right { Said::Right(feedback) } else { Said::Wrong(feedback) });
        self.show_question = true;
        Effect::Answered { right }
    }

    fn pick_key(&mut self, form: &Form, count: usize, code: KeyCode) -> Option<()> {
        let asked = self.asked.get(&self.step).cloned().unwrap_or_default();
        let picked = match code {
            KeyCode::Up | KeyCode::Down => {
                let last = count.saturating_sub(1);
                let to = match (asked.at, code) {
                    (None, KeyCode::Up) => last,
                    (None, _) => 0,
                    (Some(at), KeyCode::Up) => at.saturating_sub(1),
                    (Some(at), _) => (at + 1).min(last),
                };
                // Where one is asked for, the arrows pick it: Enter takes what they are at.
                if !takes_many(form) {
                    self.pick(form, to);
                }
                self.now_asked().at = Some(to);
                self.show_question = true;
                return Some(());
            }
            KeyCode::Char(' ') => asked.at.unwrap_or(0),
            KeyCode::Backspace if matches!(form, Form::Order { .. }) && !asked.picked.is_empty() => {
                self.now_asked().picked.pop();
                return Some(());
            }
            KeyCode::Char(c) => (0..count).find(|&at| letter(at) == c.to_ascii_lowercase().to_string())?,
            _ => return None,
        };
        self.pick(form, picked);
        Some(())
    }

    /// Picks an option, or takes it back.
    pub(super) fn pick(&mut self, form: &Form, option: usize) {
        let many = takes_many(form);
        self.show_question = true;
        let asked = self.now_asked();
        asked.at = Some(option);
        match asked.picked.iter().position(|picked| *picked == option) {
            Some(at) if many => {
                asked.picked.remove(at);
            }
            Some(_) => {}
            None if many => asked.picked.push(option),
            None => asked.picked = vec![option],
        }
    }

    fn type_key(&mut self, form: &Form, key: KeyEvent) -> Option<()> {
        let typed = self.asked.get(&self.step).map(|asked| asked.typed.clone()).unwrap_or_default();
        match key.code {
            // With nothing to take back it is the way back.
            KeyCode::Backspace if typed.is_empty() => return None,
            KeyCode::Tab => {
                let Form::Packages { known, .. } = form else { return None };
                self.now_asked().typed = complete(&typed, known)?;
            }
            _ => {
                if !edit(&mut self.now_asked().typed, key) {
                    return None;
                }
                self.show_question = true;
            }
        }
        Some(())
    }
}

/// The word that is being typed.
fn last_word(typed: &str) -> &str {
    typed.rsplit([' ', ',', '、', '，']).next().unwrap_or(typed)
}

/// Packages that the word could become: those that begin with it, else those that have it in their path.
pub fn candidates<'a>(typed: &str, known: &'a [String]) -> Vec<&'a str> {
    let word = last_word(typed);
    if word.is_empty() {
        return Vec::new();
    }
    let all = |fits: &dyn Fn(&str) -> bool| known.iter().map(String::as_str).filter(|path| fits(path)).collect();
    let first: Vec<&str> = all(&|path| path.starts_with(word));
    if first.is_empty() { all(&|path| path.contains(word)) } else { first }
}

/// The typed line with its last word completed as far as it is clear. None if nothing was begun.
fn complete(typed: &str, known: &[String]) -> Option<String> {
    let word = last_word(typed);
    if word.is_empty() {
        return None;
    }
    let candidates = candidates(typed, known);
    let Some((first, others)) = candidates.split_first() else { return Some(typed.to_owned()) };
    let same = |a: &str, b: &str| a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let common = others.iter().fold(first.len(), |length, other| length.min(same(first, other)));
    let common = first.get(..common).filter(|common| common.len() > word.len()).unwrap_or(word);
    Some(format!("{}{common}", &typed[..typed.len() - word.len()]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_are_completed_as_far_as_it_is_clear() {
        let known: Vec<String> = ["fmt", "internal/abi", "internal/asan", "io", "io/fs"].map(str::to_owned).to_vec();
        assert_eq!(complete("", &known), None);
        assert_eq!(complete("f", &known).as_deref(), Some("fmt"));
        assert_eq!(complete("fmt, in", &known).as_deref(), Some("fmt, internal/a"));
        assert_eq!(complete("asan", &known).as_deref(), Some("internal/asan"));
        assert_eq!(complete("io", &known).as_deref(), Some("io"));
        assert_eq!(complete("x", &known).as_deref(), Some("x"));
        assert_eq!(candidates("io", &known), ["io", "io/fs"]);
    }
}
