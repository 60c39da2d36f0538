//! Facts about lists and numbers, and about earlier builds.

use super::operators;
use super::scene::{FactCall, FactInfo, Group, Scene, fact};
use crate::lesson::expr::{Expr, ExprError};
use crate::lesson::value::Value;
use gostep_sim::said;

pub const GROUP: Group = Group { facts: FACTS, value };

const FACTS: &[FactInfo] = &[
    fact("count(LIST)", "how many items a list has"),
    fact("first(LIST)", "the first item of a list"),
    fact("last(LIST)", "the last item of a list"),
    fact("rounded(NUMBER, NUMBER)", "the first divided by the second, to the nearest whole number, halves up"),
    fact("rounded_down(NUMBER, NUMBER)", "the first divided by the second, to the whole number below"),
    fact("in_build(NUMBER, FACT)", "a fact of an earlier build of the lesson, at its end"),
    fact("yes", "that something is so, to compare with: linked == yes"),
    fact("no", "that something is not so"),
];

fn value(question: &FactCall<'_>) -> Result<Value, ExprError> {
    match (question.name, question.args) {
        ("yes", _) => Ok(Value::Truth(true)),
        ("no", _) => Ok(Value::Truth(false)),
        ("in_build", [_, _]) => in_build(question),
        ("rounded", [a, b]) => operators::rounded(number(question, a)?, number(question, b)?, false, b.at),
        ("rounded_down", [a, b]) => operators::rounded(number(question, a)?, number(question, b)?, true, b.at),
        (_, [arg]) => match (question.name, question.scene.value(arg)?) {
            ("count", Value::List(items)) => Ok(Value::number(items.len())),
            (name @ ("first" | "last"), Value::List(items)) => {
                let item = if name == "first" { items.first() } else { items.last() };
                let nothing = || {
                    ExprError::misfit(arg.at, said!("the list is empty"), said!("at this point there is nothing in it"))
                };
                item.cloned().map(Value::Text).ok_or_else(nothing)
            }
            (name, value) => {
                let message = said!("{name} cannot be asked of {}", value.kind(), name);
                Err(ExprError::new(arg.at, message, said!("give it a list: {name}(packages)", name)))
            }
        },
        _ => Err(question.error(said!("{} cannot be asked like this", question.name), "")),
    }
}

/// An argument that is a number, or a list, which is counted.
fn number(question: &FactCall<'_>, arg: &Expr) -> Result<i64, ExprError> {
    let value = question.scene.value(arg)?;
    value.as_number().ok_or_else(|| {
        let message = said!("{} cannot be asked of {}", question.name, value.kind());
        ExprError::new(arg.at, message, said!("give it two numbers: {}(count(leaves), 2)", question.name))
    })
}

fn in_build(question: &FactCall<'_>) -> Result<Value, ExprError> {
    let [number, inner] = question.args else { return Err(question.error(said!("which build?"), "")) };
    let scene = question.scene;
    let Value::Number(wanted) = scene.value(number)? else {
        return Err(ExprError::new(number.at, said!("not the number of a build"), said!("builds are counted from 1")));
    };
    let index = usize::try_from(wanted).unwrap_or(0).wrapping_sub(1);
    let Some(staged) = scene.builds.get(index) else {
        let help = said!("so far builds 1 to {} were started", scene.builds.len());
        return Err(ExprError::misfit(number.at, said!("there is no build {wanted} yet", wanted), help));
    };
    let state = staged.build.state_after(staged.build.events.len());
    Scene { build: index, state: &state, whatifs: None, looked_at: None, ..*scene }.value(inner)
}
