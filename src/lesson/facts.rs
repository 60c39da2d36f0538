//! What a lesson can say of a simulation without typing it in.

mod artefacts;

use super::expr::{Expr, ExprError, ExprKind, Operator};
use super::lang::Lang;
use super::names;
use super::staged::StagedBuild;
use super::value::Value;
use crate::build::{ActionState, EventKind, State};
use crate::program::PackageId;
use crate::suggest::did_you_mean;

/// A fact as an author sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FactInfo {
    /// How it is written.
    pub form: &'static str,
    /// What it gives.
    pub about: &'static str,
}

impl FactInfo {
    /// Its name, without what stands in brackets.
    pub fn name(&self) -> &'static str {
        self.form.split('(').next().unwrap_or(self.form)
    }
}

const fn fact(form: &'static str, about: &'static str) -> FactInfo {
    FactInfo { form, about }
}

/// All facts.
pub fn all() -> impl Iterator<Item = FactInfo> {
    FACTS.into_iter().chain(artefacts::FACTS)
}

/// Facts about the program and the build.
const FACTS: [FactInfo; 42] = [
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
    fact("count(LIST)", "how many items a list has"),
    fact("first(LIST)", "the first item of a list"),
    fact("last(LIST)", "the last item of a list"),
    fact("in_build(NUMBER, FACT)", "a fact of an earlier build of the lesson, at its end"),
];

/// A moment of a lesson, about which facts are asked.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The builds that were started so far.
    pub builds: &'a [StagedBuild],
    /// Which one is meant.
    pub build: usize,
    /// Its state at the moment.
    pub state: &'a State,
}

impl<'a> Scene<'a> {
    fn staged(&self) -> &'a StagedBuild {
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
            ExprKind::Binary(operator, sides) => {
                let (left, right) = (self.value(&sides.0)?, self.value(&sides.1)?);
                combine(*operator, left, right)
                    .ok_or_else(|| ExprError::new(expr.at, "these two do not go together", "compare or add numbers"))
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

    /// Why an expression does not hold, with the values of its two sides.
    pub fn explain(&self, text: &str, expr: &Expr) -> String {
        let sides = match &expr.kind {
            ExprKind::Binary(_, sides) => self.value(&sides.0).ok().zip(self.value(&sides.1).ok()),
            _ => None,
        };
        let sides = sides.map_or_else(String::new, |(left, right)| {
            format!(": the left side is {}, the right side {}", left.markdown(Lang::En), right.markdown(Lang::En))
        });
        format!("`{text}` does not hold{sides}")
    }

    fn fact(&self, at: usize, name: &str, args: &[Expr]) -> Result<Value, ExprError> {
        let Some(info) = all().find(|info| info.name() == name) else {
            let hint = did_you_mean(name, all().map(|info| info.name()));
            return Err(ExprError::new(at, format!("unknown fact {name:?}{hint}"), "`gostep facts` lists them all"));
        };
        let wanted = info.form.split_once('(').map_or(0, |(_, params)| params.split(',').count());
        if args.len() != wanted {
            let message = format!("{name} has {wanted} values in brackets, not {}", args.len());
            return Err(ExprError::new(at, message, format!("write {}", info.form)));
        }
        if let Some(value) = artefacts::value(self, at, name, args) {
            return value;
        }
        match args {
            [] => Ok(self.plain_fact(name)),
            [number, inner] if name == "in_build" => self.in_build(number, inner),
            [package, command] => {
                let package = self.package(package)?;
                self.line(package, command)
            }
            [arg] if info.form.contains("(PACKAGE)") => Ok(self.package_fact(name, self.package(arg)?)),
            [arg] => self.other_fact(name, arg),
            _ => Err(ExprError::new(at, format!("{name} cannot be asked like this"), format!("write {}", info.form))),
        }
    }

    fn plain_fact(&self, name: &str) -> Value {
        let staged = self.staged();
        let build = &staged.build;
        let count =
            |fits: &dyn Fn(&crate::xlog::Block) -> bool| Value::count(staged.transcript.iter().filter(|b| fits(b)));
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
                let marked = |block: &crate::xlog::Block| block.text.lines().filter(|line| is_marked(line)).count();
                Value::number(staged.transcript.iter().map(marked).sum())
            }
            "duration_ms" => Value::millis(build.duration()),
            "workers" => Value::number(build.options.workers),
            "most_at_once" => Value::number(most_at_once(staged)),
            "output" => Value::Text(build.plan.target.clone().unwrap_or_default()),
            "go_version" => Value::Text(build.program.toolchain.version.to_string()),
            "builds" => Value::number(self.build + 1),
            "command_line" => Value::Text(super::command_line(build)),
            "waiting" => self.list_in(|state| state == ActionState::Waiting),
            "ready" => self.list_in(|state| state == ActionState::Ready),
            "running" => self.list_in(|state| matches!(state, ActionState::Running { .. })),
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

    fn other_fact(&self, name: &str, arg: &Expr) -> Result<Value, ExprError> {
        let staged = self.staged();
        let value = self.value(arg)?;
        match (name, value) {
            ("runs", Value::Text(command)) => {
                let fits = names::command(&command).ok_or_else(|| names::unknown_command(arg.at, &command))?;
                Ok(Value::count(staged.transcript.iter().filter(|block| fits(block.step))))
            }
            ("at_position", Value::Number(number)) => {
                let index = usize::try_from(number).unwrap_or(0).wrapping_sub(1);
                let package = staged.started.get(index).ok_or_else(|| {
                    let message = format!("there is no package number {number}");
                    ExprError::new(arg.at, message, format!("numbers go from 1 to {}", staged.started.len()))
                })?;
                Ok(Value::Text(staged.build.program.display_path(*package).to_owned()))
            }
            ("count", Value::List(items)) => Ok(Value::number(items.len())),
            ("first" | "last", Value::List(items)) => {
                let item = if name == "first" { items.first() } else { items.last() };
                let nothing = || ExprError::new(arg.at, "the list is empty", "at this point there is nothing in it");
                item.cloned().map(Value::Text).ok_or_else(nothing)
            }
            (_, value) => {
                let message = format!("{name} cannot be asked of {}", value.kind());
                Err(ExprError::new(arg.at, message, "look at the form of this fact in `gostep facts`"))
            }
        }
    }

    fn in_build(&self, number: &Expr, inner: &Expr) -> Result<Value, ExprError> {
        let Value::Number(wanted) = self.value(number)? else {
            return Err(ExprError::new(number.at, "not the number of a build", "builds are counted from 1"));
        };
        let index = usize::try_from(wanted).unwrap_or(0).wrapping_sub(1);
        let Some(staged) = self.builds.get(index) else {
            let help = format!("so far builds 1 to {} were started", self.builds.len());
            return Err(ExprError::new(number.at, format!("there is no build {wanted} yet"), help));
        };
        let state = staged.build.state_after(staged.build.events.len());
        Scene { builds: self.builds, build: index, state: &state }.value(inner)
    }

    fn line(&self, package: PackageId, command: &Expr) -> Result<Value, ExprError> {
        let staged = self.staged();
        let Value::Text(word) = self.value(command)? else {
            return Err(ExprError::new(command.at, "not the name of a command", "write it as 'compile'"));
        };
        let fits = names::command(&word).ok_or_else(|| names::unknown_command(command.at, &word))?;
        let block = staged.block_of(package, fits).ok_or_else(|| {
            let path = staged.build.program.display_path(package);
            ExprError::new(command.at, format!("{path} has no command {word:?} in this build"), "")
        })?;
        // A change of directory is a line of its own before the command.
        let cd = usize::from(staged.transcript[block].text.starts_with("cd "));
        Ok(Value::number(staged.lines[block] + cd))
    }

    fn package(&self, arg: &Expr) -> Result<PackageId, ExprError> {
        let Value::Text(path) = self.value(arg)? else {
            return Err(ExprError::new(arg.at, "not the name of a package", "write it as 'fmt'"));
        };
        names::package(self.staged(), &path).map_err(|message| ExprError::new(arg.at, message, ""))
    }

    fn list(&self, packages: &[PackageId]) -> Value {
        let program = &self.staged().build.program;
        Value::List(packages.iter().map(|&package| program.display_path(package).to_owned()).collect())
    }

    fn list_where(&self, fits: impl Fn(PackageId) -> bool) -> Value {
        let packages: Vec<_> = self.staged().packages.iter().copied().filter(|&package| fits(package)).collect();
        self.list(&packages)
    }

    fn list_in(&self, fits: impl Fn(ActionState) -> bool) -> Value {
        self.list_where(|package| fits(self.staged().state_of(self.state, package)))
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

fn combine(operator: Operator, left: Value, right: Value) -> Option<Value> {
    use Operator::{Add, AtLeast, AtMost, Differ, Equal, Greater, In, Less, Multiply, Subtract};
    match (operator, left, right) {
        (Equal, left, right) => left.same_kind(&right).then(|| Value::Truth(left == right)),
        (Differ, left, right) => left.same_kind(&right).then(|| Value::Truth(left != right)),
        (In, Value::Text(item), Value::List(items)) => Some(Value::Truth(items.contains(&item))),
        (operator, left, right) => {
            let (a, b) = (left.as_number()?, right.as_number()?);
            Some(match operator {
                Add => Value::Number(a.checked_add(b)?),
                Subtract => Value::Number(a.checked_sub(b)?),
                Multiply => Value::Number(a.checked_mul(b)?),
                Less => Value::Truth(a < b),
                AtMost => Value::Truth(a <= b),
                Greater => Value::Truth(a > b),
                AtLeast => Value::Truth(a >= b),
                Equal | Differ | In => return None,
            })
        }
    }
}
