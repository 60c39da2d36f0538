//! Computes what a step shows of archives, the executable, the cache and hashed texts.

use super::artefact_frame::{
    ArchiveContent, ArchiveState, ArchiveView, CacheFile, CacheView, Excerpt, ExecutableHeader, ExecutableView,
    FunctionsRow, FunctionsView, HashView, IndexEntry, PathRow, PathView, Presence, SymbolRow, SymbolsView,
};
use super::{command, files, sanitize};
use crate::lesson::{Hashed, Pick, StagedBuild, SymbolPick, archive_id};
use gostep_sim::gobuild::analysis::Analysis;
use gostep_sim::gobuild::artefacts::Archive;
use gostep_sim::gobuild::cache::{data_file, index_file};
use gostep_sim::gobuild::files::{FileId, FileName};
use gostep_sim::gobuild::{Build, Built, Damage, Mode, State, profile};
use gostep_sim::hash::Hash;
use gostep_sim::program::PackageId;
use gostep_sim::program::artefacts::PackageArtefacts;

/// The lines of a text that a lesson picked, and which they are.
pub fn excerpt(text: &str, pick: &Pick) -> (String, Excerpt) {
    let (lines, fit) = pick.lines(text);
    let all: Vec<&str> = text.split('\n').collect();
    let shown: Vec<&str> = lines.iter().filter_map(|&at| all.get(at).copied()).collect();
    let whole = shown.len() == all.len();
    let numbers = if whole { Vec::new() } else { lines.iter().map(|at| at + 1).collect() };
    (shown.join("\n"), Excerpt { numbers, left_out: fit - lines.len(), total: all.len() })
}

/// The archive of a package at two moments of a build.
pub fn archive(staged: &StagedBuild, before: &State, now: &State, package: PackageId) -> ArchiveView {
    let build = &staged.build;
    let result = build.result(package);
    let name = match result {
        Some(result) if result.built == Built::InCache => format!("$GOCACHE/{}", data_file(&result.output)),
        _ => files::name(build, package, FileName::Archive),
    };
    let at = |state| build.archive_at(state, package).map(|archive| archive_state(build, package, archive));
    ArchiveView { package: sanitize(build.program.display_path(package)), name, before: at(before), now: at(now) }
}

fn archive_state(build: &Build, package: PackageId, archive: Archive) -> ArchiveState {
    let bytes = archive.bytes();
    let content = bytes.zip(archive.members).map(|(bytes, members)| ArchiveContent { bytes, members });
    ArchiveState { id: archive_id(build, package, archive.stage), content }
}

/// The symbols of the executable that a lesson picked.
pub fn symbols(build: &Build, state: &State, picked: &SymbolPick) -> SymbolsView {
    let known = build.executable().filter(|_| picked.known);
    let all = known.map_or(&[][..], |executable| &executable.symbols);
    let row = |symbol: &gostep_sim::program::artefacts::Symbol| SymbolRow {
        address: symbol.address.clone(),
        kind: symbol.kind,
        name: sanitize(&symbol.name),
    };
    SymbolsView {
        name: files::name(build, build.program.root(), build.executable_file(state).unwrap_or(FileName::Executable)),
        known: known.is_some(),
        rows: picked.present.iter().filter_map(|&at| all.get(at)).map(row).collect(),
        absent: picked.absent.iter().map(|name| sanitize(name)).collect(),
        left_out: picked.left_out,
        total: all.len(),
    }
}

/// How many functions of some packages the executable contains.
pub fn functions(build: &Build, packages: &[PackageId]) -> FunctionsView {
    let rows = build.executable().and_then(|executable| {
        let row = |package: &PackageId| {
            let path = build.program.display_path(*package);
            Some(FunctionsRow {
                package: sanitize(path),
                in_archive: build.archive_artefacts(*package)?.functions as usize,
                in_executable: executable.functions_of(path),
            })
        };
        packages.iter().map(row).collect()
    });
    FunctionsView { rows }
}

/// The headers of the executable.
pub fn executable(build: &Build, state: &State) -> ExecutableView {
    let file = build.executable_file(state).unwrap_or(FileName::Executable);
    let header = build.executable().map(|executable| ExecutableHeader {
        bytes: executable.bytes,
        kind: executable.kind.clone(),
        machine: executable.machine.clone(),
        entry: executable.entry.clone(),
        entry_symbol: executable.entry_symbol().unwrap_or_default().to_owned(),
        segments: executable
            .segments
            .iter()
            .map(|(kind, address, _, bytes, allowed)| (kind.clone(), address.clone(), *bytes, allowed.clone()))
            .collect(),
        sections: executable.sections.iter().filter(|(name, ..)| !name.is_empty()).cloned().collect(),
    });
    ExecutableView { name: files::name(build, build.program.root(), file), header }
}

/// The cache entry of a package at one moment; `None` if its action hash is not known yet.
pub fn cache(build: &Build, state: &State, package: PackageId) -> Option<CacheView> {
    let result = build.result(package)?;
    let objdir = build.plan.action(build.plan.build_of(package)).objdir;
    let stored = state.files.contains_key(&FileId { objdir, name: FileName::CacheData });
    let earlier = build.cached[package.index()];
    let [index, data] = if stored {
        [Presence::Stored; 2]
    } else {
        earlier.map_or([Presence::Absent; 2], |entry| entry.damage.map_or([Presence::Earlier; 2], spoiled))
    };
    let output = if stored { result.output } else { earlier.map_or(result.output, |entry| entry.output) };
    let bytes = build.archive_artefacts(package).map(PackageArtefacts::bytes);
    let entry = IndexEntry { action: result.action.to_string(), output: output.to_string(), bytes };
    let readable = matches!(index, Presence::Stored | Presence::Earlier);
    Some(CacheView {
        package: sanitize(build.program.display_path(package)),
        action_id: result.action.short().to_string(),
        index: CacheFile { name: format!("$GOCACHE/{}", index_file(&result.action)), presence: index },
        entry: readable.then_some(entry),
        data: CacheFile { name: format!("$GOCACHE/{}", data_file(&output)), presence: data },
    })
}

/// How damage of an entry shows in its index file and its data file.
fn spoiled(damage: Damage) -> [Presence; 2] {
    match damage {
        Damage::DataDeleted => [Presence::Earlier, Presence::Absent],
        Damage::IndexDeleted => [Presence::Absent, Presence::Earlier],
        Damage::IndexGarbage => [Presence::Spoiled, Presence::Earlier],
        Damage::WrongSize | Damage::LetterChanged | Damage::HeadZeroed => [Presence::Earlier, Presence::Spoiled],
    }
}

/// The hashed text of an action ID, as far as the lesson picked it.
pub fn hash(build: &Build, hashed: Hashed, pick: &Pick, mark: &[String]) -> HashView {
    let (package, text) = match hashed {
        Hashed::Package(package) => (Some(package), build.package_text(package)),
        Hashed::Link => (None, build.link_text().unwrap_or_default()),
    };
    let sum = Hash::of(&text);
    let (text, excerpt) = excerpt(&sanitize(text.trim_end_matches('\n')), pick);
    HashView {
        package: package.map(|package| sanitize(build.program.display_path(package))),
        marks: command::marks(&text, mark),
        text,
        excerpt,
        sum: sum.to_string(),
        id: sum.short().to_string(),
        stand_ins: has_stand_ins(build, hashed),
    }
}

/// Whether the text contains stand-ins for unknown hashes.
fn has_stand_ins(build: &Build, hashed: Hashed) -> bool {
    let program = &build.program;
    let files_known = |id: PackageId| {
        let package = program.package(id);
        let edited = build.sources.edits().iter().any(|edit| edit.package == id && edit.kind.changes_file());
        !edited && package.files.hashed().all(|file| package.file_hashes.contains_key(file))
    };
    let content_known = |id: &PackageId| {
        let content = build.result(*id).map(|result| result.id.content);
        content.is_none_or(|content| program.package(*id).recorded.iter().any(|archive| archive.content == content))
    };
    let path = profile::path(program, &build.options);
    let profile_known = path.is_none_or(|path| profile::is_known(program, &path));
    match hashed {
        Hashed::Package(id) => {
            !profile_known || !files_known(id) || !program.package(id).imports.iter().all(content_known)
        }
        Hashed::Link => !program.ids().all(|id| content_known(&id)),
    }
}

/// The critical path of a build.
pub fn critical_path(build: &Build) -> PathView {
    let analysis = Analysis::of(build);
    let spans = analysis.path_of_packages(&build.plan);
    let rows = spans.iter().filter(|span| span.duration() > 0).map(|span| {
        let action = build.plan.action(span.action);
        PathRow {
            package: sanitize(build.program.display_path(action.package)),
            link: action.mode == Mode::Link,
            from_us: span.start,
            duration_us: span.duration(),
        }
    });
    PathView { rows: rows.collect(), total_us: analysis.least_time() }
}
