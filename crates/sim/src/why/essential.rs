//! Of the inputs that differ, those from which the others follow.

use super::input::{Difference, Input};

/// Leaves out what follows from another difference: files that another release or system has, the directory that
/// `-trimpath` takes out.
pub fn essential(mut own: Vec<Difference>, standard: bool) -> Vec<Difference> {
    let has = |own: &[Difference], wanted: fn(&Difference) -> bool| own.iter().any(wanted);
    if has(&own, |difference| difference.input == Input::Release) {
        own.retain(|difference| {
            difference.input == Input::Release || !(standard || follows_release(&difference.input))
        });
    }
    if has(&own, |difference| is_chosen(difference) || difference.input == Input::System) {
        own.retain(|difference| !follows_files(difference));
    }
    if has(&own, |difference| difference.input == Input::System) {
        own.retain(|difference| !follows_system(difference));
    }
    if has(&own, |difference| difference.input == Input::Experiment) {
        own.retain(|difference| !follows_experiment(difference));
    }
    if has(&own, |difference| difference.input == Input::Trimpath) {
        own.retain(|difference| !follows_trimpath(difference));
    }
    let is_forced: fn(&Difference) -> bool = |difference| matches!(difference.input, Input::Forced(_));
    if has(&own, is_forced) {
        own.retain(|difference| is_forced(difference) || !is_chosen(difference));
    }
    if has(&own, |difference| difference.input == Input::BuildInfo("CGO_ENABLED".to_owned())) {
        own.retain(|difference| !follows_cgo(difference));
    }
    if has(&own, is_other_module) {
        own.retain(|difference| !follows_module(&difference.input));
    }
    if has(&own, |difference| matches!(difference.input, Input::File(_))) {
        own.retain(|difference| !matches!(difference.input, Input::Import(_)));
    }
    own
}

fn follows_release(input: &Input) -> bool {
    match input {
        Input::Tool(_) | Input::Godebug => true,
        Input::BuildInfo(name) => name == "DefaultGODEBUG",
        _ => false,
    }
}

/// Build constraints choose other files, which import other packages; every architecture has a level of its own.
fn follows_system(difference: &Difference) -> bool {
    match difference.input {
        Input::Level(_) => true,
        _ => is_chosen(difference),
    }
}

/// Experiments are a part of the version that a tool tells, and choose files.
fn follows_experiment(difference: &Difference) -> bool {
    let version = |told: &Option<String>| told.as_ref().map(|told| told.split(" X:").next().unwrap_or(told).to_owned());
    match difference.input {
        Input::Tool(_) => version(&difference.before) == version(&difference.after),
        _ => is_chosen(difference),
    }
}

/// Whether a file is there in one build only, or an import: build constraints choose them, for a system or for `-race`.
fn is_chosen(difference: &Difference) -> bool {
    match difference.input {
        Input::Import(_) => true,
        Input::File(_) => difference.before.is_none() || difference.after.is_none(),
        _ => false,
    }
}

/// Assembler and C compiler count where there are files for them.
fn follows_files(difference: &Difference) -> bool {
    let one_sided = difference.before.is_none() || difference.after.is_none();
    one_sided
        && match &difference.input {
            Input::Asmflags | Input::CTool(_) | Input::CToolVersion(_) | Input::CFlags(_) => true,
            Input::Tool(tool) | Input::Forced(tool) => tool == "asm" || tool == "cgo",
            _ => false,
        }
}

/// Without cgo its flags are not in the build info.
fn follows_cgo(difference: &Difference) -> bool {
    let one_sided = difference.before.is_none() || difference.after.is_none();
    matches!(&difference.input, Input::BuildInfo(name) if one_sided && name.starts_with("CGO_"))
}

/// With `-trimpath` the module stands for the directory, and flags that may hold paths are not in the build info.
fn follows_trimpath(difference: &Difference) -> bool {
    let one_sided = difference.before.is_none() || difference.after.is_none();
    match &difference.input {
        Input::Directory | Input::Module => one_sided,
        Input::BuildInfo(name) => {
            one_sided && (name == "-ldflags" || name.starts_with("CGO_")) && name != "CGO_ENABLED"
        }
        // The linker gets another word in its place, or none.
        Input::Goroot => true,
        _ => false,
    }
}

/// Whether a package comes from another version of its module.
pub fn is_other_module(difference: &Difference) -> bool {
    match difference.input {
        Input::Module => true,
        Input::Directory => versions(difference).is_some(),
        _ => false,
    }
}

/// The two modules of directories in the module cache, such as `…/mod/golang.org/x/text@v0.3.0`.
pub fn versions(difference: &Difference) -> Option<(&str, &str)> {
    let root = |path: &'_ str| -> Option<usize> {
        let at = path.rfind('@')?;
        Some(path[at..].find('/').map_or(path.len(), |end| at + end))
    };
    let (before, after) = (difference.before.as_deref()?, difference.after.as_deref()?);
    let (from, to) = (&before[..root(before)?], &after[..root(after)?]);
    let (module, other) = (from.rsplit_once('@')?.0, to.rsplit_once('@')?.0);
    (module == other && from != to).then_some((from, to))
}

/// Another version of a module has other files, which may import other packages.
fn follows_module(input: &Input) -> bool {
    matches!(input, Input::File(_) | Input::Import(_) | Input::Language)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn difference(input: Input, before: Option<&str>, after: Option<&str>) -> Difference {
        Difference { input, before: before.map(str::to_owned), after: after.map(str::to_owned) }
    }

    #[test]
    fn what_follows_is_left_out() {
        let release = difference(Input::Release, Some("go1.21.13"), Some("go1.23.9"));
        let file = difference(Input::File("a.go".into()), Some("x"), Some("y"));
        assert_eq!(essential(vec![release.clone(), file.clone()], true), std::slice::from_ref(&release));
        assert_eq!(essential(vec![release.clone(), file.clone()], false), [release, file.clone()]);
        let trimpath = difference(Input::Trimpath, None, Some("-trimpath"));
        let dir = difference(Input::Directory, Some("/a"), None);
        assert_eq!(essential(vec![trimpath.clone(), dir], false), [trimpath]);
        let version = difference(Input::Directory, Some("/mod/x@v1.0.0/y"), Some("/mod/x@v1.0.1/y"));
        assert_eq!(versions(&version), Some(("/mod/x@v1.0.0", "/mod/x@v1.0.1")));
        assert_eq!(essential(vec![version.clone(), file.clone()], false), [version]);
        let moved = difference(Input::Directory, Some("/a/x"), Some("/b/x"));
        assert_eq!(essential(vec![moved.clone(), file.clone()], false), [moved, file]);
    }
}
