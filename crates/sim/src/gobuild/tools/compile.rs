//! The compiler: it reads the archives that importcfg names, checks the sources, and writes an archive.

use super::command::{Run, ToolError, Written};
use super::object_header;
use crate::gobuild::cache::ZEROED_BYTES;
use crate::gobuild::causes::Cause;
use crate::gobuild::faults::{Mistake, Slip, WrongLine};
use crate::gobuild::files::{Content, FileName, Flaws, MissingObjects, OfCgo, Stage};
use crate::gobuild::importcfg::{self, Entry, archive_file};
use crate::gobuild::results::Built;
use crate::program::PackageId;
use crate::program::artefacts::archive_bytes;

/// The number of errors after which the compiler stops.
const MOST_ERRORS: usize = 10;

/// Number of the file, and line: the order in which the compiler prints its errors.
type SourceOrder = (usize, u32);

/// Compiles a package.
pub fn compile(run: &Run<'_>) -> Result<Written, ToolError> {
    if !run.pretends() {
        check(run)?;
    }
    let faults = run.faults();
    let package = run.action.package;
    let assembly = !run.package.files.asm.is_empty();
    let packs_nothing = assembly && faults.packs_nothing(package, run.package.files.asm.len());
    let flaws = Flaws {
        without_symabis: assembly && run.content(FileName::Symabis).is_none() && !run.pretends(),
        // Without `-p` the compiler writes an object that cannot be linked; only main is recognized without it.
        unlinkable: faults.has(package, Mistake::NoPath) && !run.package.is_main(),
        twice: false,
        // If the pack step will bring no objects, they are missing from here on.
        missing: if packs_nothing { MissingObjects::All } else { MissingObjects::None },
    };
    let mut written = vec![(run.file(FileName::Archive), Content::binary(Stage::Written, flaws))];
    if assembly && !faults.has(package, Mistake::EmptyAsmHeader) {
        written.push((run.file(FileName::AsmHeader), Content::Full));
    }
    Ok(written)
}

/// The checks of the compiler in its order: syntax, imports and types, then checks of the whole package.
fn check(run: &Run<'_>) -> Result<(), ToolError> {
    let slip = run.faults().slip(run.action.package);
    if slip == Some(Slip::SyntaxError) {
        let line = at_end(run, 1, 1, "syntax error: non-declaration statement outside function body");
        return Err(source_error(run, vec![line], Cause::SyntaxError { package: run.name() }));
    }
    without_path(run)?;
    imports(run)?;
    if let Some((line, cause)) = slip.and_then(|slip| type_error(run, slip)) {
        return Err(source_error(run, line, cause));
    }
    bodies(run)?;
    abi(run)
}

/// Refuses directives that only packages of the runtime may use: without `-p` the compiler does not recognize such a
/// package.
fn without_path(run: &Run<'_>) -> Result<(), ToolError> {
    let known = run.facts().map(|facts| &facts.without_path).filter(|lines| !lines.is_empty());
    match known {
        Some(lines)
            if run.faults().has(run.action.package, Mistake::NoPath) && lines[0].contains("only allowed in") =>
        {
            let lines = lines.iter().map(|line| run.package.path_of(line)).collect();
            Err(source_error(run, lines, Cause::DirectiveWithoutPath { package: run.name() }))
        }
        _ => Ok(()),
    }
}

fn source_error(run: &Run<'_>, lines: Vec<String>, cause: Cause) -> ToolError {
    ToolError { lines, cause, exact: run.facts().is_some() }
}

/// The path of the first Go file, to which faults in the sources are added.
fn first_file(run: &Run<'_>) -> String {
    run.package.path_of(run.package.files.go.first().map_or("", String::as_str))
}

/// A message about a line that a fault added at the end of the first file; `line` counts from there.
fn at_end(run: &Run<'_>, line: u32, column: u32, message: &str) -> String {
    let path = first_file(run);
    match run.facts() {
        Some(facts) => format!("{path}:{}:{column}: {message}", facts.first_file.lines + line),
        None => format!("{path}:?:{column}: {message}"),
    }
}

/// Reads the archive of every import.
fn imports(run: &Run<'_>) -> Result<(), ToolError> {
    let mut errors: Vec<(Option<SourceOrder>, Vec<String>, Cause)> = Vec::new();
    for &import in &run.package.imports[..run.package.source_imports] {
        if run.made.program.package(import).is_builtin() {
            continue;
        }
        let entry = importcfg::entry(run.made, run.action, import);
        let entry = entry.as_ref();
        if let Some((have, cause)) = mismatch(run, import, entry) {
            let want = &run.made.program.package(import).import_path;
            return Err(ToolError { lines: mismatch_lines(run, &have, want), cause, exact: true });
        }
        if let Some((why, cause)) = unreadable(run, import, entry) {
            let (order, mut lines) = import_error(run, import, &why);
            let path = &run.made.program.package(import).import_path;
            let beyond = run.facts().and_then(|facts| facts.beyond_import.get(path));
            lines.extend(beyond.into_iter().flatten().cloned());
            errors.push((order, lines, cause));
        }
    }
    errors.sort_by_key(|(order, ..)| *order);
    let Some((_, _, cause)) = errors.first().cloned() else { return Ok(()) };
    let lines = limited(errors.into_iter().flat_map(|(_, lines, _)| lines).collect());
    Err(source_error(run, lines, cause))
}

/// The message about an archive of another package. The numbers in it are memory addresses that differ each time, so
/// they are shown as `0x…`.
fn mismatch_lines(run: &Run<'_>, have: &str, want: &str) -> Vec<String> {
    if run.made.rules().expects_other_archives() {
        let line = format!("<autogenerated>:1: mismatched import path, have \"{have}\" (0x…), want \"{want}\" (0x…)");
        return vec![line];
    }
    let line = format!(
        "<unknown line number>: internal compiler error: have package \"{have}\" (0x…), want package \"{want}\" (0x…)"
    );
    let please = "Please file a bug report including a short program that triggers the error.";
    [line.as_str(), "", please, "https://go.dev/issue/new"].map(str::to_owned).to_vec()
}

/// The path that an archive has, if it turns out on reading to be that of another package, and the cause.
fn mismatch(run: &Run<'_>, import: PackageId, entry: Option<&Entry>) -> Option<(String, Cause)> {
    let program = &run.made.program;
    if let Some(WrongLine::Of(other)) = entry?.wrong {
        let have = program.package(other).import_path.clone();
        let dep = program.package(import).import_path.clone();
        return Some((have.clone(), Cause::WrongArchive { package: run.name(), dep, other: have }));
    }
    let archive = run.state.files.get(&archive_file(run.made, import)).copied();
    let nameless = run.faults().has(import, Mistake::NoPath) && archive.is_some_and(|a| a.flaws().unlinkable);
    nameless.then(|| {
        ("<unlinkable>".to_owned(), Cause::NamelessArchive { package: program.display_path(import).to_owned() })
    })
}

/// Why an archive cannot be read, in the words of the compiler, and the cause.
fn unreadable(run: &Run<'_>, import: PackageId, entry: Option<&Entry>) -> Option<(Vec<String>, Cause)> {
    let made = run.made;
    let dep = || made.program.package(import).import_path.clone();
    let Some(entry) = entry else {
        let cause = Cause::ImportDropped { package: run.name(), dep: dep() };
        return Some((vec!["(open : no such file or directory)".into()], cause));
    };
    let result = made.result(import);
    match entry.wrong {
        // The go command does not check the content of cached files, but the compiler has to read them. The message
        // quotes the first line, which is left out here since it consists of zero bytes.
        None if result.is_some_and(|result| !result.readable) => {
            // A small archive consists only of zero bytes, so it has no first line at all.
            let why = match (made.rules().looks_for_archives(), is_all_zeros(run, import)) {
                (true, Some(true)) => "(can't find export data (EOF))",
                (true, Some(false)) => "(can't find export data (bufio: buffer full))",
                (true, None) => "(can't find export data (?))",
                (false, Some(true)) => "(EOF)",
                (false, Some(false)) => "(not a go object file: …)",
                (false, None) => "(?)",
            };
            Some((vec![why.into()], Cause::SpoiledCache { package: dep() }))
        }
        Some(WrongLine::NotAnArchive) => {
            let why: &[&str] = if made.rules().looks_for_archives() {
                &["(not the start of an archive file (\"hello\\n\"))"]
            } else {
                &["(not a go object file: hello", ")"]
            };
            let lines = why.iter().map(|&line| line.to_owned()).collect();
            Some((lines, Cause::NotAnArchive { package: run.name(), dep: dep() }))
        }
        Some(WrongLine::OfArch(arch)) => {
            let toolchain = &made.program.toolchain;
            let is = object_header::foreign(toolchain, arch);
            let expected = object_header::own(toolchain);
            let why = vec![format!("(object is [{is}"), format!("] expected [{expected}"), "])".to_owned()];
            Some((why, Cause::ForeignArch { dep: dep(), arch: arch.to_owned(), goarch: toolchain.goarch.clone() }))
        }
        wrong => {
            let in_work = result.is_some_and(|result| result.built == Built::InWork);
            let there = !in_work || run.state.files.contains_key(&archive_file(made, import));
            (wrong == Some(WrongLine::Missing) || !there).then(|| {
                let path = entry.path(made);
                let why = format!("(open {path}: no such file or directory)");
                (vec![why], Cause::ArchiveMissing { package: run.name(), dep: dep(), path })
            })
        }
    }
}

/// Whether an archive whose beginning was zeroed is not longer than that part; `None` if its size is unknown.
fn is_all_zeros(run: &Run<'_>, import: PackageId) -> Option<bool> {
    let program = &run.made.program;
    let package = program.package(import);
    let known = program.artefacts.package_of(&package.import_path, &package.recorded);
    known.map(|known| archive_bytes(&known.members) <= ZEROED_BYTES)
}

/// The message about an import, with its place for sorting.
fn import_error(run: &Run<'_>, import: PackageId, why: &[String]) -> (Option<SourceOrder>, Vec<String>) {
    let path = &run.made.program.package(import).import_path;
    // The source may name the package by another path (vendoring).
    let written = run.package.import_map.iter().find(|(_, found)| *found == path).map_or(path, |(written, _)| written);
    let place = run.facts().and_then(|facts| facts.imports.get(path));
    let first = run.package.files.go.first().map_or("", String::as_str);
    let place_shown = place.map_or_else(|| format!("{first}:?:?"), Clone::clone);
    // These imports are in what cgo makes, if not elsewhere too.
    let of_cgo = run.package.uses_cgo() && matches!(path.as_str(), "runtime/cgo" | "syscall");
    let place_shown = if of_cgo && place.is_none() {
        format!("{}{}:?:?", run.made.objdir(run.action.objdir), OfCgo::GoTypes.name())
    } else {
        run.package.path_of(&place_shown)
    };
    let mut lines = vec![format!("{place_shown}: could not import {written} {}", why[0])];
    lines.extend(why[1..].iter().cloned());
    let order = place.and_then(|place| {
        let mut parts = place.split(':');
        let file = parts.next()?;
        Some((run.package.files.go.iter().position(|known| known == file)?, parts.next()?.parse().ok()?))
    });
    (order, lines)
}

/// The compiler's output is limited to ten errors; then it gives the place of the last one and says that there are
/// more.
fn limited(lines: Vec<String>) -> Vec<String> {
    let starts = |line: &String| !line.starts_with('\t') && line.contains(".go:") && !line.ends_with("too many errors");
    let Some(tenth) = lines.iter().enumerate().filter(|(_, line)| starts(line)).nth(MOST_ERRORS - 1).map(|(at, _)| at)
    else {
        return lines;
    };
    let place = lines[tenth].split(": ").next().unwrap_or_default().to_owned();
    let mut lines = lines[..=tenth].to_vec();
    lines.push(format!("{place}: too many errors"));
    lines
}

/// The error that the type checker finds in the line that a fault added.
fn type_error(run: &Run<'_>, slip: Slip) -> Option<(Vec<String>, Cause)> {
    let package = run.name();
    let path_of = |id: PackageId| run.made.program.package(id).import_path.clone();
    match slip {
        Slip::UnusedImport(import) => {
            let path = path_of(import);
            let place = run.facts().map_or_else(|| "?:?".to_owned(), |facts| facts.first_file.insertion(&path));
            let line = format!("{}:{place}: \"{path}\" imported and not used", first_file(run));
            Some((vec![line], Cause::UnusedImport { package, path }))
        }
        Slip::NotImported(import) => {
            let path = path_of(import);
            let known = run.facts().and_then(|facts| facts.undefined_without_import.get(&path));
            let name = &run.made.program.package(import).name;
            let unknown = || vec![format!("{}:?:?: undefined: {name}", first_file(run))];
            let lines =
                known.map_or_else(unknown, |lines| lines.iter().map(|line| run.package.path_of(line)).collect());
            Some((lines, Cause::NotImported { package, path }))
        }
        Slip::TypeError => {
            let message = "cannot use \"five\" (untyped string constant) as int value in variable declaration";
            Some((vec![at_end(run, 1, 13, message)], Cause::TypeError { package }))
        }
        Slip::Undefined => Some((vec![at_end(run, 1, 9, "undefined: undefined1")], Cause::Undefined { package })),
        _ => None,
    }
}

/// Reports functions without a body if `-complete` says that there are none, and functions with a body in Go and in
/// assembly.
fn bodies(run: &Run<'_>) -> Result<(), ToolError> {
    let package = run.action.package;
    let promised = run.made.promises_bodies(package);
    let slip = run.faults().slip(package);
    if promised && matches!(slip, Some(Slip::Bodyless { .. })) {
        let line = at_end(run, 1, 6, "missing function body");
        return Err(source_error(run, vec![line], Cause::MissingBodies { package: run.name() }));
    }
    if run.faults().has(package, Mistake::Complete) {
        let cause = Cause::MissingBodies { package: run.name() };
        let Some(facts) = run.facts() else {
            let line = format!("{}:?:?: missing function body", first_file(run));
            return Err(source_error(run, vec![line], cause));
        };
        let lines: Vec<String> = (0..)
            .zip(&facts.missing_bodies)
            .map(|(at, place)| {
                let what = if at < MOST_ERRORS { "missing function body" } else { "too many errors" };
                format!("{}: {what}", run.package.path_of(place))
            })
            .collect();
        if !lines.is_empty() {
            return Err(source_error(run, lines, cause));
        }
    }
    // The compiler knows only from symabis what assembly defines.
    if slip == Some(Slip::TwiceDefined) && run.content(FileName::Symabis).is_some() {
        return Err(defined_twice(run));
    }
    Ok(())
}

fn defined_twice(run: &Run<'_>) -> ToolError {
    let known = run.facts().and_then(|facts| facts.assembly.as_ref()).and_then(|assembly| assembly.twice.clone());
    let cause = Cause::DefinedTwice { package: run.name() };
    let exact = known.is_some();
    let first = run.package.files.go.first().map_or("", String::as_str);
    let (place, name) = known.unwrap_or_else(|| (format!("{first}:?:?"), "?".to_owned()));
    let line = format!("{}: {name} defined in both Go and assembly", run.package.path_of(&place));
    ToolError { lines: vec![line], cause, exact }
}

/// Without symabis the compiler takes every function without body for one with arguments in registers (ABIInternal);
/// where the source needs the assembly convention (ABI0) that is an error.
fn abi(run: &Run<'_>) -> Result<(), ToolError> {
    // Without `-p` the compiler does not recognize the names in symabis as its own.
    let told = run.content(FileName::Symabis).is_some() && !run.faults().has(run.action.package, Mistake::NoPath);
    if run.package.files.asm.is_empty() || told {
        return Ok(());
    }
    let known = run.facts().map(|facts| facts.abi0_expected.clone());
    let exact = known.is_some();
    let first = run.package.files.go.first().map_or("", String::as_str);
    let unknown = |name: &str| vec![(format!("{first}:?:?"), name.to_owned())];
    let expected = known.unwrap_or_else(|| match run.package.import_path.as_str() {
        "runtime" => unknown("goexit"),
        "reflect" => unknown("makeFuncStub"),
        _ => Vec::new(),
    });
    let lines: Vec<String> = (0..)
        .zip(&expected)
        .map(|(at, (place, name))| {
            let path = run.package.path_of(place);
            if at < MOST_ERRORS {
                format!("{path}: internal/abi.FuncPCABI0 expects an ABI0 function, {name} is defined as ABIInternal")
            } else {
                format!("{path}: too many errors")
            }
        })
        .collect();
    if lines.is_empty() {
        return Ok(());
    }
    Err(ToolError { lines, cause: Cause::NoSymabisCompile { package: run.name() }, exact })
}
