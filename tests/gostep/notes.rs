//! A presentation and its notes in two real pseudo-terminals, and the notes in a pipe.

use std::path::Path;

use rexpect::process::Signal;

use crate::support::pty::Terminal;
use crate::support::run::{Outcome, Test};

fn present(lesson: &str, data: &Path) -> Terminal {
    let mut terminal = Terminal::run_with_data(&["present", lesson, "--lang", "en"], 80, 24, data);
    terminal.wait_for("PgDn");
    terminal
}

fn notes(args: &[&str], data: &Path) -> Terminal {
    Terminal::run_with_data(&[&["notes"], args].concat(), 80, 24, data)
}

fn piped(args: &[&str], data: &Path) -> Outcome {
    Test::new().env("GOSTEP_DATA_DIR", data).arg("notes").args(args).outcome()
}

fn files(data: &Path) -> usize {
    std::fs::read_dir(data.join("presentations")).map_or(0, Iterator::count)
}

#[test]
fn notes_follow_step_and_outlive_a_presentation() {
    let data = tempfile::tempdir().unwrap();
    let mut notes = notes(&["--lang", "en"], data.path());
    notes.wait_for("Nobody presents on this computer");
    let mut talk = present("order", data.path());
    notes.wait_for("[1/20]");
    talk.press("n");
    talk.wait_for("2/20");
    notes.wait_for("[2/20]");
    notes.press("n");
    talk.wait_for("3/20");
    notes.wait_for("[3/20]");
    notes.press("b");
    talk.wait_for_absence("3/20");
    notes.wait_for("blank screen");
    talk.press(" ");
    talk.wait_for("3/20");
    talk.press("q");
    assert_eq!(talk.end(), 0);
    assert!(talk.text().contains("You presented order up to step 3 of 20"), "{}", talk.text());
    assert!(talk.is_sane());
    notes.wait_for("has ended");
    assert_eq!(files(data.path()), 0);
    // The next one, of another lesson.
    let mut talk = present("link", data.path());
    notes.wait_for("[1/19]");
    notes.press("q");
    assert_eq!(notes.end(), 0);
    assert!(notes.is_sane());
    talk.press("\u{1b}[F");
    talk.wait_for("19/19");
    talk.press("q");
    assert_eq!(talk.end(), 0);
    // Nobody's progress.
    assert!(!data.path().join("progress.json").exists());
}

#[test]
fn a_killed_presentation_leaves_nothing_that_confuses() {
    let data = tempfile::tempdir().unwrap();
    let mut talk = present("order", data.path());
    let mut followed = notes(&[], data.path());
    followed.wait_for("[1/20]");
    talk.signal(Signal::SIGKILL);
    followed.wait_for("has ended");
    assert_eq!(files(data.path()), 0);
    let out = piped(&[], data.path());
    assert_eq!(out.status, 2);
    assert!(out.stderr.contains("Nobody presents on this computer"));
    for signal in [Signal::SIGTERM, Signal::SIGHUP] {
        let mut talk = present("order", data.path());
        followed.wait_for("[1/20]");
        talk.signal(signal);
        talk.end();
        assert!(talk.is_sane());
        followed.wait_for("has ended");
        assert_eq!(files(data.path()), 0);
    }
}

#[test]
fn of_several_presentations_one_is_chosen() {
    let data = tempfile::tempdir().unwrap();
    let _first = present("order", data.path());
    let _second = present("link", data.path());
    let mut notes = notes(&["--lang", "en"], data.path());
    notes.wait_for("Several presentations");
    notes.press("2");
    notes.wait_for("[1/19]");
    let out = piped(&["order"], data.path());
    assert!(out.stdout.contains("\n[1/20]"));
    let out = piped(&[], data.path());
    assert!(out.stdout.contains("\n[1/19]"));
    assert!(out.stderr.contains("following the one that began last: One program"));
}

#[test]
fn without_a_presentation_notes_can_be_read_before() {
    let data = tempfile::tempdir().unwrap();
    let text = Test::new().args(["notes", "order", "--all", "--lang", "zh"]).prints();
    assert!((1..=20).all(|step| text.contains(&format!("[{step}/20]"))), "{text}");
    let out = piped(&["ordre"], data.path());
    assert_eq!(out.status, 2);
    assert!(out.stderr.contains("did you mean"));
    let out = piped(&["order"], data.path());
    assert!(out.stderr.contains("Nobody presents order"));
}

/// As in a terminal that can only print.
#[test]
fn notes_are_printed_one_below_the_other() {
    let data = tempfile::tempdir().unwrap();
    let mut talk = present("order", data.path());
    let mut notes = notes(&["--plain"], data.path());
    notes.wait_for("[1/20]");
    talk.press("n");
    notes.wait_for("[2/20]");
    assert!(!notes.is_full_screen());
    talk.press("q");
    notes.wait_for("has ended");
}

#[test]
fn a_presentation_needs_a_terminal() {
    let said = Test::new().args(["present", "order"]).refuses();
    assert!(said.contains("gostep notes --all"), "{said}");
}
