//! What a command is asked for, and where the results go.

use super::causes::Cause;
use super::load_error::LoadError;
use super::options::BuildOptions;
use crate::program::{PackageId, Program, clean_path, join_path};

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
            let default = default_output(program, *only);
            if is_known_dir(program, options, &default) {
                return Err(refused(format!("go: build output {default:?} already exists and is a directory")));
            }
            return file(default, *only);
        }
        // Libraries are compiled, several programs also linked, and the results thrown away.
        (_, None | Some("/dev/null")) => {
            let is_asked = |goal: &Goal| !is_for_programs || program.package(goal.package).is_main();
            return Ok(thrown_away(program).into_iter().filter(is_asked).collect());
        }
        (_, Some(output)) => output,
    };
    if output.ends_with('/') || is_known_dir(program, options, output) {
        let dir = clean_path(output);
        let in_dir = |package| {
            let name = default_output(program, package);
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

/// The name of the executable if no `-o` is given.
fn default_output(program: &Program, root: PackageId) -> String {
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
    let suffix = if program.toolchain.goos == "windows" { ".exe" } else { "" };
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
