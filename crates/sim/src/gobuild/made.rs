//! What a build has made: read by the tools while it runs, and afterwards by whoever looks at it.

use super::faults::Mistake;
use super::options::BuildOptions;
use super::plan::Plan;
use super::results::PackageResult;
use super::rules::Rules;
use crate::program::{PackageId, Program};

/// What was asked for, and what became of the packages so far.
#[derive(Clone, Copy, Debug)]
pub struct Made<'a> {
    /// What is built.
    pub program: &'a Program,
    /// With which flags.
    pub options: &'a BuildOptions,
    /// The action graph.
    pub plan: &'a Plan,
    /// What became of each package, by package id.
    pub results: &'a [Option<PackageResult>],
}

impl<'a> Made<'a> {
    /// The rules of the release that builds.
    pub fn rules(&self) -> Rules {
        Rules::of(&self.program.toolchain.version)
    }

    /// What became of a package.
    pub fn result(&self, package: PackageId) -> Option<&'a PackageResult> {
        self.results[package.index()].as_ref()
    }

    /// The object directory of an action, with a slash at the end.
    pub fn objdir(&self, objdir: u32) -> String {
        format!("{}/b{objdir:03}/", self.options.work_dir)
    }

    /// Whether the compiler is told with `-complete` that every function of a package has a body in Go.
    pub fn promises_bodies(&self, package: PackageId) -> bool {
        let sources = self.program.package(package);
        let elsewhere = !sources.files.asm.is_empty()
            || !sources.files.syso.is_empty()
            || self.rules().has_linknamed_functions(sources);
        !elsewhere || self.options.faults.has(package, Mistake::Complete)
    }
}
