//! What is in the files of a build, where this is known because it was recorded and nothing in this build changes it.
//!
//! A recorded text is shown only if the real tool would write exactly the same text here. If edits, flags or faults
//! could change a file, its content is unknown; it is never shown wrong.

use super::Build;
use super::edits::EditKind;
use super::faults::{Fault, Mistake};
use super::files::{Content, FileId, FileName, MissingObjects, Stage};
use super::ids::{BuildId, Inputs};
use super::plan::ActionId;
use super::results::Built;
use super::sources::original_hash;
use super::state::{ActionState, State};
use crate::hash::Hash;
use crate::program::PackageId;
use crate::program::artefacts::{ExecutableArtefacts, PackageArtefacts, archive_bytes};

/// An archive at one moment of a build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Archive {
    /// How far its making has come.
    pub stage: Stage,
    /// Name and size in bytes of its members, if they are known.
    pub members: Option<Vec<(String, u64)>>,
}

impl Archive {
    /// Its size in bytes, if the members are known.
    pub fn bytes(&self) -> Option<u64> {
        self.members.as_ref().map(archive_bytes)
    }
}

impl Build {
    /// The lines of a package's `symabis`, if they were recorded or scanned. They depend on the assembly files only.
    pub fn symabis(&self, package: PackageId) -> Option<&[String]> {
        let mistaken = |mistake| matches!(mistake, Mistake::NoPath | Mistake::NoInclude);
        let unchanged = !self.options.faults.mistakes(package).any(mistaken)
            && self.options.faults.slip(package).is_none()
            && self.flags.forced.is_empty()
            && self.flags.asmflags(&self.program, package).is_empty();
        let recorded = || self.recorded(package).and_then(|artefacts| artefacts.symabis.as_deref());
        unchanged.then(|| recorded().or_else(|| self.program.package(package).symabis.as_deref())).flatten()
    }

    /// The lines of the `go_asm.h` that the compiler writes for a package: its constants and the layout of its types.
    /// Of all modelled edits only a new constant changes them.
    pub fn asm_header(&self, package: PackageId) -> Option<&[String]> {
        let mut edits = self.sources.edits().iter().filter(|edit| edit.package == package);
        let unchanged = !edits.any(|edit| matches!(edit.kind, EditKind::Const))
            && !self.options.faults.has(package, Mistake::NoPath)
            && self.options.faults.slip(package).is_none()
            && self.flags.forced_compile.is_empty()
            && self.flags.gcflags(&self.program, package).is_empty();
        unchanged.then(|| self.recorded(package)).flatten()?.header.as_deref()
    }

    /// What was recorded of a package, for its sources without edits.
    fn recorded(&self, package: PackageId) -> Option<&PackageArtefacts> {
        let sources = self.program.package(package);
        self.program.artefacts.package_of(sources.compiler_path(), &sources.recorded)
    }

    /// What is in the finished archive of a package, if it is the recorded archive. An archive without build IDs has
    /// the same content ID but is shorter, so it does not count.
    pub fn archive_artefacts(&self, package: PackageId) -> Option<&PackageArtefacts> {
        let result = self.result(package).filter(|result| result.readable && !self.options.faults.no_build_ids())?;
        self.program.artefacts.package(self.program.display_path(package), result.id.content)
    }

    /// The file that holds the executable at one moment: where the linker wrote it, or the target to which it was moved
    /// or where it already was. `None` before it is linked.
    pub fn executable_file(&self, state: &State) -> Option<FileName> {
        let link = self.plan.link()?;
        let objdir = self.plan.action(link).objdir;
        let found = state.actions[link.index()] == ActionState::Reused;
        let is_there = |name: &FileName| state.files.contains_key(&FileId { objdir, name: *name });
        [FileName::Executable, FileName::Target].into_iter().find(is_there).or(found.then_some(FileName::Target))
    }

    /// The archive of a package at one moment, in the object directory or in the cache; `None` before it is compiled.
    pub fn archive_at(&self, state: &State, package: PackageId) -> Option<Archive> {
        let objdir = self.plan.action(self.plan.build_of(package)).objdir;
        let content = state.files.get(&FileId { objdir, name: FileName::Archive }).copied();
        // An archive from the cache existed before the build.
        let reused = self.result(package).is_some_and(|result| result.built == Built::InCache);
        let content = content.or_else(|| reused.then_some(Content::Binary(Stage::Stamped)))?;
        let stage = content.stage()?;
        Some(Archive { stage, members: self.members(package, content, stage) })
    }

    fn members(&self, package: PackageId, content: Content, stage: Stage) -> Option<Vec<(String, u64)>> {
        let compiled_as_recorded = || self.recorded(package).filter(|_| self.compiles_as_recorded(package));
        let artefacts = self.archive_artefacts(package).or_else(compiled_as_recorded)?;
        let (of_go, objects) = artefacts.members.split_at_checked(2)?;
        let mut members = of_go.to_vec();
        if stage > Stage::Written {
            let flaws = content.flaws();
            let packed = objects.iter().zip(0..).filter(|(_, number)| match flaws.missing {
                MissingObjects::None => true,
                MissingObjects::One(missing) => *number != missing,
                MissingObjects::All => false,
            });
            let packed: Vec<_> = packed.map(|(object, _)| object.clone()).collect();
            let times = if flaws.twice { 2 } else { 1 };
            members.extend(packed.iter().cycle().take(packed.len() * times).cloned());
        }
        Some(members)
    }

    /// Whether the compiler gets the same input as when the archive was recorded, and every fault of the package acts
    /// only after the compiler. A fault changes the content ID, so the content ID cannot be used to decide this.
    fn compiles_as_recorded(&self, package: PackageId) -> bool {
        let later = |fault: &Fault| match fault {
            Fault::Tool(at, mistake) => *at != package || mistake.spares_compiler(),
            Fault::Source(at, _) | Fault::Import { package: at, .. } => *at != package,
            Fault::NoBuildId => false,
            Fault::NoCCompiler => !self.program.package(package).uses_cgo(),
            Fault::Link { .. } | Fault::ForeignArch(..) | Fault::NotMain(_) | Fault::Load(_) => true,
        };
        let action = Hash::of(self.package_text(package)).short();
        let recorded = &self.program.package(package).recorded;
        recorded.iter().any(|archive| archive.action == action) && self.options.faults.iter().all(|(_, f)| later(f))
    }

    /// What is in the executable, if it is the recorded one or differs from it only in its build ID.
    pub fn executable(&self) -> Option<&ExecutableArtefacts> {
        let mut results =
            self.results.iter().zip(&self.cached).filter_map(|(result, entry)| Some((result.as_ref()?, entry)));
        // A byte that was changed in a cached archive ends up in the executable, and no tool notices.
        let altered =
            results.any(|(result, entry)| result.built == Built::InCache && entry.is_some_and(|e| e.damage.is_some()));
        let as_ever = !altered && self.options.faults.mark_link().is_none();
        let link = self.link_hash(self.program.root()).filter(|_| as_ever)?.short();
        self.program.artefacts.executable(link).or_else(|| self.same_but_for_the_id())
    }

    /// After a new comment in main.go, the action IDs of main and of the link differ from the recorded ones, but the
    /// executable is the same except for its build ID.
    fn same_but_for_the_id(&self) -> Option<&ExecutableArtefacts> {
        let root = self.program.root();
        let recorded = *self.program.package(root).recorded.first()?;
        let main = self.plan.action(self.plan.build_of(root));
        let content = |dep: ActionId| Some(self.result(self.plan.action(dep).package)?.id.content);
        let inputs = self.inputs();
        let unedited = inputs.package_hash(main, original_hash, content).short();
        let as_recorded = BuildId { action: recorded.action, content: recorded.content };
        if unedited != recorded.action || self.result(root)?.id.content != recorded.content {
            return None;
        }
        let link = self.plan.action(self.plan.link()?);
        let hash = inputs.link_hash(link, |dep| {
            let package = self.plan.action(dep).package;
            if package == root { Some(as_recorded) } else { Some(self.result(package)?.id) }
        });
        self.program.artefacts.executable(hash.short())
    }

    /// The text whose SHA-256 is the action hash of the link; `None` if this build does not link.
    pub fn link_text(&self) -> Option<String> {
        let link = self.plan.action(self.plan.link()?);
        let mut text = String::new();
        self.inputs().write_link(&mut text, link, |dep| self.result(self.plan.action(dep).package)?.build_id());
        Some(text)
    }

    /// What the action hashes are computed from.
    pub(super) fn inputs(&self) -> Inputs<'_> {
        Inputs {
            program: &self.program,
            options: &self.options,
            flags: &self.flags,
            plan: &self.plan,
            modinfos: Some(&self.modinfos),
        }
    }
}
