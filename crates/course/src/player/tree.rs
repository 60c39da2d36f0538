//! The files that a build has written up to a moment, their contents, and the cache entries of packages.

use super::artefact_frame::{CacheView, HashView};
use super::artefacts;
use super::frame::{FileText, FileView, Shown};
use super::stage::Player;
use super::{Excerpt, files};
use crate::lesson::{Hashed, Pick, StagedBuild};
use gostep_sim::gobuild::cache::data_file;
use gostep_sim::gobuild::files::{FileId, FileName};
use gostep_sim::gobuild::{EventKind, State};
use gostep_sim::program::PackageId;

/// A file that exists at a moment of a build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TreeFile {
    file: FileId,
    /// What happened to it since the previous step.
    pub change: Change,
}

/// What happened to a file since the previous step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It was written.
    New,
    /// It was written again, with other content.
    Changed,
    /// Nothing happened.
    None,
}

/// The printed name of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TreeName {
    /// The directory: `$WORK/b006`, `$GOCACHE`, or empty for the output that the user named.
    pub dir: String,
    /// The name in it.
    pub name: String,
    /// The package that it belongs to, as an index into the build's packages.
    pub package: Option<usize>,
}

impl TreeFile {
    /// Whether two files are in the same directory.
    pub fn is_beside(self, other: Self) -> bool {
        place(self.file).0 == place(other.file).0
    }
}

/// Sort key by which files of one directory come together: object directories first, then the cache, then the output.
fn place(file: FileId) -> (u32, FileId) {
    let group = match file.name {
        FileName::CacheData => u32::MAX - 1,
        FileName::Target => u32::MAX,
        _ => file.objdir,
    };
    (group, file)
}

impl Player {
    /// All files that exist after this many events of a step's build, in order.
    pub fn tree(&self, step: usize, events: usize) -> Vec<TreeFile> {
        let Some((staged, before, now)) = self.states(step, events) else { return Vec::new() };
        let mut all: Vec<TreeFile> = now
            .files
            .iter()
            .filter(|(file, _)| package_of(staged, **file).is_some())
            .map(|(file, content)| {
                let change = match before.files.get(file) {
                    None => Change::New,
                    Some(earlier) if earlier != content => Change::Changed,
                    Some(_) => Change::None,
                };
                TreeFile { file: *file, change }
            })
            .collect();
        all.sort_unstable_by_key(|entry| place(entry.file));
        all
    }

    /// The printed name of a file.
    pub fn tree_name(&self, build: usize, entry: TreeFile) -> Option<TreeName> {
        let staged = self.lesson.builds.get(build)?;
        let package = package_of(staged, entry.file)?;
        let (dir, name) = match entry.file.name {
            FileName::CacheData => {
                ("$GOCACHE".to_owned(), staged.build.result(package).map(|result| data_file(&result.output))?)
            }
            FileName::Target => (String::new(), files::name(&staged.build, package, FileName::Target)),
            file => {
                let name = files::name(&staged.build, package, file);
                // Everything after the object directory is the name, so that `exe/a.out` is one.
                let mut parts = name.splitn(3, '/');
                let dir = [parts.next()?, parts.next()?].join("/");
                (dir, parts.next()?.to_owned())
            }
        };
        Some(TreeName { dir, name, package: staged.index_of(package) })
    }

    /// The file that was written last before a moment, as an index into `tree`.
    pub fn last_written(&self, build: usize, events: usize, tree: &[TreeFile]) -> Option<usize> {
        let all = &self.lesson.builds.get(build)?.build.events;
        let before = all[..events.min(all.len())].iter().rev();
        let mut written = before.filter_map(|event| match event.kind {
            EventKind::Wrote { file, .. } => Some(file),
            _ => None,
        });
        written.find_map(|file| tree.iter().position(|entry| entry.file == file))
    }

    /// The content of a file, as a step would show it.
    pub fn look_into(&self, step: usize, events: usize, entry: TreeFile) -> Option<Shown> {
        let (staged, before, now) = self.states(step, events)?;
        let package = package_of(staged, entry.file)?;
        Some(match entry.file.name {
            FileName::Archive => Shown::Archive(artefacts::archive(staged, &before, &now, package)),
            FileName::CacheData => Shown::Cache { entry: artefacts::cache(&staged.build, &now, package) },
            file => {
                let text = |state| files::text(staged, state, package, file);
                let (before, after) = (text(&before), text(&now));
                let total = if let FileText::Text(text) = &after { text.split('\n').count() } else { 0 };
                let excerpt = Excerpt { total, ..Excerpt::default() };
                let name = files::name(&staged.build, package, file);
                Shown::File(FileView { name, before, after, excerpt, marks: Vec::new() })
            }
        })
    }

    /// The cache entries of some packages, given as a range of the build's packages.
    pub fn caches(&self, build: usize, events: usize, packages: std::ops::Range<usize>) -> Vec<Option<CacheView>> {
        let Some(staged) = self.lesson.builds.get(build) else { return Vec::new() };
        let state = staged.build.state_after(events);
        let packages = staged.packages.get(packages).unwrap_or_default();
        packages.iter().map(|&package| artefacts::cache(&staged.build, &state, package)).collect()
    }

    /// The hashed text of a package's action ID, the whole of it, or of the link's. A package's imports have to be done
    /// before the go command knows it.
    pub fn hash(&self, build: usize, package: Option<usize>) -> Option<HashView> {
        let staged = self.lesson.builds.get(build)?;
        let hashed = match package {
            Some(at) => Hashed::Package(*staged.packages.get(at)?),
            None => Hashed::Link,
        };
        let whole = Pick { head: Some(usize::MAX), ..Pick::default() };
        Some(artefacts::hash(&staged.build, hashed, &whole, &[]))
    }

    /// A step's build with two states: that of the previous step (the start if it was in another build), and now.
    fn states(&self, step: usize, events: usize) -> Option<(&StagedBuild, State, State)> {
        let step_at = |step: usize| self.lesson.steps.get(step).or(self.lesson.steps.last());
        let here = step_at(step)?;
        let at = here.at;
        // While the program runs, the build stays where it is.
        let events = if here.run.is_some() { at.events } else { events };
        let staged = self.lesson.builds.get(at.build)?;
        let before = step.checked_sub(1).and_then(step_at).map(|before| before.at);
        let before = before.filter(|before| before.build == at.build);
        let before = before.map_or(0, |before| before.events);
        Some((staged, staged.build.state_after(before), staged.build.state_after(events)))
    }
}

/// The package to which a file belongs.
fn package_of(staged: &StagedBuild, file: FileId) -> Option<PackageId> {
    staged.build.plan.package_of_objdir(file.objdir)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lesson::load;
    use crate::words::Lang;

    fn player() -> Player {
        Player::new(load("log", Lang::En).unwrap())
    }

    #[test]
    fn the_tree_grows_with_the_build() {
        let player = player();
        assert_eq!(player.tree(0, 0), []);
        let step = player.find("first-package").unwrap();
        let tree = player.tree(step, player.at(step).events);
        let names: Vec<_> = tree.iter().filter_map(|entry| player.tree_name(0, *entry)).collect();
        let of = |at: usize| (names[at].dir.as_str(), names[at].name.split('/').next_back().unwrap_or_default());
        assert_eq!(of(0), ("$WORK/b006", "importcfg"));
        assert_eq!(of(1), ("$WORK/b006", "_pkg_.a"));
        assert_eq!(names[2].dir, "$GOCACHE");
        assert!(names[2].name.ends_with("-d"));
        assert!(tree.iter().all(|entry| entry.change == Change::New));
        assert_eq!(player.last_written(0, player.at(step).events, &tree), Some(2));
        assert!(matches!(player.look_into(step, player.at(step).events, tree[1]), Some(Shown::Archive(_))));
    }

    #[test]
    fn what_was_there_before_is_not_new() {
        let player = player();
        let step = player.find("compile-line").unwrap();
        let tree = player.tree(step, player.at(step).events);
        assert!(!tree.is_empty() && tree.iter().all(|entry| entry.change == Change::None));
    }

    #[test]
    fn the_cache_fills() {
        use crate::player::Presence;
        let player = player();
        let end = player.builds()[0].events;
        let presence = |events| player.caches(0, events, 0..1)[0].as_ref().map(|view| view.data.presence);
        assert_eq!(presence(0), Some(Presence::Absent));
        assert_eq!(presence(end), Some(Presence::Stored));
        assert_eq!(player.caches(0, end, 0..1000).len(), 0);
    }
}
