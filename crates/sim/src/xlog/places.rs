//! Reads from a log where it was made: every machine has its own GOROOT, GOCACHE and directories.

use std::collections::BTreeMap;

use super::canonical::{NameKind, Shape};
use super::owner::objdir_in;
use super::parse::{Kind, Log, PROGRAM_THAT_RUNS};
use super::tool_path::split_tool;
use super::votes::Votes;
use super::words::{Word, words};
use crate::gobuild::{CommandFlags, GoCommand};
use crate::program::{Package, Profile, Program, Surroundings, Vcs};

/// The paths and settings that a log shows; what it does not show is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// The work directory (`$WORK`).
    pub work: Option<String>,
    /// GOROOT.
    pub goroot: Option<String>,
    /// GOCACHE.
    pub gocache: Option<String>,
    /// The directory in which the command was given.
    pub dir: Option<String>,
    /// The directories of the main packages, by the numbers of their object directories.
    pub main_dirs: BTreeMap<u32, String>,
    /// The directories of other packages that one can see, by import path.
    pub library_dirs: BTreeMap<String, String>,
    /// The names of the results that are kept.
    pub results: Vec<String>,
    /// The arguments that `go run` gives the program, if that is what the log ends with.
    pub program_args: Option<String>,
    /// Whether the executable is not moved anywhere.
    pub thrown_away: bool,
    /// Whether the result was copied to its target instead of moved.
    pub copied: bool,
    /// Whether the work directory was removed at the end (a build without `-work`).
    pub cleaned: bool,
    /// The highest number of threads that more than one compile was given; 1 if compiles were given none.
    pub threads: Option<usize>,
    /// The revision of the sources, if the log shows one.
    pub vcs: Option<Vcs>,
    /// Whether main exports functions to C, as far as the header of a library shows it.
    pub exports_to_c: Option<bool>,
    /// Whether the build info has no checksum of any module.
    pub no_sums: bool,
}

impl Places {
    /// Reads them from a log. A single line may be damaged, so for each value the majority of lines decides.
    pub fn of(log: &Log) -> Self {
        let mut places = Self::default();
        let (mut goroots, mut gocaches, mut dirs) = (Votes::default(), Votes::default(), Votes::default());
        let mut here: Option<&str> = None;
        let mut repository = "";
        let mut threads: BTreeMap<usize, usize> = BTreeMap::new();
        for item in &log.items {
            match &item.kind {
                Kind::Work(work) => places.work = places.work.or_else(|| Some(work.clone())),
                Kind::ChangeDir(dir) => here = Some(dir),
                Kind::Command(line) => {
                    if let Some((goroot, tool)) = tool_of(line) {
                        if !goroot.is_empty() {
                            goroots.add(absolute(&goroot, here));
                        }
                        if tool == "compile" {
                            dirs.add(here.unwrap_or("/").to_owned());
                            *threads.entry(threads_of(line)).or_insert(0_usize) += 1;
                        }
                    }
                    gocaches.add_some(gocache_of(line));
                    places.read_command(line, here);
                }
                Kind::Other(line) if line.ends_with("/_cgo_install.h not created") => {
                    places.exports_to_c = Some(false);
                }
                Kind::Other(line) if line == "git status --porcelain" => repository = here.unwrap_or_default(),
                Kind::WriteFile { body, .. } => {
                    let modinfo = body.lines().find(|line| line.starts_with("modinfo "));
                    if let Some(modinfo) = modinfo {
                        places.no_sums = !modinfo.contains("\\th1:");
                    }
                    places.vcs =
                        modinfo.and_then(|line| Vcs::of_quoted_modinfo(line, repository)).or(places.vcs.take());
                }
                _ => {}
            }
        }
        // A single line may be damaged here too, so a number has to occur twice.
        let repeated = threads.iter().rev().find(|(_, compiles)| **compiles > 1).or(threads.last_key_value());
        places.threads = repeated.map(|(number, _)| *number);
        places.thrown_away = places.results.is_empty() && is_thrown_away(log);
        (places.goroot, places.gocache, places.dir) = (goroots.most(), gocaches.most(), dirs.most());
        places
    }

    fn read_command(&mut self, line: &str, here: Option<&str>) {
        let words = words(line);
        let value = |flag: &str| words.windows(2).find(|two| two[0].text == flag).map(|two| two[1].text.as_str());
        if let Some(package) = value("-p") {
            let sources = words.iter().rev().take_while(|word| has_extension(&word.text, "go"));
            // What cgo makes is in the object directory.
            let source = sources.filter(|word| !word.text.starts_with("$WORK/")).last();
            match (source.and_then(|source| directory_of(&source.text, here)), objdir_in(line)) {
                (Some(directory), Some(objdir)) if package == "main" => {
                    self.main_dirs.insert(objdir, directory);
                }
                (Some(directory), _) => {
                    self.library_dirs.insert(package.to_owned(), directory);
                }
                _ => {}
            }
        }
        // The object directory of the first main is usually the first; cgo runs in the directory of the sources.
        if let (Some("$WORK/b001/"), Some(here)) = (value("-objdir"), here) {
            self.main_dirs.insert(1, here.to_owned());
        }
        if line.starts_with(PROGRAM_THAT_RUNS) {
            self.program_args = Some(line.find(' ').map_or_else(String::new, |at| line[at..].to_owned()));
        }
        match words.first().map_or("", |word| word.text.as_str()) {
            "mv" | "cp" if moves_header(&words) => self.exports_to_c = Some(true),
            "mv" | "cp" => {
                if let Some(target) = result_of(line) {
                    self.copied = words[0].text == "cp";
                    self.results.push(target.to_owned());
                }
            }
            "rm" => self.cleaned = true,
            _ => {}
        }
    }

    /// Finds out which command the log is of, unless that is given, and where it keeps its results.
    pub fn find_command(&self, program: &Program, flags: &mut CommandFlags) {
        let install_dir = self.install_dir(program);
        let shown = match (&self.program_args, &install_dir) {
            (Some(_), _) if program.roots.len() == 1 => GoCommand::Run,
            (_, Some(_)) => GoCommand::Install,
            (_, None) => GoCommand::Build,
        };
        match *flags.command.get_or_insert(shown) {
            GoCommand::Run => flags.program_args = self.program_args.clone().unwrap_or_default(),
            GoCommand::Install => {
                let dir = self.results.last().and_then(|result| result.rsplit_once('/'));
                flags.install_dir = dir.map(|(dir, _)| dir.to_owned());
            }
            GoCommand::Build => flags.output = flags.output.take().or_else(|| self.output(program)),
        }
    }

    /// What `-o` was given for a program, as far as the log shows it. Results of several packages are in a directory.
    pub fn output(&self, program: &Program) -> Option<String> {
        let last = self.results.last();
        if program.roots.len() < 2 && !program.also_tests {
            return last.cloned().or_else(|| self.thrown_away.then(|| "/dev/null".to_owned()));
        }
        last.map(|name| name.rsplit_once('/').map_or_else(|| "./".to_owned(), |(dir, _)| format!("{dir}/")))
    }

    /// The directory for installed programs, if the log is one of `go install`. It is told apart from one of
    /// `go build -o DIR/` by a library that no program needs.
    pub fn install_dir(&self, program: &Program) -> Option<String> {
        let needed = |library: &Package| {
            program.mains().any(|main| program.needed_by(main).any(|other| other.import_path == library.import_path))
        };
        let libraries = program.roots.iter().map(|&root| program.package(root)).filter(|root| !root.is_main());
        let dir = self.results.last()?.rsplit_once('/')?.0;
        let mut compiled = libraries.filter(|library| self.library_dirs.contains_key(&library.import_path));
        (dir.starts_with('/') && compiled.any(|library| !needed(library))).then(|| dir.to_owned())
    }

    /// The directory of a package in a program and in the log. Main packages have their numbers in the order of the
    /// command line.
    fn same_directory<'a>(&'a self, program: &'a Program) -> (&'a str, &'a str) {
        let package = program.package(program.mains().next().unwrap_or(program.root()));
        let shown = match self.main_dirs.values().next() {
            Some(dir) if package.is_main() => Some(dir),
            _ => self.library_dirs.get(&package.import_path),
        };
        // What stands for a source in an overlay is somewhere else.
        let actual = program.surroundings.iter().flat_map(|known| known.overlay.values());
        let mut elsewhere = actual.filter_map(|actual| Some(actual.rsplit_once('/')?.0));
        let shown = shown.filter(|dir| !elsewhere.any(|other| other == *dir));
        (&package.dir, shown.unwrap_or(&package.dir))
    }

    /// Changes the paths and settings of a program to those of the log.
    pub fn relocate(&self, program: &Program) -> Program {
        let mut moved = program.clone();
        let from_goroot = program.toolchain.goroot.as_str();
        let to_goroot = self.goroot.as_deref().unwrap_or(from_goroot);
        let (known, shown) = self.same_directory(program);
        let (from, to) = different_roots(known, shown);
        let new_place = |dir: &str| {
            replace_root(dir, from_goroot, to_goroot).or_else(|| replace_root(dir, from, to)).unwrap_or(dir.to_owned())
        };
        for package in &mut moved.packages {
            let old = std::mem::take(&mut package.dir);
            package.dir = new_place(&old);
            if package.dir != old {
                package.cgo_flags.move_to(&old, &package.dir);
            }
            // The checksum of a vendored module comes from the module cache, which may not have the module.
            if self.no_sums
                && package.is_vendored()
                && let Some(module) = &mut package.module
            {
                module.sum.clear();
                module.replace.iter_mut().for_each(|replace| replace.sum.clear());
            }
        }
        moved.dir = self.dir.clone().unwrap_or_else(|| new_place(&program.dir));
        if let Some(gocache) = &self.gocache {
            moved.toolchain.gocache.clone_from(gocache);
        }
        to_goroot.clone_into(&mut moved.toolchain.goroot);
        let known = moved.surroundings.clone().unwrap_or_default();
        let profile = known.profile.map(|profile| Profile { path: new_place(&profile.path), ..profile });
        let overlay = known.overlay.iter().map(|(path, actual)| (new_place(path), new_place(actual))).collect();
        moved.surroundings = Some(Surroundings {
            overlay,
            vcs: self.vcs.clone(),
            profile,
            exports_to_c: self.exports_to_c.or(known.exports_to_c),
            ..known
        });
        moved
    }
}

/// GOROOT and the name of the tool that a command line runs. GOROOT is empty for `go tool NAME`.
pub fn tool_of(line: &str) -> Option<(String, String)> {
    let words = words(line);
    let at = words.iter().position(|word| !word.text.contains('=') || word.text.starts_with('/'))?;
    let first = words[at].text.as_str();
    if first == "go" && words.get(at + 1).is_some_and(|word| word.text == "tool") {
        return Some((String::new(), words.get(at + 2)?.text.clone()));
    }
    let (goroot, _, tool) = split_tool(first)?;
    Some((goroot.to_owned(), tool.to_owned()))
}

/// Whether a command moves or copies the header of a library for C.
fn moves_header(words: &[Word]) -> bool {
    words.get(1).is_some_and(|word| word.text.ends_with("/_cgo_install.h"))
}

/// The target of a line that moves or copies a result there. The go command does not quote it, so it is the rest of the
/// line.
pub fn result_of(line: &str) -> Option<&str> {
    let words = words(line);
    let is_result = match words.first()?.text.as_str() {
        "mv" => !moves_header(&words),
        // Headers and archives are copied too, so they are excluded here.
        "cp" => {
            let made = words.get(1)?.text.as_str();
            !line.ends_with(" # internal") && (made.ends_with("/exe/a.out") || made.ends_with("/_pkg_.a"))
        }
        _ => false,
    };
    words.get(2).filter(|_| is_result).map(|target| &line[target.span.start..])
}

/// Whether the log ends when the executable got its build ID: with `-o /dev/null` the executable is not moved.
fn is_thrown_away(log: &Log) -> bool {
    let last = log.items.iter().rev().find(|item| item.kind.is_command());
    !log.open_end
        && last.is_some_and(|item| {
            matches!(&item.kind, Kind::Command(line) if line.ends_with("/exe/a.out # internal")
                && tool_of(line).is_some_and(|(_, tool)| tool == "buildid"))
        })
}

/// The number of threads (`-c`) of a compile command.
fn threads_of(line: &str) -> usize {
    words(line).iter().find_map(|word| word.text.strip_prefix("-c=")?.parse().ok()).unwrap_or(1)
}

/// GOCACHE, from a line that stores an archive there.
fn gocache_of(line: &str) -> Option<String> {
    let words = words(line);
    let to = words.get(2).filter(|_| words[0].text == "cp")?;
    let is_cache = Shape::of(&to.text).names.iter().any(|name| name.kind == NameKind::CacheFile);
    if is_cache { to.text.rsplitn(3, '/').nth(2).map(str::to_owned) } else { None }
}

/// Expands a path that begins with `.` for the current directory.
pub fn absolute(path: &str, here: Option<&str>) -> String {
    match (path.strip_prefix('.'), here) {
        (Some(rest), Some(here)) => format!("{}{rest}", here.trim_end_matches('/')),
        _ => path.to_owned(),
    }
}

/// The directory of a source file.
fn directory_of(source: &str, here: Option<&str>) -> Option<String> {
    let absolute = absolute(source, here);
    absolute.rsplit_once('/').map(|(dir, _)| if dir.is_empty() { "/".to_owned() } else { dir.to_owned() })
}

/// Removes the last elements of two paths as long as they are equal.
fn different_roots<'a>(mut from: &'a str, mut to: &'a str) -> (&'a str, &'a str) {
    if from == to {
        return (from, to);
    }
    while let (Some((a, x)), Some((b, y))) = (from.rsplit_once('/'), to.rsplit_once('/')) {
        if x != y || a.is_empty() || b.is_empty() {
            break;
        }
        (from, to) = (a, b);
    }
    (from, to)
}

fn replace_root(dir: &str, from: &str, to: &str) -> Option<String> {
    let rest = dir.strip_prefix(from)?;
    (rest.is_empty() || rest.starts_with('/')).then(|| format!("{to}{rest}"))
}

/// Whether a name ends in an extension, in the same case.
pub fn has_extension(name: &str, extension: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, found)| found == extension)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_from_the_lines_that_show_them() {
        let hash = "8d78bed33aafbb83e848c89f5142750917e6302d4ac5a89b544ded23311aa12f";
        let text = format!(
            "WORK=/tmp/w\ncd /g o/src/fmt\n\"/g o/pkg/tool/linux_amd64/asm\" -p fmt\ncd /home/me\n\
             \"/g o/pkg/tool/linux_amd64/compile\" -o x -p fmt -pack \"/g o/src/fmt/print.go\"\n\
             cp x \"/my cache/8d/{hash}-d\" # internal\ncp x /a.h # internal\ncp x \"/my cache/8d/{hash}-d\" # internal\n\
             \"/g o/pkg/tool/linux_amd64/compile\" -o $WORK/b001/_pkg_.a -p main -pack ./cmd/x/a.go ./cmd/x/b.go\nmv x/a.out my prog\n"
        );
        assert_eq!(
            Places::of(&Log::parse(&text)),
            Places {
                work: Some("/tmp/w".into()),
                goroot: Some("/g o".into()),
                gocache: Some("/my cache".into()),
                dir: Some("/home/me".into()),
                main_dirs: BTreeMap::from([(1, "/home/me/cmd/x".to_owned())]),
                library_dirs: BTreeMap::from([("fmt".to_owned(), "/g o/src/fmt".to_owned())]),
                results: vec!["my prog".to_owned()],
                thrown_away: false,
                program_args: None,
                copied: false,
                cleaned: false,
                threads: Some(1),
                vcs: None,
                exports_to_c: None,
                no_sums: false,
            }
        );
        assert_eq!(Places::of(&Log::parse("")), Places::default());
    }

    #[test]
    fn a_program_moves_with_its_module() {
        assert_eq!(different_roots("/home/a/mod/cmd/x", "/tmp/mod/cmd/x"), ("/home/a", "/tmp"));
        assert_eq!(different_roots("/home/a/x", "$SRC"), ("/home/a/x", "$SRC"));
        assert_eq!(replace_root("/home/ab", "/home/a", "/tmp"), None);
    }
}
