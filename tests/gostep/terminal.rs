//! The full-screen player in a real pseudo-terminal: it starts, moves, is resized, stopped, continued and ended, and the
//! terminal is sane after each.

use gostep::terminal::tui::{App, Ending, Settings, draw};
use gostep_course::words::Lang;
use ratatui::backend::TestBackend;
use rexpect::process::Signal;
use rustix::pty::OpenptFlags;

use crate::support::drawn::text_of;
use crate::support::lessons::{TOUR, TOUR_ZH, player};
use crate::support::pty::Terminal;

fn tour(args: &[&str]) -> Terminal {
    let mut words = vec!["play", TOUR, "--lang", "en"];
    words.extend(args);
    Terminal::run(&words, 80, 24)
}

#[test]
fn a_lesson_that_plays_by_itself_line_by_line_is_held_and_ended() {
    let mut terminal = tour(&["--plain", "--auto", "600"]);
    terminal.wait_for("Enter holds it");
    terminal.wait_for("0/53");
    assert!(!terminal.is_full_screen());
    terminal.press("\r");
    terminal.wait_for("Held.");
    terminal.press("\r");
    terminal.press("\r");
    terminal.press("q\r");
    assert_eq!(terminal.end(), 0);
    assert!(terminal.is_sane());
}

#[test]
fn a_lesson_is_played_and_left() {
    let mut terminal = tour(&[]);
    terminal.wait_for("1/7");
    terminal.wait_for("Only words");
    assert!(terminal.is_full_screen());
    terminal.press("\u{1b}[C");
    terminal.wait_for("2/7");
    terminal.press("glayers\r");
    terminal.wait_for("7/7");
    terminal.press("b");
    terminal.wait_for("6/7");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    assert!(terminal.text().contains("You were at step 6 of 7 of tour."), "{}", terminal.text());
    assert!(terminal.is_sane());
}

/// A terminal gets only what has changed since the screen before. What it shows is what is drawn all the same, with wide
/// characters in the way of narrow ones.
#[test]
fn what_is_seen_is_what_is_drawn() {
    let size = (100, 30);
    let mut terminal = Terminal::run(&["play", TOUR_ZH, "--lang", "zh"], size.0, size.1);
    let player = player(TOUR_ZH, Lang::Zh);
    for (key, number) in [("", 1), ("\u{1b}[C", 2), ("\u{1b}[C", 3), ("g7\r", 7), ("b", 6), ("g1\r", 1), ("g5\r", 5)] {
        terminal.press(key);
        terminal.wait_for(&format!("{number}/7"));
        let app = App::new(player.clone(), Settings::default(), number - 1, size).unwrap();
        let app = app.ending_with(Ending::default());
        let mut drawn = ratatui::Terminal::new(TestBackend::new(size.0, size.1)).unwrap();
        drawn.draw(|canvas| draw(&app, canvas)).unwrap();
        terminal.wait_for_text(&text_of(drawn.backend().buffer()));
    }
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

/// Not a test of its own: what the next one runs in a terminal.
#[test]
fn panics_where_it_is_told_to() {
    if std::env::var_os("GOSTEP_TEST_PANIC").is_some() {
        let _screen = gostep::cli::terminal::FullScreen::open("test", true).unwrap();
        panic!("on purpose");
    }
}

#[test]
fn a_panic_gives_the_terminal_back_and_is_seen() {
    let test = std::env::current_exe().unwrap();
    let args = ["--exact", "terminal::panics_where_it_is_told_to", "--nocapture"];
    let mut terminal = Terminal::run_program(&test, &args, &[("GOSTEP_TEST_PANIC", "1")], 80, 24);
    assert_ne!(terminal.end(), 0);
    assert!(terminal.text().contains("on purpose"), "{}", terminal.text());
    assert!(terminal.is_sane());
}

#[test]
fn another_size_is_another_layout() {
    let mut terminal = tour(&["--step", "states"]);
    terminal.wait_for("[1 Step]");
    terminal.resize(40, 15);
    terminal.wait_for_absence("[1 Step]");
    terminal.wait_for("Who runs?");
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
        let mut terminal = tour(&["--step", "file"]);
        terminal.wait_for("4/7");
        if by_key {
            terminal.press("\u{1a}");
        } else {
            terminal.signal(Signal::SIGTSTP);
        }
        terminal.wait_for("STOPPED");
        assert!(terminal.is_sane());
        terminal.press("fg\n");
        terminal.wait_for_full_screen();
        terminal.wait_for("4/7");
        terminal.press("b");
        terminal.wait_for("3/7");
        terminal.press("q");
        assert_eq!(terminal.end(), 0);
        assert!(terminal.is_sane());
    }
}

#[test]
fn signals_end_it_and_give_the_terminal_back() {
    for (signal, code) in [(Signal::SIGTERM, 143), (Signal::SIGHUP, 129), (Signal::SIGINT, 130)] {
        let mut terminal = tour(&[]);
        terminal.wait_for("1/7");
        terminal.signal(signal);
        assert_eq!(terminal.end(), code);
        assert!(terminal.is_sane());
    }
}

/// The course, with a lesson behind it that was played to its end on a full screen.
fn back_in_the_course(data: &std::path::Path) -> Terminal {
    let mut terminal = Terminal::run_with_data(&["--lang", "en"], 80, 24, data);
    terminal.wait_for("Enter begin");
    terminal.press("1\r");
    terminal.wait_for("1/21");
    terminal.press("g21\r");
    terminal.wait_for("21/21");
    terminal.press("\u{1b}[C");
    terminal.wait_for("The end of this lesson");
    terminal.press("m");
    terminal.wait_for("━ seen");
    terminal
}

/// A window that is closed takes the program with it, which must not go on reading from nothing. (No shell is there to
/// tell it: the terminal itself is gone.)
#[test]
fn it_ends_with_its_terminal() {
    for name in ["play", "present"] {
        let window = rustix::pty::openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC).unwrap();
        rustix::pty::grantpt(&window).unwrap();
        rustix::pty::unlockpt(&window).unwrap();
        let path = rustix::pty::ptsname(&window, Vec::new()).unwrap();
        let terminal = || std::fs::File::options().read(true).write(true).open(path.to_str().unwrap()).unwrap();
        let mut gostep = std::process::Command::new(env!("CARGO_BIN_EXE_gostep"))
            .args([name, TOUR, "--lang", "en"])
            .env("TERM", "xterm-256color")
            .env("GOSTEP_DATA_DIR", "/dev/null/gostep")
            .stdin(terminal())
            .stdout(terminal())
            .stderr(terminal())
            .spawn()
            .unwrap();
        let mut seen = Vec::new();
        let mut window = std::fs::File::from(window);
        while !String::from_utf8_lossy(&seen).contains("\u{1b}[?1049h") {
            let mut some = [0; 1024];
            let count = std::io::Read::read(&mut window, &mut some).unwrap();
            seen.extend_from_slice(&some[..count]);
        }
        drop(window);
        let begun = std::time::Instant::now();
        while gostep.try_wait().unwrap().is_none() {
            if begun.elapsed().as_secs() > 10 {
                gostep.kill().unwrap();
                panic!("{name} goes on without a terminal");
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        assert_eq!(gostep.wait().unwrap().code(), Some(2), "{name} could not write");
    }
}

/// What listened to the keys and signals of the full screen is gone with it.
#[test]
fn after_a_lesson_the_course_has_the_keys_and_the_signals() {
    let data = || tempfile::tempdir().unwrap();
    let dir = data();
    let mut terminal = back_in_the_course(dir.path());
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    assert!(terminal.is_sane());

    for (signal, code) in [(Signal::SIGTERM, 143), (Signal::SIGHUP, 129), (Signal::SIGINT, 130)] {
        let dir = data();
        let mut terminal = back_in_the_course(dir.path());
        terminal.signal(signal);
        assert_eq!(terminal.end(), code);
    }

    let dir = data();
    let mut terminal = back_in_the_course(dir.path());
    terminal.press("\u{1a}");
    terminal.wait_for("STOPPED");
    terminal.press("fg\n");
    terminal.wait_for("━ seen");
    terminal.press("2\r");
    terminal.wait_for(" 1/20");
    assert!(terminal.is_full_screen());
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
}

/// Where no shell could let it go on, the stop key does nothing.
#[test]
fn without_a_shell_it_does_not_stop() {
    let mut terminal = Terminal::run_alone(&["play", TOUR, "--lang", "en"], 80, 24);
    terminal.wait_for("1/7");
    terminal.press("\u{1a}");
    terminal.press("\u{1b}[C");
    terminal.wait_for("2/7");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    assert!(terminal.is_sane());
}

/// What an author sees who saves a change, a mistake, and a version without it.
#[test]
fn a_lesson_is_watched_while_it_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("tour.yaml");
    let text = std::fs::read_to_string(TOUR).unwrap();
    std::fs::write(&file, &text).unwrap();
    let mut terminal = Terminal::run(&["lesson", "watch", file.to_str().unwrap(), "--lang", "en"], 100, 30);
    terminal.wait_for("Only words");
    assert!(terminal.is_full_screen());
    std::fs::write(&file, text.replace("A file of the work directory", "Some file")).unwrap();
    terminal.wait_for("Read again: this is the first step");
    terminal.wait_for("Some file");
    std::fs::write(&file, text.replace("steps:", "stops:")).unwrap();
    terminal.wait_for("the last version without");
    terminal.wait_for("Some file");
    std::fs::write(&file, &text).unwrap();
    terminal.wait_for("A file of the work directory");
    terminal.wait_for_absence("the last version without");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    assert!(terminal.is_sane());
}

/// A lesson that never had a version without mistakes: they are read, and it comes when it is put right.
#[test]
fn a_lesson_that_begins_with_mistakes_is_watched() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("tour.yaml");
    let text = std::fs::read_to_string(TOUR).unwrap();
    std::fs::write(&file, text.replace("steps:", "stops:")).unwrap();
    let mut terminal = Terminal::run(&["lesson", "watch", file.to_str().unwrap(), "--lang", "en"], 80, 24);
    terminal.wait_for("Mistakes in");
    terminal.wait_for("stops");
    std::fs::write(&file, &text).unwrap();
    terminal.wait_for("Only words");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    assert!(terminal.is_sane());
}
