//! The directory in which a package was named. It follows from how the package was named (`Match`) and where it is
//! (`Dir`).

use unicode_general_category::{GeneralCategory, get_general_category};

use super::golist::ListedPackage;

/// The directory in which `go list` ran, if the list shows it. A pattern that begins with `./` or names files leads
/// back to it from the package's directory; an import path, an absolute path or a path with `..` does not.
pub(super) fn working_directory(root: &ListedPackage) -> Option<&str> {
    root.matched.iter().find_map(|pattern| {
        let below = if root.is_of_files() {
            pattern.rsplit_once('/').map_or("", |(dir, _)| dir)
        } else if is_local(pattern) {
            pattern
        } else {
            return None;
        };
        strip_below(&root.dir, below)
    })
}

/// Removes from a directory the relative path that led to it.
fn strip_below<'a>(dir: &'a str, below: &str) -> Option<&'a str> {
    if below.starts_with('/') {
        return None;
    }
    let mut rest = dir;
    for name in below.split('/').rev().filter(|name| !matches!(*name, "" | ".")) {
        if name == ".." || name.contains("...") {
            return None;
        }
        rest = rest.strip_suffix(name)?.strip_suffix('/')?;
    }
    Some(if rest.is_empty() { "/" } else { rest })
}

/// Whether a pattern is a relative path, not an import path.
pub fn is_local(pattern: &str) -> bool {
    matches!(pattern, "." | "..") || pattern.starts_with("./") || pattern.starts_with("../")
}

/// The import path with which relative imports of a package begin; the compiler gets it with `-D`. It exists only in
/// GOPATH mode, for packages that were named by a relative path or as files.
pub(super) fn local_prefix(package: &ListedPackage, gopath_mode: bool) -> Option<String> {
    let local = package.is_of_files()
        || package.import_path.starts_with("_/")
        || package.matched.iter().any(|pattern| is_local(pattern));
    let gopath_mode = gopath_mode || package.import_path.starts_with("_/");
    (gopath_mode && local && !package.standard)
        .then(|| format!("_/{}", valid_in_import(package.dir.trim_start_matches('/'))))
}

/// Replaces characters that are not allowed in an import path by `_`.
fn valid_in_import(path: &str) -> String {
    path.chars().map(|c| if may_stand_in_import(c) { c } else { '_' }).collect()
}

fn may_stand_in_import(c: char) -> bool {
    use GeneralCategory as C;
    !c.is_whitespace()
        && !"!\"#$%&'()*,:;<=>?[\\]^{|}`\u{fffd}".contains(c)
        && !matches!(
            get_general_category(c),
            C::Control
                | C::Format
                | C::Surrogate
                | C::PrivateUse
                | C::Unassigned
                | C::LineSeparator
                | C::ParagraphSeparator
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(import_path: &str, dir: &str, pattern: &str) -> ListedPackage {
        ListedPackage {
            import_path: import_path.to_owned(),
            dir: dir.to_owned(),
            matched: vec![pattern.to_owned()],
            ..ListedPackage::default()
        }
    }

    #[test]
    fn a_relative_pattern_leads_back_to_where_it_was_given() {
        for (path, dir, pattern, expected) in [
            ("m/cmd/tool", "/src/m/cmd/tool", "./cmd/tool", Some("/src/m")),
            ("m/cmd/tool", "/src/m/cmd/tool", "./cmd/./tool/", Some("/src/m")),
            ("m", "/src/m", ".", Some("/src/m")),
            ("m", "/m", "./m", Some("/")),
            ("m/cmd/tool", "/src/m/cmd/tool", "m/cmd/tool", None),
            ("m/cmd/tool", "/src/m/cmd/tool", "../tool", None),
            ("m/cmd/tool", "/src/m/cmd/tool", "./cmd/...", None),
            ("m/cmd/tool", "/src/m/cmd/tool", "/src/m/cmd/tool", None),
            ("m/cmd/tool", "/src/m/cmd/link", "./cmd/tool", None),
            ("command-line-arguments", "/src/m", "main.go", Some("/src/m")),
            ("command-line-arguments", "/src/m/cmd", "cmd/main.go", Some("/src/m")),
            ("command-line-arguments", "/src/m", "/src/m/main.go", None),
        ] {
            assert_eq!(working_directory(&listed(path, dir, pattern)), expected, "{pattern} in {dir}");
        }
    }

    #[test]
    fn only_what_was_named_by_a_path_has_a_local_prefix() {
        for (path, dir, pattern, gopath_mode, expected) in [
            ("_/src/m", "/src/m", ".", true, Some("_/src/m")),
            ("m", "/gopath/src/m", "./m", true, Some("_/gopath/src/m")),
            ("m", "/gopath/src/m", "m", true, None),
            ("command-line-arguments", "/src/a (1)", "main.go", true, Some("_/src/a__1_")),
            ("command-line-arguments", "/src/a", "main.go", false, None),
        ] {
            let package = listed(path, dir, pattern);
            assert_eq!(local_prefix(&package, gopath_mode).as_deref(), expected, "{path} by {pattern}");
        }
    }
}
