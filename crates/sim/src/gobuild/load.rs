//! Errors that the go command itself finds while it loads packages, before it plans a build.

use super::causes::Cause;
use super::faults::LoadFault;
use super::load_error::LoadError;
use super::options::BuildOptions;
use super::rules::Rules;
use super::tools::short_path;
use crate::program::{PackageId, Program};

/// The error to which a fault in loading leads.
pub fn error(program: &Program, options: &BuildOptions, fault: &LoadFault) -> LoadError {
    match fault {
        LoadFault::MissingImport(package, path) => missing_import(program, options, *package, path),
        LoadFault::Cycle(from, to) => cycle(program, *from, *to),
        LoadFault::TwoNames(package) => two_names(program, options, *package),
        LoadFault::NoGoMod => {
            LoadError { output: vec![format!("go: {NO_GO_MOD}")], cause: Cause::NoGoMod, exact: true }
        }
    }
}

const NO_GO_MOD: &str = "go.mod file not found in current directory or any parent directory; see 'go help modules'";

/// A path below the directory of a package, as the go command's own messages show it.
fn shown(program: &Program, options: &BuildOptions, package: PackageId, place: &str) -> String {
    short_path(&options.dir, &program.package(package).path_of(place))
}

fn missing_import(program: &Program, options: &BuildOptions, id: PackageId, path: &str) -> LoadError {
    let package = program.package(id);
    let toolchain = &program.toolchain;
    let first = package.files.go.first().map_or("", String::as_str);
    let facts = program.sources.of(&package.import_path);
    let place = facts.map_or_else(|| "?:?".to_owned(), |facts| facts.first_file.insertion(path));
    let place = shown(program, options, id, &format!("{first}:{place}"));
    let cause = Cause::MissingImport { package: package.compiler_path().to_owned(), path: path.to_owned() };
    let in_std = !path.split('/').next().is_some_and(|element| element.contains('.'));
    let mut output = Vec::new();
    if in_std {
        output.push(format!("{place}: package {path} is not in std ({}/src/{path})", toolchain.goroot));
    } else if package.module.is_some() {
        output.push(format!("{place}: no required module provides package {path}; to add it:"));
        output.push(format!("\tgo get {path}"));
    } else {
        output.push(format!("{place}: no required module provides package {path}: {NO_GO_MOD}"));
    }
    LoadError { output, cause, exact: facts.is_some() }
}

fn two_names(program: &Program, options: &BuildOptions, id: PackageId) -> LoadError {
    let package = program.package(id);
    let (name, first) = (&package.name, &package.first_file);
    let message = format!("found packages {name} ({first}) and other (zz_other.go) in {}", package.dir);
    let cause = Cause::TwoNames { package: package.compiler_path().to_owned() };
    if id == program.root() {
        return LoadError { output: vec![message], cause, exact: true };
    }
    // The message blames the first import that leads to the package.
    let importer = first_importer(program, id);
    let known = importer.and_then(|importer| place_of_import(program, importer, id));
    let exact = known.is_some();
    let place = known.unwrap_or_else(|| "?.go:?:?".to_owned());
    let place = importer.map_or_else(|| place.clone(), |importer| shown(program, options, importer, &place));
    LoadError { output: vec![format!("{place}: {message}")], cause, exact }
}

fn place_of_import(program: &Program, importer: PackageId, of: PackageId) -> Option<String> {
    let facts = program.sources.of(&program.package(importer).import_path)?;
    facts.imports.get(&program.package(of).import_path).cloned()
}

/// The package whose import leads the loader to `to` first. The loader goes depth first, in the order of imports.
fn first_importer(program: &Program, to: PackageId) -> Option<PackageId> {
    let mut seen = vec![false; program.packages.len()];
    let mut path = vec![(program.root(), 0)];
    seen[program.root().index()] = true;
    while let Some((id, next)) = path.last_mut() {
        let id = *id;
        let package = program.package(id);
        let Some(&import) = package.imports[..package.source_imports].get(*next) else {
            path.pop();
            continue;
        };
        *next += 1;
        if import == to {
            return Some(id);
        }
        if !std::mem::replace(&mut seen[import.index()], true) {
            path.push((import, 0));
        }
    }
    None
}

/// The error for a cycle of imports. The loader goes depth first, and an import of a package that it has not finished
/// is a cycle. It keeps the first cycle of each such package and reports all of them at the end, dependencies first.
fn cycle(program: &Program, from: PackageId, to: PackageId) -> LoadError {
    let mut exact = true;
    let mut output = Vec::new();
    for stack in cycles(program, from, to) {
        output.extend(cycle_lines(program, &stack, (from, to), &mut exact));
    }
    let name = |id| program.display_path(id).to_owned();
    LoadError { output, cause: Cause::Cycle { from: name(from), to: name(to) }, exact }
}

/// The printed lines of one cycle. `added` is the import that closes it; `exact` becomes false if a file is unknown.
fn cycle_lines(program: &Program, stack: &[PackageId], added: (PackageId, PackageId), exact: &mut bool) -> Vec<String> {
    let names_files = Rules::of(&program.toolchain.version).names_importing_files();
    let mut lines = Vec::with_capacity(stack.len());
    for (at, &id) in stack.iter().enumerate() {
        let path = &program.package(id).import_path;
        if at == 0 {
            lines.push(format!("package {path}"));
            continue;
        }
        let mut line = format!("\timports {path}");
        if names_files {
            let importer = stack[at - 1];
            let place = place_of_import(program, importer, id);
            let file = match place {
                Some(place) => place.split(':').next().unwrap_or_default().to_owned(),
                None if (importer, id) == added => {
                    program.package(importer).files.go.first().cloned().unwrap_or_default()
                }
                None => {
                    *exact = false;
                    "?.go".to_owned()
                }
            };
            line.push_str(&format!(" from {file}"));
        }
        lines.push(line);
    }
    if let Some(last) = lines.last_mut() {
        last.push_str(": import cycle not allowed");
    }
    lines
}

/// For each package that is met again before the loader has finished it, the chain of imports from the root that leads
/// back to it. The package itself ends the chain.
fn cycles(program: &Program, from: PackageId, to: PackageId) -> Vec<Vec<PackageId>> {
    let imports = |id: PackageId| {
        let package = program.package(id);
        let mut imports = package.imports[..package.source_imports].to_vec();
        if id == from && !imports.contains(&to) {
            let path = &program.package(to).import_path;
            let at = imports.partition_point(|known| program.package(*known).import_path < *path);
            imports.insert(at, to);
        }
        imports
    };
    let mut stacks: Vec<Option<Vec<PackageId>>> = vec![None; program.packages.len()];
    let mut left = Vec::new();
    let mut seen = vec![false; program.packages.len()];
    let mut path = vec![(program.root(), imports(program.root()), 0)];
    seen[program.root().index()] = true;
    while let Some((id, list, next)) = path.last_mut() {
        let Some(&import) = list.get(*next) else {
            left.push(*id);
            path.pop();
            continue;
        };
        *next += 1;
        if path.iter().any(|(open, ..)| *open == import) {
            let stack = || path.iter().map(|(id, ..)| *id).chain([import]).collect();
            stacks[import.index()].get_or_insert_with(stack);
        } else if !std::mem::replace(&mut seen[import.index()], true) {
            path.push((import, imports(import), 0));
        }
    }
    left.into_iter().filter_map(|id| stacks[id.index()].take()).collect()
}
