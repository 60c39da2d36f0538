//! What came of the packages: which output tells of a failure, and which packages failed.

use super::act::Phase;
use super::failure::{Failure, FailureKind};
use super::package::{Origin, Package};

/// Leaves those that are failures, and notes them at their packages, whose names they can tell.
pub fn settle(failures: Vec<Failure>, packages: &mut [Package]) -> Vec<Failure> {
    let tells = |failure: &Failure| failure.printed > 0 && !is_only_empty(failure);
    let mut failures = failures;
    failures.retain_mut(|failure| tells(failure) && is_failure(failure, packages));
    failures
}

/// vet with -json prints an empty object for a package in which it finds nothing.
fn is_only_empty(failure: &Failure) -> bool {
    let mut said = failure.messages.iter().map(|(_, text)| text.as_str()).filter(|text| !text.starts_with("# ["));
    said.next() == Some("{}") && said.next().is_none() && failure.printed == failure.messages.len()
}

/// What a compiler, an assembler or cgo prints is no failure if the package was built nevertheless.
fn is_failure(failure: &mut Failure, packages: &mut [Package]) -> bool {
    let is_mistake =
        matches!(failure.kind, FailureKind::Go | FailureKind::Assembly | FailureKind::C | FailureKind::Tool);
    if failure.kind == FailureKind::Link {
        // cgo links on trial, and goes on without what it wanted to learn. Its output comes before the link itself.
        let links_later =
            |at: usize| packages[at].phases.get(&Phase::Link).is_some_and(|lines| lines.first > failure.line);
        return !owner(failure, packages).is_some_and(links_later);
    }
    if !is_mistake && failure.kind != FailureKind::Output {
        return true;
    }
    let Some(at) = owner(failure, packages) else { return !failure.replayed || failure.package.is_none() };
    let package = &mut packages[at];
    if is_built(package, failure.line) || failure.replayed {
        return false;
    }
    if matches!(package.origin, Origin::Compiled | Origin::NotShown | Origin::Work) && !is_archived(package) {
        // A compiler that warns goes on and makes its archive.
        if failure.kind == FailureKind::Output {
            failure.kind = FailureKind::Tool;
        }
        package.origin = Origin::Failed;
        if package.path.as_deref() == Some("main") {
            package.path.clone_from(&failure.package);
        }
    }
    true
}

fn is_archived(package: &Package) -> bool {
    package.phases.contains_key(&Phase::BuildId) || package.phases.contains_key(&Phase::Cache)
}

/// The package whose tool printed it. The compiler calls every program `main`, and a package that is compiled for its
/// test as the package itself, so that only one can be told.
fn owner(failure: &Failure, packages: &[Package]) -> Option<usize> {
    let name = failure.package.as_deref()?;
    let with = |wanted: &str| {
        let is_wanted = |package: &Package| {
            package.objdir.is_some() && package.build == failure.build && package.path.as_deref() == Some(wanted)
        };
        packages.iter().enumerate().filter(move |(_, package)| is_wanted(package)).map(|(at, _)| at).collect::<Vec<_>>()
    };
    let named = with(name);
    // A package can have further object directories: for vet, or for a link.
    let works = |at: &&usize| packages[**at].phases.keys().any(|phase| is_of_compile(*phase));
    let found = named.iter().find(works).or(named.first()).copied();
    let only = |all: Vec<usize>| if let [only] = all[..] { Some(only) } else { None };
    let for_test = name.split_once(" [").map(|(bare, _)| bare);
    match for_test {
        Some(bare) => only(with(bare).into_iter().filter(|at| !is_archived(&packages[*at])).collect()),
        None => found.or_else(|| only(with("main"))),
    }
}

fn is_of_compile(phase: Phase) -> bool {
    matches!(phase, Phase::Cgo | Phase::Symabis | Phase::Compile | Phase::Assemble | Phase::Cache)
}

/// Whether the archive was made, and no link had begun without an end when this line was printed.
fn is_built(package: &Package, line: usize) -> bool {
    let has = |phase| package.phases.get(&phase);
    let ends = |phase| has(phase).is_some_and(|lines| lines.last > line);
    let is_linked = has(Phase::Link).is_none_or(|lines| lines.first > line);
    is_archived(package) && (is_linked || ends(Phase::Link) || ends(Phase::Install))
}

#[cfg(test)]
mod tests {
    use super::super::entries::Entries;
    use super::super::summary::Reading;
    use super::*;
    use crate::xlog::clean::Cleaner;

    const COMPILE: &str = "/g/pkg/tool/linux_amd64/compile -o $WORK/b001/_pkg_.a";
    const LINK: &str = "/g/pkg/tool/linux_amd64/link -o $WORK/b001/exe/a.out";
    const STORE: &str = "cp $WORK/b001/_pkg_.a /c/8d/8d78bed33aafbb83-d # internal";

    type Named<T> = Vec<(String, T)>;

    fn read(lines: &[&str]) -> (Named<FailureKind>, Named<Origin>) {
        let text = lines.join("\n");
        let reading = Reading::of(Entries::of(text.lines().map(str::to_owned), Cleaner::of(&text)));
        let failures = reading.failures.into_iter().map(|one| (one.package.unwrap_or_default(), one.kind)).collect();
        let packages = reading.packages.into_iter().map(|one| (one.path.unwrap_or_default(), one.origin)).collect();
        (failures, packages)
    }

    #[test]
    fn what_is_printed_of_a_built_package_is_no_failure() {
        let compile = format!("{COMPILE} -p e.com/a");
        let warned = ["# e.com/a", "./a.go:2:3: warning: #warning \"hey\" [-Wcpp]", "./a.go:4:5: can inline f"];
        for end in [vec![], vec![LINK, "go tool buildid -w $WORK/b001/exe/a.out # internal"]] {
            let lines = [&[compile.as_str(), STORE], &warned[..], &end[..]].concat();
            assert_eq!(read(&lines), (vec![], vec![("e.com/a".into(), Origin::Compiled)]), "{lines:?}");
        }
        let (failures, packages) = read(&[&[compile.as_str()], &warned[..]].concat());
        assert_eq!(failures, [("e.com/a".into(), FailureKind::Go)]);
        assert_eq!(packages, [("e.com/a".into(), Origin::Failed)]);
        let (failures, _) = read(&[compile.as_str(), STORE, LINK, "# e.com/a", "of no known shape"]);
        assert_eq!(failures, [("e.com/a".into(), FailureKind::Output)]);
        assert_eq!(read(&["cat /c/8d/8d78bed33aafbb83-d # internal", "# e.com/a", "a.go:1:2: can inline f"]).0, []);
    }

    #[test]
    fn who_failed_is_told_by_the_output() {
        let compile = format!("{COMPILE} -p main");
        let failed = read(&[&compile, "# e.com/cmd", "./a.go:3:4: undefined: x"]);
        let name = "e.com/cmd".to_owned();
        assert_eq!(failed, (vec![(name.clone(), FailureKind::Go)], vec![(name, Origin::Failed)]));
        let variant = read(&[&format!("{COMPILE} -p e.com/a"), "# e.com/a [e.com/a.test]", "./a.go:3:4: undefined: x"]);
        assert_eq!(variant.1, [("e.com/a".into(), Origin::Failed)]);
    }

    #[test]
    fn a_failed_c_linker_is_one_failure_of_the_link() {
        let (failures, _) = read(&[
            LINK,
            "# e.com/a",
            "/g/pkg/tool/linux_amd64/link: running gcc failed: exit status 1",
            "/usr/bin/gcc -m64 -o $WORK/b001/exe/a.out /tmp/go-link-1/go.o",
            "/usr/bin/ld: cannot find -lx: No such file or directory",
            "/tmp/go-build/a.cgo2.c:54: undefined reference to `zz'",
            "collect2: error: ld returned 1 exit status",
        ]);
        assert_eq!(failures, [("e.com/a".into(), FailureKind::Link)]);
    }

    #[test]
    fn a_tool_that_ends_without_a_message_fails() {
        let compile = format!("{COMPILE} -p e.com/a");
        let failed = || vec![("e.com/a".to_owned(), Origin::Failed)];
        for said in ["e.com/a: /g/pkg/tool/linux_amd64/compile: signal: killed", "e.com/a: /x/wrap: exit status 3"] {
            assert_eq!(read(&[&compile, said]), (vec![("e.com/a".into(), FailureKind::Tool)], failed()), "{said}");
        }
        for said in ["flag provided but not defined: -foo", "a.go:1:2: internal compiler error: out of luck"] {
            let found = read(&[&compile, "# e.com/a", said]);
            assert_eq!(found, (vec![("e.com/a".into(), FailureKind::Tool)], failed()), "{said}");
        }
    }

    #[test]
    fn a_link_of_cgo_on_trial_is_no_failure() {
        let undefined = ["# e.com/a", "/tmp/go-build/m.cgo2.c:54: undefined reference to `f'"];
        let compile = format!("{COMPILE} -p main");
        let before = [&[compile.as_str(), STORE], &undefined[..], &[LINK]].concat();
        let config =
            ["cat >$WORK/b001/importcfg.link << 'EOF' # internal", "packagefile e.com/a=$WORK/b001/_pkg_.a", "EOF"];
        assert_eq!(read(&[&before[..4], &config[..], &before[4..]].concat()).0, []);
        assert_eq!(read(&[&[LINK], &undefined[..]].concat()).0, [("e.com/a".into(), FailureKind::Link)]);
    }

    #[test]
    fn what_the_go_command_says_of_modules_is_no_missing_package() {
        for said in [
            "m.go:2:8: missing go.sum entry for module providing package rsc.io/quote; to add:",
            "package e.com/cg: build constraints exclude all Go files in /src/cg",
            "go.mod:3: unknown directive: requir",
            "go: updates to go.mod needed",
        ] {
            assert_eq!(read(&[said]).0, [(String::new(), FailureKind::Said)], "{said}");
        }
        let vendoring =
            ["go: inconsistent vendoring in /src:", "\tm@v1: is explicitly required", "", "\tTo sync, run:"];
        assert_eq!(read(&vendoring).0, [(String::new(), FailureKind::Said)]);
        assert_eq!(read(&["go: no dependencies to vendor"]).0, []);
        assert_eq!(read(&["#", "# fmt"]).0, []);
        assert_eq!(
            read(&["# e.com/a", "# [e.com/a]", "vet: ./a.go:2:3: undefined: y"]).0,
            [("e.com/a".into(), FailureKind::Go)]
        );
    }

    #[test]
    fn a_heading_of_vet_is_no_finding() {
        assert_eq!(read(&["# e.com/a", "# [e.com/a]", "{}"]).0, []);
        assert_eq!(read(&["# hello", "cd /tmp"]).0, []);
        let c = ["# e.com/a", "# [e.com/a]", "a.go: In function 'f':", "a.go:2:26: error: expected expression"];
        assert_eq!(read(&c).0, [("e.com/a".into(), FailureKind::C)]);
        let circle = ["package e.com/a", "\timports e.com/b from a.go: import cycle not allowed"];
        assert_eq!(read(&circle).0, [(String::new(), FailureKind::Cycle)]);
    }
}
