//! Where the result of a build goes.

use super::causes::Cause;
use super::load_error::LoadError;
use super::options::BuildOptions;
use crate::program::{Program, clean_path, join_path};

/// The path of the result: a name, a name in a directory (`-o bin/`), or nothing (`-o /dev/null`, a library without `-o`).
/// A directory that is there is one without the slash, too; it is known to be there if something that the program
/// consists of lies in it.
///
/// # Errors
/// What the go command says if it refuses.
pub fn of(program: &Program, options: &BuildOptions) -> Result<Option<String>, LoadError> {
    let is_main = program.package(program.root).is_main();
    let default = default_output(program);
    match options.output.as_deref() {
        // What is not a program is compiled and thrown away.
        None if !is_main => Ok(None),
        None if is_known_dir(program, options, &default) => {
            Err(refused(format!("go: build output {default:?} already exists and is a directory")))
        }
        None => Ok(Some(default)),
        Some("/dev/null") => Ok(None),
        Some(name) if name.ends_with('/') || is_known_dir(program, options, name) => {
            if !is_main {
                return Err(refused("go: no main packages to build".to_owned()));
            }
            let dir = clean_path(name);
            Ok(Some(if dir.is_empty() { default } else { join_path(&dir, &default) }))
        }
        Some(name) => Ok(Some(name.to_owned())),
    }
}

fn refused(said: String) -> LoadError {
    LoadError { output: vec![said], cause: Cause::Output, exact: true }
}

/// Whether a path, seen from where the command is given, leads to a directory that is known to be there. `..` leads
/// back only out of such a one.
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

/// Whether something known lies in a directory, or is it.
fn is_there(program: &Program, options: &BuildOptions, dir: &str) -> bool {
    let holds =
        |path: &str| path == dir || dir == "/" || path.strip_prefix(dir).is_some_and(|rest| rest.starts_with('/'));
    let toolchain = &program.toolchain;
    [&options.dir, &toolchain.goroot, &toolchain.gocache].into_iter().any(|known| holds(known))
        || program.packages.iter().any(|package| holds(&package.dir))
}

/// The name that `go build` gives the executable if it is told none.
fn default_output(program: &Program) -> String {
    let root = program.package(program.root);
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

/// `v2`, `v3` and so on: a major version at the end of an import path.
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
        match of(&program, &options) {
            Ok(target) => target.unwrap_or_else(|| "nowhere".to_owned()),
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
