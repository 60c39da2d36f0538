//! What is in the files of a build, where it is known: it was recorded, and nothing in this build makes it otherwise.
//!
//! A recorded text is shown only if the real tool would write the very same here. Edits, flags and faults that could
//! change a file make its content unknown, never wrong.

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

/// An archive at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Archive {
    /// How far it has come.
    pub stage: Stage,
    /// Name and size of its members, if they are known.
    pub members: Option<Vec<(String, u64)>>,
}

impl Archive {
    /// Its size, if the members are known.
    pub fn bytes(&self) -> Option<u64> {
        self.members.as_ref().map(archive_bytes)
    }
}

impl Build {
    /// The lines of a package's `symabis`. They follow from its assembly files alone.
    pub fn symabis(&self, package: PackageId) -> Option<&[String]> {
        let mistaken = |mistake| matches!(mistake, Mistake::NoPath | Mistake::NoInclude);
        let unchanged = !self.options.faults.mistakes(package).any(mistaken)
            && self.options.faults.slip(package).is_none()
            && self.flags.forced.is_empty()
            && self.flags.asmflags(&self.program, package).is_empty();
        unchanged.then(|| self.recorded(package)).flatten()?.symabis.as_deref()
    }

    /// The lines of the `go_asm.h` that the compiler writes for a package: its constants and the layout of its types.
    /// No edit that gostep knows changes these, but a new constant.
    pub fn asm_header(&self, package: PackageId) -> Option<&[String]> {
        let mut edits = self.sources.edits().iter().filter(|edit| edit.package == package);
        let unchanged = !edits.any(|edit| matches!(edit.kind, EditKind::Const))
            && !self.options.faults.has(package, Mistake::NoPath)
            && self.options.faults.slip(package).is_none()
            && self.flags.forced.is_empty()
            && self.flags.gcflags(&self.program, package).is_empty();
        unchanged.then(|| self.recorded(package)).flatten()?.header.as_deref()
    }

    /// What was recorded of a package with the sources that the program was described with.
    fn recorded(&self, package: PackageId) -> Option<&PackageArtefacts> {
        let sources = self.program.package(package);
        self.program.artefacts.package_of(sources.compiler_path(), &sources.recorded)
    }

    /// What is in the finished archive of a package, if that is the recorded one. (Without build IDs it has the same
    /// content ID, but is shorter.)
    pub fn archive_artefacts(&self, package: PackageId) -> Option<&PackageArtefacts> {
        let result = self.result(package).filter(|result| result.readable && !self.options.faults.no_build_ids())?;
        self.program.artefacts.package(self.program.display_path(package), result.id.content)
    }

    /// The file with the executable at a moment: where the linker writes it, or where it was moved or found. Nothing if
    /// it is not made yet.
    pub fn executable_file(&self, state: &State) -> Option<FileName> {
        let link = self.plan.link()?;
        let objdir = self.plan.action(link).objdir;
        let found = state.actions[link.index()] == ActionState::Reused;
        let is_there = |name: &FileName| state.files.contains_key(&FileId { objdir, name: *name });
        [FileName::Executable, FileName::Target].into_iter().find(is_there).or(found.then_some(FileName::Target))
    }

    /// The archive of a package at a moment, wherever it is; none if there is none yet.
    pub fn archive_at(&self, state: &State, package: PackageId) -> Option<Archive> {
        let objdir = self.plan.action(self.plan.build_of(package)).objdir;
        let content = state.files.get(&FileId { objdir, name: FileName::Archive }).copied();
        // One that came from the cache was there all the time.
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

    /// Whether the compiler is given what it was given when the archive was recorded, and what is done wrong is done
    /// wrong after it. (A package that a fault concerns has a content ID of its own.)
    fn compiles_as_recorded(&self, package: PackageId) -> bool {
        let later = |fault: &Fault| match fault {
            Fault::Tool(at, mistake) => {
                *at != package
                    || matches!(
                        mistake,
                        Mistake::NoAssemble
                            | Mistake::NoObject(_)
                            | Mistake::NoAsmHeader
                            | Mistake::ForeignAsmHeader(_)
                            | Mistake::EmptyAsmHeader
                            | Mistake::NoPack
                            | Mistake::PackTwice
                    )
            }
            Fault::Source(at, _) | Fault::Import { package: at, .. } => *at != package,
            Fault::NoBuildId => false,
            Fault::Link { .. } | Fault::ForeignArch(..) | Fault::NotMain(_) | Fault::Load(_) => true,
        };
        let action = Hash::of(self.package_text(package)).short();
        let recorded = &self.program.package(package).recorded;
        recorded.iter().any(|archive| archive.action == action) && self.options.faults.iter().all(|(_, f)| later(f))
    }

    /// What is in the executable, if it is the recorded one, or differs from that in nothing but its build ID.
    pub fn executable(&self) -> Option<&ExecutableArtefacts> {
        let mut results =
            self.results.iter().zip(&self.cached).filter_map(|(result, entry)| Some((result.as_ref()?, entry)));
        // A letter that was changed in the cache goes into the executable, and nobody notices.
        let altered =
            results.any(|(result, entry)| result.built == Built::InCache && entry.is_some_and(|e| e.damage.is_some()));
        let as_ever = !altered && self.options.faults.mark_link().is_none();
        let link = self.link_hash.filter(|_| as_ever)?.short();
        self.program.artefacts.executable(link).or_else(|| self.same_but_for_the_id())
    }

    /// After a comment in main.go, main's action ID is another one, and with it that of the link; nothing else is.
    fn same_but_for_the_id(&self) -> Option<&ExecutableArtefacts> {
        let root = self.program.root;
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

    /// The text whose SHA-256 is the action hash of the link; nothing if this build does not link.
    pub fn link_text(&self) -> Option<String> {
        let link = self.plan.action(self.plan.link()?);
        let mut text = String::new();
        self.inputs().write_link(&mut text, link, |dep| self.result(self.plan.action(dep).package)?.build_id());
        Some(text)
    }

    /// What the texts of the action hashes are made from.
    pub(super) fn inputs(&self) -> Inputs<'_> {
        Inputs {
            program: &self.program,
            options: &self.options,
            flags: &self.flags,
            plan: &self.plan,
            modinfo: Some(&self.modinfo),
        }
    }
}
