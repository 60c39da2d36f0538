//! A program as the log of its build shows it, where every package was compiled: packages, files, imports, modules.
//!
//! What is made here is only a guess at the program. Whoever uses it compares its simulated build with the log.

mod modules;
mod unit;

use std::collections::{BTreeMap, HashMap};

use thiserror::Error;

use self::modules::Modules;
use self::unit::{FILES, Gaps, Unit, importer_of_unsafe};
use super::command::Command;
use super::file::{FileKind, base};
use super::shell::written_file;
use super::tools::Tool;
use crate::goquote::unquote;
use crate::program::goenv::GoEnv;
use crate::program::golist::ListedPackage;
use crate::program::recorded::{FORMAT, RecordedProgram};
use crate::program::{arch_level_variable, clean_path, join_path};
use crate::said::Said;
use crate::xlog::objdir_in;
use crate::xlog::parse::{Kind, Log};
use crate::xlog::shown::Shown;

/// Why a log does not show a whole program.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("{}", self.said())]
pub enum NotShown {
    /// It has no compile, or no link.
    No(&'static str),
    /// A package came from the cache.
    Cached(String),
    /// Something of it cannot be told from a log.
    Part {
        /// The package.
        package: String,
        /// What it has.
        what: Said,
    },
    /// The build info of the link is not there.
    BuildInfo {
        /// The line of importcfg.link.
        line: usize,
    },
    /// Its numbers of object directories have other gaps than the one of `unsafe`.
    Gaps,
}

impl NotShown {
    /// What there is to say.
    pub fn said(&self) -> Said {
        match self {
            Self::No(value) => said!(
                "the log has no {value}; it takes the log of a build that compiles every package and links one program",
                value
            ),
            Self::Cached(value) => said!(
                "{value} was not compiled in this log, so its files are not known; write the log with -a, or with an empty GOCACHE",
                value
            ),
            Self::Part { package, what, .. } => said!(
                "{package} {what}, of which a log does not show enough; use gostep import with the lists of the go command",
                package,
                what
            ),
            Self::BuildInfo { line, .. } => said!("line {line} has no build info that can be read", line),
            Self::Gaps => said!("object directories are missing from the log, so packages are"),
        }
    }
}

/// The program of a log.
///
/// # Errors
/// If the log does not show all of it.
pub fn program(log: &Log) -> Result<RecordedProgram, NotShown> {
    let shown = Shown::of(log);
    let mut reader = Reader::default();
    for item in &log.items {
        reader.item(item.line, &item.kind)?;
    }
    let (line, link) = reader.link.take().ok_or(NotShown::No("link"))?;
    let info =
        link.lines().find_map(|line| unquote(line.strip_prefix("modinfo ")?)).ok_or(NotShown::BuildInfo { line })?;
    let goroot = reader.goroot.clone().ok_or(NotShown::No("compile"))?;
    let modules = Modules::of(&info);
    let root =
        info.lines().next().and_then(|line| line.split_once("path\t")).map_or(FILES, |(_, path)| path).to_owned();
    let linked =
        link.lines().filter_map(|line| line.strip_prefix("packagefile ")?.split_once('=')).map(|(path, _)| path);
    let compiled: HashMap<&str, u32> = reader
        .units
        .iter()
        .filter(|(_, unit)| unit.compiled)
        .map(|(objdir, unit)| (if unit.path == "main" { root.as_str() } else { unit.path.as_str() }, *objdir))
        .collect();
    if let Some(cached) = linked.clone().find(|path| !compiled.contains_key(path)) {
        return Err(NotShown::Cached(cached.to_owned()));
    }
    let with_unsafe = importer_of_unsafe(&reader.units, &compiled, &root).map_err(|Gaps| NotShown::Gaps)?;
    let mut packages: Vec<ListedPackage> = Vec::new();
    for path in linked {
        let objdir = compiled[path];
        let unit = &reader.units[&objdir];
        if unit.is_scattered {
            return Err(NotShown::Part { package: path.to_owned(), what: said!("has files of several directories") });
        }
        let mut listed = unit.listed(path, path == root, &modules, &goroot);
        if with_unsafe == Some(objdir) {
            listed.imports.push("unsafe".to_owned());
            listed.imports.sort_unstable();
        }
        packages.push(listed);
    }
    if with_unsafe.is_some() {
        packages.push(built_in(&goroot));
    }
    let dir = reader.dir_of_link.clone().unwrap_or_default();
    let main_dir = packages.iter().find(|package| package.import_path == root).map_or("", |main| main.dir.as_str());
    let gomod = modules.main_dir(&root, main_dir).map(|dir| join_path(&dir, "go.mod"));
    Ok(RecordedProgram {
        gostep_program: FORMAT,
        env: env(&shown, goroot, reader.gocache, gomod),
        dir: if dir.is_empty() { main_dir.to_owned() } else { dir },
        from_log: true,
        packages,
        ..RecordedProgram::default()
    })
}

#[derive(Debug, Default)]
struct Reader {
    units: BTreeMap<u32, Unit>,
    /// The directory of the last `cd`.
    dir: String,
    goroot: Option<String>,
    gocache: Option<String>,
    /// What is written to importcfg.link, and its line.
    link: Option<(usize, String)>,
    /// The directory in which the link runs, which is that of the command.
    dir_of_link: Option<String>,
}

impl Reader {
    fn item(&mut self, line: usize, kind: &Kind) -> Result<(), NotShown> {
        match kind {
            Kind::ChangeDir(dir) => self.dir.clone_from(dir),
            Kind::WriteFile { head, body, end } => {
                let Some((path, objdir)) = written_file(head).and_then(|path| Some((path.clone(), objdir_in(&path)?)))
                else {
                    return Ok(());
                };
                let unit = self.units.entry(objdir).or_default();
                match FileKind::of(&path) {
                    FileKind::Importcfg => unit.importcfg(body),
                    FileKind::Embedcfg => {
                        // The last line has the end mark, too.
                        let last = end.as_deref().unwrap_or("").trim_end_matches("EOF");
                        unit.embedcfg = serde_json::from_str(&format!("{body}{last}")).ok();
                    }
                    FileKind::LinkImportcfg => self.link = Some((line, body.clone())),
                    _ => {}
                }
            }
            Kind::Command(text) => {
                if let Some(command) = Command::of(text) {
                    self.command(&command)?;
                } else if let Some((from, to)) = text.strip_prefix("cp ").and_then(|rest| rest.split_once(' ')) {
                    self.copy(from, to);
                }
            }
            Kind::Work(_) | Kind::Banner(_) | Kind::Other(_) => {}
        }
        Ok(())
    }

    /// `cp FILE FILE`: a header, or an archive that goes into the cache as `DIR/8d/8d78…-d`.
    fn copy(&mut self, from: &str, to: &str) {
        match (objdir_in(from), objdir_in(to)) {
            (None, Some(objdir)) if FileKind::of(from) == FileKind::Header => {
                self.units.entry(objdir).or_default().headers.push(base(from).to_owned());
            }
            (Some(_), None) => {
                let file = to.split(" # ").next().unwrap_or(to);
                let cache = file.rsplitn(3, '/').nth(2).filter(|_| file.ends_with("-d"));
                self.gocache = cache.map(str::to_owned).or(self.gocache.take());
            }
            _ => {}
        }
    }

    fn command(&mut self, command: &Command) -> Result<(), NotShown> {
        let package = || command.value("p").or(command.value("importpath")).unwrap_or("a package").to_owned();
        let refuse = |what| Err(NotShown::Part { package: package(), what });
        match command.tool {
            Tool::Cgo => return refuse(said!("uses cgo")),
            Tool::Cover => return refuse(said!("is covered")),
            Tool::Compile => {
                let Some(objdir) = command.value("o").and_then(objdir_in) else { return Ok(()) };
                self.goroot = command
                    .program
                    .split_once("/pkg/tool/")
                    .map(|(goroot, _)| goroot.to_owned())
                    .or(self.goroot.take());
                let unit = self.units.entry(objdir).or_default();
                unit.compiled = true;
                unit.path = package();
                unit.standard = command.has("std");
                unit.lang = command.value("lang").unwrap_or("").trim_start_matches("go").to_owned();
                let files: Vec<String> = command.files().map(|(path, _)| absolute(&self.dir, path)).collect();
                let (dir, _) = files.first().and_then(|file| file.rsplit_once('/')).unwrap_or_default();
                dir.clone_into(&mut unit.dir);
                unit.go_files = files.iter().map(|file| base(file).to_owned()).collect();
                unit.is_scattered =
                    files.iter().any(|file| file.rsplit_once('/').is_none_or(|(other, _)| other != unit.dir));
            }
            Tool::Asm if command.has("gensymabis") => {
                let Some(objdir) = command.value("o").and_then(objdir_in) else { return Ok(()) };
                let unit = self.units.entry(objdir).or_default();
                unit.asm_files = command.files().map(|(path, _)| base(path).to_owned()).collect();
            }
            Tool::Link => self.dir_of_link = Some(self.dir.clone()).filter(|dir| dir.starts_with('/')),
            _ => {}
        }
        Ok(())
    }
}

fn built_in(goroot: &str) -> ListedPackage {
    ListedPackage {
        dir: join_path(goroot, "src/unsafe"),
        import_path: "unsafe".to_owned(),
        name: "unsafe".to_owned(),
        standard: true,
        goroot: true,
        root: goroot.to_owned(),
        dep_only: true,
        go_files: vec!["unsafe.go".to_owned()],
        ..ListedPackage::default()
    }
}

fn env(shown: &Shown, goroot: String, gocache: Option<String>, gomod: Option<String>) -> GoEnv {
    let (goos, goarch) = shown.system.clone().unwrap_or_default();
    let (hostos, hostarch) = shown.host.as_deref().and_then(|host| host.split_once('_')).unwrap_or_default();
    let mut env = GoEnv {
        goversion: shown.release.clone().unwrap_or_default(),
        goroot,
        gocache: gocache.unwrap_or_default(),
        gomod: gomod.unwrap_or_default(),
        gohostos: hostos.to_owned(),
        gohostarch: hostarch.to_owned(),
        cgo_enabled: shown.info("CGO_ENABLED").unwrap_or("0").to_owned(),
        ..GoEnv::default()
    };
    if let Some(variable) = arch_level_variable(&goarch)
        && let Some(level) = shown.info(variable)
    {
        env.set_arch_level(variable, level);
    }
    (env.goos, env.goarch) = (goos, goarch);
    env
}

/// A file as the log names it, from the directory of the last `cd`.
fn absolute(dir: &str, path: &str) -> String {
    // The go command writes a dot for the directory wherever a word begins with it, also in the middle of a name.
    if let Some(rest) = path.strip_prefix('.').filter(|rest| !rest.starts_with(['/', '.'])) {
        return format!("{dir}{rest}");
    }
    clean_path(&join_path(dir, path))
}
