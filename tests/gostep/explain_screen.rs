//! `gostep explain` on the full screen: a log is stepped, line after line is explained, and nothing breaks it.

use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use gostep::terminal::tui::{Effect, Input, LogWalk, Settings, WalkedLog, draw_log_walk};
use gostep_course::words::Lang;
use gostep_sim::reading::{Entries, Reader};
use gostep_sim::xlog::clean::Cleaner;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::support::assert_snapshot;
use crate::support::drawn::text_of;
#[cfg(target_os = "linux")]
use crate::support::pty;

const COLD: &str = include_str!("../logs/hello-go1.23.9-p4.log");
const LINK_ERROR: &str = include_str!("../logs/explain/link-error-go1.25.log");

struct Screen {
    walk: LogWalk,
    size: (u16, u16),
}

impl Screen {
    fn of(log: &str, lang: Lang, size: (u16, u16)) -> Self {
        let (mut walked, mut reader) = (WalkedLog::new("build.log"), Reader::default());
        for entry in Entries::of(log.lines().map(str::to_owned), Cleaner::of(log)) {
            reader.add(&entry);
            walked.add(&entry);
        }
        walked.reading = reader.finish();
        Self { walk: LogWalk::new(walked, lang, Settings::default(), size), size }
    }

    fn press(&mut self, code: KeyCode) -> Effect {
        self.walk.update(Input::Key(KeyEvent::new(code, KeyModifiers::NONE)))
    }

    fn type_in(&mut self, text: &str) {
        for c in text.chars() {
            self.press(if c == '\n' { KeyCode::Enter } else { KeyCode::Char(c) });
        }
    }

    fn resize(&mut self, size: (u16, u16)) {
        self.size = size;
        self.walk.update(Input::Resize(size.0, size.1));
    }

    fn seen(&self) -> String {
        let mut terminal = Terminal::new(TestBackend::new(self.size.0, self.size.1)).unwrap();
        terminal.draw(|canvas| draw_log_walk(&self.walk, canvas)).unwrap();
        text_of(terminal.backend().buffer())
    }

    #[track_caller]
    fn has(&self, text: &str) {
        let seen = self.seen();
        assert!(seen.contains(text), "{text} is not in\n{seen}");
    }
}

#[test]
fn a_log_is_stepped_like_a_lesson() {
    for (lang, name) in [(Lang::En, "en"), (Lang::Zh, "zh")] {
        let mut screen = Screen::of(COLD, lang, (110, 32));
        let mut seen = screen.seen();
        screen.type_in("ginternal/cpu\n");
        screen.press(KeyCode::Right);
        seen.push_str(&screen.seen());
        screen.type_in("2");
        seen.push_str(&screen.seen());
        screen.resize((80, 24));
        screen.press(KeyCode::End);
        screen.type_in("4");
        seen.push_str(&screen.seen());
        assert_snapshot(&format!("explain_screen_{name}"), &seen);
    }
}

/// Right and Left visit all steps and nothing else; the first one is the log as a whole.
#[test]
fn back_after_forward_is_where_it_was() {
    let mut screen = Screen::of(COLD, Lang::En, (80, 24));
    let first = screen.seen();
    screen.has("step 0/");
    let mut pages = Vec::new();
    loop {
        screen.press(KeyCode::Right);
        let seen = screen.seen();
        if seen.contains("This is the last step") {
            break;
        }
        pages.push(seen);
    }
    let count = format!("step {0}/{0}", pages.len());
    screen.has(&count);
    for page in pages.iter().rev().skip(1) {
        screen.press(KeyCode::Left);
        assert_eq!(screen.seen(), *page);
    }
    screen.press(KeyCode::Home);
    assert_eq!(screen.seen(), first);
}

#[test]
fn a_place_is_found_by_line_package_text_and_failure() {
    let mut screen = Screen::of(LINK_ERROR, Lang::En, (100, 40));
    screen.type_in("f");
    screen.has("link");
    assert!(!screen.seen().contains("step 0/"), "{}", screen.seen());
    screen.type_in("g1\n");
    screen.has("line 1/");
    screen.type_in("g:99999\n");
    screen.has("The log has no line or package :99999.");
    screen.type_in("/nowhere to be found\n");
    screen.has("nowhere to be found is not in the log.");
    screen.type_in("/importcfg\n");
    screen.has("match 1 of ");
    screen.type_in("n");
    screen.has("match 2 of ");
    screen.type_in("N");
    screen.has("match 1 of ");
}

#[test]
fn the_mouse_chooses_a_line_of_the_log() {
    let mut screen = Screen::of(COLD, Lang::En, (110, 32));
    let at = |kind, row| Input::Mouse(MouseEvent { kind, column: 80, row, modifiers: KeyModifiers::NONE });
    screen.walk.update(at(MouseEventKind::Down(MouseButton::Left), 4));
    screen.has("line 3/");
    screen.walk.update(at(MouseEventKind::ScrollDown, 4));
    screen.has("line 6/");
}

/// Any key on any size, also while something is typed: it is drawn, and only q, Ctrl-C and Ctrl-D end it.
#[test]
fn no_key_and_no_size_breaks_it() {
    const KEYS: &[u8] = b"\n .,><fg1\n/a*[\nnN?12345tbpj k\t9x0";
    let mut screen = Screen::of(LINK_ERROR, Lang::Zh, (80, 24));
    let sizes = [(0, 0), (1, 1), (5, 3), (20, 10), (40, 15), (41, 16), (59, 19), (80, 24), (100, 20), (300, 90)];
    for (number, size) in sizes.iter().cycle().take(400).enumerate() {
        screen.resize(*size);
        let key = KEYS[number % KEYS.len()];
        let code = if key == b'\n' { KeyCode::Enter } else { KeyCode::Char(char::from(key)) };
        assert_eq!(screen.press(code), Effect::Stay);
        assert_eq!(screen.walk.update(Input::Tick(Duration::from_millis(5))), Effect::Stay);
        if size.0 > 0 && size.1 > 0 {
            screen.seen();
        }
    }
    screen.type_in("/");
    assert_eq!(screen.press(KeyCode::Char('q')), Effect::Stay);
    let control = |c| Input::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::CONTROL));
    assert_eq!(screen.walk.update(control('c')), Effect::Quit);
    screen.press(KeyCode::Esc);
    assert_eq!(screen.press(KeyCode::Char('q')), Effect::Quit);
}

/// Nothing in a log steers the terminal that shows it.
#[test]
fn what_is_shown_is_harmless() {
    let log = format!("{LINK_ERROR}\u{1b}[2J\u{7}# x\u{202e}y\n");
    let mut screen = Screen::of(&log, Lang::En, (120, 40));
    screen.press(KeyCode::End);
    let seen = screen.seen();
    assert!(!seen.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{seen}");
}

#[cfg(target_os = "linux")]
#[test]
fn it_opens_in_a_terminal_from_a_file_and_from_a_pipe() {
    let log = "tests/logs/hello-go1.23.9-p4.log";
    let mut terminal = pty::Terminal::run(&["explain", log, "--lang", "en"], 80, 24);
    terminal.wait_for("step 0/");
    assert!(terminal.is_full_screen());
    terminal.press("\u{1b}[C");
    terminal.wait_for("step 1/");
    terminal.press("q");
    assert_eq!(terminal.end(), 0);
    assert!(terminal.is_sane());
    let mut piped = pty::Terminal::run_piped(log, &["explain", "-", "--lang", "en"], 80, 24);
    piped.wait_for("gostep explain standard input");
    piped.press("\u{1b}[C");
    piped.wait_for("step 1/");
    piped.press("q");
    assert_eq!(piped.end(), 0);
    assert!(piped.is_sane());
    let mut plain = pty::Terminal::run(&["explain", log, "--lang", "en", "--plain"], 80, 24);
    plain.wait_for("headers of the toolchain");
    assert!(!plain.is_full_screen());
    assert_eq!(plain.end(), 0);
}
