//! What a command is asked for, and where the results go.

use super::causes::Cause;
use super::go_command::GoCommand;
use super::link_mode::LinkMode;
use super::load_error::LoadError;
use super::options::BuildOptions;
use crate::program::{PackageId, Program, clean_path, join_path};
use crate::said::Said;

/// One thing that the command is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// The package to build.
    pub package: PackageId,
    /// The path of the result as printed; `None` if the result is thrown away.
    pub target: Option<String>,
}

/// What is asked for. The path of the result is the name given with `-o`, a name in a directory (`-o bin/`), or none
/// (`-o /dev/null`, and libraries or several packages without `-o`). In a directory there are main packages only. An
/// existing directory counts as one even without the slash. A directory is known to exist if something that the program
/// consists of is in it.
///
/// # Errors
/// With the message of the go command if it refuses the path.
pub fn goals(program: &Program, options: &BuildOptions) -> Result<Vec<Goal>, LoadError> {
    match options.command {
        GoCommand::Build => built(program, options),
        GoCommand::Install => Ok(installed(program, options)),
        GoCommand::Run => run(program),
    }
}

/// What keeps gostep from simulating the command for a program, in one sentence; `None` if nothing does.
pub fn misuse(program: &Program, options: &BuildOptions, has_output: bool) -> Option<Said> {
    let command = options.command;
    if has_output && command != GoCommand::Build {
        return Some(said!("go {} has no flag -o; leave it out", command.name()));
    }
    if command != GoCommand::Install || options.install_dir.is_some() {
        return None;
    }
    let package = |id: PackageId| program.package(id);
    let library = program.roots.iter().find(|&&root| !package(root).is_main() && !package(root).target.is_empty());
    if let Some(&library) = library {
        let path = &package(library).import_path;
        return Some(said!(
            "go install keeps the archive of {path} ({}), which is not modelled",
            package(library).target,
            path
        ));
    }
    let tool = |main: &PackageId| package(*main).target.contains("/pkg/tool/");
    if let Some(tool) = program.mains().find(tool) {
        return Some(said!("{} is a tool of Go, whose installation is not modelled", package(tool).import_path));
    }
    let unknown = program.mains().find(|&main| package(main).target.is_empty())?;
    Some(said!(
        "the package list does not tell where go install puts {} (the field Target); list it again",
        package(unknown).import_path
    ))
}

/// All packages, with a place for programs.
fn installed(program: &Program, options: &BuildOptions) -> Vec<Goal> {
    let target = |package: PackageId| {
        let main = Some(package).filter(|&id| program.package(id).is_main())?;
        let in_list = || program.package(main).target.clone();
        Some(
            options
                .install_dir
                .as_ref()
                .map_or_else(in_list, |dir| join_path(dir, &executable_name(program, options, main))),
        )
    };
    asked_packages(program, options).map(|package| Goal { package, target: target(package) }).collect()
}

/// The one program that is to run.
fn run(program: &Program) -> Result<Vec<Goal>, LoadError> {
    match program.roots.as_slice() {
        [only] if program.package(*only).is_main() => Ok(thrown_away(program)),
        [only] => Err(refused(format!("package {} is not a main package", program.package(*only).import_path))),
        several => {
            let names: Vec<&str> = several.iter().map(|&id| program.package(id).import_path.as_str()).collect();
            Err(refused(format!("go: the pattern matches multiple packages:\n\t{}", names.join("\n\t"))))
        }
    }
}

/// The packages of the command line; with `-buildmode=exe` only programs.
fn asked_packages(program: &Program, options: &BuildOptions) -> impl Iterator<Item = PackageId> {
    let all = options.buildmode != "exe";
    program.roots.iter().copied().filter(move |&root| all || program.package(root).is_main())
}

fn built(program: &Program, options: &BuildOptions) -> Result<Vec<Goal>, LoadError> {
    // -buildmode=exe asks for programs, and with -o for one.
    let is_for_programs = options.buildmode == "exe";
    if is_for_programs
        && options.output.is_some()
        && (program.also_tests || program.roots.len() != 1 || program.mains().next().is_none())
    {
        return Err(refused("-buildmode=exe requires exactly one main package".to_owned()));
    }
    let file = |target: String, package| Ok(vec![Goal { package, target: Some(target) }]);
    let output = match (program.roots.as_slice(), options.output.as_deref()) {
        ([only], None) if program.package(*only).is_main() && !program.also_tests => {
            let default = executable_name(program, options, *only);
            if is_known_dir(program, options, &default) {
                return Err(refused(format!("go: build output {default:?} already exists and is a directory")));
            }
            return file(default, *only);
        }
        // Libraries are compiled, several programs also linked, and the results thrown away.
        (_, None | Some("/dev/null")) => {
            return Ok(asked_packages(program, options).map(|package| Goal { package, target: None }).collect());
        }
        (_, Some(output)) => output,
    };
    if output.ends_with('/') || is_known_dir(program, options, output) {
        let dir = clean_path(output);
        let in_dir = |package| {
            let name = executable_name(program, options, package);
            Goal { package, target: Some(if dir.is_empty() { name } else { join_path(&dir, &name) }) }
        };
        let goals: Vec<Goal> = program.mains().map(in_dir).collect();
        return if goals.is_empty() { Err(refused("go: no main packages to build".to_owned())) } else { Ok(goals) };
    }
    match program.roots.as_slice() {
        [only] => file(output.to_owned(), *only),
        _ => Err(refused(format!("go: cannot write multiple packages to non-directory {output}"))),
    }
}

/// All packages of the command line, without a place for their results.
pub fn thrown_away(program: &Program) -> Vec<Goal> {
    program.roots.iter().map(|&package| Goal { package, target: None }).collect()
}

/// The path of the header that goes with a library for C at this path.
pub fn header(target: &str) -> String {
    let name = target.rfind('/').map_or(0, |slash| slash + 1);
    let end = target[name..].rfind('.').map_or(target.len(), |dot| name + dot);
    format!("{}.h", &target[..end])
}

fn refused(said: String) -> LoadError {
    LoadError { output: vec![said], cause: Cause::Output, exact: true }
}

/// Whether a path leads to a directory that is known to exist, seen from the directory of the command. `..` can only
/// lead out of a directory that exists.
fn is_known_dir(program: &Program, options: &BuildOptions, path: &str) -> bool {
    let mut here = if path.starts_with('/') { "/".to_owned() } else { options.dir.clone() };
    for name in path.split('/').filter(|name| !matches!(*name, "" | ".")) {
        if name == ".." {
            if !is_there(program, options, &here) {
                return false;
            }
            here = here.rsplit_once('/').map_or("", |(parent, _)| parent).to_owned();
        } else {
            here = join_path(&here, name);
        }
        if here.is_empty() {
            "/".clone_into(&mut here);
        }
    }
    is_there(program, options, &here)
}

/// Whether something known to exist is in a directory, or is the directory itself.
fn is_there(program: &Program, options: &BuildOptions, dir: &str) -> bool {
    let holds =
        |path: &str| path == dir || dir == "/" || path.strip_prefix(dir).is_some_and(|rest| rest.starts_with('/'));
    let toolchain = &program.toolchain;
    [&options.dir, &toolchain.goroot, &toolchain.gocache].into_iter().any(|known| holds(known))
        || program.packages.iter().any(|package| holds(&package.dir))
}

/// The name of an executable or library if no `-o` is given.
pub fn executable_name(program: &Program, options: &BuildOptions, root: PackageId) -> String {
    let mode = LinkMode::of(&options.buildmode, program);
    let root = program.package(root);
    let name = if root.command_line_files {
        let first = root.files.go.first().map_or("", String::as_str);
        first.strip_suffix(".go").unwrap_or(first)
    } else {
        let mut elements = root.import_path.rsplit('/');
        let last = elements.next().unwrap_or_default();
        match elements.next() {
            Some(before) if is_major_version(last) => before,
            _ => last,
        }
    };
    let suffix = if program.toolchain.goos == "windows" { ".exe" } else { mode.suffix() };
    format!("{name}{suffix}")
}

/// Whether a path element is a major version like `v2`; at the end of an import path the go command skips it for the
/// name.
fn is_major_version(element: &str) -> bool {
    element.strip_prefix('v').is_some_and(|digits| {
        !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0') && digits != "1"
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::load_embedded;

    fn told(name: &str, output: Option<&str>) -> String {
        let program = load_embedded(name).unwrap();
        let output = output.map(str::to_owned);
        let options = BuildOptions { output, ..BuildOptions::for_program(&program) };
        match goals(&program, &options) {
            Ok(goals) => goals[0].target.clone().unwrap_or_else(|| "nowhere".to_owned()),
            Err(error) => error.output.join("\n"),
        }
    }

    /// As go1.23.9 does it, in `/home/gopher/hello`.
    #[test]
    fn directories_that_are_there_are_known() {
        for (output, expected) in [
            (None, "main"),
            (Some("x"), "x"),
            (Some("bin/"), "bin/main"),
            (Some("./bin//"), "bin/main"),
            (Some("./"), "main"),
            (Some("."), "main"),
            (Some(".."), "../main"),
            (Some("../hello"), "../hello/main"),
            (Some("/usr/local"), "/usr/local/main"),
            (Some("/usr/local/go/src/fmt"), "/usr/local/go/src/fmt/main"),
            (Some("/usr/loc"), "/usr/loc"),
            (Some("x/.."), "x/.."),
            (Some("/"), "/main"),
            (Some("/dev/null"), "nowhere"),
        ] {
            assert_eq!(told("hello", output), expected, "{output:?}");
        }
    }
}
