//! Every mistake in a lesson is reported, with its place and with what to do.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use gostep::lesson::{File, Lang, Problem, check};
use gostep::program;

fn problems(text: &str) -> Vec<String> {
    let lesson = File { name: "x.yaml", text };
    let found: Vec<Problem> = check(lesson, None, Lang::En, program::load_embedded).map(|_| ()).unwrap_err();
    found.iter().map(ToString::to_string).collect()
}

fn only_problem(text: &str) -> String {
    let problems = problems(text);
    assert_eq!(problems.len(), 1, "{problems:#?}");
    problems[0].clone()
}

/// A lesson whose only step has these lines.
fn step(lines: &str) -> String {
    let lines: String = lines.lines().flat_map(|line| ["    ", line, "\n"]).collect();
    format!("gostep_lesson: 1\nid: x\ntitle: T\nsteps:\n  - id: a\n{lines}")
}

#[test]
fn a_good_lesson_has_no_problems() {
    let text = step("to: {package: fmt, state: done}\nsay: '{{ count(done) }}'");
    let lesson = check(File { name: "x.yaml", text: &text }, None, Lang::En, program::load_embedded).unwrap();
    assert_eq!(lesson.steps[0].say, "52");
}

#[test]
fn all_problems_come_at_once_in_order_of_place() {
    let text = "gostep_lesson: 1\nid: Bad Id\ntitel: T\nbuild: {p: many}\nsteps:\n  - id: a\n    say: '{{ pakages }}'\n  \
                - id: a\n    to: {package: runtim, state: done}\n    show:\n      - file: {package: fmt, name: importcgf}\n";
    assert_eq!(
        problems(text),
        [
            "x.yaml:1:1: title: is missing; add title:",
            "x.yaml:2:5: \"Bad Id\" cannot be the id of a lesson; use lower-case letters, digits and dashes, at most 60",
            "x.yaml:3:1: unknown name \"titel\" (did you mean \"title\"?); known here: gostep_lesson, id, lang, title, \
             summary, program, build, steps",
            "x.yaml:4:12: p: invalid type: string \"many\", expected u32",
            "x.yaml:7:14: unknown fact \"pakages\" (did you mean \"packages\"?); `gostep facts` lists them all",
            "x.yaml:8:9: there are two steps \"a\"; give every step a name of its own",
            "x.yaml:9:19: unknown package \"runtim\" (did you mean \"runtime\"?)",
            "x.yaml:11:36: unknown file \"importcgf\" (did you mean \"importcfg\"?); known: importcfg, go_asm.h, symabis, \
             embedcfg, _pkg_.a, importcfg.link, exe/a.out, and NAME.o for each NAME.s of the package",
        ]
    );
}

#[test]
fn facts_inside_a_block_of_text_have_their_own_place() {
    let text = step("say: |\n\n  One line.\n\n  Then {{ count(imports('fmtt')) }}.");
    assert_eq!(only_problem(&text), "x.yaml:10:29: unknown package \"fmtt\" (did you mean \"fmt\"?)");
}

#[test]
fn points_must_exist_and_lie_ahead() {
    for (to, message) in [
        ("sart", "x.yaml:6:9: unknown point \"sart\" (did you mean \"start\"?)"),
        ("{state: done}", "x.yaml:6:9: the point does not say which package"),
        ("{package: fmt}", "x.yaml:6:9: a point has one of state:, command: and file:"),
        ("{package: fmt, state: finished}", "x.yaml:6:31: unknown state \"finished\""),
        ("{package: fmt, command: compiler}", "x.yaml:6:33: unknown command \"compiler\" (did you mean \"compile\"?)"),
        ("{package: fmt, command: pack}", "x.yaml:6:9: this point is not reached in this build"),
        ("{package: fmt, file: symabis}", "x.yaml:6:9: this point is not reached in this build"),
        ("{package: unsafe, state: done}", "x.yaml:6:19: unsafe is built into the compiler"),
        ("{package: fmt, state: done, when: before}", "x.yaml:6:37: when: goes with command:"),
        ("{package: runtime, command: asm, source: asm_amd64}", "x.yaml:6:50: the package has no assembly file"),
        ("12", "x.yaml:6:9: to: invalid type"),
    ] {
        let problem = only_problem(&step(&format!("to: {to}\nsay: x")));
        assert!(problem.starts_with(message), "{to}: {problem}");
    }
    let text = step("to: {package: fmt, state: done}\nsay: x")
        + "  - id: b\n    to: {package: errors, state: done}\n    say: y\n";
    assert!(only_problem(&text).starts_with("x.yaml:9:9: this point lies before the one of the step before"));
}

#[test]
fn things_to_show_must_be_there() {
    for (show, message) in [
        ("[{commands: new}]", "x.yaml:6:23: no command began since the step before"),
        ("[{command: {package: fmt, command: compile}}]", "x.yaml:6:22: this command has not begun at this step"),
        ("[{}]", "x.yaml:6:12: an item of show: shows exactly one thing"),
        ("[{states: redy}]", "x.yaml:6:21: unknown state \"redy\" (did you mean \"ready\"?)"),
        ("[{view: layer}]", "x.yaml:6:19: unknown view \"layer\" (did you mean \"layers\"?)"),
        ("[{imports: fnt}]", "x.yaml:6:22: unknown package \"fnt\" (did you mean \"fmt\"?)"),
        ("[{view: layers, mark: [x]}]", "x.yaml:6:27: mark: goes with"),
    ] {
        let problem = only_problem(&step(&format!("show: {show}")));
        assert!(problem.starts_with(message), "{show}: {problem}");
    }
    let text = step("to: end\nshow:\n  - command: {package: fmt, command: compile}\n    mark: [-p fmt, -q fmt]");
    assert_eq!(only_problem(&text), "x.yaml:9:24: the command has no \"-q fmt\" to mark");
}

#[test]
fn expectations_that_do_not_hold_say_why() {
    assert_eq!(
        only_problem(&step("say: x\nexpect: count(packages) == 54")),
        "x.yaml:7:13: `count(packages) == 54` does not hold: the left side is 53, the right side 54"
    );
    assert!(only_problem(&step("say: x\nexpect: [packages]")).contains("a list is neither true nor false"));
}

#[test]
fn formats_and_syntax() {
    assert_eq!(
        only_problem("gostep_lesson: 2\nfuture: 1\n"),
        "x.yaml:1:16: gostep_lesson is 2, a format newer than this gostep knows (1); update gostep"
    );
    assert!(only_problem("title: T\n").contains("the file does not say its format"));
    assert!(only_problem("").contains("the file is empty"));
    assert!(only_problem("- a\n").contains("not a mapping"));
    assert!(only_problem("gostep_lesson: 1\n  id: [x\n").starts_with("x.yaml:2:"));
    assert!(only_problem("gostep_lesson: 1\nid: a\nid: b\n").starts_with("x.yaml:3:1: \"id\" is given twice"));
}

#[test]
fn what_could_harm_a_reader_is_refused() {
    assert!(only_problem("gostep_lesson: 1\nid: \"\\e[2J\"\n").contains("control character (U+001B)"));
    assert!(only_problem("gostep_lesson: 1\nid: a\u{1b}b\n").contains("control character (U+001B)"));
    assert!(only_problem("gostep_lesson: 1\nid: a\u{202e}b\n").contains("control character (U+202E)"));
    assert!(only_problem("gostep_lesson: 1\na: &a [x]\nb: [*a, *a]\n").contains("anchor"));
    assert!(only_problem(&format!("a: {}x{}", "[".repeat(40), "]".repeat(40))).contains("levels of nesting"));
    assert!(only_problem(&format!("a: {}", "[".repeat(100_000))).contains("x.yaml:1:"));
    assert!(only_problem(&"x".repeat(2_000_000)).contains("1048576"));
    assert!(only_problem(&step(&format!("say: {}", "x".repeat(20_000)))).contains("split the step in two"));
    assert!(only_problem(&step("build: {p: 4000000000}\nsay: x")).contains("give 1 to 1024"));
    let many = "{{ packages }}".repeat(700);
    assert!(only_problem(&step(&format!("say: '{many}'"))).contains("with its facts the text has more than"));
    assert!(only_problem(&step("say: \"{{ 9223372036854775807 * 2 }}\"")).contains("do not go together"));
}
