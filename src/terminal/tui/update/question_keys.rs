//! What keys do to a question: they pick, type, take hints, and hand an answer in.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::super::app::App;
use super::super::asked::{Said, has_words, options, takes_many};
use super::super::completion::{complete, words_of_machine};
use super::super::input::Effect;
use super::super::layout::Pane;
use super::super::typing::edit;
use gostep_course::player::{Answer, Form, letter};

impl App {
    /// A key for the question. None if it is not one of those.
    pub(super) fn question_key(&mut self, key: KeyEvent) -> Option<Effect> {
        if !self.is_asking() {
            return None;
        }
        let form = self.state.open_question()?.clone();
        if matches!(form, Form::Build { .. }) {
            return self.key_beside_build(key);
        }
        let plain = !key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
        match (options(&form), key.code) {
            (None, _) if !plain => self.type_key(&form, key)?,
            _ if !plain => return None,
            (_, KeyCode::Char('?')) => return Some(self.take_hint()),
            (_, KeyCode::Esc) => self.state.aside = true,
            (_, KeyCode::Enter) => return self.enter(&form),
            (Some(count), code) => self.pick_key(&form, count, code)?,
            (None, _) => self.type_key(&form, key)?,
        }
        Some(Effect::Stay)
    }

    /// A key while the reader is to go somewhere in the build: most of them move, as ever.
    fn key_beside_build(&mut self, key: KeyEvent) -> Option<Effect> {
        match key.code {
            KeyCode::Char('?') => Some(self.take_hint()),
            // Reading on does not pass over a task.
            KeyCode::Enter | KeyCode::Char(' ') if !self.has_more_to_read() => {
                self.state.say(self.state.words.task.not_there);
                Some(Effect::Stay)
            }
            _ => None,
        }
    }

    /// Looks whether the task of a step is done where the reader stands now.
    pub(super) fn judge_stand(&mut self) -> Option<Effect> {
        if self.state.auto.is_some() || !matches!(self.state.open_question(), Some(Form::Build { .. })) {
            return None;
        }
        let feedback = self.state.player.answer(self.state.step, &Answer::Stand(self.state.stand()))?;
        self.state.show_question = true;
        if feedback.right {
            let held = feedback.goal.len();
            self.state.now_asked().said = Some(Said::Right(feedback));
            let (words, all) = (self.state.words, held);
            let held = words.task.held.with([&all, &all]);
            self.state.say([words.task.reached, &held].join(words.small.blank));
            return Some(Effect::Answered { right: true });
        }
        if self.page.areas.rows(Pane::Text) == 0 {
            let held = feedback.goal.iter().filter(|condition| condition.holds).count();
            self.state.say(self.state.words.task.held.with([&held, &feedback.goal.len()]));
        }
        None
    }

    /// The next hint; behind the last one, the answer, which is as good as a wrong one.
    fn take_hint(&mut self) -> Effect {
        let hints = self.state.frame.question.as_ref().map_or(0, |question| question.hints.len());
        let solution = self.state.player.solution(self.state.step);
        let asked = self.state.now_asked();
        if asked.hints > hints || (hints > 0 && asked.hints == hints) {
            asked.said = solution.map(Said::Told);
            self.state.show_question = true;
            return Effect::Answered { right: false };
        }
        asked.hints += 1;
        self.state.show_question = true;
        Effect::Stay
    }

    /// The answer without trying, when the lesson plays by itself.
    pub(super) fn tell_answer(&mut self) {
        if self.state.open_question().is_some() {
            let solution = self.state.player.solution(self.state.step);
            self.state.now_asked().said = solution.map(Said::Told);
        }
    }

    fn enter(&mut self, form: &Form) -> Option<Effect> {
        let asked = self.state.asked.get(&self.state.step).cloned().unwrap_or_default();
        let typed = match form {
            Form::Number | Form::Text | Form::Packages { .. } | Form::Machine { .. } => asked.typed.trim().to_owned(),
            Form::Build { .. } => return None,
            Form::Pick { options } => asked.picked.first().and_then(|&at| options.get(at).cloned()).unwrap_or_default(),
            Form::Choice { .. } | Form::Order { .. } => {
                asked.picked.iter().map(|&at| letter(at)).collect::<Vec<_>>().join(" ")
            }
        };
        if typed.is_empty() {
            if self.state.scroll.text < self.page.hidden.text {
                return None;
            }
            let first = if options(form).is_some() { self.state.own.pick_first } else { self.state.own.type_first };
            if has_words(form) {
                self.list_words();
            }
            self.state.say(first);
            return Some(Effect::Stay);
        }
        match self.state.player.read_answer(self.state.step, &typed) {
            Ok(answer) => {
                if form.is_task() {
                    let asked = self.state.now_asked();
                    asked.tried.retain(|line| *line != typed);
                    asked.tried.push(typed);
                    asked.back = 0;
                }
                Some(self.judge(&answer))
            }
            Err(message) => {
                self.state.say(message);
                Some(Effect::Stay)
            }
        }
    }

    fn judge(&mut self, answer: &Answer) -> Effect {
        let Some(feedback) = self.state.player.answer(self.state.step, answer) else { return Effect::Stay };
        let right = feedback.right;
        // A try that does not reach the goal of a task is no wrong answer.
        let counts = right || !self.state.open_question().is_some_and(Form::is_task);
        self.state.now_asked().said = Some(if right { Said::Right(feedback) } else { Said::Wrong(feedback) });
        self.state.show_question = true;
        if counts { Effect::Answered { right } } else { Effect::Stay }
    }

    fn pick_key(&mut self, form: &Form, count: usize, code: KeyCode) -> Option<()> {
        let asked = self.state.asked.get(&self.state.step).cloned().unwrap_or_default();
        let picked = match code {
            KeyCode::Up | KeyCode::Down => {
                let last = count.saturating_sub(1);
                let to = match (asked.at, code) {
                    (None, KeyCode::Up) => last,
                    (None, _) => 0,
                    (Some(at), KeyCode::Up) => at.saturating_sub(1),
                    (Some(at), _) => (at + 1).min(last),
                };
                // Where a single option is asked for, the arrows pick it, and Enter hands it in.
                if !takes_many(form) {
                    self.pick(form, to);
                }
                self.state.now_asked().at = Some(to);
                self.state.show_question = true;
                return Some(());
            }
            KeyCode::Char(' ') => asked.at.unwrap_or(0),
            KeyCode::Backspace if matches!(form, Form::Order { .. }) && !asked.picked.is_empty() => {
                self.state.now_asked().picked.pop();
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
        self.state.show_question = true;
        let asked = self.state.now_asked();
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

    /// Brings a line back that was tried before, or goes on to a later one. None if there is none.
    fn bring_back(&mut self, earlier: bool) -> Option<()> {
        let asked = self.state.asked.get(&self.state.step)?;
        let last = asked.tried.len().checked_sub(1)?;
        let is_last = asked.tried.last() == Some(&asked.typed);
        let back = match (earlier, asked.back) {
            // What stands there is the last one.
            (true, 0) if is_last => 2,
            (true, back) => back + 1,
            (false, back) => back.saturating_sub(1),
        };
        let back = back.min(last + 1);
        let line = if back == 0 { String::new() } else { asked.tried[last + 1 - back].clone() };
        let asked = self.state.now_asked();
        (asked.back, asked.typed, asked.behind) = (back, line, 0);
        self.state.show_question = true;
        Some(())
    }

    /// Lists what could be typed, and scrolls to it.
    fn list_words(&mut self) {
        self.state.now_asked().listed = true;
        self.state.show_question = true;
    }

    fn type_key(&mut self, form: &Form, key: KeyEvent) -> Option<()> {
        let typed = self.state.asked.get(&self.state.step).map(|asked| asked.typed.clone()).unwrap_or_default();
        match key.code {
            // With nothing to take back it is the way back.
            KeyCode::Backspace if typed.is_empty() => return None,
            KeyCode::Tab => {
                let known = match form {
                    _ if typed.is_empty() && has_words(form) => {
                        self.list_words();
                        return Some(());
                    }
                    Form::Packages { known, .. } => known,
                    Form::Machine { changes, packages, .. } => words_of_machine(&typed, changes, packages),
                    _ => return None,
                };
                let completed = complete(&typed, known)?;
                let asked = self.state.now_asked();
                (asked.typed, asked.behind) = (completed, 0);
            }
            KeyCode::Up | KeyCode::Down if matches!(form, Form::Machine { .. }) => {
                return self.bring_back(key.code == KeyCode::Up);
            }
            _ => {
                let asked = self.state.now_asked();
                if !edit(&mut asked.typed, &mut asked.behind, key) {
                    return None;
                }
                asked.listed = false;
                self.state.show_question = true;
            }
        }
        Some(())
    }
}
