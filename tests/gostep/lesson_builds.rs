//! Lessons that build again and again on one machine, ask what would happen, and are played with other workers.

use gostep_course::lesson::{File, Lesson, LiveError, check, load};
use gostep_course::player::{Player, Shown};
use gostep_course::words::Lang;
use gostep_sim::gobuild::{BuildOptions, FaultSpec, Faults, Machine};
use gostep_sim::program::{self};
use gostep_sim::whatif::{Change, Outcome, Report};

use crate::support::lessons::player;
use crate::support::programs::sample;

fn lesson(text: &str) -> Lesson {
    let checked = check(File { name: "x.yaml", text }, None, Lang::En, &program::load_embedded);
    checked.unwrap_or_else(|problems| panic!("{text}\n{problems:#?}"))
}

/// What a step says that begins with these lines.
fn said(head: &str, step: &str, say: &str) -> String {
    let text = format!("gostep_lesson: 1\nid: x\ntitle: T\n{head}\nsteps:\n  - {{ id: a, {step}, say: \"{say}\" }}\n");
    lesson(&text).steps[0].say.clone()
}

#[test]
fn edits_stay_until_they_are_undone_and_faults_do_not_stay() {
    let text = "\
gostep_lesson: 1
id: x
title: T
build: { p: 1, output: main_bin }
steps:
  - { id: cold, to: end, say: x, expect: ['count(compiled) == 53', 'linked', 'succeeded'] }
  - { id: again, build: {}, to: end, say: x, expect: ['count(compiled) == 0', 'linked == no', 'count(reused) == 53'] }
  - { id: edit, build: { change: export=path }, to: end, say: x, expect: ['count(compiled) == 4', 'linked == yes'] }
  - { id: same, build: {}, to: end, say: x, expect: ['count(compiled) == 0', 'linked == no'] }
  - { id: undo, build: { change: undo }, to: end, say: x, expect: ['count(compiled) == 0', 'linked'] }
  - { id: fault, build: { fault: no-symabis=runtime }, to: end, say: x, expect: ['succeeded == no', 'exit_code == 1',
      'failed_tool == ''compile''', 'failed_package == ''runtime''', 'count(skipped) > 20'] }
  - { id: honest, build: {}, to: end, say: x, expect: ['succeeded', 'count(compiled) == 0'] }
  - { id: clean, build: { change: clean-cache }, to: end, say: x, expect: ['count(compiled) == 52', 'linked == no'] }
  - { id: fresh, build: { fresh: true }, to: end, say: x, expect: ['count(compiled) == 53', 'linked'] }
  - { id: warm, build: { fresh: true, warm: true, change: comment=fmt }, to: end, say: x,
      expect: ['compiled == rebuilt(''undo; comment=fmt'')', 'count(compiled) == 1', 'linked == no'] }
";
    let lesson = lesson(&text.replace("expect: ['compiled == rebuilt(''undo; comment=fmt'')', ", "expect: ["));
    assert_eq!(lesson.builds.len(), 10);
}

/// A fact of what would be rebuilt says what `gostep whatif` says, which is compared with the real go elsewhere.
#[test]
fn what_if_facts_are_those_of_whatif() {
    let program = sample();
    let options = BuildOptions::for_program(&program);
    for change in ["touch=fmt", "comment=fmt", "export=path", "clean-cache", "trimpath", "comment=main", "alter-output"]
    {
        let report = Report::of(&program, &options, &[Change::parse(change, &program).unwrap()]).unwrap().report;
        assert!(report.exact, "{change}");
        let compiled = report.packages.iter().filter(|package| matches!(package.outcome, Outcome::Compiled { .. }));
        let ours = said("", "to: end", &format!("{{{{ count(rebuilt('{change}')) }}}} {{{{ links('{change}') }}}}"));
        let links = if matches!(report.link, gostep_sim::whatif::LinkReport::Linked(_)) { "yes" } else { "no" };
        assert_eq!(ours, format!("{} {links}", compiled.count()), "{change}");
    }
}

/// Whether the machine is new or has built before, the same tool fails.
#[test]
fn a_fault_breaks_the_same_tool_on_every_machine() {
    let program = sample();
    for fault in [
        "no-symabis=runtime",
        "no-assemble=internal/cpu",
        "no-pack=reflect",
        "pack-twice=runtime",
        "complete=time",
        "empty-asmhdr=runtime",
        "no-include=sync/atomic",
        "no-buildid",
        "drop-import=fmt:os",
        "wrong-archive=fmt:os:errors",
        "drop-link=fmt",
        "stale-main=fmt",
        "stale-body=fmt",
        "unused-import=fmt:path",
        "syntax-error=fmt",
        "no-main",
        "not-package-main",
        "missing-import=main:nowhere",
        "cycle=errors:fmt",
        "no-go-mod",
    ] {
        let spec: FaultSpec = fault.parse().unwrap();
        let options = BuildOptions {
            faults: Faults::resolve(&[spec], &program).unwrap_or_else(|error| panic!("{error}")),
            ..BuildOptions::for_program(&program)
        };
        let cold = Machine::default().build(&program, options).unwrap();
        let report = Report::of_build(None, &cold, false);
        let tool = report.failures.first().map_or("none", |failure| failure.tool);
        let error = report.failures.first().map_or("", |failure| failure.said());
        assert_eq!(said("", "to: end", &format!("{{{{ fails('{fault}') }}}}")), tool, "{fault}");
        if tool != "none" {
            assert_eq!(said("", "to: end", &format!("{{{{ error_of('{fault}') }}}}")), error, "{fault}");
        }
    }
}

#[test]
fn the_command_line_says_what_is_asked_of_the_go_command() {
    for (build, expected) in [
        ("{}", "go build -x -work -p 1 main.go"),
        ("{ p: 4, output: main_bin, trimpath: true }", "go build -x -work -p 4 -trimpath -o main_bin main.go"),
        ("{ ldflags: -s -w }", "go build -x -work -p 1 -ldflags='-s -w' main.go"),
        ("{ change: [all, output=x] }", "go build -x -work -p 1 -a -o x main.go"),
        ("{ change: [CGO_ENABLED=0, CC=clang] }", "CGO_ENABLED=0 CC=clang go build -x -work -p 1 main.go"),
        ("{ change: GOARCH=arm64 }", "GOARCH=arm64 go build -x -work -p 1 main.go"),
        ("{ change: verify-cache }", "GODEBUG=gocacheverify=1 go build -x -work -p 1 main.go"),
        ("{ change: 'dir=/tmp/other place' }", "cd '/tmp/other place' && go build -x -work -p 1 main.go"),
        ("{ change: buildmode=pie }", "go build -x -work -p 1 -buildmode=pie main.go"),
        ("{ fault: no-go-mod }", "go build -x -work -p 1"),
        ("{ change: [export=path, workers=3] }", "go build -x -work -p 3 main.go"),
    ] {
        let head = format!("build: {build}");
        assert_eq!(said(&head, "to: end", "{{ command_line }}"), expected, "{build}");
    }
}

#[test]
fn reasons_and_flags_are_told() {
    let build = "build: { warm: true, change: export=path }";
    assert_eq!(said(build, "to: end", "{{ reason('io/fs') }}"), "the content ID of path changed");
    assert_eq!(said(build, "to: end", "{{ flag('io/fs', '-p') }} {{ flag('io/fs', '-c') }}"), "io/fs 4");
    assert_eq!(said(build, "to: end", "{{ has_flag('io/fs', '-complete') }}"), "yes");
    assert_eq!(said("", "to: end", "{{ has_flag('runtime', '-complete') }}"), "no");
    assert_eq!(said("", "to: end", "{{ count(complete) + count(without_complete) == count(packages) }}"), "yes");
    assert_eq!(said("", "to: end", "{{ last(critical_path) }} {{ compiled == packages }}"), "link yes");
}

#[test]
fn a_failed_build_is_shown_with_what_it_says() {
    let text = "\
gostep_lesson: 1
id: x
title: T
build: { warm: true, fault: drop-link=fmt }
steps:
  - { id: a, to: end, show: [{ view: rebuilds }, { view: failure }, { states: [failed, skipped] }], say: x }
";
    let frame = Player::new(lesson(text)).frame(0).unwrap();
    let Shown::Failure(report) = &frame.shows[1] else { panic!("{:?}", frame.shows) };
    assert_eq!(report.failures[0].said(), "cannot find package fmt (using -importcfg)");
    assert!(matches!(&frame.shows[0], Shown::Rebuilds(same) if same == report));
}

const LIVE: &str = "\
gostep_lesson: 1
id: x
title: T
minutes: 12
live: p
build: { p: 1 }
steps:
  - { id: a, to: { package: runtime, state: started }, show: [{ commands: new }, { view: workers }],
      say: '{{ workers }} {{ first(ready) }}', expect: ['workers == 1'] }
  - { id: b, to: { package: cmp, state: started }, say: '{{ time_ms }}', expect: ['position(''cmp'') == 22'],
      ask: { kind: predict, predict: starts_next, text: 'Next?' } }
  - { id: c, build: { p: 4 }, to: end, say: '{{ duration_ms }}' }
";

#[test]
fn the_reader_may_change_the_workers_of_a_live_lesson() {
    let player = Player::new(lesson(LIVE));
    assert_eq!((player.head().minutes, player.head().live_workers), (Some(12), true));
    let mut durations = Vec::new();
    for workers in [1, 2, 3, 4, 8, 16] {
        let other = player.with_workers(workers).unwrap();
        assert_eq!(other.head().steps, player.head().steps);
        assert!(other.builds().iter().all(|build| build.workers == workers));
        for step in 0..other.len() {
            let frame = other.frame(step).unwrap();
            assert_eq!(frame.lanes.len(), workers);
        }
        durations.push(other.builds()[0].duration_us);
        // And back again, from there.
        assert_eq!(other.with_workers(1).unwrap().frame(1), player.with_workers(1).unwrap().frame(1));
    }
    assert!(durations.is_sorted_by(|a, b| a >= b), "{durations:?}");
    assert_eq!(player.with_workers(0).unwrap_err(), LiveError::OutOfRange(0));
    assert_eq!(player.with_workers(1_000_000).unwrap_err(), LiveError::OutOfRange(1_000_000));
}

#[test]
fn other_lessons_keep_their_workers() {
    let player = player(load::FIRST, Lang::En);
    if !player.head().live_workers {
        assert_eq!(player.with_workers(2).unwrap_err(), LiveError::NotLive(load::FIRST.to_owned()));
    }
}

/// Any lesson stands another number of workers, whatever it expects of its own.
#[test]
fn every_shipped_lesson_could_be_live() {
    for name in load::names() {
        let source = load::source(name, Lang::En).unwrap();
        let text = if source.text.contains("\nlive:") {
            source.text.clone()
        } else {
            source.text.replacen("\nsteps:", "\nlive: [p]\nsteps:", 1)
        };
        let player = Player::new(lesson(&text));
        for workers in [1, 3] {
            let other = player.with_workers(workers).unwrap();
            assert_eq!(other.len(), player.len());
            assert!((0..other.len()).all(|step| other.frame(step).is_some()), "{name}");
        }
    }
}
