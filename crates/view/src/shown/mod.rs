//! What a step shows, as blocks.

mod artefacts;
mod cache;
mod commands;
mod file;
mod in_log;
mod packages;
mod parts;
mod question;
mod runtime;
mod step;
mod workers;

use super::blocks::Block;
use gostep_course::player::{CommandView, Shown};

pub use commands::first_line;
pub use in_log::{beside_log, in_log, pointed_at};
pub use parts::listed;
pub use question::{goal, options, question_heading};
pub use runtime::{run_status, runtime};
pub use step::StepContent;

impl StepContent<'_> {
    /// The blocks of one thing that it shows.
    pub fn blocks(&self, shown: &Shown) -> Vec<Block> {
        let words = self.words;
        match shown {
            Shown::Commands { new, left_out, commands } => self.commands(*new, *left_out, commands),
            Shown::File(file) => file::file(words, file),
            Shown::States { only } => self.states(only),
            Shown::Packages { relation, packages } => self.packages(relation, packages),
            Shown::Layers => self.layers(),
            Shown::Rebuilds(report) => super::report::report(report, words),
            Shown::Failure(report) => super::report::failure(report, words),
            Shown::Runtime(runtime) => runtime::runtime(words, runtime),
            Shown::Workers => self.workers(),
            Shown::CriticalPath(path) => artefacts::critical_path(words, path),
            Shown::Archive(archive) => artefacts::archive(words, archive),
            Shown::Symbols(symbols) => artefacts::symbols(words, symbols),
            Shown::Functions(functions) => artefacts::functions(words, functions),
            Shown::Executable(executable) => artefacts::executable(words, executable),
            Shown::Cache { entry } => cache::cache(words, entry.as_ref()),
            Shown::Hash(hash) => cache::hash(words, hash),
        }
    }

    /// A command as a whole.
    pub fn command(&self, command: &CommandView) -> Block {
        commands::whole(self.words, command)
    }
}
