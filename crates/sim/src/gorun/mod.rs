//! A simulated run of a small Go program, as go1.23 runs it on linux/amd64.
//!
//! ```text
//! Go source ──► File ──► Code ──► World (threads, Ps, goroutines on a logical clock) ──► events ──► State
//! ```

mod boot;
mod change;
pub mod code;
mod event;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod recorded;
mod sched;
mod setting;
mod shipped;
pub mod source;
mod state;
#[cfg(test)]
mod tests;
pub mod trace;

pub use change::{CHANGES, Change};
pub use event::{Event, EventKind, GId, MId, PId, Queue, Yield};
pub use sched::RunError;
pub use setting::Setting;
pub use shipped::{SAMPLE, shipped, shipped_names};
pub use source::SourceError;
pub use state::{Doing, G, GStatus, M, P, PStatus, State};

/// A program that can be run.
#[derive(Debug)]
pub struct Program {
    code: code::Code,
    file: String,
}

impl Program {
    /// Reads a source file. `file` is its path, for tracebacks.
    pub fn parse(text: &str, file: &str) -> Result<Self, SourceError> {
        let code = code::compile(&source::parse(text)?)?;
        Ok(Self { code, file: file.to_owned() })
    }

    /// Runs it to its end: everything that happened, in order.
    pub fn run(&self, setting: &Setting) -> Result<Vec<Event>, RunError> {
        sched::World::new(&self.code, &self.file, setting).run()
    }
}
