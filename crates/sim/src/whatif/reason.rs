//! Why something is built again: the first of its inputs that differs from the build before.

use std::collections::HashMap;

use serde::Serialize;

use crate::gobuild::{ActionId, Build, Mode};
use crate::program::PackageId;

/// Why a package was compiled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", content = "what", rename_all = "kebab-case")]
pub enum Reason {
    /// `-a` or cache verification: the build does not use the cache.
    Forced,
    /// There was no build before, or it had no such package.
    New,
    /// The build before failed without getting to the package, so there is nothing to compare with.
    Unreached,
    /// This source file has another content.
    File(String),
    /// This import was added or removed.
    Imports(String),
    /// The archive of this import has another content ID.
    Import(String),
    /// The sources are in another directory.
    Directory,
    /// The flags of its tools differ.
    Flags,
    /// It is optimized by another profile, or was or is by none.
    Profile,
    /// The target system, architecture or architecture level differs.
    Target,
    /// The build info differs, which main's action ID covers.
    BuildInfo,
    /// These faults are made in its build.
    Fault(String),
    /// All inputs are the same, but the cache has no undamaged entry.
    CacheEntry,
}

/// Why the program was linked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", content = "what", rename_all = "kebab-case")]
pub enum LinkReason {
    /// `-a`: everything is built.
    Forced,
    /// There is no executable at the target.
    NoOutput,
    /// The archive of main has another build ID.
    Main,
    /// The archive of this package has another content ID.
    Package(String),
    /// These faults are made in the link.
    Fault(String),
    /// Linker flags or settings differ.
    Flags,
}

/// The reason why a package was compiled in `now`, given the build before it.
pub fn of_package(before: Option<&Build>, now: &Build, package: PackageId) -> Reason {
    if now.options.all || now.options.verify_cache {
        return Reason::Forced;
    }
    let faults = now.options.faults.concerning(&now.program, package);
    if !faults.is_empty() {
        return Reason::Fault(faults.join(" "));
    }
    let path = &now.program.package(package).import_path;
    let Some((before, old)) = before.and_then(|build| Some((build, build.program.find(path)?))) else {
        return Reason::New;
    };
    if before.result(old).is_none() {
        return Reason::Unreached;
    }
    let (old, new) = (before.package_text(old), now.package_text(package));
    first_difference(&old, &new).unwrap_or(Reason::CacheEntry)
}

/// Compares the hashed texts of two action IDs line by line; `None` if they are equal.
fn first_difference(old: &str, new: &str) -> Option<Reason> {
    fn by_key(text: &str) -> HashMap<&str, &str> {
        text.lines().map(|line| (key(line), line)).collect()
    }
    // Most lines are equal, so only the part between the common ends is compared.
    let (old, new) = without_common_ends(old, new);
    let (old_lines, new_lines) = (by_key(old), by_key(new));
    let differs = |line: &&str| old_lines.get(key(line)) != Some(line);
    // The build info repeats the flags. If the flags differ too, they are the more direct reason.
    let info = |line: &&str| line.starts_with("modinfo ");
    let first = new.lines().filter(|line| !info(line)).find(differs);
    if let Some(line) = first.or_else(|| new.lines().filter(info).find(differs)) {
        let key = key(line);
        let mut words = line.split(' ');
        let (kind, name) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        return Some(match kind {
            // The hash follows the file name, which may contain spaces.
            "file" => Reason::File(line["file ".len()..].rsplit_once(' ').map_or(name, |(name, _)| name).to_owned()),
            "import" if !old_lines.contains_key(key) => Reason::Imports(name.to_owned()),
            "import" => Reason::Import(name.to_owned()),
            "dir" => Reason::Directory,
            "goos" => Reason::Target,
            "modinfo" => Reason::BuildInfo,
            "pgofile" => Reason::Profile,
            _ => Reason::Flags,
        });
    }
    let gone = old.lines().find(|line| !new_lines.contains_key(key(line)))?;
    Some(match gone.split(' ').next() {
        Some("import") => Reason::Imports(gone.split(' ').nth(1).unwrap_or_default().to_owned()),
        Some("pgofile") => Reason::Profile,
        _ => Reason::Flags,
    })
}

/// Two texts without their common first and last lines.
fn without_common_ends<'a>(old: &'a str, new: &'a str) -> (&'a str, &'a str) {
    fn length<'a>(old: impl Iterator<Item = &'a str>, new: impl Iterator<Item = &'a str>) -> usize {
        old.zip(new).take_while(|(old, new)| old == new).map(|(line, _)| line.len()).sum()
    }
    let begin = length(old.split_inclusive('\n'), new.split_inclusive('\n'));
    let (old, new) = (&old[begin..], &new[begin..]);
    let end = length(old.split_inclusive('\n').rev(), new.split_inclusive('\n').rev());
    (&old[..old.len() - end], &new[..new.len() - end])
}

/// What a line of a hashed text is about: `file x.go` or `import fmt` for those lines, otherwise its first word.
fn key(line: &str) -> &str {
    if line.starts_with("file ") {
        return line.rsplit_once(' ').map_or(line, |(name, _)| name);
    }
    let words = usize::from(line.starts_with("import ") && !line.contains('"')) + 1;
    line.match_indices(' ').nth(words - 1).map_or(line, |(at, _)| &line[..at])
}

/// The reason why the program was linked in `now`, given the build before it.
pub fn of_link(before: Option<&Build>, now: &Build, had_output: bool) -> LinkReason {
    if now.options.all {
        return LinkReason::Forced;
    }
    let faults = now.options.faults.concerning_link();
    if !faults.is_empty() {
        return LinkReason::Fault(faults.join(" "));
    }
    let Some(before) = before.filter(|_| had_output) else { return LinkReason::NoOutput };
    let main = |build: &Build| build.result(build.program.root()).map(|result| result.id);
    if main(before) != main(now) {
        return LinkReason::Main;
    }
    let content = |build: &Build, path: &str| {
        let id = build.program.find(path)?;
        build.result(id).map(|result| result.id.content)
    };
    let link: Option<ActionId> = now.plan.link();
    let deps = link.map(|link| now.plan.action(link).deps.as_slice()).unwrap_or_default();
    deps.iter()
        .filter(|&&dep| now.plan.action(dep).mode == Mode::Build)
        .map(|&dep| &now.program.package(now.plan.action(dep).package).import_path)
        .find(|path| content(before, path) != content(now, path))
        .map_or(LinkReason::Flags, |path| LinkReason::Package(path.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_may_have_blanks() {
        let text = |hash: &str| format!("compile\nfile main.go abc\nfile data/sp ace.txt {hash}\nimport fmt xyz\n");
        assert_eq!(first_difference(&text("one"), &text("two")), Some(Reason::File("data/sp ace.txt".to_owned())));
        assert_eq!(first_difference(&text("one"), &text("one")), None);
    }
}
