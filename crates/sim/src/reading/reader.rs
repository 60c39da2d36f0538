//! Reads a whole log, entry by entry.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::act::{Act, Phase};
use super::command::Arg;
use super::entries::Entry;
use super::failure::{Failure, FailureKind, Failures};
use super::file::{FileKind, is_cache_file};
use super::lanes::Spans;
use super::message::is_surely_name;
use super::outcome::settle;
use super::package::{Lines, Origin, Package};
use super::summary::{Reading, Seen};
use super::tools::Tool;
use crate::xlog::objdir_in;

/// The most different words that may be names of packages.
const WORDS: usize = 1 << 18;

/// Makes a reading, entry by entry.
#[derive(Debug, Default)]
pub struct Reader {
    reading: Reading,
    units: HashMap<(usize, u32), Unit>,
    /// Archives that importcfg files name, of packages without an object directory.
    archives: BTreeMap<String, (String, usize, Origin)>,
    failures: Failures,
    spans: Spans,
    /// Words that stand alone, until it is known whether they name packages: how many, and the first line.
    words: HashMap<String, (usize, usize)>,
    /// The package that the last banner announced.
    announced: Option<String>,
}

/// What the lines of one object directory show.
#[derive(Debug, Default)]
struct Unit {
    /// Its import path, and how sure that is.
    path: Option<(u8, String)>,
    phases: BTreeMap<Phase, Lines>,
    imports: Option<Vec<String>>,
    compiled: bool,
    /// Whether no line does anything with its directory but make and remove it.
    is_only_made: bool,
    /// The line that names its archive, if only that is shown.
    named: Option<(String, usize)>,
}

impl Unit {
    /// What names it: `-p`, then a banner, then vet, then an importcfg, which is never wrong.
    fn name(&mut self, sure: u8, path: &str) {
        if self.path.as_ref().is_none_or(|(known, _)| *known < sure) {
            self.path = Some((sure, path.to_owned()));
        }
    }
}

impl Reader {
    /// Takes an entry in.
    pub fn add(&mut self, entry: &Entry) {
        self.reading.lines += entry.lines;
        self.reading.builds = entry.build + 1;
        if entry.act == Act::Name {
            let known = self.words.get_mut(&entry.text);
            if let Some(word) = known {
                word.0 += entry.lines;
            } else if self.words.len() < WORDS {
                self.words.insert(entry.text.clone(), (entry.lines, entry.line));
            } else {
                // A log of the go command does not name so many packages.
                count(self.reading.acts.entry(Act::Foreign).or_default(), entry.lines, entry.line, &entry.text);
            }
            return;
        }
        count(self.reading.acts.entry(entry.act).or_default(), entry.lines, entry.line, &entry.text);
        self.reading.settings.add(entry);
        self.failures.add(entry);
        self.spans.add(entry);
        self.words_of(entry);
        self.unit(entry);
        match entry.act {
            Act::Banner => self.announced = Some(entry.text.clone()),
            Act::WriteImportcfg | Act::WriteLinkImportcfg => self.importcfg(entry),
            Act::WriteVetCfg => self.vet_cfg(entry),
            _ => {}
        }
    }

    fn words_of(&mut self, entry: &Entry) {
        let Some(command) = &entry.command else { return };
        let mut tool = command.tool;
        for arg in &command.args {
            match arg {
                Arg::Word(word) if word == "--" && tool == Tool::Cgo => tool = Tool::Cc,
                Arg::Word(_) => {}
                Arg::Flag { written, name, value } => {
                    let is_off = name.is_some_and(|name| tool.turns_off(name, value.as_deref()));
                    let name = name.ok_or_else(|| written.clone());
                    let example = value.as_ref().filter(|_| !written.contains('=')).map_or_else(
                        || written.clone(),
                        |value| {
                            if written.ends_with(value.as_str()) {
                                written.clone()
                            } else {
                                format!("{written} {value}")
                            }
                        },
                    );
                    count(self.reading.flags.entry((tool, name, is_off)).or_default(), 1, entry.line, &example);
                    if let Some(path) = value.as_ref().filter(|value| FileKind::of(value) != FileKind::Other) {
                        count(self.reading.files.entry(FileKind::of(path)).or_default(), 1, entry.line, path);
                    }
                }
                Arg::File { path, kind } => count(self.reading.files.entry(*kind).or_default(), 1, entry.line, path),
            }
        }
    }

    fn unit(&mut self, entry: &Entry) {
        let Some(objdir) = entry.objdir else { return };
        let unit = self.units.entry((entry.build, objdir)).or_default();
        let is_made = matches!(entry.act, Act::MakeDir | Act::CleanUp);
        unit.is_only_made = is_made && (unit.phases.is_empty() || unit.is_only_made);
        unit.phases.entry(entry.phase()).or_default().add(entry.line, entry.lines);
        if let Some(package) = self.announced.take() {
            unit.name(2, &package);
        }
        if let Some(command) = &entry.command {
            unit.compiled |= command.tool == Tool::Compile;
            let path = match command.tool {
                Tool::Compile | Tool::Asm => command.value("p"),
                Tool::Cgo => command.value("importpath"),
                _ => None,
            };
            if let Some(path) = path {
                unit.name(u8::from(path != "main"), path);
            }
        }
    }

    /// Reads which packages are imported, and where their archives are.
    fn importcfg(&mut self, entry: &Entry) {
        let is_link = entry.act == Act::WriteLinkImportcfg;
        let mut imports = Vec::new();
        for (at, line) in entry.body.lines().enumerate() {
            let Some((path, file)) = line.strip_prefix("packagefile ").and_then(|line| line.split_once('=')) else {
                continue;
            };
            let number = entry.line + 1 + at;
            imports.push(path.to_owned());
            if let Some(objdir) = objdir_in(file) {
                let unit = self.units.entry((entry.build, objdir)).or_default();
                unit.name(4, path);
                unit.named.get_or_insert_with(|| (file.to_owned(), number));
                continue;
            }
            self.archive(path, file, number);
        }
        let Some(objdir) = entry.objdir else { return };
        let unit = self.units.entry((entry.build, objdir)).or_default();
        if !is_link {
            unit.imports = Some(imports);
        } else if let Some(main) = imports.first() {
            // The linker's list begins with the main package.
            unit.name(2, main);
        }
    }

    fn archive(&mut self, path: &str, file: &str, line: usize) {
        let origin = match () {
            () if is_cache_file(file) => Origin::Cache,
            () if file.contains("/pkg/") || file.contains("\\pkg\\") => Origin::Goroot,
            () => Origin::NotShown,
        };
        self.archives.entry(path.to_owned()).or_insert_with(|| (file.to_owned(), line, origin));
    }

    /// Reads what vet is told: the package, and where the archives of its imports are.
    fn vet_cfg(&mut self, entry: &Entry) {
        let mut section = "";
        let mut imports = Vec::new();
        for (at, line) in entry.body.lines().enumerate() {
            let mut parts = line.trim().trim_end_matches(',').split('"');
            let (Some(key), value) = (parts.nth(1), parts.nth(1)) else {
                section = "";
                continue;
            };
            match (section, value) {
                (_, None) => section = if line.ends_with('{') { key } else { section },
                ("PackageFile", Some(file)) if objdir_in(file).is_none() => {
                    self.archive(key, file, entry.line + 1 + at);
                }
                // These two have no archive, so an importcfg does not list them either.
                ("ImportMap", Some(path)) if !matches!(path, "C" | "unsafe") => imports.push(path.to_owned()),
                ("", Some(path)) if key == "ImportPath" => {
                    if let Some(objdir) = entry.objdir {
                        self.units.entry((entry.build, objdir)).or_default().name(3, path);
                    }
                }
                _ => {}
            }
        }
        if let Some(objdir) = entry.objdir {
            self.units.entry((entry.build, objdir)).or_default().imports.get_or_insert(imports);
        }
    }

    /// The reading of all entries.
    pub fn finish(mut self) -> Reading {
        // A directory that is only made may belong to a package whose archive is in the cache under its name.
        let units = self.units.into_iter().filter(|(_, unit)| unit.path.is_some() || !unit.is_only_made);
        let mut packages: Vec<Package> = units.map(|(key, unit)| unit.package(key)).collect();
        for package in packages.iter_mut().filter(|package| package.origin == Origin::NotShown) {
            if let Some((file, line, origin)) = package.path.as_ref().and_then(|path| self.archives.get(path)) {
                (package.origin, package.archive) = (*origin, Some((file.clone(), *line)));
            }
        }
        packages.sort_by_key(|package| (package.first_line().unwrap_or(usize::MAX), package.objdir));
        let known: HashSet<&str> = packages.iter().filter_map(|package| package.path.as_deref()).collect();
        let others: Vec<_> = self
            .archives
            .into_iter()
            .filter(|(path, _)| !known.contains(path.as_str()))
            .map(|(path, (file, line, origin))| Package {
                path: Some(path),
                build: 0,
                objdir: None,
                origin,
                phases: BTreeMap::new(),
                imports: None,
                archive: Some((file, line)),
            })
            .collect();
        packages.extend(others);
        let mut failures = self.failures.all();
        let is_of_go = |failure: &&mut Failure| {
            failure.kind == FailureKind::Go && !failure.messages.iter().any(|(_, text)| text.starts_with("vet: "))
        };
        for failure in failures.iter_mut().filter(is_of_go) {
            // Only what compiles is vetted. Before go1.22 no line `# [PACKAGE]` says that vet has found something, and since
            // go1.26 none names the package.
            let of_vet = |package: &&Package| package.path.is_some() && package.path == failure.package;
            let vet = packages.iter().filter(of_vet).find_map(|package| package.phases.get(&Phase::Vet));
            let first = match &failure.package {
                Some(_) => vet.map(|lines| lines.first),
                None => self.reading.acts.get(&Act::Vet).map(|seen| seen.first),
            };
            if first.is_some_and(|first| first < failure.line) {
                failure.kind = FailureKind::Vet;
            }
        }
        let failures = settle(failures, &mut packages);
        let mut names: HashSet<String> = packages.iter().filter_map(|package| package.path.clone()).collect();
        names.extend(failures.iter().filter_map(|failure| failure.package.clone()));
        for (word, (lines, first)) in self.words {
            let act = if names.contains(&word) || is_surely_name(&word) { Act::Name } else { Act::Foreign };
            let seen = self.reading.acts.entry(act).or_default();
            if seen.count == 0 || first < seen.first {
                (seen.first, seen.example) = (first, word);
            }
            seen.count += lines;
        }
        let by_objdir = packages.iter().enumerate();
        let by_objdir = by_objdir.filter_map(|(at, package)| Some(((package.build, package.objdir?), at))).collect();
        Reading { packages, by_objdir, failures, spans: self.spans.laid_out(), names, ..self.reading }
    }
}

impl Unit {
    fn package(self, (build, objdir): (usize, u32)) -> Package {
        let origin = match (&self.named, self.compiled) {
            (_, true) => Origin::Compiled,
            (Some(_), false) => Origin::Work,
            (None, false) => Origin::NotShown,
        };
        Package {
            path: self.path.map(|(_, path)| path),
            build,
            objdir: Some(objdir),
            origin,
            phases: self.phases,
            imports: self.imports,
            archive: self.named,
        }
    }
}

fn count(seen: &mut Seen, more: usize, line: usize, example: &str) {
    if seen.count == 0 {
        (seen.first, seen.example) = (line, example.to_owned());
    }
    seen.count += more;
}

impl Reading {
    /// The reading of entries.
    pub fn of(entries: impl Iterator<Item = Entry>) -> Self {
        let mut reader = Reader::default();
        entries.for_each(|entry| reader.add(&entry));
        reader.finish()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::entries::Entries;
    use super::*;
    use crate::xlog::clean::Cleaner;

    fn read(text: &str) -> Reading {
        Reading::of(Entries::of(text.lines().map(str::to_owned), Cleaner::of(text)))
    }

    #[test]
    fn builds_in_one_log_are_kept_apart() {
        let compile = "/g/pkg/tool/linux_amd64/compile -o $WORK/b001/_pkg_.a";
        let reading = read(&format!("WORK=/tmp/a\n{compile} -p x\nWORK=/tmp/b\n{compile} -p y\n"));
        let packages: Vec<_> = reading.packages.iter().map(|one| (one.build, one.path.as_deref())).collect();
        assert_eq!(packages, [(0, Some("x")), (1, Some("y"))]);
        assert_eq!(reading.builds, 2);
    }

    #[test]
    fn names_come_from_the_surest_line() {
        let text = "mkdir -p $WORK/b002/\n/g/pkg/tool/linux_amd64/compile -o $WORK/b002/_pkg_.a -p main\n\
                    cat >$WORK/b001/importcfg.link << 'EOF' # internal\npackagefile example.com/x=$WORK/b002/_pkg_.a\n\
                    packagefile fmt=/c/8d/8d78bed33aafbb83-d\npackagefile os=/usr/local/go/pkg/linux_amd64/os.a\nEOF\n";
        let reading = read(text);
        let packages: Vec<_> = reading.packages.iter().map(|one| (one.path.as_deref(), one.origin)).collect();
        assert_eq!(
            packages,
            [
                (Some("example.com/x"), Origin::Compiled),
                (Some("example.com/x"), Origin::NotShown),
                (Some("fmt"), Origin::Cache),
                (Some("os"), Origin::Goroot),
            ]
        );
    }

    #[test]
    fn packages_are_counted_once() {
        let compile = "/g/pkg/tool/linux_amd64/compile";
        let text = format!(
            "WORK=/w\nmkdir -p $WORK/b002/\nmkdir -p $WORK/b003/\nmkdir -p $WORK/b004/\n\
             {compile} -o $WORK/b002/_pkg_.a -p e.com/x\n{compile} -o $WORK/b005/_pkg_.a -p e.com/x\n\
             cat >$WORK/b006/vet.cfg << 'EOF' # internal\n\t\"ImportPath\": \"e.com/x\",\nEOF\n\
             cat >$WORK/b003/vet.cfg << 'EOF' # internal\n\t\"ImportPath\": \"fmt\",\n\t\"PackageFile\": {{\n\
             \t\t\"fmt\": \"/c/8d/8d78bed33aafbb83-d\"\n\t}}\nEOF\n\
             cat >$WORK/b007/vet.cfg << 'EOF' # internal\n\t\"ImportPath\": \"fmt\",\nEOF\nrm -rf $WORK/b004/\n"
        );
        let reading = read(&text);
        let counts = [Origin::Compiled, Origin::Cache, Origin::NotShown].map(|origin| reading.count(origin));
        assert_eq!(counts, [2, 1, 0]);
    }

    fn fragment() -> impl Strategy<Value = String> {
        let known = prop::sample::select(vec![
            "\n",
            "#\n",
            "# fmt\n",
            "WORK=/w\n",
            "cd /x\n",
            "cd $WORK\\b001\n",
            "mkdir -p $WORK/b001/\n",
            "cat >/w/b001/importcfg << 'EOF' # internal\n",
            "cat >/w/b001/vet.cfg << 'EOF' # internal\n",
            "packagefile a=b",
            "\"PackageFile\": {\n",
            "EOF\n",
            "/g/pkg/tool/x_y/compile",
            "/g/pkg/tool/x_y/cgo -- -I",
            "\\g\\pkg\\tool\\x\\link.exe",
            "TERM='dumb' gcc -I",
            " -o",
            " -p main",
            " -c=",
            " \\\n",
            "\u{1b}[",
            "\u{1b}]",
            "> ",
            "[ 1s] ",
            "#1 0.1 ",
            "cp -d 8d/8d-d # internal\n",
            "rm -rf\n",
            "$WORK/b001/exe/",
            "a.go:1:",
            "包 é\n",
            "\r\n",
            "\"",
            "'",
        ]);
        prop_oneof![3 => known.prop_map(str::to_owned), 1 => any::<String>()]
    }

    proptest! {
        #[test]
        fn any_text_is_read_to_its_last_line(parts in prop::collection::vec(fragment(), 0..60)) {
            let text = parts.concat();
            let reading = read(&text);
            prop_assert_eq!(reading.lines, text.lines().count());
            prop_assert_eq!(reading.acts.values().map(|seen| seen.count).sum::<usize>(), reading.lines);
        }
    }
}
