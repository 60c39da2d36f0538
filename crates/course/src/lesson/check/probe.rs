//! Values of expressions at a step, for whoever writes a lesson.

use std::cell::OnceCell;

use super::Reports;
use super::builds::{Astray, Builds};
use super::checker::Checker;
use super::template;
use crate::lesson::expr::{self, ExprError};
use crate::lesson::facts::Scene;
use crate::lesson::file::File;
use crate::lesson::place::Place;
use crate::lesson::problem::{Problem, ProblemReport};
use crate::lesson::raw::{FORMAT, RawLesson};
use crate::lesson::surroundings::Surroundings;
use crate::lesson::value::Value;
use crate::lesson::yaml;
use crate::words::Lang;

/// What an expression or a text gives at a step.
#[derive(Clone, Debug)]
pub struct Probed {
    /// As learners read it.
    pub text: String,
    /// The value; of a text with facts there is none.
    pub value: Option<Value>,
    /// What is wrong, in the text that was asked for.
    pub problems: Vec<Problem>,
}

/// Why nothing can be said of a step.
#[derive(Clone, Debug)]
pub enum ProbeError {
    /// The lesson has no such step; its steps.
    NoStep(Vec<String>),
    /// The simulation does not come to this step.
    Problems(Vec<Problem>),
}

/// Plays a lesson up to a step, and computes there what is asked for: expressions, or texts with facts.
///
/// # Errors
/// If there is no such step, or the simulation does not come there.
pub fn probe(
    lesson: File<'_>,
    step: &str,
    asked: &[&str],
    lang: Lang,
    around: &dyn Surroundings,
) -> Result<Vec<Probed>, ProbeError> {
    let mut reports = Reports::of(lesson, File { name: "", text: "" });
    let document = yaml::read::<RawLesson>(lesson.text, "gostep_lesson", FORMAT, &mut reports.own);
    let Some(document) = document else { return Err(ProbeError::Problems(reports.own.problems)) };
    let steps = &document.value.steps;
    let Some(last) = steps.iter().position(|one| one.id.as_deref() == Some(step)) else {
        return Err(ProbeError::NoStep(steps.iter().filter_map(|step| step.id.clone()).collect()));
    };
    let mut checker = Checker {
        document: &document,
        overlay: None,
        lang: document.value.lang.as_deref().and_then(Lang::parse).unwrap_or_default(),
        workers: None,
        around,
        terms: OnceCell::new(),
        report: &mut reports.own,
        overlay_report: &mut reports.overlay,
        notices: &mut reports.notices,
    };
    // An expectation that does not hold is no reason: to find out why, one asks for values.
    match checker.builds_at(last).filter(|builds| builds.astray == Astray::No) {
        Some(builds) => Ok(asked.iter().map(|text| value_of(text, &builds.scene(), lang)).collect()),
        None => Err(ProbeError::Problems(reports.own.problems)),
    }
}

impl Checker<'_, '_> {
    /// The builds as they stand at the step with a number.
    fn builds_at(&mut self, last: usize) -> Option<Builds> {
        let raw = self.raw_lesson();
        let program = self.program(raw.program.as_deref())?;
        let mut builds = self.first_build(&program)?;
        for (number, step) in raw.steps.iter().enumerate().take(last + 1) {
            self.step(step, number, &mut builds);
        }
        Some(builds)
    }
}

fn value_of(text: &str, scene: &Scene<'_>, lang: Lang) -> Probed {
    if text.contains("{{") {
        let (filled, errors) = template::fill(text, scene, lang);
        return Probed { text: filled, value: None, problems: problems(text, errors) };
    }
    match expr::parse(text, 0).and_then(|expr| scene.value(&expr)) {
        Ok(value) => Probed { text: value.markdown(lang), value: Some(value), problems: Vec::new() },
        Err(error) => Probed { text: String::new(), value: None, problems: problems(text, vec![error]) },
    }
}

fn problems(text: &str, errors: Vec<ExprError>) -> Vec<Problem> {
    let mut report = ProblemReport::new("EXPR", text);
    for error in errors {
        let at = error.at.min(text.len());
        let before = text.get(..at).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        report.add_on(error.ground, Place::at(line, column), error.message, error.help);
    }
    report.problems
}
