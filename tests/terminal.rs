//! The full-screen player in a real pseudo-terminal: it starts, moves, is resized, stopped, continued and ended, and the
//! terminal is sane after each.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on says so by panicking")]

#[path = "support/pty.rs"]
mod pty;

use pty::Terminal;
use rexpect::process::Signal;

fn order(args: &[&str]) -> Terminal {
    let mut words = vec!["play", "order", "--lang", "en"];
    words.extend(args);
    Terminal::run(&words, 80, 24)
}

#[test]
fn a_lesson_is_played_and_left() {
    let mut terminal = order(&[]);
    terminal.wait_for("1/18");
    terminal.wait_for("Two imports");
    assert!(terminal.is_full_screen());
    terminal.press("\u{1b}[C");
    terminal.wait_for("2/18");
    terminal.press("gtry\r");
    terminal.wait_for("18/18");
    terminal.press("b");
    terminal.wait_for("17/18");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    assert!(terminal.text().contains("You were at step 17 of 18 of order."), "{}", terminal.text());
    assert!(terminal.is_sane());
}

#[test]
fn another_size_is_another_layout() {
    let mut terminal = order(&["--step", "ready"]);
    terminal.wait_for("[1 Step]");
    terminal.resize(40, 15);
    terminal.wait_for_absence("[1 Step]");
    terminal.wait_for("Who can start?");
    terminal.resize(30, 8);
    terminal.wait_for("8 rows. gostep needs 40 and");
    terminal.resize(120, 40);
    terminal.wait_for("│─ Log");
    terminal.press("\u{3}");
    assert_eq!(terminal.end(), 0);
    assert!(terminal.is_sane());
}

#[test]
fn it_stops_and_goes_on_where_it_was() {
    for by_key in [true, false] {
        let mut terminal = order(&["--step", "depth-first"]);
        terminal.wait_for("6/18");
        if by_key {
            terminal.press("\u{1a}");
        } else {
            terminal.signal(Signal::SIGTSTP);
        }
        terminal.wait_for("STOPPED");
        assert!(terminal.is_sane());
        terminal.press("fg\n");
        terminal.wait_for("6/18");
        assert!(terminal.is_full_screen());
        terminal.press("b");
        terminal.wait_for("5/18");
        terminal.press("q");
        assert_eq!(terminal.end(), 0);
        assert!(terminal.is_sane());
    }
}

#[test]
fn signals_end_it_and_give_the_terminal_back() {
    for (signal, code) in [(Signal::SIGTERM, 143), (Signal::SIGHUP, 129), (Signal::SIGINT, 130)] {
        let mut terminal = order(&[]);
        terminal.wait_for("1/18");
        terminal.signal(signal);
        assert_eq!(terminal.end(), code);
        assert!(terminal.is_sane());
    }
}

/// Where no shell could let it go on, the stop key does nothing.
#[test]
fn without_a_shell_it_does_not_stop() {
    let mut terminal = Terminal::run_alone(&["play", "order", "--lang", "en"], 80, 24);
    terminal.wait_for("1/18");
    terminal.press("\u{1a}");
    terminal.press("\u{1b}[C");
    terminal.wait_for("2/18");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    assert!(terminal.is_sane());
}
