//! The results of a build so far: the tools read them while it runs, and views read them afterwards.

use super::faults::Mistake;
use super::options::BuildOptions;
use super::plan::Plan;
use super::results::PackageResult;
use super::rules::Rules;
use crate::program::{PackageId, Program};

/// What was asked for, and the results of its packages so far.
#[derive(Clone, Copy, Debug)]
pub struct Made<'a> {
    /// The program that is built.
    pub program: &'a Program,
    /// The flags of the build.
    pub options: &'a BuildOptions,
    /// The action graph.
    pub plan: &'a Plan,
    /// The result of each package, by package id; `None` before its action is decided.
    pub results: &'a [Option<PackageResult>],
}

impl<'a> Made<'a> {
    /// The rules of the Go release that builds.
    pub fn rules(&self) -> Rules {
        Rules::of(&self.program.toolchain.version)
    }

    /// The result of a package; `None` before its action is decided.
    pub fn result(&self, package: PackageId) -> Option<&'a PackageResult> {
        self.results[package.index()].as_ref()
    }

    /// The path of an object directory by its number, with a slash at the end.
    pub fn objdir(&self, objdir: u32) -> String {
        format!("{}/b{objdir:03}/", self.options.work_dir)
    }

    /// Whether the compiler gets `-complete`, which promises that every function of the package has a body in Go.
    pub fn promises_bodies(&self, package: PackageId) -> bool {
        let sources = self.program.package(package);
        let elsewhere = !sources.files.asm.is_empty()
            || !sources.files.syso.is_empty()
            || sources.uses_cgo()
            || self.rules().has_linknamed_functions(sources);
        !elsewhere || self.options.faults.has(package, Mistake::Complete)
    }
}
