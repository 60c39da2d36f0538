//! `ask:` of a step: from a question as written to one whose right answers are known.

mod asked;
mod build;
mod moment;
mod order;

use crate::lesson::check::builds::Builds;
use crate::lesson::check::checker::Checker;
use crate::lesson::closed;
use crate::lesson::expr;
use crate::lesson::places::join;
use crate::lesson::problem::Ground;
use crate::lesson::question::{Choice, Kind, Question};
use crate::lesson::raw_ask::{RawAsk, RawAskTranslation};
use crate::lesson::value::Value;
use asked::{Asked, counted};
use gostep_sim::said;
use gostep_sim::said::Said;

/// Forms of questions.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Choice,
    Choices,
    Number,
    Text,
    Order,
    CanStart,
    StartsNext,
    WaitsFor,
    Rebuilt,
    Linked,
    Fails,
}

/// What `kind:` can be; of a prediction `predict:` tells the form.
const KINDS: [(&str, Option<Form>); 6] = [
    ("choice", Some(Form::Choice)),
    ("choices", Some(Form::Choices)),
    ("number", Some(Form::Number)),
    ("text", Some(Form::Text)),
    ("order", Some(Form::Order)),
    ("predict", None),
];
/// What `predict:` can be.
const PREDICTIONS: [(&str, Form); 6] = [
    ("can_start", Form::CanStart),
    ("starts_next", Form::StartsNext),
    ("waits_for", Form::WaitsFor),
    ("rebuilt", Form::Rebuilt),
    ("linked", Form::Linked),
    ("fails", Form::Fails),
];

impl Form {
    /// The fields that mean something in such a question, besides its texts.
    fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Choice | Self::Choices => &["options"],
            Self::Number | Self::Text => &["answer"],
            Self::Order => &["items", "by"],
            Self::CanStart | Self::StartsNext => &["predict"],
            Self::WaitsFor => &["predict", "package"],
            Self::Rebuilt | Self::Linked => &["predict", "change"],
            Self::Fails => &["predict", "change", "fault"],
        }
    }
}

const MOST_OPTIONS: usize = 12;
const MOST_HINTS: usize = 10;
const NONE_IS_RIGHT: Said = said!("write right: true in the one that is, or if: and a comparison that decides");
const SEVERAL_ARE_RIGHT: Said = said!("exactly one must be; a question with several right options has kind: choices");

impl<'a> Checker<'a, '_> {
    /// Checks the question of a step.
    pub(super) fn ask(
        &mut self,
        raw: &'a RawAsk,
        step: &str,
        translation: Option<&'a RawAskTranslation>,
        their_step: &str,
        builds: &Builds,
    ) -> Option<Question> {
        let asked = Asked { raw, path: join(step, "ask"), translation, their_path: join(their_step, "ask"), builds };
        self.require(&join(&asked.path, "text"), raw.text.is_some());
        let kind = self.kind(&asked);
        let text = self.ask_text(&asked, "text", raw.text.as_ref(), translation.and_then(|t| t.text.as_ref()));
        let right = self.ask_text(&asked, "right", raw.right.as_ref(), translation.and_then(|t| t.right.as_ref()));
        let wrong = self.ask_text(&asked, "wrong", raw.wrong.as_ref(), translation.and_then(|t| t.wrong.as_ref()));
        if raw.hints.len() > MOST_HINTS {
            let message = said!("{} hints; {MOST_HINTS} are allowed", raw.hints.len(), MOST_HINTS);
            self.report.add(self.places().whole(&join(&asked.path, "hints")), message, said!("say it with fewer"));
        }
        let hints = raw.hints.iter().take(MOST_HINTS).enumerate();
        let hints = hints.map(|(number, hint)| {
            let translated = translation.and_then(|t| t.hints.get(number));
            self.ask_text(&asked, &format!("hints[{number}]"), Some(hint), translated)
        });
        let hints = hints.collect();
        Some(Question { text, kind: kind?, hints, right, wrong })
    }

    /// Reports fields that mean nothing in a question of this form. Tells whether there are any.
    fn refuse_idle_fields(&mut self, asked: &Asked<'a, '_>, form: Form, word: &str) -> bool {
        let raw = asked.raw;
        let given = [
            ("options", !raw.options.is_empty()),
            ("answer", !raw.answer.is_empty()),
            ("items", !raw.items.is_empty()),
            ("by", raw.by.is_some()),
            ("predict", raw.predict.is_some()),
            ("package", raw.package.is_some()),
            ("change", !raw.change.is_empty()),
            ("fault", !raw.fault.is_empty()),
        ];
        let wanted = form.fields();
        let mut idle = given.iter().filter(|(name, given)| *given && !wanted.contains(name)).peekable();
        let is_idle = idle.peek().is_some();
        for (name, _) in idle {
            let place = self.places().key(&join(&asked.path, name));
            let message = said!("{name}: means nothing in a question of kind {word}", name, word);
            let help = if wanted == ["options"] && *name == "answer" {
                said!("write right: true in the option that is right")
            } else {
                let wanted = wanted.iter().map(|name| format!("{name}:")).collect::<Vec<_>>().join(", ");
                said!("remove it; such a question has {wanted}", wanted)
            };
            self.report.add(place, message, help);
        }
        is_idle
    }

    fn kind(&mut self, asked: &Asked<'a, '_>) -> Option<Kind> {
        let (form, word) = self.form(asked)?;
        // Of a question with fields of another kind nobody knows what it was to be.
        if self.refuse_idle_fields(asked, form, word) {
            return None;
        }
        match form {
            Form::Choice => self.choice(asked, false),
            Form::Choices => self.choice(asked, true),
            Form::Number => self.number(asked),
            Form::Text => self.accepted(asked),
            Form::Order => self.order(asked),
            Form::CanStart => self.can_start(asked),
            Form::StartsNext => self.starts_next(asked),
            Form::WaitsFor => self.waits_for(asked),
            Form::Rebuilt => self.rebuilt(asked),
            Form::Linked => self.linked(asked),
            Form::Fails => self.fails(asked),
        }
    }

    /// The form of a question, and the word for it.
    fn form(&mut self, asked: &Asked<'a, '_>) -> Option<(Form, &'a str)> {
        let Some(kind) = asked.raw.kind.as_deref() else {
            self.lacks(asked, "kind", &KINDS);
            return None;
        };
        match closed::meaning(&KINDS, kind) {
            Ok(Some(form)) => return Some((form, kind)),
            Ok(None) => {}
            Err(hint) => {
                let is_prediction = closed::meaning(&PREDICTIONS, kind).is_ok();
                let predict = || said!("write kind: predict and predict: {kind}", kind);
                let help = if is_prediction { predict() } else { closed::known(&KINDS) };
                let place = self.places().value(&join(&asked.path, "kind"));
                self.report.add(place, said!("unknown kind of question {kind:?}{hint}", kind, hint), help);
                return None;
            }
        }
        let Some(predict) = asked.raw.predict.as_deref() else {
            self.lacks(asked, "predict", &PREDICTIONS);
            return None;
        };
        let form = closed::meaning(&PREDICTIONS, predict).map_err(|hint| {
            let message = said!("{predict:?} cannot be predicted{hint}", predict, hint);
            self.report.add(self.predict_place(asked), message, closed::known(&PREDICTIONS));
        });
        Some((form.ok()?, predict))
    }

    /// Reports a missing word, with those that can be given.
    fn lacks<T>(&mut self, asked: &Asked<'a, '_>, name: &str, words: &[(&'static str, T)]) {
        if !self.was_dropped(&join(&asked.path, name)) {
            let help = said!("add {name}: and one of {}", said::list(closed::listed(words)), name);
            self.report.add(self.places().whole(&asked.path), said!("{name}: is missing", name), help);
        }
    }

    fn choice(&mut self, asked: &Asked<'a, '_>, many: bool) -> Option<Kind> {
        let path = join(&asked.path, "options");
        let raw = &asked.raw.options;
        if raw.is_empty() {
            let help = said!("add options: with 2 to {MOST_OPTIONS} of them", MOST_OPTIONS);
            if !self.was_dropped(&path) {
                self.report.add(self.places().whole(&asked.path), said!("options: is missing"), help);
            }
            return None;
        }
        if raw.len() < 2 || raw.len() > MOST_OPTIONS {
            let message = said!(
                "a choice of {}",
                counted(raw.len(), said!("1 option"), said!("{number} options", number = raw.len()))
            );
            self.report.add(
                self.places().whole(&path),
                message,
                said!("give 2 to {MOST_OPTIONS} under options:", MOST_OPTIONS),
            );
            return None;
        }
        let mut options = Vec::new();
        for (number, option) in raw.iter().enumerate() {
            let path = format!("{path}[{number}]");
            self.require(&join(&path, "text"), option.text.is_some());
            let right = match (option.right, &option.condition) {
                (Some(_), Some(_)) => {
                    let help = said!("if: decides by itself whether the option is right; remove right:");
                    self.report.add(
                        self.places().key(&join(&path, "if")),
                        said!("an option with right: and if:"),
                        help,
                    );
                    None
                }
                (right, None) => Some(right.unwrap_or(false)),
                (None, Some(text)) => self.truth(text, &join(&path, "if"), asked.builds),
            };
            let name = |field: &str| format!("options[{number}].{field}");
            let translated = asked.translation.and_then(|t| t.options.get(number));
            let text =
                self.ask_text(asked, &name("text"), option.text.as_ref(), translated.and_then(|t| t.text.as_ref()));
            let why = self.ask_text(asked, &name("why"), option.why.as_ref(), translated.and_then(|t| t.why.as_ref()));
            options.push(right.map(|right| Choice { text, right, why }));
        }
        let options: Vec<Choice> = options.into_iter().collect::<Option<_>>()?;
        let right = options.iter().filter(|option| option.right).count();
        let fits = if many { right > 0 } else { right == 1 };
        if !fits && right == 0 && self.has_dropped_in(&path) {
            // Perhaps the one that was to be right is among those that could not be read.
            return None;
        }
        if !fits {
            let second = options.iter().enumerate().filter(|(_, option)| option.right).map(|(number, _)| number).nth(1);
            let (place, message, help) = match second {
                None => (self.places().whole(&path), said!("none of the options is right"), NONE_IS_RIGHT),
                Some(second) => {
                    let option = format!("{path}[{second}]");
                    let name = ["right", "if"].into_iter().find(|name| self.places().has(&join(&option, name)));
                    let place = self.places().key(&join(&option, name.unwrap_or("text")));
                    (place, said!("{right} of the options are right", right), SEVERAL_ARE_RIGHT)
                }
            };
            let is_computed = raw.iter().any(|option| option.condition.is_some());
            let ground = if is_computed { Ground::Build } else { Ground::Text };
            self.report.add_on(ground, place, message, help);
            return None;
        }
        Some(Kind::Choice { options, many })
    }

    fn number(&mut self, asked: &Asked<'a, '_>) -> Option<Kind> {
        let path = join(&asked.path, "answer");
        let [text] = asked.raw.answer.as_slice() else {
            self.require(&path, !asked.raw.answer.is_empty());
            if !asked.raw.answer.is_empty() {
                let place = self.places().value(&path);
                self.report.add(
                    place,
                    said!("a number has one answer"),
                    said!("write it without brackets: answer: count(packages)"),
                );
            }
            return None;
        };
        let scene = asked.builds.scene();
        let value = expr::parse(text, 0).and_then(|expr| {
            let value = scene.value(&expr)?;
            let not_a_number = || {
                let message = said!("the answer is {}, not a number", value.kind());
                expr::ExprError::new(
                    expr.at,
                    message,
                    said!("write a fact that gives a number, such as count(packages)"),
                )
            };
            let answer = value.as_number().ok_or_else(not_a_number)?;
            let counted = match scene.counted(&expr).unwrap_or(value) {
                Value::List(items) => Some(items),
                _ => None,
            };
            Ok(Kind::Number { answer, counted })
        });
        value.map_err(|error| self.expression_problem(&path, text, error)).ok()
    }

    /// What is accepted: the lesson's own words, and those of the translation.
    fn accepted(&mut self, asked: &Asked<'a, '_>) -> Option<Kind> {
        self.require(&join(&asked.path, "answer"), !asked.raw.answer.is_empty());
        if asked.raw.answer.len() > MOST_OPTIONS {
            let message =
                said!("{} accepted answers; {MOST_OPTIONS} are allowed", asked.raw.answer.len(), MOST_OPTIONS);
            self.report.add(self.places().value(&join(&asked.path, "answer")), message, said!("leave some out"));
            return None;
        }
        let translated = asked.translation.map_or(&[][..], |t| t.answer.as_slice());
        let name = |field: &str, number: usize| {
            let list = format!("{field}[{number}]");
            if self.places().has(&format!("{}.{list}", asked.path)) { list } else { field.to_owned() }
        };
        let own: Vec<_> = asked.raw.answer.iter().enumerate().map(|(n, answer)| (name("answer", n), answer)).collect();
        let theirs = translated.iter().enumerate();
        let theirs: Vec<_> = theirs
            .map(|(number, answer)| self.ask_text(asked, &format!("answer[{number}]"), None, Some(answer)))
            .collect();
        let own = own.into_iter().map(|(name, answer)| self.ask_text(asked, &name, Some(answer), None));
        let accepted: Vec<String> = theirs.into_iter().chain(own.collect::<Vec<_>>()).collect();
        let accepted: Vec<String> = accepted.into_iter().filter(|answer| !answer.trim().is_empty()).collect();
        (!accepted.is_empty()).then_some(Kind::Text { accepted })
    }

    /// Whether a condition holds.
    fn truth(&mut self, text: &str, path: &str, builds: &Builds) -> Option<bool> {
        let value = expr::parse(text, 0).and_then(|expr| match builds.scene().value(&expr)? {
            Value::Truth(truth) => Ok(truth),
            other => {
                let message = said!("{} is neither true nor false", other.kind());
                Err(expr::ExprError::new(expr.at, message, said!("compare it: count(packages) == 53")))
            }
        });
        value.map_err(|error| self.expression_problem(path, text, error)).ok()
    }

    fn expression_problem(&mut self, path: &str, text: &str, error: expr::ExprError) {
        let place = self.places().inside(path, text, error.at);
        self.report.add_on(error.ground, place, error.message, error.help);
    }
}
