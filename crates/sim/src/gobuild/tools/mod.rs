//! Models of the tools: each one looks at the files of the simulated work directory, and writes files or fails.

mod asm;
mod cgo;
mod command;
mod compile;
mod link;
pub mod object_header;
mod shown;

use self::command::{Run, ToolError, Written};
use super::causes::Cause;
use super::failure::Failure;
use super::files::{Content, FileName, Flaws, MissingObjects, Stage};
use super::made::Made;
use super::plan::ActionId;
use super::state::State;
use super::step::Step;

pub use shown::short_path;

/// Runs a command: checks the files that it needs and tells what it writes.
///
/// # Errors
/// If the tool fails, with its output and the files that it leaves behind.
pub fn run(made: Made<'_>, state: &State, id: ActionId, step: Step) -> Result<Written, Box<Failure>> {
    let action = made.plan.action(id);
    let run = Run { made, state, action, package: made.program.package(action.package) };
    let done = match step {
        Step::ScanAssembly => asm::scan(&run),
        Step::Assemble(number) => asm::assemble(&run, number),
        Step::Compile => compile::compile(&run),
        Step::RunCgo => cgo::cgo(&run),
        Step::Pack => Ok(pack(&run)),
        Step::StampBuildId => Ok(stamp(&run)),
        Step::Link => link::link(&run),
        step => Ok(run.plainly_writes(step)),
    };
    // The go command runs the linker in ".", so no path in its output is shortened.
    let directory = if step == Step::Link { "" } else { run.package.dir.as_str() };
    done.map_err(|said| {
        Box::new(Failure {
            action: id,
            step,
            left: left(&run, step, &said),
            output: said.lines.iter().map(|line| shown::shown(made.options, directory, line)).collect(),
            cause: said.cause,
            exact: said.exact,
        })
    })
}

/// The files that a failed tool leaves. Usually it removes its unfinished output, but not always.
fn left(run: &Run<'_>, step: Step, said: &ToolError) -> Written {
    let begun = |name| vec![(run.file(name), Content::Empty)];
    let last = said.lines.last().map_or("", String::as_str);
    match step {
        Step::ScanAssembly => begun(FileName::Symabis),
        // After errors in the source, the assembler's last line says so and it removes its output; after a fatal error
        // the output stays.
        Step::Assemble(number) if !last.starts_with("asm: assembly of ") => begun(FileName::Object(number)),
        // The compiler writes the header after type checking; if it stops at ten errors it does not get there.
        Step::Compile if matches!(said.cause, Cause::NoSymabisCompile { .. }) && !last.ends_with("too many errors") => {
            vec![(run.file(FileName::AsmHeader), Content::Full)]
        }
        Step::Link if said.lines[0].starts_with("link: ") || said.lines[0].starts_with("panic: ") => {
            begun(FileName::Executable)
        }
        _ => Vec::new(),
    }
}

/// `pack r` appends the objects that exist; missing ones are not noticed.
fn pack(run: &Run<'_>) -> Written {
    let archive = run.content(FileName::Archive);
    let mut flaws = archive.map_or_else(Flaws::default, Content::flaws);
    let objects = (0..).take(run.package.files.asm.len());
    let mut missing = Vec::new();
    for number in objects {
        match run.content(FileName::Object(number)) {
            Some(object) => flaws.unlinkable |= object.flaws().unlinkable,
            None => missing.push(number),
        }
    }
    flaws.missing = match missing[..] {
        [] => MissingObjects::None,
        [one] if run.package.files.asm.len() > 1 => MissingObjects::One(one),
        _ => MissingObjects::All,
    };
    flaws.twice = archive.and_then(Content::stage) == Some(Stage::Packed);
    vec![(run.file(FileName::Archive), Content::binary(Stage::Packed, flaws))]
}

/// `buildid -w` changes only the build ID; it also finishes an archive whose objects are missing.
fn stamp(run: &Run<'_>) -> Written {
    let before = run.content(run.made());
    let flaws = before.map_or_else(Flaws::default, Content::flaws);
    vec![(run.file(run.made()), Content::binary(Stage::Stamped, flaws))]
}
