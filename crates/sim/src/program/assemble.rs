//! Makes a checked [`Program`] of the raw package list.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::OnceLock;

use super::cgo;
use super::consistency;
use super::error::ProgramError;
use super::experiments::Experiments;
use super::go_flags::GoFlags;
use super::goenv::GoEnv;
use super::golist::ListedPackage;
use super::guess;
use super::instruments::Instrument;
use super::lazy_record::LazyRecord;
use super::place;
use super::resolve::{Sums, linker_needs, module, resolve};
use super::roots::{self, Named};
use super::toolchain::{GoVersion, KNOWN_MINORS, Toolchain, arch_level_variable, default_arch_level};
use super::{Package, PackageId, Program};
use crate::said::Said;

/// Checks a package list and resolves its imports. Without `env`, the toolchain is guessed from the list.
///
/// # Errors
/// If the list is not exactly one complete program, or the program uses something that is not modelled.
pub fn from_list(origin: &str, listed: Vec<ListedPackage>, env: Option<&GoEnv>) -> Result<Program, ProgramError> {
    consistency::check_list(origin, &listed, env)?;
    from_part(origin, listed, env)
}

/// The same for a list that lacks fields, since not all of them are known.
pub(super) fn from_part(
    origin: &str,
    listed: Vec<ListedPackage>,
    env: Option<&GoEnv>,
) -> Result<Program, ProgramError> {
    // What belongs to another release differs in more than what is read of the toolchain.
    if let Some(env) = env {
        consistency::check_environment(origin, &listed, env)?;
    }
    let toolchain = toolchain(&listed, env)?;
    consistency::check_names(&listed, &toolchain)?;
    cgo::check(&listed, &toolchain)?;
    let mut go_flags = GoFlags::default();
    go_flags.add_variable(env.map_or("", |env| &env.goflags))?;
    let gopath_mode = env.is_some_and(GoEnv::is_gopath_mode);
    let mut instruments = guess::instruments(&listed);
    instruments.extend(covers(&listed, &toolchain, &instruments).then_some(Instrument::Cover));
    consistency::check_instruments(origin, &instruments, &go_flags)?;
    let named = roots::of(origin, &listed)?;
    let listed = needed(listed, &named, &toolchain, &instruments);
    let mut by_path = HashMap::with_capacity(listed.len());
    for (package, id) in listed.iter().zip(0..) {
        check_modelled(origin, package)?;
        if by_path.insert(package.import_path.clone(), PackageId(id)).is_some() {
            return Err(ProgramError::Twice { origin: origin.to_owned(), package: package.import_path.clone() });
        }
    }
    let roots = named.paths.iter().map(|path| by_path[path]).collect();
    let dir_is_known = named.dir.is_some();
    let dir = named.dir.unwrap_or(named.guessed_dir);
    let main_module =
        listed.iter().filter_map(|p| p.module.as_ref()).find(|m| m.main).cloned().map(|m| module(m, Sums::Listed));
    let mut packages = Vec::with_capacity(listed.len());
    for package in listed {
        let local_prefix = place::local_prefix(&package, gopath_mode);
        packages.push(Package { local_prefix, ..resolve(origin, package, &by_path, &toolchain, &instruments)? });
    }
    refuse_cycles(origin, &packages)?;
    Ok(Program {
        name: origin.to_owned(),
        toolchain,
        packages,
        roots,
        roots_in_order: named.in_order,
        also_tests: named.also_tests,
        dir,
        dir_is_known,
        main_module,
        go_mod: env.map_or_else(String::new, |env| env.gomod.clone()),
        go_flags,
        instruments,
        surroundings: None,
        durations_ms: BTreeMap::new(),
        extra: Vec::new(),
        rebuilds: LazyRecord::default(),
        exports: LazyRecord::default(),
        sources: super::source_facts::SourceFacts::default(),
        artefacts: super::Artefacts::default(),
        by_path,
        source_importers: OnceLock::new(),
    })
}

fn toolchain(listed: &[ListedPackage], env: Option<&GoEnv>) -> Result<Toolchain, ProgramError> {
    let is_guessed = env.is_none();
    let is_assumed = is_guessed && listed.iter().all(|package| package.import_path != "runtime");
    let guessed;
    let env = if let Some(env) = env {
        env
    } else {
        guessed = guess::environment(listed);
        &guessed
    };
    let or = |value: &str, default: &str| if value.is_empty() { default.to_owned() } else { value.to_owned() };
    if env.goversion.is_empty() {
        let problem = said!("the environment lacks GOVERSION; take the whole output of `go env -json`");
        return Err(ProgramError::Setting(problem));
    }
    let version = GoVersion::parse(&env.goversion).filter(|v| KNOWN_MINORS.contains(&v.minor())).ok_or_else(|| {
        ProgramError::Setting(said!(
            "GOVERSION {:?} is not modelled; gostep knows the rules of go1.{} to go1.{}",
            env.goversion,
            KNOWN_MINORS.start(),
            KNOWN_MINORS.end()
        ))
    })?;
    if !matches!(env.gofips140.as_str(), "" | "off") {
        return Err(ProgramError::Setting(said!(
            "GOFIPS140 is {:?}, which changes the build in ways that gostep does not model; record the program without it",
            env.gofips140
        )));
    }
    if env.gohostos == "windows" {
        return Err(ProgramError::Setting(said!(
            "GOHOSTOS is windows: gostep knows the commands of hosts whose paths have slashes; take list and environment on Linux, macOS or in WSL, with GOOS=windows to build for Windows"
        )));
    }
    let goos = or(&env.goos, "linux");
    let goarch = or(&env.goarch, "amd64");
    let given = (!is_guessed).then_some(env.goexperiment.as_str());
    let experiments = Experiments::of_list(listed, given, (version.minor(), &goos, &goarch))?;
    let level = arch_level_variable(&goarch).map_or("", |variable| env.arch_level(variable));
    let mut cgo_flags = BTreeMap::new();
    for (name, value, default) in [
        ("CGO_CFLAGS", &env.cgo_cflags, "-O2 -g"),
        ("CGO_CPPFLAGS", &env.cgo_cppflags, ""),
        ("CGO_CXXFLAGS", &env.cgo_cxxflags, "-O2 -g"),
        ("CGO_LDFLAGS", &env.cgo_ldflags, "-O2 -g"),
    ] {
        if !value.is_empty() && value != default {
            cgo_flags.insert(name.to_owned(), value.clone());
        }
    }
    Ok(Toolchain {
        version,
        goroot: or(&env.goroot, "/usr/local/go"),
        host: format!("{}_{}", or(&env.gohostos, "linux"), or(&env.gohostarch, "amd64")),
        gocache: or(&env.gocache, "/home/gopher/.cache/go-build"),
        cgo_enabled: env.cgo_enabled == "1",
        cc: or(&env.cc, "gcc"),
        cxx: or(&env.cxx, "g++"),
        cc_id: Some(env.cc_id.clone()).filter(|id| !id.is_empty()),
        cxx_id: Some(env.cxx_id.clone()).filter(|id| !id.is_empty()),
        gogccflags: env.gogccflags.clone(),
        arch_level: or(level, default_arch_level(&goarch)),
        experiments,
        is_assumed,
        cgo_flags,
        goos,
        goarch,
    })
}

/// Refuses a package that the simulation would get wrong.
fn check_modelled(origin: &str, package: &ListedPackage) -> Result<(), ProgramError> {
    if let Some(error) = &package.error {
        let place = if error.pos.is_empty() { String::new() } else { format!("{}: ", error.pos) };
        return Err(ProgramError::Listed {
            origin: origin.to_owned(),
            package: package.import_path.clone(),
            message: format!("{place}{}", error.err.trim()),
        });
    }
    let refuse =
        |what: Said, hint: Said| Err(ProgramError::NotModelled { package: package.import_path.clone(), what, hint });
    let none = Vec::new();
    let without_cgo = |files| if package.uses_cgo() { &none } else { files };
    for (kind, files) in [
        (said!("C files without cgo"), without_cgo(&package.c_files)),
        (said!("C++ files without cgo"), without_cgo(&package.cxx_files)),
        (said!("Objective-C files"), &package.m_files),
        (said!("Fortran files"), &package.f_files),
        (said!("SWIG files"), &package.swig_files),
        (said!("SWIG files"), &package.swig_cxx_files),
    ] {
        if let Some(file) = files.first() {
            return refuse(said!("has {kind} ({file})", kind, file), Said::default());
        }
    }
    match package.cgo_pkg_config.first() {
        Some(library) => refuse(
            said!("asks pkg-config for flags (#cgo pkg-config: {library})", library),
            said!("; write the flags that it answers into #cgo CFLAGS and #cgo LDFLAGS"),
        ),
        None => Ok(()),
    }
}

/// Leaves out packages that no root needs, since the go command would not build them either.
fn needed(
    listed: Vec<ListedPackage>,
    named: &Named,
    toolchain: &Toolchain,
    instruments: &BTreeSet<Instrument>,
) -> Vec<ListedPackage> {
    let by_path: HashMap<&str, usize> = listed.iter().map(|p| p.import_path.as_str()).zip(0..).collect();
    // An incomplete list is kept whole, so that the error message can suggest any of its names.
    let Some(needed) = reached(&named.paths, &listed, &by_path, linker_needs(toolchain, instruments)) else {
        return listed;
    };
    // A package that is listed twice is kept, since that is an error to report.
    let keep: Vec<bool> = listed.iter().map(|p| needed[by_path[p.import_path.as_str()]]).collect();
    let mut keep = keep.into_iter();
    listed.into_iter().filter(|_| keep.next().unwrap_or(true)).collect()
}

/// Which packages of a list the roots and the linker need; `None` if one is not in the list.
fn reached(
    roots: &[String],
    listed: &[ListedPackage],
    by_path: &HashMap<&str, usize>,
    linker_needs: impl Iterator<Item = &'static str>,
) -> Option<Vec<bool>> {
    let mut needed = vec![false; listed.len()];
    let mut found: Vec<usize> = roots.iter().map(|path| by_path[path.as_str()]).collect();
    if found.iter().any(|&root| listed[root].name == "main") {
        found.extend(linker_needs.filter_map(|path| by_path.get(path)));
    }
    while let Some(at) = found.pop() {
        if !std::mem::replace(&mut needed[at], true) {
            let imports = listed[at].imports.iter().map(String::as_str).filter(|path| *path != "C");
            let implicit = cgo::implicit_imports(&listed[at]).map(|path| -> &str { path });
            for path in imports.chain(implicit) {
                found.push(*by_path.get(path)?);
            }
        }
    }
    Some(needed)
}

/// Whether a list has `runtime/coverage` although nothing imports it: then it was made with `-cover`.
fn covers(listed: &[ListedPackage], toolchain: &Toolchain, instruments: &BTreeSet<Instrument>) -> bool {
    let by_path: HashMap<&str, usize> = listed.iter().map(|p| p.import_path.as_str()).zip(0..).collect();
    let Some(&coverage) = by_path.get(Instrument::Cover.package()) else { return false };
    let roots: Vec<String> =
        listed.iter().filter(|package| !package.dep_only).map(|package| package.import_path.clone()).collect();
    let has_main = listed.iter().any(|package| !package.dep_only && package.name == "main");
    let needed = reached(&roots, listed, &by_path, linker_needs(toolchain, instruments));
    has_main && needed.is_some_and(|needed| !needed[coverage])
}

/// Reports a cycle of imports. The depth-first walk does without recursion, since a program can be a chain of a hundred
/// thousand packages.
pub(super) fn refuse_cycles(origin: &str, packages: &[Package]) -> Result<(), ProgramError> {
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        New,
        OnPath,
        Done,
    }
    let mut marks = vec![Mark::New; packages.len()];
    let mut path: Vec<(usize, usize)> = Vec::new();
    for start in 0..packages.len() {
        if marks[start] != Mark::New {
            continue;
        }
        marks[start] = Mark::OnPath;
        path.push((start, 0));
        while let Some((at, next)) = path.last_mut() {
            let Some(import) = packages[*at].imports.get(*next) else {
                marks[*at] = Mark::Done;
                path.pop();
                continue;
            };
            *next += 1;
            let import = import.index();
            match marks[import] {
                Mark::Done => {}
                Mark::New => {
                    marks[import] = Mark::OnPath;
                    path.push((import, 0));
                }
                Mark::OnPath => {
                    let from = path.iter().position(|&(package, _)| package == import).unwrap_or(0);
                    let mut cycle: Vec<String> =
                        path[from..].iter().map(|&(package, _)| packages[package].import_path.clone()).collect();
                    cycle.push(packages[import].import_path.clone());
                    return Err(ProgramError::Cycle { origin: origin.to_owned(), cycle });
                }
            }
        }
    }
    Ok(())
}
