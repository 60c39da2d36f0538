//! Recognizes logs that cannot be those of a cold build of the program.

use std::collections::{BTreeMap, BTreeSet};

use super::canonical::{NameKind, Shape};
use super::comparison::Mismatch;
use super::expected::Expected;
use super::foreign;
use super::owner::objdir_in;
use super::parse::{Item, Kind};
use super::places::{result_of, tool_of};
use super::words::words;
use crate::gobuild::{Action, Mode};

/// The reason why a log is not comparable at all: it is of another command, lacks its beginning, contains several logs,
/// or is of a build that failed or had nothing to do.
pub fn unfit(items: &[Item], expected: &Expected<'_>) -> Option<Mismatch> {
    if let Some((line, what)) = foreign::find(items, has_overlay(expected)) {
        return Some(Mismatch::Foreign { line, what });
    }
    let starts: Vec<_> = items.iter().filter(|item| matches!(item.kind, Kind::Work(_))).collect();
    if !expected.build.options.dry_run && starts.is_empty() {
        return Some(Mismatch::NoStart);
    }
    if let Some(second) = starts.get(1) {
        return Some(Mismatch::SeveralLogs { logs: starts.len(), line: second.line });
    }
    if expected.build.exit_code() != 0 {
        return None;
    }
    failure(items)
        .or_else(|| nothing_built(items))
        .or_else(|| several_programs(items, expected.build.plan.links().len()))
}

fn has_overlay(expected: &Expected<'_>) -> bool {
    expected.build.program.surroundings.as_ref().is_some_and(|known| !known.overlay.is_empty())
}

fn nothing_built(items: &[Item]) -> Option<Mismatch> {
    if items.iter().any(|item| item.kind.is_command()) {
        return None;
    }
    let said = items.iter().find_map(|item| match &item.kind {
        Kind::Other(line) if says_why(line) => Some((item.line, line.clone())),
        _ => None,
    });
    Some(Mismatch::NothingBuilt { said })
}

/// Whether a line is one with which the go command ends before it builds.
fn says_why(line: &str) -> bool {
    ["package ", "go: ", "no Go files", "pattern "].iter().any(|start| line.starts_with(start))
        || line.split(": ").next().is_some_and(|place| place.contains(".go:"))
}

/// A log of more links than the simulated build has.
fn several_programs(items: &[Item], expected: usize) -> Option<Mismatch> {
    let is_link = |item: &&Item| matches!(&item.kind, Kind::Command(line) if tool_of(line).is_some_and(|(_, tool)| tool == "link"));
    let links: Vec<&Item> = items.iter().filter(is_link).collect();
    links.get(expected.max(1)).map(|second| Mismatch::SeveralPrograms {
        programs: links.len(),
        expected,
        line: second.line,
    })
}

/// The messages below `# PACKAGE` in a log that does not reach the end of the build.
fn failure(items: &[Item]) -> Option<Mismatch> {
    let start = items.iter().position(|item| !matches!(item.kind, Kind::Other(_)))?;
    let installs = |item: &Item| matches!(&item.kind, Kind::Command(line) if result_of(line).is_some());
    if items.iter().any(installs) {
        return None;
    }
    items[start..].windows(2).find_map(|two| match (&two[0].kind, &two[1].kind) {
        (Kind::Other(package), Kind::Other(message)) if !message.is_empty() => {
            let package = package.strip_prefix("# ").filter(|package| !package.is_empty())?.to_owned();
            Some(Mismatch::Failed { package, line: two[0].line, message: message.clone() })
        }
        _ => None,
    })
}

/// Finds packages that only the log or only the simulation has. A log that was cut off (not `ended`) may lack packages.
pub fn packages(items: &[Item], expected: &Expected<'_>, ended: bool) -> Option<Mismatch> {
    if expected.build.load_error.is_some() {
        return None;
    }
    let theirs: BTreeSet<String> = items.iter().filter_map(compiled_package).collect();
    let program = &expected.build.program;
    // In a build that fails, some packages are never started.
    let begun: BTreeSet<u32> = (0..expected.items.len()).filter_map(|item| expected.objdir_of(item)).collect();
    let is_begun = |action: &&Action| action.mode == Mode::Build && begun.contains(&action.objdir);
    let builds = expected.build.plan.actions.iter().filter(is_begun);
    let ours: BTreeMap<&str, u32> =
        builds.map(|action| (program.package(action.package).compiler_path(), action.objdir)).collect();
    let only_log: Vec<_> = theirs.iter().filter(|name| !ours.contains_key(name.as_str())).cloned().collect();
    let not_compiled: Vec<_> = ours.iter().filter(|(name, _)| !theirs.contains(**name)).collect();
    let cached: BTreeSet<&str> = items.iter().flat_map(taken_from_cache).collect();
    let cached: Vec<String> = cached.into_iter().filter(|name| !theirs.contains(*name)).map(str::to_owned).collect();
    if !cached.is_empty() {
        return Some(Mismatch::Warm { cached });
    }
    // A package that lacks only its compile command counts as present.
    let made: BTreeSet<u32> = items.iter().filter_map(made_objdir).collect();
    let absent = not_compiled.into_iter().filter(|(_, objdir)| !only_log.is_empty() || !made.contains(objdir));
    let only_ours: Vec<_> = absent.filter(|_| ended).map(|(name, _)| (*name).to_owned()).collect();
    let differ = !only_log.is_empty() || !only_ours.is_empty();
    differ.then_some(Mismatch::OtherProgram { only_log, only_ours })
}

/// The number of the object directory that a line creates.
fn made_objdir(item: &Item) -> Option<u32> {
    match &item.kind {
        Kind::Command(line) if line.starts_with("mkdir ") => objdir_in(line),
        _ => None,
    }
}

/// The package in the `-p` flag of a compile command.
fn compiled_package(item: &Item) -> Option<String> {
    let Kind::Command(line) = &item.kind else { return None };
    let (_, tool) = tool_of(line)?;
    if tool != "compile" {
        return None;
    }
    let words = words(line);
    words.windows(2).find(|two| two[0].text == "-p").map(|two| two[1].text.clone())
}

/// The packages whose archives come from the cache, according to an importcfg.
fn taken_from_cache(item: &Item) -> Vec<&str> {
    let Kind::WriteFile { body, .. } = &item.kind else { return Vec::new() };
    let archives = body.lines().filter_map(|line| line.strip_prefix("packagefile ")?.split_once('='));
    let is_cached = |file: &str| Shape::of(file).names.iter().any(|name| name.kind == NameKind::CacheFile);
    archives.filter(|(_, file)| is_cached(file)).map(|(package, _)| package).collect()
}
