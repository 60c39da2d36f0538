//! The simulated `go build`.
//!
//! [`Machine::build`](machine::Machine::build) plans a [`Program`], runs the plan on a logical clock and gives back a
//! [`Build`]: the plan, what each action made, and the log of events. Everything else (the transcript, the state at a
//! step, what a lesson shows) is computed from that.

mod action;
pub mod analysis;
pub mod artefacts;
pub mod assumptions;
pub mod cache;
pub mod causes;
pub mod cgo;
mod command_flags;
pub mod cost;
pub mod cover;
pub mod edits;
pub mod effects;
pub mod event;
mod external;
mod failure;
pub mod faults;
pub mod files;
mod flags;
mod go_command;
pub mod ids;
pub mod importcfg;
mod knowledge;
mod link_mode;
mod load;
mod load_error;
pub mod machine;
pub mod made;
pub mod modinfo;
pub mod options;
mod origin;
pub mod plan;
mod planner;
pub mod profile;
mod profile_choice;
mod results;
pub mod rules;
mod run;
pub mod sources;
pub mod state;
mod step;
mod steps;
mod target;
mod threads;
mod tool_flags;
pub mod tools;
pub mod waits;

use std::sync::Arc;

pub use assumptions::Assumption;
pub use cache::Damage;
pub use causes::Cause;
pub use command_flags::{CommandFlags, FlagError};
pub use cost::Costs;
pub use edits::{Edit, EditKind};
pub use effects::{Assume, Effect};
pub use event::{Event, EventKind};
pub use failure::Failure;
pub use faults::{FaultError, FaultKind, FaultSpec, FaultStage, Faults};
pub use flags::{ToolFlags, is_for_some};
pub use go_command::GoCommand;
pub use link_mode::LinkMode;
pub use load_error::LoadError;
pub use machine::Machine;
pub use made::Made;
pub use modinfo::BuildInfos;
pub use options::{BuildOptions, OptionError};
pub use origin::Origin;
pub use plan::{Action, ActionId, Mode, Plan};
pub use profile_choice::ProfileChoice;
pub use results::{Built, PackageResult, inputs_are_known};
pub use rules::Rules;
pub use state::{ActionState, State};
pub use step::Step;
pub use target::{executable_name, header};

use crate::hash::Hash;
use crate::program::{PackageId, Program};

/// One finished simulation of `go build`.
#[derive(Clone, Debug)]
pub struct Build {
    /// The program that was built.
    pub program: Arc<Program>,
    /// The flags of the build.
    pub options: BuildOptions,
    /// The flags, divided among the tools.
    pub flags: ToolFlags,
    /// The action graph.
    pub plan: Plan,
    /// The build info that the linker puts into each executable.
    pub modinfos: BuildInfos,
    /// The result of each package, by package id; `None` for packages whose action never started.
    pub results: Vec<Option<PackageResult>>,
    /// The cache entry under each package's action hash at the time when the build looked it up, by package id.
    pub cached: Vec<Option<cache::CacheEntry>>,
    /// The source files with the edits that applied to this build.
    pub sources: sources::Sources,
    /// Whether the prepared profile was in the cache.
    pub profile_cached: bool,
    /// Action hash of each link, by package id; `None` for packages without one, and if the build did not get to it.
    pub link_hashes: Vec<Option<Hash>>,
    /// The threads (`-c`) that each compile got, by package id; `None` for packages that were not compiled.
    pub threads: Vec<Option<usize>>,
    /// Why there is nothing to run, if the go command could not load the program. Then there are no events.
    pub load_error: Option<LoadError>,
    /// What failed, in the order of the `Failed` events.
    pub failures: Vec<Failure>,
    /// Everything that happened, in order.
    pub events: Vec<Event>,
}

impl Build {
    /// The rules of the Go release that builds.
    pub fn rules(&self) -> Rules {
        self.made().rules()
    }

    /// The result of a package; `None` if its action never started.
    pub fn result(&self, package: PackageId) -> Option<&PackageResult> {
        self.made().result(package)
    }

    /// Action hash of the link of a main package; `None` if the build did not get to it.
    pub fn link_hash(&self, main: PackageId) -> Option<Hash> {
        self.link_hashes[main.index()]
    }

    /// The directory in the cache for a main package's executable; `None` if the build did not get to the link.
    pub fn cached_executable(&self, main: PackageId) -> Option<String> {
        Some(cache::data_file(&origin::simulated("executable", &[&self.link_hash(main)?.0])))
    }

    /// The state after the first `events` events.
    pub fn state_after(&self, events: usize) -> State {
        State::after(&self.plan, &self.events[..events.min(self.events.len())])
    }

    /// When the last action finished, in microseconds of the logical clock.
    pub fn duration(&self) -> u64 {
        self.events.last().map_or(0, |event| event.time)
    }

    /// Exit code of the go command: 0 for success, 1 for failure.
    pub fn exit_code(&self) -> u8 {
        u8::from(!self.failures.is_empty() || self.load_error.is_some())
    }

    /// The results in the form that the tools read.
    pub fn made(&self) -> Made<'_> {
        Made { program: &self.program, options: &self.options, plan: &self.plan, results: &self.results }
    }

    /// The faults that did no harm, each with the reason. Empty if the build failed.
    pub fn unnoticed(&self) -> Vec<(&FaultSpec, Cause)> {
        if self.exit_code() != 0 {
            return Vec::new();
        }
        self.options
            .faults
            .iter()
            .map(|(spec, fault)| (spec, Cause::of_unnoticed(fault, |id| self.program.display_path(id).to_owned())))
            .collect()
    }

    /// The text whose SHA-256 is a package's action hash.
    pub fn package_text(&self, package: PackageId) -> String {
        let inputs = self.inputs();
        let mut text = String::new();
        inputs.write_package(
            &mut text,
            self.plan.action(self.plan.build_of(package)),
            |of, file| self.sources.file_hash(package, of, file),
            |dep| self.result(self.plan.action(dep).package).and_then(PackageResult::content_id),
        );
        text
    }

    /// The path of an object directory by its number, with a slash at the end.
    pub fn objdir(&self, objdir: u32) -> String {
        self.made().objdir(objdir)
    }
}
