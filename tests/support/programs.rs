//! Programs that builds start from.

use std::sync::Arc;

use gostep_sim::gobuild::{Build, BuildOptions, Machine};
use gostep_sim::program::{self, Program};

/// A program that comes with gostep.
pub fn embedded(name: &str) -> Arc<Program> {
    Arc::new(program::load_embedded(name).unwrap())
}

/// The one that nearly all of the course builds.
pub fn sample() -> Arc<Program> {
    embedded(program::SAMPLE)
}

/// Builds with so many workers, on a machine that has built nothing before.
pub fn build_with(program: &Arc<Program>, workers: usize) -> Build {
    let options = BuildOptions { workers, ..BuildOptions::for_program(program) };
    Machine::default().build(program, options).unwrap()
}
