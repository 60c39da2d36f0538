//! What is in the files of the sample's build: facts about them, and the steps that show them.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use gostep::lesson::{File, Lang, check};
use gostep::program;

/// A lesson with one step at the end of the build, and these conditions.
fn expecting(program: &str, build: &str, conditions: &[&str]) -> Vec<String> {
    let conditions: String = conditions.iter().flat_map(|condition| ["      - \"", condition, "\"\n"]).collect();
    let text = format!(
        "gostep_lesson: 1\nid: x\ntitle: T\nprogram: {program}\nbuild: {{{build}}}\nsteps:\n  - id: a\n    to: end\n    \
         say: x\n    expect:\n{conditions}"
    );
    match check(File { name: "x.yaml", text: &text }, None, Lang::En, program::load_embedded) {
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
