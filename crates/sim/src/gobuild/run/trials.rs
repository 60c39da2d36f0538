//! Trials of C compilers: before the go command runs one, it finds out which flags it accepts.

use super::{Runner, Running};
use crate::gobuild::cgo::{self, Compiler, TRIALS, TRIALS_OF_DRY_RUN, Trial};
use crate::gobuild::plan::ActionId;
use crate::gobuild::step::Step;
use crate::program::Package;

impl Runner<'_> {
    /// Puts trials before the next step of an action if that step needs their answers and nobody has them. Gives the time
    /// until which the action has to wait instead, because another one is making them.
    pub(super) fn insert_trials(&mut self, action: ActionId, running: &mut Running) -> Option<u64> {
        let package = self.inputs.program.package(self.inputs.plan.action(action).package);
        let at = running.begun;
        let step = *running.steps.get(at)?;
        let compiler = self.compiler_of(package, step)?;
        let trials = |list: &[Trial]| list.iter().map(|&trial| Step::Try(compiler, trial)).collect::<Vec<_>>();
        if self.inputs.options.dry_run {
            // Nobody has answers, so each command asks anew.
            let asked = at.checked_sub(1).is_some_and(|before| matches!(running.steps[before], Step::Try(..)));
            let links = step == Step::LinkCgo;
            let list = TRIALS_OF_DRY_RUN.iter().copied().filter(|trial| !(links && trial.with_all_flags()));
            if !asked {
                running.steps.splice(at..at, trials(&list.collect::<Vec<_>>()));
            }
            return None;
        }
        let command = self.inputs.program.toolchain.c_compiler(compiler == Compiler::Cxx).swap_remove(0);
        if let Some(&end) = self.trials_end.get(&command) {
            return Some(end).filter(|end| *end > self.now);
        }
        let open: Vec<Trial> =
            TRIALS.into_iter().filter(|trial| !self.machine.cache.has_tried(&command, *trial)).collect();
        running.steps.splice(at..at, trials(&open));
        let mut end = self.now;
        for trial in open {
            self.machine.cache.put_trial(&command, trial);
            let step = Step::Try(compiler, trial);
            end += self.costs.of(self.inputs.program, self.inputs.plan.action(action), &running.steps, step);
        }
        self.trials_end.insert(command, end);
        None
    }

    /// The C compiler that a step runs.
    fn compiler_of(&self, package: &Package, step: Step) -> Option<Compiler> {
        match step {
            Step::CompileC(number) => {
                cgo::sources(package, self.rules).get(number as usize).map(|source| source.compiler())
            }
            Step::CompileCgoMain => Some(Compiler::C),
            Step::LinkCgo if package.files.cxx.is_empty() => Some(Compiler::C),
            Step::LinkCgo => Some(Compiler::Cxx),
            _ => None,
        }
    }
}
