//! What a change rebuilds: against measurements of the real go command, and as a command.

use std::collections::BTreeSet;
use std::sync::Arc;

use gostep_sim::gobuild::{Assume, BuildOptions, FaultKind};
use gostep_sim::program::{self, Program};
use gostep_sim::whatif::{Certainty, Change, KINDS, LinkReport, Outcome, Outcomes, Report, Scenario};

use crate::support::assert_snapshot;
use crate::support::canonical::canonical;
use crate::support::compare::assert_same_lines;
use crate::support::programs::sample;
use crate::support::run::Test;

fn what_if(program: &Arc<Program>, changes: &str) -> Outcomes {
    let options = BuildOptions { output: Some("main_bin".to_owned()), ..BuildOptions::for_program(program) };
    let changes: Vec<Change> = changes.split(" + ").map(|change| Change::parse(change, program).unwrap()).collect();
    Report::of(program, &options, &changes).unwrap()
}

fn compiled(report: &Report) -> BTreeSet<String> {
    let compiled = report.packages.iter().filter(|p| matches!(p.outcome, Outcome::Compiled { .. }));
    compiled.map(|p| p.package.clone()).collect()
}

fn linked(report: &Report) -> bool {
    matches!(report.link, LinkReport::Linked(_))
}

#[test]
fn every_measured_edit_rebuilds_what_was_measured() {
    let text = include_str!("../../lessons/programs/hello.rebuilds.json");
    let measured: serde_json::Value = serde_json::from_str(text).unwrap();
    let program = sample();
    let edits = measured["edits"].as_array().unwrap();
    assert!(edits.len() > 500);
    // The build before the edit is always the same, and for exact edits so are the least and the most.
    let options = BuildOptions { output: Some("main_bin".to_owned()), ..BuildOptions::for_program(&program) };
    let mut built = Scenario::new(&program, options, Assume::Least);
    let before = built.build().unwrap();
    for edit in edits {
        let word = |key: &str| edit[key].as_str().unwrap();
        let target = match edit.get("function").and_then(|function| function.as_str()) {
            Some(function) => format!("{}.{function}", word("package")),
            None => format!("{}/{}", word("package"), word("file")),
        };
        let change = format!("{}={target}", word("edit"));
        let Change::Edit(parsed) = Change::parse(&change, &program).unwrap() else { panic!("{change} is an edit") };
        assert!(parsed.effect(&program, Assume::Most, true).exact, "{change}");
        let mut scenario = built.clone();
        scenario.apply(&Change::Edit(parsed)).unwrap();
        let report = Report::of_build(Some(&before), &scenario.build().unwrap(), true);
        let expected: BTreeSet<String> =
            edit["compiled"].as_array().unwrap().iter().map(|path| path.as_str().unwrap().to_owned()).collect();
        assert_eq!(compiled(&report), expected, "{change}");
        assert_eq!(linked(&report), edit["linked"].as_bool().unwrap(), "{change}");
    }
}

/// Changes, which packages are compiled (or how many), and whether the program is linked: measured with go1.23.9.
const TABLE: &[(&str, &str, bool)] = &[
    ("nothing", "", false),
    ("touch=main", "", false),
    ("delete-output", "", true),
    ("output=other", "", true),
    ("comment=main", "main", true),
    ("shift=main", "main", true),
    ("body=main", "main", true),
    ("comment=main + then + undo", "", true),
    ("import=main:os", "main", true),
    ("import=main:strings", "main strings", true),
    ("dir=/elsewhere", "main", true),
    ("all", "53", true),
    ("comment=fmt/print.go", "fmt", false),
    ("shift=fmt/print.go", "fmt main", true),
    ("shift=fmt/errors.go", "fmt main", true),
    ("body=fmt.(*pp).doPrintln", "fmt main", true),
    ("func=fmt/print.go", "fmt main", true),
    ("export=fmt/print.go", "fmt main", true),
    ("comment=time/sleep.go", "time", false),
    ("comment=runtime/proc.go", "runtime", false),
    ("comment=runtime/asm_amd64.s", "runtime", false),
    ("comment=internal/goarch", "internal/goarch", false),
    ("const=internal/goarch", "21", true),
    ("export=unicode/utf8", "10", true),
    ("export=path", "internal/filepathlite io/fs os path", true),
    ("export=runtime/proc.go", "21", true),
    ("delete-data=fmt", "fmt", false),
    ("delete-index=fmt", "fmt", false),
    ("delete-data=fmt + delete-output", "fmt", true),
    ("delete-index=fmt + delete-output", "fmt", true),
    ("truncate=fmt", "fmt", false),
    ("append=fmt", "fmt", false),
    ("truncate=fmt + then", "", false),
    ("garbage-index=fmt", "fmt", false),
    ("garbage-index=fmt + then", "", false),
    ("alter=main + delete-output", "", true),
    ("zero-head=fmt + all", "53", true),
    ("zero-head=fmt + all + then + delete-output", "", true),
    ("zero-head=fmt + verify-cache + then + delete-output", "", true),
    ("alter-output", "", false),
    ("clean-cache", "52", false),
    ("clean-cache + delete-output", "53", true),
    ("workers=1", "", false),
    ("workers=4 + all", "53", true),
    ("CGO_ENABLED=0", "main", true),
    ("trimpath", "53", true),
    ("ldflags=-s -w", "main", true),
    ("ldflags=-w", "main", true),
    ("ldflags=-s", "main", true),
    ("gcflags=-N -l", "main", true),
    ("gcflags=all=-N -l", "53", true),
    ("buildmode=pie", "53", true),
    ("CC=nonexistent-cc + delete-output", "", true),
    ("GOARCH=arm64", "53", true),
];

#[test]
fn the_sample_rebuilds_what_the_real_go_does() {
    let program = sample();
    let mut wrong = Vec::new();
    for &(changes, expected, link) in TABLE {
        let report = what_if(&program, changes).report;
        let compiled = compiled(&report);
        let same = match expected.parse::<usize>() {
            Ok(count) => compiled.len() == count,
            Err(_) => compiled == expected.split_whitespace().map(str::to_owned).collect(),
        };
        if !same || linked(&report) != link || !report.exact || report.exit_code != 0 {
            wrong.push(format!("{changes}: {compiled:?}, {:?}", report.link));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_archive_with_a_zeroed_head_fails_its_importers() {
    let program = sample();
    let failed = |changes: &str| -> Vec<(String, String)> {
        let report = what_if(&program, changes).report;
        assert_eq!((report.exit_code, linked(&report)), (1, false), "{changes}");
        let failed = report.packages.into_iter().filter_map(|p| match p.outcome {
            Outcome::Failed { output } => Some((p.package, output.join("\n"))),
            _ => None,
        });
        failed.collect()
    };
    let [(package, output)] = &failed("zero-head=fmt")[..] else { panic!("one package fails") };
    assert_eq!(package, "main");
    assert!(output.contains("could not import fmt (not a go object file: "), "{output}");
    // All importers that are not stopped by another one are compiled, and fail.
    let packages: Vec<String> = failed("zero-head=errors").into_iter().map(|(package, _)| package).collect();
    assert_eq!(packages, ["strconv", "io", "internal/oserror", "path"]);
    // An archive of less than 4096 bytes has nothing left to read.
    assert!(failed("zero-head=cmp")[0].1.contains("could not import cmp (EOF)\n"));
    let LinkReport::Failed(output) = what_if(&program, "zero-head=main + delete-output").report.link else {
        panic!("the link fails")
    };
    assert!(output[0].ends_with("-d: not package main"), "{output:?}");
}

#[test]
fn the_link_finds_no_id_in_a_main_with_a_zeroed_head() {
    let log = Test::new().args(["whatif", "-x", "zero-head=main", "delete-output"]).outcome().stdout;
    let (_, id) = log.split_once(" -buildid=").unwrap();
    let parts: Vec<&str> = id.split(' ').next().unwrap().split('/').collect();
    assert_eq!((parts.len(), parts[1]), (3, ""), "{parts:?}");
    assert_eq!(parts[0], parts[2]);
}

#[test]
fn without_a_cache_nothing_starts() {
    let report = what_if(&sample(), "GOCACHE=off + comment=main").report;
    assert_eq!((report.exit_code, report.packages.len()), (1, 0));
    assert_eq!(report.refused, Some("build cache is disabled by GOCACHE=off, but required as of Go 1.12"));
    assert!(what_if(&sample(), "GOCACHE=off + then").report.refused.is_none());
}

/// A log of a warm build, the changes that led to it, and whether all IDs are known.
const LOGS: [(&str, &[&str], bool); 9] = [
    (include_str!("../logs/warm/again.log"), &["nothing"], true),
    (include_str!("../logs/warm/deleted-output.log"), &["delete-output"], true),
    (include_str!("../logs/warm/other-output.log"), &["output=other_bin"], true),
    (include_str!("../logs/warm/empty-cache.log"), &["clean-cache"], true),
    (include_str!("../logs/warm/undone.log"), &["comment=main", "then", "undo"], true),
    (include_str!("../logs/warm/comment.log"), &["comment=main"], false),
    (include_str!("../logs/warm/comment-without-work.log"), &["comment=main", "--no-work"], false),
    (include_str!("../logs/warm/fmt-comment.log"), &["comment=fmt/print.go"], false),
    (include_str!("../logs/warm/fmt-export.log"), &["export=fmt/print.go"], false),
];

#[test]
fn transcripts_of_warm_builds_equal_the_real_ones() {
    for (log, changes, ids_are_known) in LOGS {
        let work_dir = log.lines().next().unwrap().strip_prefix("WORK=").unwrap();
        let how = ["whatif", "-x", "-p", "1", "-o", "main_bin", "--work-dir", work_dir];
        let ours = Test::new().args(how).args(changes).prints();
        if ids_are_known {
            assert_same_lines(&changes.join(" "), log, &ours);
        }
        assert_same_lines(&changes.join(" "), &canonical(log), &canonical(&ours));
    }
}

#[test]
fn senseless_changes_are_explained() {
    let mut text = String::new();
    for args in [
        &["coment=main"][..],
        &["no-mian"],
        &["no-symabi=runtime"],
        &[""],
        &["=main"],
        &["hello"],
        &["helo", "all"],
        &["--fault", "no-such=fault"],
        // Packages and files.
        &["comment=fnt"],
        &["comment= fmt"],
        &["comment=FMT"],
        &["comment=fmt/prnt.go"],
        &["comment=fmt/"],
        &["comment=fmt/nothing.go"],
        &["comment=runtime/internal/syss"],
        &["comment=fnt/print.go"],
        &["comment=unsafe"],
        &["zero-head=unsafe"],
        &["comment"],
        &["comment="],
        &["export=runtime/asm_amd64.s"],
        &["body=fmt.Println"],
        &["inline=fmt.Fprintln"],
        &["body=fmt."],
        &["body=fmt.Foo"],
        &["body=fmt.Prinltn"],
        &["body=fmt.doPrintln"],
        &["body=fmt.(*pp)doPrintln"],
        &["body=fmt.Println()"],
        &["body=fmt/print.go"],
        &["body=sync.Mutex.Unlock"],
        &["body=slices.Sort"],
        &["body=time.Sleep"],
        &["inline=fmt.(*pp).doPrintln"],
        &["inline=math.archFloor"],
        &["body=internal/goarch"],
        &["inline=internal/unsafeheader"],
        // Values.
        &["all=1"],
        &["dir=relative"],
        &["dir=/home/gopher/hello"],
        &["buildmode=plugin"],
        &["workers=0"],
        &["workers=two"],
        &["CGO_ENABLED=2"],
        &["GOCACHE=on"],
        &["GOARCH=mips"],
        &["GOARCH=arm46"],
        &["output="],
        &["ldflags="],
        &["ldflags='-s"],
        &["ldflags=-nope"],
        &["ldflags=-linkmod=internal"],
        &["ldflags=-X"],
        &["gcflags=-N l"],
        &["missing-import=main:net/http"],
        &["missing-import=main:C"],
        &["gcflags=./fmt=-N"],
        &["gcflags=fmt=-N"],
        &["ldflags=-linkmode=external"],
        // Imports.
        &["import=fmt"],
        &["import=main:"],
        &["import=:os"],
        &["import=main:C"],
        &["import=main:main"],
        &["import=main:fmt"],
        &["import=main:internal/abi"],
        &["import=errors:fmt"],
        &["import=errors:example.com/x"],
        &["import=main:net/htp"],
        // What contradicts what was before.
        &["undo"],
        &["undo=fmt"],
        &["comment=main", "undo=fmt"],
        &["clean-cache", "delete-data=fmt"],
        &["clean-cache", "clean-cache"],
        &["truncate=fmt", "append=fmt"],
        &["delete-output", "delete-output"],
        &["delete-output", "alter-output"],
        &["output=a", "output=b"],
        &["CGO_ENABLED=0", "trimpath", "CGO_ENABLED=1"],
        &["all", "all"],
        &["comment=main", "GOARCH=arm64"],
        // Faults.
        &["no-symabis=fmt"],
        &["no-symabis"],
        &["no-symabis= math"],
        &["no-pack=math", "no-assemble=math"],
        &["no-pack=math", "--fault", "pack-twice=math"],
        &["no-go-mod", "no-main"],
        &["import=main:os", "unused-import=main:os"],
        &["foreign-arch=fmt:arm46"],
        // Programs.
        &["--list", "-", "--env", "-", "all"],
        &["--list", "-", "all"],
    ] {
        let said = Test::new().arg("whatif").args(args).refuses();
        text.push_str(&format!("$ gostep whatif {}\n{said}\n", args.join(" ")));
    }
    assert_snapshot("whatif_errors", &text);
}

/// A single word that is no change may be what was meant to be built; a folder may have the name of a change.
#[test]
fn a_single_word_that_names_go_source_or_a_program_is_told_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["pkg", "all"] {
        std::fs::create_dir(folder.path().join(name)).unwrap();
    }
    let run = |args: &[&str]| Test::within(folder.path()).args(args);
    for source in ["main.go", "./...", "pkg"] {
        let said = run(&["whatif", source]).refuses();
        assert_eq!(said, run(&["build", source]).refuses());
        assert!(said.contains(&format!("`gostep import --run-go -o mine.json {source}`")), "{said}");
    }
    run(&["whatif", "all"]).prints();
    std::fs::write(folder.path().join("mine.json"), "{}").unwrap();
    let said = run(&["whatif", "mine.json"]).refuses();
    assert!(said.contains("mine.json is a program: write a change after it"), "{said}");
}

#[test]
fn the_text_fits_the_width_in_both_languages() {
    let changes: [&[&str]; 7] = [
        &["nothing"],
        &["comment=main"],
        &["export=path"],
        &["export=unicode/utf8"],
        &["zero-head=fmt"],
        &["GOCACHE=off"],
        &["CGO_ENABLED=0", "then", "ldflags=-s -w"],
    ];
    for lang in ["en", "zh"] {
        for width in [40, 80] {
            let mut text = String::new();
            for changes in changes {
                let test = Test::new().columns(width).args(["whatif", "--lang", lang]).args(changes);
                text.push_str(&format!("$ gostep whatif {}\n{}\n", changes.join(" "), test.outcome().stdout));
            }
            assert_snapshot(&format!("whatif_{lang}_{width}"), &text);
        }
    }
}

#[test]
fn faults_are_told_with_their_causes_in_both_languages() {
    let faults: [&[&str]; 9] = [
        &["no-main"],
        &["empty-asmhdr=math", "foreign-arch=errors:arm64"],
        &["undefined=io", "-p", "1"],
        &["pair", "--fault", "no-symabis=example.com/pair/p"],
        &["cycle=errors:fmt"],
        &["not-package-main"],
        &["no-pack=math", "no-buildid", "drop-import=main:runtime", "then", "no-pack=math", "drop-import=main:runtime"],
        &["--no-work", "clean-cache", "stale-main=fmt"],
        &["complete=sync", "then", "nothing"],
    ];
    for lang in ["en", "zh"] {
        for width in [40, 80] {
            let mut text = String::new();
            for faults in faults {
                let test = Test::new().columns(width).args(["whatif", "--lang", lang]).args(faults);
                text.push_str(&format!("$ gostep whatif {}\n{}\n", faults.join(" "), test.prints()));
            }
            assert_snapshot(&format!("whatif_faults_{lang}_{width}"), &text);
        }
    }
}

#[test]
fn faults_as_data() {
    let json = ["complete=sync", "no-asmhdr=math", "two-names=main"]
        .map(|fault| Test::new().args(["whatif", "--json", "-o", "main_bin", fault]).prints());
    assert_snapshot("whatif_faults_json", &json.join("\n"));
}

#[test]
fn data_transcript_and_help() {
    let json = Test::new().args(["whatif", "--json", "export=path"]).prints();
    assert_snapshot("whatif_json", &json);
    assert_snapshot("whatif_transcript", &Test::new().args(["whatif", "-x", "-p", "1", "comment=fmt"]).prints());
    let help = Test::new().args(["whatif", "--help"]).prints();
    for kind in KINDS {
        assert!(help.contains(kind.help), "{}", kind.name);
    }
    assert_snapshot("whatif_help", &help);
}

#[test]
fn the_documentation_lists_every_change_and_fault() {
    let documented: Vec<&str> =
        include_str!("../../docs/whatif.md").lines().filter(|line| line.starts_with("| `")).collect();
    let kinds: Vec<String> = KINDS
        .iter()
        .map(|kind| {
            let written = match (kind.value, kind.value.strip_prefix('[')) {
                ("", _) => kind.name.to_owned(),
                (_, Some(optional)) => format!("{}[={optional}", kind.name),
                (value, None) => format!("{}={}", kind.name, value.replace('|', "\\|")),
            };
            format!("| `{written}` | {} |", kind.help)
        })
        .chain(FaultKind::ALL.iter().map(|kind| format!("| `{}` | {} |", kind.usage(), kind.help())))
        .collect();
    assert_eq!(documented, kinds);
}

mod bounds {
    //! Programs that nobody measured: the least and the most that an edit rebuilds.

    use gostep_sim::program::{PackageId, goenv, golist};
    use proptest::prelude::*;

    use super::*;

    /// Every package imports some of those before it; the last one is main, and `p0` is runtime.
    fn programs() -> impl Strategy<Value = Arc<Program>> {
        (3_usize..16)
            .prop_flat_map(|packages| {
                (0..packages).map(|at| proptest::collection::btree_set(0..at.max(1), 0..at.min(4) + 1)).collect::<Vec<_>>()
            })
            .prop_map(|imports| {
                let last = imports.len() - 1;
                let path = |at: usize| if at == 0 { "runtime".to_owned() } else { format!("example.com/p{at}") };
                let list: String = imports
                    .iter()
                    .enumerate()
                    .map(|(at, imports)| {
                        let package = serde_json::json!({
                            "Dir": format!("/src/{}", path(at)),
                            "ImportPath": path(at),
                            "Name": if at == last { "main".to_owned() } else { format!("p{at}") },
                            "DepOnly": at != last,
                            "Imports": imports.iter().filter(|&&import| import < at).map(|&import| path(import)).collect::<Vec<_>>(),
                            "GoFiles": ["a.go"],
                        });
                        package.to_string()
                    })
                    .collect();
                let env = goenv::parse("env", "{\"GOVERSION\": \"go1.23.9\"}").unwrap();
                Arc::new(program::from_list("list", golist::parse("list", &list).unwrap(), Some(&env)).unwrap())
            })
    }

    /// The package and all that import it, directly or through others.
    fn above(program: &Program, package: PackageId) -> BTreeSet<PackageId> {
        let mut found = BTreeSet::from([package]);
        loop {
            let more: Vec<PackageId> = program
                .ids()
                .filter(|id| !found.contains(id))
                .filter(|&id| {
                    let importer = program.package(id);
                    importer.imports[..importer.source_imports].iter().any(|import| found.contains(import))
                })
                .collect();
            if more.is_empty() {
                return found;
            }
            found.extend(more);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn bounds_are_those_of_the_import_graph(program in programs(), pick in any::<proptest::sample::Index>(), kind in proptest::sample::select(vec!["touch", "comment", "body", "shift", "func", "export", "const"])) {
            let id = PackageId(u32::try_from(pick.index(program.packages.len())).unwrap());
            let name = program.display_path(id).to_owned();
            // What main does not need is not built.
            prop_assume!(name == "runtime" || above(&program, id).contains(&program.root()));
            let report = what_if(&program, &format!("{kind}={name}")).report;
            let most = compiled(&report);
            let certain: BTreeSet<String> = report
                .packages.iter().filter(|p| p.certainty == Certainty::Certain).map(|p| p.package.clone()).collect();
            prop_assert!(certain.is_subset(&most));
            prop_assert_eq!(report.exact, certain == most);
            let is_main = program.package(id).is_main();
            match kind {
                "touch" => prop_assert!(most.is_empty()),
                "comment" => prop_assert_eq!(&most, &BTreeSet::from([name])),
                "body" => prop_assert!(report.exact),
                _ if is_main => prop_assert_eq!(&most, &BTreeSet::from([name])),
                _ => {
                    // Main imports runtime without saying so, so it is compiled when runtime's archive changes.
                    let mut names: BTreeSet<String> =
                        above(&program, id).into_iter().map(|id| program.display_path(id).to_owned()).collect();
                    let implicit = program.package(program.root()).imports.iter().any(|&import| names.contains(program.display_path(import)));
                    if implicit {
                        names.insert("main".to_owned());
                    }
                    prop_assert_eq!(&most, &names);
                }
            }
            prop_assert_eq!(linked(&report), !matches!(kind, "touch") && (is_main || kind != "comment"));
        }
    }
}

#[test]
fn a_failed_build_before_says_nothing_of_what_it_did_not_reach() {
    let words = "whatif comment=os syntax-error=fmt then comment=main".split(' ');
    let said = Test::new().args(words).prints();
    assert!(said.contains("main  the build before failed and did not get to it"), "{said}");
}
