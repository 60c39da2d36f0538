//! Finds the object directory to which each line of a log belongs.

use std::collections::HashMap;

use super::expected::Expected;
use super::parse::{Item, Kind, Log, is_trial};
use crate::gobuild::{Mode, cover};

/// The object directory of each item of a log, by index of the item.
#[derive(Clone, Debug)]
pub struct Owners {
    objdirs: Vec<Option<u32>>,
}

impl Owners {
    /// Finds the object directories: a command names its own one before any other.
    pub fn of(items: &[Item], expected: &Expected<'_>) -> Self {
        let (program, plan) = (&expected.build.program, &expected.build.plan);
        let by_path: HashMap<&str, u32> = plan
            .actions
            .iter()
            .filter(|action| action.mode != Mode::PrepareProfile)
            .map(|action| (program.package(action.package).import_path.as_str(), action.objdir))
            .collect();
        let covered = plan.actions.iter().filter(|action| action.mode == Mode::Build);
        let by_variable: HashMap<String, u32> =
            covered.map(|action| (cover::variable(program.package(action.package)), action.objdir)).collect();
        let root = (plan.links().len() < 2).then(|| plan.action(plan.root).objdir);
        // The output of a failing tool follows the name of its package.
        let mut failed: Option<u32> = None;
        let objdirs = items
            .iter()
            .map(|item| match &item.kind {
                Kind::Work(_) | Kind::ChangeDir(_) => None,
                Kind::Banner(path) => by_path.get(path.as_str()).copied(),
                Kind::Other(line) => {
                    if let Some(path) = line.strip_prefix("# ") {
                        failed = by_path.get(path).copied();
                    }
                    by_path.get(line.as_str()).copied().or(failed)
                }
                Kind::WriteFile { head, .. } => objdir_in(head),
                // Which action asks first depends on timing.
                Kind::Command(line) if is_trial(line) => None,
                // Only the install creates a directory outside of the work directory, so it belongs to main, if there is one.
                Kind::Command(line) => {
                    let of_variable = cover_variable(line).and_then(|variable| by_variable.get(variable).copied());
                    objdir_in(line).or(of_variable).or(root)
                }
            })
            .collect();
        Self { objdirs }
    }

    /// Number of the object directory to which an item belongs; `None` if the item does not tell.
    pub fn objdir(&self, item: usize) -> Option<u32> {
        self.objdirs.get(item).copied().flatten()
    }

    /// Like [`Self::objdir`], but an item that names none gets that of the next command, or else of the last one.
    pub fn objdir_near(&self, item: usize) -> Option<u32> {
        let after = self.objdirs.iter().skip(item).find_map(|objdir| *objdir);
        after.or_else(|| self.objdirs.iter().rev().find_map(|objdir| *objdir))
    }
}

/// The name of the variables in a line of the cover tool, which names no object directory: it runs in one.
fn cover_variable(line: &str) -> Option<&str> {
    let (_, rest) = line.split_once("/cover -pkgcfg ")?.1.split_once(" -var ")?;
    rest.split(' ').next()
}

/// Whether all lines of an object directory come together, as in the log of one worker.
pub fn is_sequential(log: &Log) -> bool {
    let mut seen = Vec::new();
    for item in &log.items {
        let (Kind::Command(line) | Kind::WriteFile { head: line, .. }) = &item.kind else { continue };
        let Some(objdir) = objdir_in(line).filter(|_| !is_trial(line)) else { continue };
        if seen.last() == Some(&objdir) {
            continue;
        }
        if seen.contains(&objdir) {
            return false;
        }
        seen.push(objdir);
    }
    true
}

/// The number in the first `/bNNN/` or `/bNNN=>` of a line, or with `\` as Windows writes it.
pub fn objdir_in(line: &str) -> Option<u32> {
    const DIGITS: usize = 3;
    line.match_indices(['/', '\\']).find_map(|(at, mark)| {
        let rest = line[at + mark.len()..].strip_prefix('b')?;
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let ends_well = rest[end..].is_empty() || rest[end..].starts_with(['/', '\\', '=']);
        (end >= DIGITS && ends_well).then(|| rest[..end].parse().ok())?
    })
}

/// The number of the object that a line tells a C compiler to make: 1 for `-o $WORK/b002/_x001.o -c x.c`.
pub fn c_object_in(line: &str) -> Option<u32> {
    let (before, _) = line.split_once(".o -c ")?;
    before.rsplit_once("/_x")?.1.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_object_directory_of_a_line_is_its_own() {
        assert_eq!(objdir_in("mkdir -p $WORK/b011/"), Some(11));
        assert_eq!(objdir_in("asm -p x -trimpath \"$WORK/b1234=>\" -I $WORK/b005/"), Some(1234));
        assert_eq!(objdir_in("cp /usr/bin/a /b12/c $WORK/b003/x"), Some(3));
        assert_eq!(objdir_in("mkdir -p $WORK\\b011\\"), Some(11));
        assert_eq!(objdir_in("cd $WORK/b012"), Some(12));
        assert_eq!(objdir_in("mkdir -p out/"), None);
        let cover =
            "/g/pkg/tool/linux_amd64/cover -pkgcfg ./pkgcfg.txt -mode set -var goCover_c249cde98461_ -outfilelist x";
        assert_eq!(cover_variable(cover), Some("goCover_c249cde98461_"));
        assert_eq!(c_object_in("TERM='dumb' gcc -I . -o $WORK/b004/_x012.o -c gcc_util.c"), Some(12));
        assert_eq!(c_object_in("TERM='dumb' gcc -o $WORK/b004/_cgo_.o $WORK/b004/_x012.o -lm"), None);
    }
}
