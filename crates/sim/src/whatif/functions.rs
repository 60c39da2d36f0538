//! Looks up the function that a change names.

use super::change_error::ChangeError;
use super::lookup::{Lookup, shortly};
use crate::gobuild::{Edit, EditKind};
use crate::program::{Body, Function, PackageId};
use crate::said::{self, Said};
use crate::suggest::nearest;

impl Lookup<'_> {
    /// Reads the target of an edit of a function: `PKG` or `PKG.FUNC`.
    pub fn function_edit(&self, target: &str, kind: impl Fn(Option<String>) -> EditKind) -> Result<Edit, ChangeError> {
        let dot = target.rfind('/').map_or(0, |slash| slash + 1);
        let (path, function) = match target[dot..].split_once('.') {
            Some((last, function)) if self.program.find(target).is_none() => {
                (format!("{}{last}", &target[..dot]), Some(function.trim().to_owned()))
            }
            _ => (target.to_owned(), None),
        };
        if let (None, Some((path, file))) = (self.program.find(&path), target.rsplit_once('/'))
            && let Some(package) = self.program.find(path)
            && self.program.package(package).files.hashed().any(|known| known == file)
        {
            return Err(self.problem(said!("{file} is a file; write {}={path}.FUNC", kind(None).name(), file, path)));
        }
        let package = self.package(&path)?;
        let places = Functions { place: *self, package };
        let (file, function) = places.choose(&kind(None), function)?;
        let kind = kind(function);
        let file = file.unwrap_or_else(|| self.default_file(package, &kind));
        Ok(Edit { package, file, kind })
    }
}

/// The functions of one package, as far as they are recorded.
pub struct Functions<'a> {
    /// The change and the program, to look names up and for messages.
    pub place: Lookup<'a>,
    /// The package whose function is edited.
    pub package: PackageId,
}

impl Functions<'_> {
    /// The file to edit, if it is known, and the name of the function as the compiler writes it. Without recorded
    /// functions any name is accepted, and taken to be of the kind that the change needs.
    pub fn choose(
        &self,
        kind: &EditKind,
        written: Option<String>,
    ) -> Result<(Option<String>, Option<String>), ChangeError> {
        let Some(written) = written else { return self.measured(kind).map(|file| (file, None)) };
        if !is_function_name(&written) {
            let such = if matches!(kind, EditKind::Body(_)) {
                said!("fmt.Fprintln or fmt.(*pp).doPrintln")
            } else {
                said!("fmt.Println or time.Time.Unix")
            };
            return Err(self.place.problem(said!("write PKG.FUNC, such as {such}", such)));
        }
        let Some(known) = self.place.program.exports().functions(self.package) else {
            return Ok((None, Some(written)));
        };
        let Some(function) = self.place.program.exports().function(self.package, &written) else {
            return Err(self.unknown(kind, &written, known));
        };
        let name = self.place.program.display_path(self.package);
        let elsewhere = match (kind, function.body) {
            (_, Body::None) => {
                let bodyless = said!("{} has no body in Go", function.name);
                return Err(self.place.problem(said!("{bodyless}; {}", others(kind, known), bodyless)));
            }
            (EditKind::Body(_), Body::Inlined) => Some(("inline", said!("can be inlined"))),
            (EditKind::Body(_), Body::Generic) => {
                Some(("inline", said!("is generic, so its body is compiled elsewhere, too")))
            }
            (EditKind::Inline(_), Body::Own) => Some(("body", said!("is not inlined"))),
            _ => None,
        };
        match elsewhere {
            Some((other, is)) => {
                Err(self.place.problem(said!("{0} {is}; write {other}={name}.{0}", function.name, is, other, name)))
            }
            None => Ok((Some(function.file.clone()), Some(function.name.clone()))),
        }
    }

    /// The functions that can be edited like this, exported ones first; `None` if they are not known.
    pub fn names(&self, kind: &EditKind) -> Option<Vec<String>> {
        let known = self.place.program.exports().functions(self.package)?;
        Some(editable(kind, known).into_iter().map(str::to_owned).collect())
    }

    /// The file in which the edit was measured, for programs with measurements.
    fn measured(&self, kind: &EditKind) -> Result<Option<String>, ChangeError> {
        let program = self.place.program;
        let of = |package| program.rebuilds().place(package, kind.name(), None);
        if let Some((file, _)) = of(self.package) {
            return Ok(Some(file.to_owned()));
        }
        if !program.rebuilds().knows(self.package) {
            return Ok(None);
        }
        let lacks = if matches!(kind, EditKind::Body(_)) { said!("is not inlined") } else { said!("can be inlined") };
        let name = program.display_path(self.package);
        let have: Vec<&str> =
            program.ids().filter(|id| of(*id).is_some()).map(|id| program.display_path(id)).take(8).collect();
        Err(self.place.problem(said!(
            "no function of {name} {lacks} and could be edited; packages that have one: {}, …",
            said::list(have),
            name,
            lacks
        )))
    }

    fn unknown(&self, kind: &EditKind, written: &str, known: &[Function]) -> ChangeError {
        let name = self.place.program.display_path(self.package);
        let bare = |name: &str| name.rsplit('.').next().unwrap_or_default().to_lowercase();
        // The user may have meant a method and left out its receiver.
        let method = || known.iter().map(|function| function.name.as_str()).find(|name| bare(name) == bare(written));
        let near = method().or_else(|| nearest(written, known.iter().map(|function| function.name.as_str())));
        let hint = match near {
            Some(near) => said!(" (did you mean {near:?}?)", near),
            None => said!("; {}", others(kind, known)),
        };
        self.place.problem(said!("package {name} has no function {written:?}{hint}", name, written, hint))
    }
}

/// The functions that can be edited like this, exported ones first.
fn editable<'a>(kind: &EditKind, known: &'a [Function]) -> Vec<&'a str> {
    let wanted = |function: &&Function| match kind {
        EditKind::Body(_) => function.body == Body::Own,
        _ => matches!(function.body, Body::Inlined | Body::Generic),
    };
    let mut names: Vec<&str> = known.iter().filter(wanted).map(|function| function.name.as_str()).collect();
    names.sort_by_key(|name| !name.starts_with(char::is_uppercase));
    names
}

/// For messages: functions of the package for which the change is possible, exported ones first.
fn others(kind: &EditKind, known: &[Function]) -> Said {
    let names = editable(kind, known);
    let are =
        if matches!(kind, EditKind::Body(_)) { said!("that are not inlined") } else { said!("that can be inlined") };
    let names = if names.is_empty() { said!("none") } else { shortly(&names) };
    said!("its functions {are}: {names}", are, names)
}

/// Whether a text has the form of a function name: `Println`, `(*pp).doPrintln`, `Time.Add`, possibly with type
/// arguments.
fn is_function_name(text: &str) -> bool {
    let is_name = |part: &str| {
        let part =
            part.split_once('[').map_or(part, |(name, arguments)| if arguments.ends_with(']') { name } else { "" });
        part.starts_with(|first: char| first.is_alphabetic() || first == '_')
            && part.chars().all(|c| c.is_alphanumeric() || c == '_')
    };
    match text.rsplit_once('.') {
        None => is_name(text),
        Some((receiver, name)) => {
            let inner = receiver.strip_prefix('(').map_or(Some(receiver), |inner| inner.strip_suffix(')'));
            is_name(name) && inner.is_some_and(|inner| is_name(inner.trim_start_matches('*')))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_function_name;

    #[test]
    fn names_of_functions_and_methods_are_told_from_slips() {
        for name in ["F", "_f1", "größe", "(*pp).doPrintln", "(T).M", "*T.M", "T.M", "(*L[T]).Push", "Sort[int]"] {
            assert!(is_function_name(name), "{name}");
        }
        for name in ["", ".", "(", "F()", "print go", "(*pp)doPrintln", "1F", "a.b.c", "(*pp.M", "T.", "F["] {
            assert!(!is_function_name(name), "{name}");
        }
    }
}
