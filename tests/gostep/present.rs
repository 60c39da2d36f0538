//! Presentations and their notes without a terminal: keys, and what the class and the presenter see.

use std::sync::Arc;
use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use gostep::terminal::tui::{
    Effect, Following, Input, Prompter, Scenery, Settings, Talk, Theme, Wanted, draw_prompter, draw_talk,
};
use gostep_course::lesson::glossary::Glossary;
use gostep_course::lesson::load;
use gostep_course::player::Player;
use gostep_course::player::presentation::{Ask, Presentation, Told};
use gostep_course::words::Lang;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::style::Color;
use ratatui::{Frame, Terminal};

use crate::support::assert_snapshot;
use crate::support::drawn::text_of;
use crate::support::lessons::{QUESTIONS, player};

fn talk(lesson: &str, lang: Lang, size: (u16, u16)) -> Talk {
    Talk::new(player(lesson, lang), Glossary::default(), Settings::default(), 0, size).unwrap()
}

fn press(talk: &mut Talk, code: KeyCode) -> Effect {
    talk.update(Input::Key(KeyEvent::new(code, KeyModifiers::NONE)))
}

fn keys(talk: &mut Talk, keys: &str) {
    for key in keys.chars() {
        press(talk, KeyCode::Char(key));
    }
}

/// Goes to a step, by name.
fn go(talk: &mut Talk, step: &str) {
    press(talk, KeyCode::Char('g'));
    keys(talk, step);
    press(talk, KeyCode::Enter);
}

fn buffer((width, height): (u16, u16), draw: impl FnOnce(&mut Frame)) -> Buffer {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(draw).unwrap();
    terminal.backend().buffer().clone()
}

fn seen(talk: &Talk, size: (u16, u16)) -> String {
    text_of(&buffer(size, |canvas| draw_talk(talk, canvas)))
}

/// A question as it is asked, with its answer, with the explanation; the keys.
#[test]
fn presentations_look_well() {
    for (lang, step) in [(Lang::En, "flag"), (Lang::Zh, "flag")] {
        for size in [(80, 24), (120, 40)] {
            let mut talk = talk("buildid", lang, size);
            talk.update(Input::Tick(Duration::from_secs(65)));
            let mut all = seen(&talk, size);
            go(&mut talk, step);
            for _ in 0..6 {
                press(&mut talk, KeyCode::PageDown);
                all.push_str(&seen(&talk, size));
            }
            keys(&mut talk, "?");
            all.push_str(&seen(&talk, size));
            assert_snapshot(&format!("present_{}_{}x{}", lang.code(), size.0, size.1), &all);
        }
    }
}

#[test]
fn answers_wait_until_they_are_asked_for() {
    let size = (100, 60);
    let mut talk = talk(QUESTIONS, Lang::En, size);
    for _ in 0..talk.player().len() {
        let frame = talk.player().frame(talk.step()).unwrap();
        let hidden = seen(&talk, size);
        assert!(!hidden.contains('✓') && !hidden.contains('✗') && !hidden.contains("Answer"), "{hidden}");
        keys(&mut talk, "a");
        let told = seen(&talk, size);
        assert_eq!(told.contains("Answer"), frame.question.is_some(), "{told}");
        keys(&mut talk, "a");
        // A step that asks nothing says so until the next key.
        if frame.question.is_some() {
            assert_eq!(seen(&talk, size), hidden);
        }
        keys(&mut talk, "n");
    }
}

/// What PgDn shows, PgUp takes back, screen by screen.
#[test]
fn back_is_the_way_that_one_came() {
    for (lesson, lang) in [(QUESTIONS, Lang::En), ("order", Lang::Zh), ("faults", Lang::En)] {
        // So high that nothing is scrolled.
        let size = (100, 150);
        let mut talk = talk(lesson, lang, size);
        let mut screens = vec![seen(&talk, size)];
        loop {
            press(&mut talk, KeyCode::PageDown);
            let screen = seen(&talk, size);
            if screen.contains("q quits") || screen.contains("按 q 退出") {
                break;
            }
            assert_ne!(Some(&screen), screens.last());
            screens.push(screen);
        }
        assert_eq!(talk.step() + 1, talk.player().len());
        assert!(screens.len() > talk.player().len() * 3 / 2, "{lesson}: {}", screens.len());
        press(&mut talk, KeyCode::Up);
        for (at, screen) in screens.iter().enumerate().rev() {
            assert_eq!(seen(&talk, size), *screen, "{lesson}, screen {at}");
            press(&mut talk, KeyCode::PageUp);
        }
        assert_eq!(talk.step(), 0);
    }
}

/// On a small screen a clicker alone shows every line of every lesson.
#[test]
fn a_clicker_gets_to_the_end_of_every_lesson() {
    for lesson in load::names() {
        for (lang, size) in [(Lang::En, (80, 24)), (Lang::Zh, (40, 15))] {
            let mut talk = talk(lesson, lang, size);
            let mut presses = 0;
            loop {
                let step = talk.step();
                let told = talk.presentation(lesson, 0);
                press(&mut talk, KeyCode::PageDown);
                if talk.step() != step {
                    assert_ne!(told.answer, Told::Hidden, "{lesson} {step}");
                    assert_ne!(told.explanation, Told::Hidden, "{lesson} {step}");
                }
                presses += 1;
                assert!(presses < 60 * talk.player().len(), "{lesson} never ends");
                let now = talk.presentation(lesson, 0);
                if now.number == now.steps && now.explanation != Told::Hidden && now.answer != Told::Hidden {
                    break;
                }
            }
        }
    }
}

#[test]
fn a_blank_screen_is_blank_and_any_key_ends_it() {
    let size = (80, 24);
    let mut talk = talk("order", Lang::En, size);
    let before = seen(&talk, size);
    for (blank, key) in [('b', KeyCode::PageDown), ('.', KeyCode::Char('.')), ('b', KeyCode::Char('q'))] {
        keys(&mut talk, &blank.to_string());
        assert_eq!(seen(&talk, size).trim(), "");
        let black = buffer(size, |canvas| draw_talk(&talk, canvas));
        assert!(black.content.iter().all(|cell| cell.bg == Color::Black));
        assert!(talk.presentation("order", 0).blank);
        assert_eq!(press(&mut talk, key), Effect::Stay);
        assert_eq!(seen(&talk, size), before);
    }
    assert_eq!(press(&mut talk, KeyCode::Char('q')), Effect::Quit);
}

#[test]
fn one_can_look_around_and_come_back() {
    let size = (80, 24);
    let mut talk = talk("order", Lang::En, size);
    keys(&mut talk, "nnn");
    let before = seen(&talk, size);
    for back in [KeyCode::Char('v'), KeyCode::PageDown, KeyCode::PageUp, KeyCode::Char('q')] {
        keys(&mut talk, "v");
        assert!(seen(&talk, size).contains("[2 Packages]") || seen(&talk, size).contains("1 Step"));
        // The build is moved, and stands where it was when one comes back.
        keys(&mut talk, ">>3");
        assert!(seen(&talk, size).contains("[3 Workers]"));
        assert_eq!(press(&mut talk, back), Effect::Stay);
        assert_eq!(seen(&talk, size), before, "{back:?}");
    }
    keys(&mut talk, "v");
    press(&mut talk, KeyCode::Right);
    keys(&mut talk, "v");
    assert_eq!(talk.step(), 4);
}

/// More workers are for looking around; the notes know only those of the lesson.
#[test]
fn other_workers_are_given_back() {
    let size = (80, 24);
    let mut talk = talk("runtime", Lang::En, size);
    keys(&mut talk, "nn");
    let before = seen(&talk, size);
    keys(&mut talk, "v");
    let around = seen(&talk, size);
    keys(&mut talk, "++");
    assert_ne!(seen(&talk, size), around);
    keys(&mut talk, "v");
    assert_eq!(seen(&talk, size), before);
}

#[test]
fn the_clock_runs_stops_being_seen_and_begins_anew() {
    let size = (80, 24);
    let mut talk = talk("buildid", Lang::En, size);
    talk.update(Input::Tick(Duration::from_millis(19 * 60_000 + 1_500)));
    assert!(seen(&talk, size).contains("19:01 / 18 min · 1:01 over"));
    assert_eq!(talk.presentation("buildid", 2_000_000).began_ms, 2_000_000 - 1_141_500);
    keys(&mut talk, "c");
    assert!(!seen(&talk, size).contains("19:01"));
    keys(&mut talk, "c0");
    assert!(seen(&talk, size).contains(" 0:00 / 18 min\n"));
}

#[test]
fn themes_and_ascii_tell_the_same() {
    let size = (80, 24);
    let with = |settings| {
        let mut talk = Talk::new(player(QUESTIONS, Lang::En), Glossary::default(), settings, 0, size).unwrap();
        keys(&mut talk, "a");
        seen(&talk, size)
    };
    let dark = with(Settings::default());
    for (_, theme) in Theme::ALL {
        assert_eq!(with(Settings { theme, ..Settings::default() }).replace('`', ""), dark.replace('`', ""));
    }
    let ascii = with(Settings { ascii: true, ..Settings::default() });
    assert!(ascii.is_ascii(), "{ascii}");
}

#[test]
fn no_key_and_no_size_ends_in_anything_but_a_screen() {
    let codes: Vec<KeyCode> = (' '..='~')
        .filter(|c| !"qb.".contains(*c))
        .map(KeyCode::Char)
        .chain([KeyCode::Enter, KeyCode::Esc, KeyCode::PageDown, KeyCode::PageUp, KeyCode::Up, KeyCode::Down])
        .collect();
    for (lesson, size) in [(QUESTIONS, (80, 24)), ("order", (40, 15)), ("faults", (120, 40))] {
        let mut talk = talk(lesson, Lang::Zh, size);
        for (at, code) in codes.iter().cycle().take(250).enumerate() {
            press(&mut talk, *code);
            press(&mut talk, codes[(at * 7) % codes.len()]);
            assert!(!seen(&talk, size).trim().is_empty(), "{code:?}");
        }
    }
    for width in (2..130).step_by(21) {
        for height in (1..50).step_by(11) {
            let size = (width, height);
            let mut talk = talk("order", Lang::Zh, size);
            for _ in 0..4 {
                assert!(!seen(&talk, size).trim().is_empty(), "{size:?}");
                press(&mut talk, KeyCode::PageDown);
            }
        }
    }
}

fn follow(prompter: &mut Prompter, player: &Arc<Player>, presentation: Presentation) {
    prompter.set(Scenery::Following(Box::new(Following { player: Arc::clone(player), presentation })));
}

fn notes_seen(prompter: &Prompter, size: (u16, u16)) -> String {
    text_of(&buffer(size, |canvas| draw_prompter(prompter, canvas)))
}

fn notes_press(prompter: &mut Prompter, code: KeyCode) -> Wanted {
    prompter.update(Input::Key(KeyEvent::new(code, KeyModifiers::NONE)))
}

#[test]
fn notes_look_well() {
    for lang in Lang::ALL {
        for size in [(80, 24), (60, 16)] {
            let mut talk = talk("buildid", lang, size);
            let player = Arc::new(talk.player().clone());
            let mut prompter = Prompter::new(lang, Settings::default(), size, None);
            let mut all = notes_seen(&prompter, size);
            prompter.set_time(75_000);
            follow(&mut prompter, &player, talk.presentation("buildid", 10_000));
            all.push_str(&notes_seen(&prompter, size));
            keys(&mut talk, "aeb");
            follow(&mut prompter, &player, talk.presentation("buildid", 10_000));
            all.push_str(&notes_seen(&prompter, size));
            press(&mut talk, KeyCode::Esc);
            press(&mut talk, KeyCode::End);
            follow(&mut prompter, &player, talk.presentation("buildid", 10_000));
            all.push_str(&notes_seen(&prompter, size));
            notes_press(&mut prompter, KeyCode::Char('?'));
            all.push_str(&notes_seen(&prompter, size));
            let other = Presentation { title: "x".to_owned(), ..talk.presentation("order", 20_000) };
            prompter.set(Scenery::Several(vec![talk.presentation("buildid", 10_000), other]));
            all.push_str(&notes_seen(&prompter, size));
            prompter.set(Scenery::Waiting { lesson: Some("link".to_owned()), ended: Some("x".to_owned()) });
            all.push_str(&notes_seen(&prompter, size));
            assert_snapshot(&format!("notes_{}_{}x{}", lang.code(), size.0, size.1), &all);
        }
    }
}

#[test]
fn keys_of_the_notes_ask_the_presentation() {
    let size = (80, 24);
    let mut talk = talk("order", Lang::En, size);
    let player = Arc::new(talk.player().clone());
    let mut prompter = Prompter::new(Lang::En, Settings::default(), size, None);
    assert_eq!(notes_press(&mut prompter, KeyCode::PageDown), Wanted::Nothing, "there is nobody to ask");
    follow(&mut prompter, &player, talk.presentation("order", 0));
    for (code, ask) in [
        (KeyCode::PageDown, Ask::On),
        (KeyCode::Char(' '), Ask::On),
        (KeyCode::PageUp, Ask::Back),
        (KeyCode::Char('b'), Ask::Blank),
        (KeyCode::Char('a'), Ask::Answer),
        (KeyCode::End, Ask::Last),
    ] {
        assert_eq!(notes_press(&mut prompter, code), Wanted::Ask(ask));
    }
    assert_eq!(notes_press(&mut prompter, KeyCode::Char('q')), Wanted::Quit);
    talk.ask(Ask::Last);
    assert_eq!(talk.step() + 1, player.len());
    talk.ask(Ask::Blank);
    talk.ask(Ask::First);
    assert_eq!(talk.step() + 1, player.len(), "the first key only ends the blank screen");
    talk.ask(Ask::First);
    assert_eq!(talk.step(), 0);
    prompter.set(Scenery::Several(vec![talk.presentation("order", 0), talk.presentation("order", 0)]));
    assert_eq!(notes_press(&mut prompter, KeyCode::Char('3')), Wanted::Nothing);
    assert_eq!(notes_press(&mut prompter, KeyCode::Char('2')), Wanted::Follow(1));
}

/// A step that the lesson does not have, in a file that was changed meanwhile.
#[test]
fn notes_say_that_they_do_not_know_a_step() {
    let size = (80, 24);
    let talk = talk("order", Lang::En, size);
    let mut prompter = Prompter::new(Lang::En, Settings::default(), size, None);
    let presentation = Presentation { step: "gone".to_owned(), ..talk.presentation("order", 0) };
    follow(&mut prompter, &Arc::new(talk.player().clone()), presentation);
    assert!(notes_seen(&prompter, size).contains("no step gone any more"));
}
