//! What is required of a package list: it is complete, it is of a plain build, and it was made with the same settings
//! as the environment that comes with it.

use std::collections::BTreeSet;

use super::Program;
use super::error::ProgramError;
use super::go_flags::GoFlags;
use super::goenv::GoEnv;
use super::golist::ListedPackage;
use super::guess::{self, CGO_WITHOUT_TAG};
use super::instruments::Instrument;
use super::roots::{has_only_tests, is_left_out};
use super::toolchain::Toolchain;
use crate::goquote::came_later;
use crate::said::Said;

/// A runtime with fewer files is not that of a real Go tree, so files that it lacks prove nothing.
const FILES_OF_A_RUNTIME: usize = 50;

fn refuse(origin: &str, problem: Said) -> Result<(), ProgramError> {
    Err(ProgramError::List { origin: origin.to_owned(), problem })
}

/// Refuses a list that was made with flags that change the build, or that lacks fields a build depends on.
pub(super) fn check_list(origin: &str, listed: &[ListedPackage], env: Option<&GoEnv>) -> Result<(), ProgramError> {
    if let Some(tested) = listed.iter().find(|package| !package.for_test.is_empty()) {
        let problem =
            said!("the list was made with -test ({} is there for a test); make it without", tested.import_path);
        return refuse(origin, problem);
    }
    if let Some(variant) = listed.iter().find(|package| package.import_path.contains(" [")) {
        let problem = said!(
            "several main packages have a default.pgo, for which the list has packages of their own ({}), which is not modelled; make it with -pgo=off",
            variant.import_path
        );
        return refuse(origin, problem);
    }
    let only_tests = |package: &&ListedPackage| !package.dep_only && has_only_tests(package) && !is_left_out(package);
    if let Some(root) = listed.iter().find(only_tests) {
        let problem = said!("go build refuses it: {}: no non-test Go files in {}", root.import_path, root.dir);
        return refuse(origin, problem);
    }
    let lacking = lacking_fields(listed, env);
    if !lacking.is_empty() {
        let problem = said!(
            "the list lacks {} of its packages, which a build depends on; write it with `go list -json -deps TARGET`, without a choice of fields",
            crate::said::list(lacking)
        );
        return refuse(origin, problem);
    }
    Ok(())
}

/// Refuses a list that was made without a flag for instrumented code that the program brings along, or with one that it
/// switches off.
pub(super) fn check_instruments(
    origin: &str,
    made_with: &BTreeSet<Instrument>,
    go_flags: &GoFlags,
) -> Result<(), ProgramError> {
    let problem = go_flags.instruments.iter().find_map(|(&instrument, &on)| contradiction(made_with, instrument, on));
    problem.map_or(Ok(()), |problem| refuse(origin, problem))
}

/// What is wrong with a flag for instrumented code, if the list was not made with the same.
pub fn contradiction(made_with: &BTreeSet<Instrument>, asked: Instrument, on: bool) -> Option<Said> {
    let flag = asked.flag();
    let does = if asked.is_of_all_packages() {
        said!("chooses other files and adds packages")
    } else {
        said!("adds packages to main")
    };
    match (on, made_with.contains(&asked)) {
        (true, false) if asked == Instrument::Cover => Some(said!(
            "-cover: the list does not show that it was made with -cover; a list that was has runtime/coverage although \
             nothing imports it. Make it with `go list -cover -json -deps TARGET`; libraries, and programs that import \
             runtime/coverage themselves, cannot be built with -cover here"
        )),
        (true, false) => Some(said!(
            "{flag}: the list was made without {flag}, which {does}; make it with `go list {flag} -json -deps TARGET`, \
             or record the program with `gostep import --run-go -o FILE {flag} TARGET`",
            flag,
            does
        )),
        (false, true) => {
            Some(said!("{flag}=false: the list was made with {flag}, which {does}; make it without", flag, does))
        }
        _ => None,
    }
}

/// Fields that every complete list has and this list lacks.
fn lacking_fields(listed: &[ListedPackage], env: Option<&GoEnv>) -> Vec<&'static str> {
    let all = |lacks: fn(&ListedPackage) -> bool| !listed.is_empty() && listed.iter().all(lacks);
    let any = |lacks: fn(&ListedPackage) -> bool| listed.iter().any(lacks);
    let whole_runtime_lacks = |lacks: fn(&ListedPackage) -> bool| whole_runtime(listed).is_some_and(lacks);
    let in_module = env.is_some_and(|env| !matches!(env.gomod.as_str(), "" | "/dev/null") && !env.is_gopath_mode());
    let root = listed.iter().find(|package| !package.dep_only);
    let mut lacking = Vec::new();
    let mut add = |field, lacks: bool| {
        if lacks {
            lacking.push(field);
        }
    };
    add("Dir", all(|package| package.dir.is_empty()));
    add("Name", all(|package| package.name.is_empty() && package.error.is_none()));
    add("Standard", whole_runtime_lacks(|package| !package.standard));
    add("Goroot", whole_runtime_lacks(|package| !package.goroot));
    // A list of `std` names all its packages.
    let named = |package: &ListedPackage| !package.dep_only;
    add("DepOnly", whole_runtime(listed).is_some() && all(named) && any(|package| package.matched.is_empty()));
    add("Imports", whole_runtime_lacks(|package| package.imports.is_empty()));
    add("GoFiles", all(|package| package.go_files.is_empty() && package.error.is_none()));
    add("SFiles", whole_runtime_lacks(|package| package.s_files.is_empty()));
    add("HFiles", whole_runtime_lacks(|package| package.h_files.is_empty()));
    add("CgoFiles", any(|package| package.imports.iter().any(|path| path == "C") && package.cgo_files.is_empty()));
    let is_runtime_cgo = |package: &ListedPackage| package.standard && package.import_path == "runtime/cgo";
    add("CgoLDFLAGS", listed.iter().any(|package| is_runtime_cgo(package) && package.cgo_ldflags.is_empty()));
    add("EmbedFiles", any(|package| !package.embed_patterns.is_empty() && package.embed_files.is_empty()));
    add("EmbedPatterns", any(|package| package.embed_patterns.is_empty() && !package.embed_files.is_empty()));
    let has_module = |package: &ListedPackage| package.module.is_some() || package.standard || package.is_of_files();
    add("Module", in_module && root.is_some_and(|root| !has_module(root)));
    lacking
}

fn whole_runtime(listed: &[ListedPackage]) -> Option<&ListedPackage> {
    listed.iter().find(|package| package.import_path == "runtime" && package.go_files.len() >= FILES_OF_A_RUNTIME)
}

/// Refuses an environment whose settings contradict the standard packages of the list.
pub(super) fn check_environment(origin: &str, listed: &[ListedPackage], env: &GoEnv) -> Result<(), ProgramError> {
    let shown = guess::environment(listed);
    let release = |version: &str| version.split('.').take(2).collect::<Vec<_>>().join(".");
    let mut settings = vec![
        ("GOOS", shown.goos.clone(), env.goos.clone()),
        ("GOARCH", shown.goarch.clone(), env.goarch.clone()),
        ("GOROOT", shown.goroot.clone(), env.goroot.clone()),
    ];
    if whole_runtime(listed).is_some() {
        settings.push(("GOVERSION", release(&shown.goversion), release(&env.goversion)));
    }
    for (variable, of_list, of_env) in settings {
        if !of_list.is_empty() && !of_env.is_empty() && of_list != of_env {
            let problem = said!(
                "the list and the environment do not belong together: {variable} is {of_env} in the environment, and the list is of {of_list}; make both with the same go command and settings",
                variable,
                of_env,
                of_list
            );
            return refuse(origin, problem);
        }
    }
    match listed.iter().find(|package| package.uses_cgo()) {
        Some(package) if env.cgo_enabled == "0" => refuse(
            origin,
            said!(
                "the list and the environment do not belong together: CGO_ENABLED is 0 in the environment, and the list has {} with cgo; make both with the same setting",
                package.import_path
            ),
        ),
        _ => Ok(()),
    }
}

/// Refuses names that releases of Go quote in different ways in the transcript.
pub(super) fn check_names(listed: &[ListedPackage], toolchain: &Toolchain) -> Result<(), ProgramError> {
    let own = listed.iter().filter(|package| !package.goroot);
    let names = own.flat_map(|package| [&package.dir, &package.import_path].into_iter().chain(&package.go_files));
    for name in names.chain([&toolchain.goroot, &toolchain.gocache]) {
        if let Some(c) = came_later(name) {
            return Err(ProgramError::Setting(said!(
                "{name:?} has the character {code}, which Unicode got after version 15.0; gostep does not know how every release of Go writes it",
                name,
                code = format!("U+{:04X}", u32::from(c))
            )));
        }
    }
    Ok(())
}

impl Program {
    /// Refuses build tags with which a package of the list would use cgo, given that the environment enables cgo.
    ///
    /// # Errors
    /// Names the package, and what would explain that the list has it without cgo.
    pub fn check_cgo(&self, tags: &str) -> Result<(), ProgramError> {
        if !self.toolchain.cgo_enabled || self.toolchain.goos != "linux" {
            return Ok(());
        }
        let has_tag = |wanted: &str| tags.split([',', ' ']).any(|tag| tag == wanted);
        let is_listed =
            |path: &str| self.packages.iter().any(|package| package.import_path == path && !package.uses_cgo());
        match CGO_WITHOUT_TAG.iter().find(|(path, tag)| is_listed(path) && !has_tag(tag)) {
            Some((path, tag)) => refuse(
                &self.name,
                said!(
                    "the list and the environment do not belong together: CGO_ENABLED is 1 in the environment, and the list has {path} without cgo; make both with CGO_ENABLED=0, or give --tags {tag} if the list was made with -tags {tag}",
                    path,
                    tag
                ),
            ),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::golist::parse;
    use super::*;

    fn listed(text: &str) -> Vec<ListedPackage> {
        parse("list", text).unwrap()
    }

    fn lacking(text: &str) -> String {
        check_list("list", &listed(text), None).map_or_else(|error| error.to_string(), |()| String::new())
    }

    #[test]
    fn fields_that_are_missing_are_named() {
        let files: Vec<String> = (0..FILES_OF_A_RUNTIME).map(|number| format!("\"{number}.go\"")).collect();
        let whole = format!(
            r#"{{"Dir": "/go/src/runtime", "ImportPath": "runtime", "Name": "runtime", "Goroot": true, "Standard": true,
            "DepOnly": true, "GoFiles": [{}], "SFiles": ["a.s"], "HFiles": ["a.h"], "Imports": ["unsafe"]}}
            {{"Dir": "/m", "ImportPath": "m", "Name": "main", "GoFiles": ["m.go"], "Imports": ["runtime"]}}"#,
            files.join(", ")
        );
        assert_eq!(lacking(&whole), "");
        for field in ["Dir", "Name", "Standard", "Goroot", "DepOnly", "Imports", "SFiles", "HFiles"] {
            let other = whole.replace(&format!("\"{field}\""), "\"Other\"");
            assert!(lacking(&other).contains(&format!("the list lacks {field} of")), "{}", lacking(&other));
        }
        let two = whole.replace("\"Dir\"", "\"A\"").replace("\"Name\"", "\"B\"");
        assert!(lacking(&two).contains("the list lacks Dir, Name of"), "{}", lacking(&two));
        let only_tests = r#"{"Dir": "/m", "ImportPath": "m", "Name": "m", "TestGoFiles": ["m_test.go"]}"#;
        assert!(
            lacking(only_tests).ends_with("go build refuses it: m: no non-test Go files in /m"),
            "{}",
            lacking(only_tests)
        );
        let variant = whole.replace("\"ImportPath\": \"m\"", "\"ImportPath\": \"m [x]\"");
        assert!(lacking(&variant).contains("(m [x]), which is not modelled; make it with -pgo=off"));
        let tested = whole.replace("\"ImportPath\": \"m\"", "\"ImportPath\": \"m [m.test]\", \"ForTest\": \"m\"");
        assert!(lacking(&tested).contains("made with -test (m [m.test]"), "{}", lacking(&tested));
    }
}
