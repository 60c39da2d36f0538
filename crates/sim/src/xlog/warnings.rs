//! Warnings within a build that goes on: `# PACKAGE` and what a tool, most often a C compiler, has to say about it. A
//! simulation has no warnings, since they depend on the tools and on what is in the files.

use super::expected::Expected;
use super::owner::objdir_in;
use super::parse::{Item, Kind};
use crate::program::PackageId;

/// The warnings about one package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The package, as in the line `# PACKAGE`.
    pub package: String,
    /// Number of that line.
    pub line: usize,
    /// How many lines it and what is said below it are.
    pub lines: usize,
}

/// The items without warnings, and the warnings. Messages of packages that fail stay.
pub fn without(items: &[Item], expected: &Expected<'_>) -> (Vec<Item>, Vec<Warning>) {
    let (mut kept, mut warnings) = (Vec::with_capacity(items.len()), Vec::new());
    let mut at = 0;
    while let Some(item) = items.get(at) {
        let block = block(&items[at..], expected);
        let warning = block.filter(|&(_, lines)| is_warning(items, at, lines, expected)).map(|(package, lines)| {
            at += lines;
            Warning { package: package.to_owned(), line: item.line, lines }
        });
        if let Some(warning) = warning {
            warnings.push(warning);
        } else {
            kept.push(item.clone());
            at += 1;
        }
    }
    (kept, warnings)
}

/// The package of a block that begins here, and how many items it has.
fn block<'a>(items: &'a [Item], expected: &Expected<'_>) -> Option<(&'a str, usize)> {
    let is_name = |line: &str| expected.build.program.packages.iter().any(|package| package.import_path == line);
    let is_message =
        |item: &&Item| matches!(&item.kind, Kind::Other(line) if !line.starts_with("# ") && !is_name(line));
    let Kind::Other(head) = &items.first()?.kind else { return None };
    let package = head.strip_prefix("# ").filter(|package| is_name(package))?;
    Some((package, 1 + items[1..].iter().take_while(is_message).count()))
}

/// Whether the package of a block was built all the same: its archive is whole, and if it is the program, more is done
/// with it behind the block.
fn is_warning(items: &[Item], at: usize, lines: usize, expected: &Expected<'_>) -> bool {
    let (build, plan) = (&expected.build, &expected.build.plan);
    let Kind::Other(head) = &items[at].kind else { return false };
    let is_this = |objdir: u32| {
        plan.package_of_objdir(objdir)
            .is_some_and(|package| Some(build.program.package(package).import_path.as_str()) == head.strip_prefix("# "))
    };
    let about = |item: &Item, of_archive: bool| {
        matches!(&item.kind, Kind::Command(line)
            if objdir_in(line).is_some_and(is_this) && (!of_archive || is_archive_done(line)))
    };
    let is_named =
        |root: &PackageId| head.strip_prefix("# ") == Some(build.program.package(*root).import_path.as_str());
    let is_root = build.program.mains().any(|main| is_named(&main));
    build.exit_code() == 0
        && items.iter().any(|item| about(item, true))
        && (!is_root || items[at + lines..].iter().any(|item| about(item, false)))
}

/// Whether a line writes the build ID into the archive of a package, which is the last thing done to it.
fn is_archive_done(line: &str) -> bool {
    line.contains("buildid -w ") && line.contains("_pkg_.a")
}
