//! What is in the files of the sample's build: facts about them, and the steps that show them.

use std::sync::Arc;

use gostep::terminal::plain::Plain;
use gostep_course::lesson::load::Shipped;
use gostep_course::lesson::{File, check};
use gostep_course::player::Player;
use gostep_course::words::Lang;
use gostep_sim::gobuild::{Assume, Build, BuildOptions, Faults};
use gostep_sim::program::PackageId;
use gostep_sim::whatif::{Change, Scenario};

use crate::support::assert_snapshot;
use crate::support::drawn::assert_fits;
use crate::support::programs::sample;

/// A lesson with one step at the end of the build, and these conditions.
fn expecting(program: &str, build: &str, conditions: &[&str]) -> Vec<String> {
    let conditions: String = conditions.iter().flat_map(|condition| ["      - \"", condition, "\"\n"]).collect();
    let text = format!(
        "gostep_lesson: 1\nid: x\ntitle: T\nprogram: {program}\nbuild: {{{build}}}\nsteps:\n  - id: a\n    to: end\n    \
         say: x\n    expect:\n{conditions}"
    );
    match check(File { name: "x.yaml", text: &text }, None, Lang::En, &Shipped) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(ToString::to_string).collect(),
    }
}

/// The numbers were counted with other tools on another machine: `wc`, `grep`, `go tool nm`, `readelf`.
#[test]
fn facts_are_those_that_were_counted_by_hand() {
    let holds = [
        "symabis_lines('runtime') == 430",
        "symabis_defs('runtime') == 159",
        "symabis_refs('runtime') == 271",
        "symabis_names('runtime') == 116",
        "defs_with('runtime', 'ABI0') == 119",
        "defs_with('runtime', 'ABIInternal') == 40",
        "refs_with('runtime', 'ABI0') == 243",
        "refs_with('runtime', 'ABIInternal') == 28",
        "abi('runtime.gogo') == 'ABI0'",
        "abi('runtime.mcall') == 'ABIInternal'",
        "header_lines('runtime') == 2598",
        "header_defines('runtime') == 2596",
        "header_consts('runtime') == 824",
        "header_sizes('runtime') == 281",
        "header_offsets('runtime') == 1491",
        "header('runtime', 'gobuf_pc') == 8",
        "header('runtime', 'g__size') == 432",
        "header('runtime', 'const__Gwaiting') == 4",
        "members('runtime') == 12",
        "members('main') == 2",
        "member_bytes('runtime', 'asm_amd64.o') == 122153",
        "archive_bytes('runtime') == 12814334",
        "archive_bytes('fmt') == 1027610",
        "archives_symbols == 8545",
        "functions('fmt') == 154",
        "linked_functions('fmt') == 39",
        "functions('runtime') == 3064",
        "linked_functions('runtime') == 1303",
        "functions('path') == 15",
        "linked_functions('path') == 0",
        "binary_bytes == 2135902",
        "entry == '0x46d120'",
        "entry_symbol == '_rt0_amd64_linux'",
        "address('main.main') == '0x48f900'",
        "has_symbol('fmt.Fprintln') != has_symbol('fmt.Println')",
        "symbols('all') == 2250",
        "symbols('T') == 1734",
        "text_symbols == 1758",
        "sections == 23",
        "'.gopclntab' in section_names",
        "section_bytes('.text') == 584168",
        "segments == 6",
        "action_id('fmt') == 'BBGBDtRtEPP8tq8J-2wt'",
        "content_id('fmt') == 'akPClCIU1DYrpFXhkJwr'",
        "build_id('runtime') == 'rkB1xsl2lbHsWJU4bQPO/L6U6Ufab1wxSPl_pdIDH'",
        "index_file('fmt') == '04/0411810ed46d10f3fcb6af09fb6c2def01b859fd8f24dc99a325df0890aac2cd-a'",
        "measured('ldflags-s-w.bytes') == 1392792",
        "measured('race.compiled') == 56",
        "measured('runtime.go_files_in_directory') == 538",
        "measured('gobuf_field.gobuf_sp') == 8",
        "count(measured('race.added')) == 3",
    ];
    assert_eq!(expecting("hello", "p: 1", &holds), [""; 0]);
}

#[test]
fn the_other_program_has_its_own_files_and_shares_the_standard_library() {
    let holds = [
        "symabis_lines('example.com/pair/p') == 2",
        "abi('example.com/pair/p.Add') == 'ABI0'",
        "header('example.com/pair/p', 'Pair_B') == 8",
        "members('example.com/pair/p') == 3",
        "header_lines('runtime') == 2598",
        "has_symbol('example.com/pair/p.Add.abi0') == has_symbol('main.main')",
    ];
    assert_eq!(expecting("pair", "p: 1", &holds), [""; 0]);
}

#[test]
fn what_is_not_known_or_not_there_is_an_error_with_its_place() {
    for (program, build, fact, message) in [
        ("hello", "p: 1", "abi('runtime.gogoo') == 'x'", "no symabis defines \"runtime.gogoo\" (did you mean"),
        ("hello", "p: 1", "symabis_lines('fmt') == 1", "fmt has no assembly, so there is no symabis"),
        (
            "hello",
            "p: 1",
            "address('fmt.Println') == 'x'",
            "the executable has no symbol \"fmt.Println\" (did you mean",
        ),
        (
            "hello",
            "p: 1",
            "header('runtime', 'gobuf_spp') == 0",
            "does not define \"gobuf_spp\" (did you mean \"gobuf_sp\"?)",
        ),
        (
            "hello",
            "p: 1",
            "measured('race.byte') == 0",
            "nothing was measured as \"race.byte\" (did you mean \"race.bytes\"?)",
        ),
        ("hello", "p: 1", "defs_with('runtime', 'ABI1') == 0", "unknown ABI \"ABI1\"; known: ABI0, ABIInternal"),
        ("hello", "p: 1", "symbols('Q') == 0", "the executable has no symbols of the kind \"Q\""),
        ("hello", "p: 1, trimpath: true", "archive_bytes('fmt') == 0", "the archive of fmt is not known in this build"),
        ("hello", "p: 1, ldflags: -s", "binary_bytes == 0", "what is in the executable is not known in this build"),
        ("hello", "p: 1, asmflags: all=-D=X", "symabis_lines('runtime') == 0", "symabis of runtime is not known"),
        ("hello", "p: 1, gcflags: all=-N", "header_lines('runtime') == 0", "go_asm.h of runtime is not known"),
        ("pair", "p: 1", "measured('race.bytes') == 0", "nothing was measured of program pair"),
    ] {
        let problems = expecting(program, build, &[fact]);
        assert_eq!(problems.len(), 1, "{fact}: {problems:#?}");
        assert!(problems[0].starts_with("x.yaml:11:") && problems[0].contains(message), "{fact}: {}", problems[0]);
    }
}

/// A lesson of the tests in one language.
fn player(lang: Lang) -> Player {
    let file = File { name: "artefacts.yaml", text: include_str!("../lessons/artefacts.yaml") };
    Player::new(check(file, None, lang, &Shipped).unwrap())
}

/// That lesson as text of some width.
fn played(player: &Player, width: usize) -> String {
    Plain { width, colour: false, notes: false }.lesson(player)
}

#[test]
fn shows_are_drawn_in_both_languages() {
    for (name, lang, width) in [
        ("artefacts_en_80", Lang::En, 80),
        ("artefacts_en_40", Lang::En, 40),
        ("artefacts_zh_80", Lang::Zh, 80),
        ("artefacts_zh_40", Lang::Zh, 40),
    ] {
        assert_snapshot(name, &played(&player(lang), width));
    }
}

#[test]
fn no_line_is_wider_than_the_page() {
    for lang in [Lang::En, Lang::Zh] {
        let player = player(lang);
        for width in 40..=120 {
            assert_fits(&played(&player, width), width);
        }
    }
}

/// A lesson with these steps.
fn problems_of(steps: &str) -> Vec<String> {
    let text = format!("gostep_lesson: 1\nid: x\ntitle: T\nsteps:\n{steps}");
    let checked = check(File { name: "x.yaml", text: &text }, None, Lang::En, &Shipped);
    checked.err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

#[test]
fn what_cannot_be_shown_is_an_error_with_its_place() {
    // Each message stands at the last place of a word in the line.
    for (show, word, message) in [
        ("{archive: runtim}", "runtim", "unknown package \"runtim\" (did you mean \"runtime\"?)"),
        ("{archive: unsafe}", "unsafe", "unsafe is built into the compiler"),
        ("{cache: fm}", "fm", "unknown package \"fm\" (did you mean \"fmt\"?)"),
        ("{hash: links}", "links", "unknown package \"links\""),
        (
            "{symbols: [main.main, main.mian]}",
            "main.mian",
            "the executable has no symbol \"main.mian\" (did you mean \"main.main\"?)",
        ),
        ("{symbols: nope.*}", "nope", "the executable has no symbol \"nope.*\""),
        (
            "{symbols: main.main, absent: fmt.Fprintln}",
            "fmt.Fprintln",
            "the executable does have a symbol \"fmt.Fprintln\"",
        ),
        ("{archive: fmt, find: x}", "find", "find: goes with file: and hash:; remove it"),
        ("{archive: fmt, head: 3}", "head", "head: goes with file: and hash:; remove it"),
        ("{archive: fmt, absent: x}", "absent", "absent: goes with symbols:; remove it"),
        ("{symbols: main.main, mark: main}", "mark", "mark: goes with commands:, events:, command:, file: and hash:"),
        ("{archive: fmt, cache: fmt}", "cache", "cache: in an item of show: that has archive: already"),
        ("{functions: [fmt, pat]}", "pat", "unknown package \"pat\" (did you mean \"path\"?)"),
        ("{view: critical}", "critical", "unknown view \"critical\" (did you mean \"critical-path\"?)"),
        (
            "{file: {package: runtime, name: symabis}, find: gogoo}",
            "gogoo",
            "nothing is found: the text has no \"gogoo\"",
        ),
        (
            "{file: {package: runtime, name: symabis}, find: [mcall, runtime.gogoo]}",
            "runtime.gogoo",
            "nothing is found: the text has no \"runtime.gogoo\" (did you mean \"runtime.gogo\"?)",
        ),
        (
            "{file: {package: runtime, name: symabis}, find: mcall, mark: gogo}",
            "gogo",
            "the lines shown have no \"gogo\" to mark",
        ),
        ("{hash: fmt, mark: import io2}", "import io2", "the lines shown have no \"import io2\" to mark"),
        ("{file: {package: fmt, name: symabis}, find: x}", "x", "nothing is in this file at this step"),
        ("{archive: fmt, head: -1}", "-1", "head: a whole number"),
    ] {
        let step = format!("  - {{id: a, to: end, show: [{show}]}}");
        let place = format!("x.yaml:5:{}: ", step.rfind(word).unwrap() + 1);
        let problems = problems_of(&format!("{step}\n"));
        assert_eq!(problems.len(), 1, "{show}: {problems:#?}");
        assert!(problems[0].starts_with(&(place + message)), "{show}: {}", problems[0]);
    }
    for (show, message) in [
        ("{hash: fmt}", "the action ID of fmt is not known at this step: nothing has started it; advance the build"),
        ("{hash: link}", "the action ID of link is not known at this step"),
        ("{cache: fmt}", "the action ID of fmt is not known at this step"),
        ("{symbols: main.main}", "the executable is not linked at this step; advance the build"),
        ("{functions: fmt}", "the executable is not linked at this step; advance the build"),
        ("{view: executable}", "the executable is not linked at this step; advance the build"),
    ] {
        let problems = problems_of(&format!("  - {{id: a, to: {{package: runtime, state: done}}, show: [{show}]}}\n"));
        assert_eq!(problems.len(), 1, "{show}: {problems:#?}");
        assert!(problems[0].contains(message), "{show}: {}", problems[0]);
    }
}

/// Builds the sample after changes, as `gostep whatif` has them, or with faults.
fn after(changes: &[&str], faults: &[&str]) -> Arc<Build> {
    let program = sample();
    let specs: Vec<_> = faults.iter().map(|fault| fault.parse().unwrap()).collect();
    let mut options = BuildOptions { output: Some("main_bin".to_owned()), ..BuildOptions::for_program(&program) };
    options.faults = Faults::resolve(&specs, &program).unwrap();
    let mut scenario = Scenario::new(&program, options, Assume::Least);
    let mut build = scenario.build().unwrap();
    for change in changes {
        for change in change.split(" then ") {
            scenario.apply(&Change::parse(change, &program).unwrap()).unwrap();
        }
        build = scenario.build().unwrap();
    }
    build
}

fn package(build: &Build, path: &str) -> PackageId {
    build.program.find(path).unwrap()
}

/// What is known of runtime: symabis, `go_asm.h`, archive; and whether it is known what is in the executable.
fn known(build: &Build) -> (bool, bool, bool, bool) {
    let runtime = package(build, "runtime");
    (
        build.symabis(runtime).is_some(),
        build.asm_header(runtime).is_some(),
        build.archive_artefacts(runtime).is_some(),
        build.executable().is_some(),
    )
}

#[test]
fn an_edit_makes_unknown_what_it_can_change_and_nothing_else() {
    for (change, expected) in [
        ("nothing", (true, true, true, true)),
        ("comment=main", (true, true, true, true)),
        ("comment=runtime", (true, true, true, true)),
        ("shift=main", (true, true, true, false)),
        ("body=fmt", (true, true, true, false)),
        ("shift=runtime", (true, true, false, false)),
        ("export=runtime", (true, true, false, false)),
        ("const=runtime", (true, false, false, false)),
        ("const=internal/goarch", (true, true, false, false)),
        ("import=main:strings", (true, true, true, false)),
        ("trimpath", (true, true, false, false)),
        ("ldflags=-w", (true, true, true, false)),
        ("CGO_ENABLED=0", (true, true, true, false)),
        ("gcflags=all=-N", (true, false, false, false)),
        ("buildmode=pie", (false, false, false, false)),
        ("GOARCH=arm64", (false, false, false, false)),
        ("dir=/elsewhere", (true, true, true, false)),
        ("output=other", (true, true, true, true)),
        ("delete-output", (true, true, true, true)),
        ("alter=main then delete-output", (true, true, true, false)),
        ("all", (true, true, true, true)),
    ] {
        assert_eq!(known(&after(&[change], &[])), expected, "{change}");
    }
    assert_eq!(known(&after(&["const=runtime", "undo"], &[])), (true, true, true, true));
}

#[test]
fn the_executable_of_a_comment_differs_in_nothing_but_its_id() {
    let build = after(&["comment=main"], &[]);
    let id = build.link_hash(build.program.root()).unwrap().short().to_string();
    let recorded = build.executable().unwrap();
    assert!(!recorded.id.starts_with(&id));
    assert_eq!(recorded.bytes, 2_135_902);
}

/// Names of the members of runtime's archive at the end of a build.
fn members(build: &Build) -> Option<Vec<String>> {
    let archive = build.archive_at(&build.state_after(usize::MAX), package(build, "runtime"))?;
    archive.members.map(|members| members.into_iter().map(|(name, _)| name).collect())
}

#[test]
fn a_fault_shows_in_the_archive_or_makes_it_unknown() {
    let whole = members(&after(&[], &[])).unwrap();
    assert_eq!(whole.len(), 12);
    assert_eq!(members(&after(&[], &["no-pack=runtime"])).unwrap(), whole[..2]);
    assert_eq!(members(&after(&[], &["no-assemble=runtime"])).unwrap(), whole[..2]);
    let without = members(&after(&[], &["no-object=runtime:duff_amd64.s"])).unwrap();
    assert_eq!(without.len(), 11);
    assert!(!without.contains(&"duff_amd64.o".to_owned()));
    let twice = members(&after(&[], &["pack-twice=runtime"])).unwrap();
    assert_eq!(twice.len(), 22);
    assert_eq!(twice[2..12], twice[12..]);
    // Without symabis the compiler stops; without the header the archive of the compiler stands there alone.
    assert_eq!(members(&after(&[], &["no-symabis=runtime"])), None);
    assert_eq!(members(&after(&[], &["empty-asmhdr=runtime"])).unwrap(), whole[..2]);
    // Nothing is known of what a compiler writes that was run in another way, or on other sources.
    assert_eq!(members(&after(&[], &["no-p=runtime"])), None);
    assert!(!known(&after(&[], &["no-p=runtime"])).0);
    assert!(!known(&after(&[], &["twice-defined=runtime"])).1);
    assert!(!known(&after(&[], &["no-buildid"])).2);
    assert!(!known(&after(&[], &["stale-body=fmt"])).3);
}
