//! Facts of the program, its plan, and the moment at which a build stands.

use super::scene::{FactCall, FactInfo, Group, Scene, fact};
use crate::lesson::expr::ExprError;
use crate::lesson::names;
use crate::lesson::staged::StagedBuild;
use crate::lesson::value::Value;
use gostep_sim::gobuild::{ActionState, EventKind};
use gostep_sim::program::PackageId;
use gostep_sim::said;
use gostep_sim::xlog::Block;

pub const GROUP: Group = Group { facts: FACTS, value };

const FACTS: &[FactInfo] = &[
    fact("packages", "all compiled packages, in the order of one worker"),
    fact("leaves", "packages that import nothing but unsafe"),
    fact("with_assembly", "packages that have assembly files"),
    fact("imports(PACKAGE)", "packages that it imports directly, without unsafe"),
    fact("importers(PACKAGE)", "packages that import it directly"),
    fact("needs(PACKAGE)", "packages that it needs, directly or not"),
    fact("needed_by(PACKAGE)", "packages that need it, directly or not"),
    fact("unrelated(PACKAGE)", "packages that neither need it nor are needed by it"),
    fact("longest_chain", "one of the longest chains of imports, from the bottom up"),
    fact("layers", "how many layers the packages have if each started as early as its imports allow"),
    fact("objdir(PACKAGE)", "its object directory, such as b002"),
    fact("position(PACKAGE)", "its place in the order in which this build starts packages, from 1"),
    fact("at_position(NUMBER)", "the package that this build starts as number so-and-so"),
    fact("go_files(PACKAGE)", "how many Go files it is compiled from"),
    fact("asm_files(PACKAGE)", "how many assembly files it has"),
    fact("line(PACKAGE, COMMAND)", "number of the transcript's line with this command"),
    fact("runs(COMMAND)", "how often this command is run in the whole build"),
    fact("commands", "how many commands the whole build has"),
    fact("internal_commands", "how many of them are done inside the go command"),
    fact("programs_started", "how many of them start a program"),
    fact("lines", "lines of the whole transcript"),
    fact("marked_lines", "lines of the transcript that say # internal"),
    fact("duration_ms", "how long the whole build takes on the simulated clock, in milliseconds"),
    fact("package_ms(PACKAGE)", "how long a package's own commands take, in milliseconds"),
    fact("workers", "how many actions run at once"),
    fact("most_at_once", "how many actions were really at work at once, at most"),
    fact("output", "name of the executable"),
    fact("go_version", "version of the toolchain"),
    fact("builds", "how many builds the lesson has started so far"),
    fact("command_line", "the command that starts this build"),
    fact("waiting", "packages that wait, at this moment"),
    fact("ready", "packages that could start, at this moment"),
    fact("running", "packages that are being built, at this moment"),
    fact("done", "packages that are done, at this moment"),
    fact("missing(PACKAGE)", "the imports that a package still waits for, at this moment"),
    fact("time_ms", "the simulated clock at this moment, in milliseconds"),
    fact("commands_so_far", "commands that have begun, at this moment"),
    fact("lines_so_far", "lines of the transcript, at this moment"),
];

fn value(question: &FactCall<'_>) -> Result<Value, ExprError> {
    let scene = question.scene;
    match question.name {
        "line" => scene.line(question.package(0)?, question),
        "runs" => scene.runs(question),
        "at_position" => scene.at_position(question),
        name if question.args.is_empty() => Ok(scene.plain_fact(name)),
        name => Ok(scene.package_fact(name, question.package(0)?)),
    }
}

impl Scene<'_> {
    fn plain_fact(&self, name: &str) -> Value {
        let staged = self.staged();
        let build = &staged.build;
        let count = |fits: &dyn Fn(&Block) -> bool| Value::count(staged.transcript.iter().filter(|b| fits(b)));
        match name {
            "packages" => self.list(&staged.packages),
            "leaves" => self.list_where(|package| staged.imports(package).is_empty()),
            "with_assembly" => self.list_where(|package| !build.program.package(package).files.asm.is_empty()),
            "longest_chain" => self.list(&staged.longest_chain()),
            "layers" => Value::number(staged.layers().into_iter().max().map_or(0, |layer| layer + 1)),
            "commands" => Value::number(staged.transcript.len()),
            "internal_commands" => count(&|block| is_marked(&block.text)),
            "programs_started" => count(&|block| block.step.starts_program()),
            "lines" => Value::number(staged.lines.last().map_or(0, |line| line - 1)),
            "marked_lines" => {
                let marked = |block: &Block| block.text.lines().filter(|line| is_marked(line)).count();
                Value::number(staged.transcript.iter().map(marked).sum())
            }
            "duration_ms" => Value::millis(build.duration()),
            "workers" => Value::number(build.options.workers),
            "most_at_once" => Value::number(most_at_once(staged)),
            "output" => Value::Text(build.plan.target().unwrap_or_default().to_owned()),
            "go_version" => Value::Text(build.program.toolchain.version.to_string()),
            "builds" => Value::number(self.build + 1),
            "command_line" => Value::Text(staged.command.clone()),
            "waiting" => self.list_in(|state| state == ActionState::Waiting),
            "ready" => self.list_in(|state| state == ActionState::Ready),
            "running" => self.list_in(|state| state == ActionState::Running),
            "done" => self.list_in(|state| matches!(state, ActionState::Done | ActionState::Reused)),
            "time_ms" => Value::millis(self.state.time),
            "commands_so_far" => Value::number(self.state.commands),
            _ => Value::number(staged.lines.get(self.state.commands).map_or(0, |line| line - 1)),
        }
    }

    fn package_fact(&self, name: &str, package: PackageId) -> Value {
        let staged = self.staged();
        let files = &staged.build.program.package(package).files;
        match name {
            "imports" => self.list(&staged.imports(package)),
            "importers" => self.list(staged.importers(package)),
            "needs" => self.list(&staged.needs(package)),
            "needed_by" => self.list(&staged.needed_by(package)),
            "unrelated" => {
                let (below, above) = (staged.needs(package), staged.needed_by(package));
                self.list_where(|other| other != package && !below.contains(&other) && !above.contains(&other))
            }
            "objdir" => {
                let objdir = staged.build.plan.action(staged.build.plan.build_of(package)).objdir;
                Value::Text(format!("b{objdir:03}"))
            }
            "position" => Value::number(staged.started.iter().position(|&p| p == package).map_or(0, |at| at + 1)),
            "go_files" => Value::number(files.go.len()),
            "asm_files" => Value::number(files.asm.len()),
            "package_ms" => Value::millis(staged.duration_of(package)),
            _ => {
                let is_done = |p| matches!(staged.state_of(self.state, p), ActionState::Done | ActionState::Reused);
                let missing: Vec<_> = staged.imports(package).into_iter().filter(|&p| !is_done(p)).collect();
                self.list(&missing)
            }
        }
    }

    fn runs(&self, question: &FactCall<'_>) -> Result<Value, ExprError> {
        let (command, at) = question.text(0, &said!("the name of a command"), "'compile'")?;
        let fits = names::command(at, &command)?;
        Ok(Value::count(self.staged().transcript.iter().filter(|block| fits(block.step))))
    }

    fn at_position(&self, question: &FactCall<'_>) -> Result<Value, ExprError> {
        let staged = self.staged();
        let Some(arg) = question.args.first() else { return Err(question.error(said!("which number?"), "")) };
        let Value::Number(number) = self.value(arg)? else {
            return Err(ExprError::new(arg.at, said!("not a number"), said!("write at_position(1)")));
        };
        let index = usize::try_from(number).unwrap_or(0).wrapping_sub(1);
        let package = staged.started.get(index).ok_or_else(|| {
            let message = said!("there is no package number {number}", number);
            ExprError::misfit(arg.at, message, said!("numbers go from 1 to {}", staged.started.len()))
        })?;
        Ok(Value::Text(staged.build.program.display_path(*package).to_owned()))
    }

    fn line(&self, package: PackageId, question: &FactCall<'_>) -> Result<Value, ExprError> {
        let staged = self.staged();
        let (word, at) = question.text(1, &said!("the name of a command"), "'compile'")?;
        let fits = names::command(at, &word)?;
        let block = staged.block_of(package, fits).ok_or_else(|| {
            let path = staged.build.program.display_path(package);
            let help = names::commands_of(staged, package);
            ExprError::misfit(at, said!("{path} has no command {word:?} in this build", path, word), help)
        })?;
        // A change of directory is a line of its own before the command.
        let cd = usize::from(staged.transcript[block].text.starts_with("cd "));
        Ok(Value::number(staged.lines[block] + cd))
    }
}

fn is_marked(text: &str) -> bool {
    text.lines().next().is_some_and(|line| line.ends_with("# internal"))
}

/// Most actions that ran commands at one time.
fn most_at_once(staged: &StagedBuild) -> usize {
    let mut running = std::collections::HashSet::new();
    let mut most = 0;
    for event in &staged.build.events {
        match event.kind {
            EventKind::Ran(_) => {
                running.insert(event.action);
            }
            EventKind::Finished | EventKind::Failed(_) => {
                running.remove(&event.action);
            }
            _ => {}
        }
        most = most.max(running.len());
    }
    most
}
