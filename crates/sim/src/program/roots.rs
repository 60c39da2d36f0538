//! Which packages of a list were named on the command line, and in which order the go command takes them.

use super::error::ProgramError;
use super::golist::ListedPackage;
use super::place::working_directory;

/// What a list tells of the command line.
#[derive(Debug)]
pub(super) struct Named {
    /// Import paths of the packages to build.
    pub paths: Vec<String>,
    /// Whether their order is that of the command line.
    pub in_order: bool,
    /// Whether a pattern also matches packages that have nothing but tests.
    pub also_tests: bool,
    /// The directory of the command, if the list shows it.
    pub dir: Option<String>,
    /// The directory that is taken for it otherwise.
    pub guessed_dir: String,
}

/// Finds the packages that were named on the command line.
pub(super) fn of(origin: &str, listed: &[ListedPackage]) -> Result<Named, ProgramError> {
    let named = || listed.iter().filter(|package| !package.dep_only);
    let roots: Vec<&ListedPackage> = named().filter(|package| !is_left_out(package)).collect();
    let [first, ..] = roots.as_slice() else {
        return Err(ProgramError::NoRoot { origin: origin.to_owned(), packages: listed.len() });
    };
    let only_pattern: Vec<String> = first.matched.iter().take(1).cloned().collect();
    let known = in_order(listed, &only_pattern).filter(|known| known.len() == roots.len() || roots.len() == 1);
    Ok(Named {
        in_order: roots.len() == 1 || known.is_some(),
        paths: known.unwrap_or_else(|| roots.iter().map(|root| root.import_path.clone()).collect()),
        also_tests: named().any(is_left_out),
        dir: roots.iter().find_map(|root| working_directory(root)).map(str::to_owned),
        guessed_dir: common_directory(roots.iter().map(|root| root.dir.as_str())),
    })
}

/// The order of the packages that were named by these patterns; `None` if the list does not tell it. A pattern with
/// `...` takes the directories of a module one after the other, each before those in it.
pub fn in_order(listed: &[ListedPackage], patterns: &[String]) -> Option<Vec<String>> {
    let mut places = Vec::new();
    for root in listed.iter().filter(|package| !package.dep_only && !is_left_out(package)) {
        let pattern = patterns.iter().position(|pattern| root.matched.contains(pattern))?;
        places.push((pattern, root));
    }
    let modules = |pattern: usize| {
        let mut of_pattern = places.iter().filter(move |(at, _)| *at == pattern).map(|(_, root)| root);
        let module = |root: &ListedPackage| root.module.as_ref().map(|module| module.path.clone());
        let first = of_pattern.next().map(|root| module(root));
        of_pattern.all(|root| Some(module(root)) == first)
    };
    if !(0..patterns.len()).all(modules) {
        return None;
    }
    places.sort_by_key(|(pattern, root)| (*pattern, root.dir.split('/').collect::<Vec<_>>()));
    Some(places.into_iter().map(|(_, root)| root.import_path.clone()).collect())
}

/// Whether the go command leaves out a package, since it has nothing but tests and was not named by itself.
pub fn is_left_out(package: &ListedPackage) -> bool {
    has_only_tests(package) && !package.matched.is_empty() && package.matched.iter().all(|pattern| is_wildcard(pattern))
}

/// Whether a package has test files and no others.
pub(super) fn has_only_tests(package: &ListedPackage) -> bool {
    let tests = [&package.test_go_files, &package.x_test_go_files];
    package.go_files.is_empty() && package.cgo_files.is_empty() && tests.iter().any(|files| !files.is_empty())
}

/// Whether a pattern can match several packages.
fn is_wildcard(pattern: &str) -> bool {
    pattern.contains("...") || matches!(pattern, "all" | "std" | "cmd" | "tool" | "work")
}

/// The innermost directory in which all of these are.
fn common_directory<'a>(mut dirs: impl Iterator<Item = &'a str>) -> String {
    let mut common: Vec<&str> = dirs.next().unwrap_or_default().split('/').collect();
    for dir in dirs {
        let same = common.iter().zip(dir.split('/')).take_while(|(a, b)| **a == *b).count();
        common.truncate(same);
    }
    let joined = common.join("/");
    if joined.is_empty() { "/".to_owned() } else { joined }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(dirs: &[(&str, &str)]) -> Vec<ListedPackage> {
        let package = |(dir, pattern): &(&str, &str)| ListedPackage {
            import_path: format!("m/{dir}"),
            dir: format!("/src/m/{dir}"),
            matched: vec![(*pattern).to_owned()],
            go_files: vec!["a.go".to_owned()],
            ..ListedPackage::default()
        };
        dirs.iter().map(package).collect()
    }

    /// As `go list ./...` orders them: `a-b` is a directory beside `a`, and `-` comes before `/`.
    #[test]
    fn a_pattern_takes_a_directory_before_those_in_it() {
        let listed = listed(&[("lib", "./..."), ("a-b", "./..."), ("a/x", "./..."), ("a", "./...")]);
        let named = of("list", &listed).unwrap();
        assert_eq!(named.paths, ["m/a", "m/a/x", "m/a-b", "m/lib"]);
        assert!(named.in_order);
        assert_eq!((named.dir, named.guessed_dir.as_str()), (None, "/src/m"));
    }

    #[test]
    fn several_patterns_have_an_order_only_if_it_is_told() {
        let listed = listed(&[("lib", "./lib"), ("cmd/a", "./cmd/a")]);
        let named = of("list", &listed).unwrap();
        assert_eq!((named.paths, named.in_order), (vec!["m/lib".to_owned(), "m/cmd/a".to_owned()], false));
        assert_eq!(named.dir.as_deref(), Some("/src/m"));
        let told = ["./cmd/a", "./lib"].map(str::to_owned);
        assert_eq!(in_order(&listed, &told).unwrap(), ["m/cmd/a", "m/lib"]);
    }

    #[test]
    fn tests_without_a_package_are_left_out_of_a_pattern_only() {
        let mut packages = listed(&[("a", "./..."), ("t", "./...")]);
        packages[1].test_go_files = std::mem::take(&mut packages[1].go_files);
        let named = of("list", &packages).unwrap();
        assert_eq!((named.paths, named.also_tests), (vec!["m/a".to_owned()], true));
        packages[1].matched = vec!["./t".to_owned()];
        assert_eq!(of("list", &packages).unwrap().paths.len(), 2);
    }
}
