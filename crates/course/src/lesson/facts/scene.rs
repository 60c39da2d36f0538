//! A moment of a lesson, and the values of expressions about it.

use std::cell::Cell;

use super::operators;
use crate::lesson::expr::{Expr, ExprError, ExprKind, Operator};
use crate::lesson::names;
use crate::lesson::problem::Ground;
use crate::lesson::staged::StagedBuild;
use crate::lesson::staged_run::RunNow;
use crate::lesson::value::Value;
use crate::lesson::whatifs::WhatIfs;
use crate::words::help::find;
use crate::words::{Lang, of_commands};
use gostep_sim::gobuild::{ActionState, State};
use gostep_sim::program::PackageId;
use gostep_sim::said;
use gostep_sim::said::Said;
use gostep_sim::suggest::did_you_mean;

/// A fact as an author sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FactInfo {
    /// How it is written.
    pub form: &'static str,
    /// What it gives, in English.
    pub about: &'static str,
}

pub const fn fact(form: &'static str, about: &'static str) -> FactInfo {
    FactInfo { form, about }
}

impl FactInfo {
    /// What it gives, in a language.
    pub fn about_in(&self, lang: Lang) -> &'static str {
        find(of_commands(lang).facts, self.form).unwrap_or(self.about)
    }

    /// The name in front of the brackets.
    pub fn name(&self) -> &'static str {
        self.form.split('(').next().unwrap_or(self.form)
    }

    /// What stands in the brackets.
    fn parameters(&self) -> Vec<&'static str> {
        let inside = self.form.split_once('(').map_or("", |(_, inside)| inside.trim_end_matches(')'));
        inside.split(", ").filter(|parameter| !parameter.is_empty()).collect()
    }
}

/// Facts that belong together.
pub struct Group {
    /// The facts.
    pub facts: &'static [FactInfo],
    /// Gives the value of one of them.
    pub value: for<'a> fn(&FactCall<'a>) -> Result<Value, ExprError>,
}

/// A fact that is asked for, with as many arguments as it has.
pub struct FactCall<'a> {
    pub scene: &'a Scene<'a>,
    pub at: usize,
    pub name: &'static str,
    pub args: &'a [Expr],
}

const LIST: Said = said!("`gostep facts` lists them all");

/// A moment of a lesson, about which facts are asked.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The facts that can be asked for.
    pub groups: &'static [Group],
    /// The builds that were started so far.
    pub builds: &'a [StagedBuild],
    /// Which one is meant.
    pub build: usize,
    /// Its state at the moment.
    pub state: &'a State,
    /// What could be done after the newest build; nothing for earlier ones.
    pub whatifs: Option<WhatIfs<'a>>,
    /// How many facts the lesson has asked for so far.
    pub asked: &'a Cell<usize>,
    /// The command that a learner looks at, as an index into the transcript; nothing outside of tasks.
    pub looked_at: Option<usize>,
    /// The moment of the run, if the program runs.
    pub run: Option<RunNow<'a>>,
}

/// Most facts in one lesson. Each takes a moment to find, and a file can ask for very many.
const MAX_FACTS: usize = 5_000;

impl<'a> Scene<'a> {
    pub(super) fn staged(&self) -> &'a StagedBuild {
        &self.builds[self.build]
    }

    /// The value of an expression.
    ///
    /// # Errors
    /// If it names what does not exist, or mixes what does not go together.
    pub fn value(&self, expr: &Expr) -> Result<Value, ExprError> {
        match &expr.kind {
            ExprKind::Number(number) => Ok(Value::Number(*number)),
            ExprKind::Text(text) => Ok(Value::Text(text.clone())),
            ExprKind::Not(inner) => {
                let value = self.value(inner)?;
                let denied = operators::condition("not", &value, inner.at)?;
                Ok(Value::Truth(!denied))
            }
            ExprKind::Binary(operator @ (Operator::And | Operator::Or), sides) => self.both(*operator, sides),
            ExprKind::Binary(operator, sides) => {
                let (left, right) = (self.value(&sides.0)?, self.value(&sides.1)?);
                operators::combine(*operator, left, right, (expr.at, sides.1.at))
            }
            ExprKind::Fact { name, args } => self.fact(expr.at, name, args),
        }
    }

    /// The list that an expression counts, if that is all it does.
    pub fn counted(&self, expr: &Expr) -> Option<Value> {
        match &expr.kind {
            ExprKind::Fact { name, args } if name == "count" => self.value(args.first()?).ok(),
            _ => None,
        }
    }

    /// `and` and `or`. What the left side decides asks the right one nothing of this build, but a word in it that is
    /// wrong in every build is wrong all the same.
    fn both(&self, operator: Operator, sides: &(Expr, Expr)) -> Result<Value, ExprError> {
        let left = operators::condition(operator.sign(), &self.value(&sides.0)?, sides.0.at)?;
        let is_decided = left == (operator == Operator::Or);
        let right = match self.value(&sides.1) {
            Err(error) if is_decided && error.ground == Ground::Build => return Ok(Value::Truth(left)),
            right => operators::condition(operator.sign(), &right?, sides.1.at)?,
        };
        Ok(Value::Truth(if is_decided { left } else { right }))
    }

    /// Why an expression does not hold, with the values of its two sides, and at which byte the part of it begins that
    /// fails; nothing if that is the whole.
    pub fn explain(&self, text: &str, expr: &Expr) -> (Option<usize>, Said) {
        let (failed, wanted) = self.culprit(expr, true);
        let value = |expr: &Expr| self.value(expr).map_or_else(|_| "…".to_owned(), |value| value.shortly());
        let why = match &failed.kind {
            ExprKind::Binary(Operator::And, _) => said!(": both conditions hold"),
            ExprKind::Binary(Operator::Or, _) => said!(": neither condition holds"),
            ExprKind::Binary(_, sides) => {
                said!(": the left side is {}, the right side {}", value(&sides.0), value(&sides.1))
            }
            ExprKind::Fact { name, .. } => said!(": {name} is {}", if wanted { "no" } else { "yes" }, name),
            _ => Said::default(),
        };
        let at = (!std::ptr::eq(failed, expr)).then_some(failed.at);
        (at, said!("`{text}` does not hold{why}", text, why))
    }

    /// The part of an expression that is not as wanted, and what it should be.
    fn culprit<'e>(&self, expr: &'e Expr, wanted: bool) -> (&'e Expr, bool) {
        match (&expr.kind, wanted) {
            (ExprKind::Not(inner), _) => self.culprit(inner, !wanted),
            (ExprKind::Binary(Operator::And, sides), true) | (ExprKind::Binary(Operator::Or, sides), false) => {
                let is_left = self.value(&sides.0).ok() != Some(Value::Truth(wanted));
                self.culprit(if is_left { &sides.0 } else { &sides.1 }, wanted)
            }
            _ => (expr, wanted),
        }
    }

    fn fact(&self, at: usize, name: &str, args: &[Expr]) -> Result<Value, ExprError> {
        let found =
            self.groups.iter().find_map(|group| Some((group, group.facts.iter().find(|info| info.name() == name)?)));
        let Some((group, info)) = found else {
            let known = self.groups.iter().flat_map(|group| group.facts).map(FactInfo::name);
            let hint = did_you_mean(name, known);
            let is_package = names::package(self.staged(), name).is_ok();
            let help = match name {
                "true" => said!("yes and no are the words for it: linked == yes"),
                "false" => said!("yes and no are the words for it: linked == no"),
                "len" | "length" | "size" => said!("count(packages) is how many there are"),
                _ if is_package => said!("a package stands in quotes: '{name}'", name),
                _ => LIST,
            };
            return Err(ExprError::new(at, said!("unknown fact {name:?}{hint}", name, hint), help));
        };
        let wanted = info.parameters().len();
        if args.len() != wanted {
            let message = match wanted {
                0 => said!("{name} takes nothing in brackets", name),
                1 => said!("{name} takes one value in brackets, not {}", args.len(), name),
                _ => said!("{name} takes {wanted} values in brackets, not {}", args.len(), name, wanted),
            };
            return Err(ExprError::new(at, message, format!("write {}", info.form)));
        }
        self.asked.set(self.asked.get() + 1);
        if self.asked.get() > MAX_FACTS + 1 {
            return Ok(Value::Text(String::new()));
        }
        if self.asked.get() > MAX_FACTS {
            let message = said!("more than {MAX_FACTS} facts in one lesson", MAX_FACTS);
            return Err(ExprError::new(at, message, said!("split the lesson in two")));
        }
        (group.value)(&FactCall { scene: self, at, name: info.name(), args })
    }

    /// The package that an expression names.
    pub(super) fn package(&self, arg: &Expr) -> Result<PackageId, ExprError> {
        let Value::Text(path) = self.value(arg)? else {
            return Err(ExprError::new(arg.at, said!("not the name of a package"), said!("write it as 'fmt'")));
        };
        names::package(self.staged(), &path).map_err(|message| ExprError::new(arg.at, message, names::PACKAGES))
    }

    pub(super) fn list(&self, packages: &[PackageId]) -> Value {
        let program = &self.staged().build.program;
        Value::List(packages.iter().map(|&package| program.display_path(package).to_owned()).collect())
    }

    pub(super) fn list_where(&self, fits: impl Fn(PackageId) -> bool) -> Value {
        let packages: Vec<_> = self.staged().packages.iter().copied().filter(|&package| fits(package)).collect();
        self.list(&packages)
    }

    pub(super) fn list_in(&self, fits: impl Fn(ActionState) -> bool) -> Value {
        self.list_where(|package| fits(self.staged().state_of(self.state, package)))
    }
}

impl FactCall<'_> {
    /// An error about the whole fact.
    pub(super) fn error(&self, message: impl Into<Said>, help: impl Into<Said>) -> ExprError {
        ExprError::new(self.at, message, help)
    }

    /// An error about how the whole fact fits the build.
    pub(super) fn misfit(&self, message: impl Into<Said>, help: impl Into<Said>) -> ExprError {
        ExprError::misfit(self.at, message, help)
    }

    /// An argument that is the name of a package of the build.
    pub(super) fn package(&self, number: usize) -> Result<PackageId, ExprError> {
        let lacks = || self.error(said!("{} lacks a package", self.name), "");
        self.scene.package(self.args.get(number).ok_or_else(lacks)?)
    }

    /// An argument that is a text, and where it stands.
    pub(super) fn text(&self, number: usize, what: &Said, example: &str) -> Result<(String, usize), ExprError> {
        let Some(arg) = self.args.get(number) else {
            return Err(self.error(said!("{} lacks {what}", self.name, what), ""));
        };
        match self.scene.value(arg)? {
            Value::Text(text) => Ok((text, arg.at)),
            _ => Err(ExprError::new(arg.at, said!("not {what}", what), said!("write it as {example}", example))),
        }
    }
}
