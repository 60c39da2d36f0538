//! Facts of the command that a learner looks at: for the goals of tasks.

use super::scene::{FactCall, FactInfo, Group, fact};
use crate::lesson::expr::ExprError;
use crate::lesson::names::COMMANDS;
use crate::lesson::value::Value;
use gostep_sim::said;

pub const GROUP: Group = Group { facts: FACTS, value };

const FACTS: &[FactInfo] = &[
    fact("looked_command", "in a task on a build: the command that the learner looks at, such as 'asm'"),
    fact("looked_package", "in such a task: the package of that command"),
    fact("looked_line", "in such a task: the first line of that command in the log"),
];

fn value(question: &FactCall<'_>) -> Result<Value, ExprError> {
    let scene = question.scene;
    let staged = scene.staged();
    let nothing =
        || question.misfit(said!("no command is looked at here"), said!("ask it in the goal of a task with on: build"));
    let at = scene.looked_at.ok_or_else(nothing)?;
    let block = staged.transcript.get(at).ok_or_else(nothing)?;
    Ok(match question.name {
        "looked_command" => {
            let name = COMMANDS.iter().find(|(_, is_meant)| is_meant(block.step)).map(|(name, _)| *name);
            Value::Text(name.unwrap_or_default().to_owned())
        }
        "looked_package" => {
            let package = staged.build.plan.action(block.action).package;
            Value::Text(staged.build.program.display_path(package).to_owned())
        }
        _ => Value::number(staged.lines[at]),
    })
}
