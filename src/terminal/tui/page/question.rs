//! A question in the explanation, with what is picked or typed, hints, and what was said to the answer.

use unicode_width::UnicodeWidthStr;

use super::super::super::inline::wrap;
use super::super::ascii::key_names;
use super::super::asked::{Asked, Said};
use super::super::completion::{candidates, words_of_machine};
use super::super::state::State;
use super::super::typing::around;
use gostep_course::player::{Answer, Feedback, Form, GoalView, QuestionView, letter, markdown};
use gostep_view::blocks::{Block, headed};
use gostep_view::look::{Line, Look, Span};
use gostep_view::shown::{goal, options, question_heading};

/// More packages than these are not offered.
const MOST_CANDIDATES: usize = 12;

/// A drawn question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    /// All lines.
    pub lines: Vec<Line>,
    /// Its first row.
    pub from: usize,
    /// First row of each option, in order.
    pub options: Vec<usize>,
    /// The row behind the last one.
    pub options_end: usize,
    /// Rows that must be seen when the question is worked at: from, to (exclusive).
    pub active: (usize, usize),
}

/// Draws the question of a step.
pub fn draw(state: &State, question: &QuestionView, width: usize) -> Drawn {
    let empty = Asked::default();
    let asked = state.asked.get(&state.step).unwrap_or(&empty);
    let drawer = Drawer { state, asked, width };
    let mut drawn = Drawn {
        lines: drawer.text(question_heading(question, state.words), Look::Title, &question.text),
        ..Drawn::default()
    };
    drawer.form(&question.form, &mut drawn);
    if !asked.is_over() {
        for hint in question.hints.iter().take(asked.hints) {
            drawn.add(vec![Line::new()]);
            drawn.add_active(drawer.text(state.own.hint, Look::Ready, hint));
        }
        if asked.hints >= question.hints.len().max(1) {
            drawn.add_active(wrap(&[Span::new(state.own.next_is_answer, Look::Dim)], &Span::plain(""), width));
        }
    }
    if let Some(said) = &asked.said {
        drawn.add(vec![Line::new()]);
        drawn.add_active(drawer.said(said));
    }
    drawn
}

impl Drawn {
    /// Says where things are when so many rows stand above.
    pub fn move_down(&mut self, rows: usize) {
        self.from += rows;
        self.options.iter_mut().for_each(|row| *row += rows);
        self.options_end += rows;
        self.active = (self.active.0 + rows, self.active.1 + rows);
    }

    fn add(&mut self, lines: Vec<Line>) {
        self.lines.extend(lines);
    }

    /// Lines that have just come.
    fn add_active(&mut self, lines: Vec<Line>) {
        let from = self.lines.len();
        self.lines.extend(lines);
        self.active = (from, self.lines.len());
    }
}

struct Drawer<'a> {
    state: &'a State,
    asked: &'a Asked,
    width: usize,
}

impl Drawer<'_> {
    fn text(&self, heading: &str, look: Look, text: &[markdown::Block]) -> Vec<Line> {
        self.lay(&headed(heading, look, text))
    }

    fn lay(&self, blocks: &[Block]) -> Vec<Line> {
        self.state.room(self.width).lay(blocks)
    }

    fn form(&self, form: &Form, drawn: &mut Drawn) {
        match form {
            Form::Choice { many, .. } => {
                drawn.add(self.how(if *many { self.state.own.pick_some } else { self.state.own.pick_one }));
                self.options(form, |at| self.sign(at, *many), drawn);
            }
            Form::Pick { .. } => {
                drawn.add(self.how(self.state.own.pick_one));
                self.options(form, |at| self.sign(at, false), drawn);
            }
            Form::Order { .. } => {
                drawn.add(self.how(self.state.own.pick_in_order));
                let place = |at| self.asked.picked.iter().position(|picked| *picked == at);
                let sign = |place: usize| format!("({})", place + 1);
                self.options(form, |at| place(at).map_or_else(|| "( )".to_owned(), sign), drawn);
            }
            Form::Number => self.field(self.state.own.type_number, &[], &[], drawn),
            Form::Text => self.field(self.state.own.type_text, &[], &[], drawn),
            Form::Packages { known, many } => {
                let words = if *many { self.state.own.type_packages } else { self.state.own.type_package };
                self.field(words, &candidates(&self.asked.typed, known), known, drawn);
            }
            Form::Machine { changes, listed, packages, .. } => {
                let now = match &self.asked.said {
                    Some(Said::Right(feedback) | Said::Wrong(feedback) | Said::Told(feedback)) => &feedback.goal[..],
                    None => &[],
                };
                self.goal(form, now, drawn);
                let typed = &self.asked.typed;
                let known = words_of_machine(typed, changes, packages);
                self.field(self.state.words.task.on_machine, &candidates(typed, known), listed, drawn);
            }
            Form::Build { .. } => self.build(form, drawn),
        }
    }

    fn goal(&self, form: &Form, now: &[GoalView], drawn: &mut Drawn) {
        drawn.add(vec![Line::new()]);
        drawn.add_active(self.lay(&goal(form, now)));
    }

    /// A task in the build: what holds where the reader stands.
    fn build(&self, form: &Form, drawn: &mut Drawn) {
        let stands = || self.state.player.answer(self.state.step, &Answer::Stand(self.state.stand()));
        let quiet = self.state.auto.is_some() || self.state.settings.filmed;
        let feedback = match &self.asked.said {
            Some(Said::Right(feedback) | Said::Wrong(feedback) | Said::Told(feedback)) => Some(feedback.clone()),
            None if quiet => None,
            None => stands(),
        };
        let now = feedback.as_ref().map_or(&[][..], |feedback| &feedback.goal);
        self.goal(form, now, drawn);
        drawn.add(self.how(self.state.words.task.in_build));
    }

    /// How to answer, while an answer is still possible.
    fn how(&self, text: &str) -> Vec<Line> {
        match () {
            () if self.asked.is_over() || self.state.auto.is_some() || self.state.settings.filmed => Vec::new(),
            () if !self.state.can_answer() => self.dim(self.state.own.left_alone),
            () => self.dim(text),
        }
    }

    fn dim(&self, text: &str) -> Vec<Line> {
        let text = key_names(text, self.state.settings.ascii);
        wrap(&[Span::new(text, Look::Dim)], &Span::plain(""), self.width)
    }

    fn sign(&self, at: usize, many: bool) -> String {
        let picked = self.asked.picked.contains(&at);
        let sign = match (many, picked) {
            (false, false) => "( )",
            (false, true) => "(•)",
            (true, false) => "[ ]",
            (true, true) => "[x]",
        };
        sign.to_owned()
    }

    fn options(&self, form: &Form, sign: impl Fn(usize) -> String, drawn: &mut Drawn) {
        for (at, body) in options(form).into_iter().enumerate() {
            self.option(at, &sign(at), body, drawn);
        }
    }

    fn option(&self, at: usize, sign: &str, body: Vec<Block>, drawn: &mut Drawn) {
        // The last columns stay free.
        const MARGIN: usize = 2;
        let working = self.state.can_answer() && self.asked.at == Some(at);
        let lead = vec![
            Span::new(if working { "›" } else { " " }, Look::Now),
            Span::new(sign, if self.asked.picked.contains(&at) { Look::Now } else { Look::Plain }),
            Span::new(format!(" {} ", letter(at)), Look::Strong),
        ];
        let room = self.state.room(self.width.saturating_sub(MARGIN));
        let lines = room.lay(&[Block::Item { lead, body }]);
        if working {
            drawn.active = (drawn.lines.len(), drawn.lines.len() + lines.len());
        }
        drawn.options.push(drawn.lines.len());
        drawn.lines.extend(lines);
        drawn.options_end = drawn.lines.len();
        if self.asked.at.is_none() {
            drawn.active = (drawn.options.first().copied().unwrap_or(0), drawn.options_end);
        }
    }

    /// A line to type in, and below it what the word could become, or all that could be typed.
    fn field(&self, help: &str, candidates: &[&str], listed: &[String], drawn: &mut Drawn) {
        drawn.add(self.how(help));
        let from = drawn.lines.len();
        let typed = self.asked.typed.as_str();
        let (mut before, mut after) = around(typed, self.asked.behind);
        while before.width() + after.width() + 4 > self.width {
            // The cursor stays in sight.
            if before.width() + 4 > self.width || after.is_empty() {
                before = before.char_indices().nth(1).map_or("", |(at, _)| &before[at..]);
            } else {
                after = after.char_indices().next_back().map_or("", |(at, _)| &after[..at]);
            }
        }
        let mut line = vec![Span::new("> ", Look::Strong), Span::plain(before)];
        if self.state.can_answer() {
            line.push(Span::new("▏", Look::Now));
        }
        line.push(Span::plain(after));
        drawn.lines.push(line);
        if self.asked.listed && self.asked.typed.is_empty() && self.state.can_answer() {
            let names = listed.join("  ");
            drawn.add(wrap(&[Span::new(names, Look::Dim)], &Span::plain("  "), self.width));
        } else if !candidates.is_empty() && self.state.can_answer() && candidates != [typed] {
            let names = candidates.iter().take(MOST_CANDIDATES).copied().collect::<Vec<_>>().join("  ");
            let more = if candidates.len() > MOST_CANDIDATES { " …" } else { "" };
            drawn.add(wrap(&[Span::new(format!("{names}{more}"), Look::Dim)], &Span::plain("  "), self.width));
        }
        drawn.active = (from, drawn.lines.len());
    }

    fn said(&self, said: &Said) -> Vec<Line> {
        let own = self.state.own;
        match said {
            Said::Right(feedback) if !feedback.goal.is_empty() => {
                self.feedback(self.state.words.task.reached, Look::Done, feedback)
            }
            Said::Right(feedback) => self.feedback(own.right, Look::Done, feedback),
            Said::Told(feedback) => self.feedback(own.told, Look::Strong, feedback),
            Said::Wrong(feedback) if self.is_task() => {
                self.feedback(self.state.words.task.not_yet, Look::Wrong, feedback)
            }
            Said::Wrong(feedback) => {
                let mut lines = self.feedback(own.wrong, Look::Wrong, feedback);
                lines.extend(self.dim(if self.state.has_hint_left() { own.try_again } else { own.try_again_alone }));
                lines
            }
        }
    }

    fn is_task(&self) -> bool {
        self.state.open_question().is_some_and(Form::is_task)
    }

    fn feedback(&self, heading: &str, look: Look, feedback: &Feedback) -> Vec<Line> {
        self.text(heading, look, &feedback.text)
    }
}
