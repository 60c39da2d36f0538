//! Facts of builds that are not shown: what a change would rebuild, what a fault would break.

use std::rc::Rc;

use super::scene::{FactCall, FactInfo, Group, fact};
use crate::lesson::expr::ExprError;
use crate::lesson::value::Value;
use gostep_sim::said;
use gostep_sim::whatif::{Certainty, LinkReport, Outcome, Outcomes, Report};

pub const GROUP: Group = Group { facts: FACTS, value };

const FACTS: &[FactInfo] = &[
    fact(
        "rebuilt(CHANGES)",
        "packages that the next build compiles after a change, as in rebuilt('export=path; touch=fmt')",
    ),
    fact("links(CHANGES)", "whether the next build links after a change"),
    fact("fails(FAULT)", "the tool that fails if the next build does something wrong; none if nobody notices"),
    fact("error_of(FAULT)", "the first line that this tool says"),
];

fn value(question: &FactCall<'_>) -> Result<Value, ExprError> {
    match question.name {
        "rebuilt" => rebuilt(question, &changed(question)?.report),
        "links" => links(question, &changed(question)?.report),
        "fails" => Ok(Value::Text(tool(&broken(question)?.report).to_owned())),
        _ => {
            let broken = broken(question)?;
            let nobody = || question.misfit(said!("nothing fails with this fault"), said!("ask fails(…) first"));
            broken.report.failures.first().map(|failure| Value::Text(failure.said().to_owned())).ok_or_else(nobody)
        }
    }
}

/// The tool that fails in a build; `none` if none does.
pub fn tool(report: &Report) -> &'static str {
    match report.failures.first() {
        _ if report.refused.is_some() => "go",
        Some(failure) => failure.tool,
        None => "none",
    }
}

fn rebuilt(question: &FactCall<'_>, report: &Report) -> Result<Value, ExprError> {
    if !report.exact {
        let help = said!("say `at least`, or choose a change that was measured; `gostep whatif` tells the bounds");
        return Err(question.misfit(said!("it is not known exactly what this change rebuilds"), help));
    }
    let compiled = report.packages.iter().filter(|package| matches!(package.outcome, Outcome::Compiled { .. }));
    Ok(Value::List(compiled.map(|package| package.package.clone()).collect()))
}

fn links(question: &FactCall<'_>, report: &Report) -> Result<Value, ExprError> {
    match (&report.link, report.link_certainty) {
        (LinkReport::Linked(_), Certainty::Possible) => Err(question
            .misfit(said!("it is not known whether this change leads to a link"), said!("choose another change"))),
        (link, _) => Ok(Value::Truth(matches!(link, LinkReport::Linked(_)))),
    }
}

/// The report after the changes of the first argument, which stand apart by semicolons.
fn changed(question: &FactCall<'_>) -> Result<Rc<Outcomes>, ExprError> {
    let (changes, at) = question.text(0, &said!("a change"), "'export=path'")?;
    ask(question, at, &split(&changes), &[])
}

fn broken(question: &FactCall<'_>) -> Result<Rc<Outcomes>, ExprError> {
    let (faults, at) = question.text(0, &said!("a fault"), "'no-symabis=runtime'")?;
    ask(question, at, &[], &split(&faults))
}

fn split(words: &str) -> Vec<String> {
    words.split(';').map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect()
}

fn ask(question: &FactCall<'_>, at: usize, changes: &[String], faults: &[String]) -> Result<Rc<Outcomes>, ExprError> {
    let Some(whatifs) = &question.scene.whatifs else {
        let help = said!("ask it at a step of that build, or of the newest one");
        let message = said!("{} can only be asked of the newest build", question.name);
        return Err(question.error(message, help));
    };
    whatifs
        .next(changes, faults)
        .map_err(|error| ExprError { ground: error.ground(), ..ExprError::new(at, error.to_string(), "") })
}
