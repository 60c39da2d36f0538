//! Lessons as a recording of a terminal: asciicast 3, played in a terminal of our own.

use std::num::NonZero;

use gostep::terminal::tui::{Film, Settings, Shot};
use gostep_course::lesson::load;
use gostep_course::words::Lang;
use serde_json::Value;

use crate::support::assert_snapshot;
use crate::support::drawn::text_of;
use crate::support::lessons::{QUESTIONS, player};
use crate::support::run::Test;

const LESSON: &str = r#"gostep_lesson: 1
id: mine
title: "A & <b>"
program: hello
steps:
- id: a
  title: "One"
  say: "**Bold**, *leaning* and `code`."
- id: b
  title: "Two"
  to: { package: internal/abi, command: importcfg }
  ask:
    kind: choice
    text: "Which?"
    options:
    - {text: "this", right: true, why: "It is this."}
    - {text: "that", why: "Not that."}
  say: "中文 too."
"#;

/// The events of a recording: the time since the one before, what it is, and its data.
fn events(cast: &str) -> Vec<(f64, String, String)> {
    let events = cast.lines().skip(1).map(|line| serde_json::from_str(line).unwrap());
    events.collect()
}

fn cast(args: &str) -> String {
    Test::new().file("mine.yaml", LESSON).arg("export").args(args.split(' ')).args(["--to", "cast"]).prints()
}

#[test]
fn a_recording_has_a_header_and_a_marker_for_each_step() {
    let cast = cast("mine.yaml --lang en");
    assert_snapshot("export_cast", &cast.replace("\\u001b", "ESC"));
    let header: Value = serde_json::from_str(cast.lines().next().unwrap()).unwrap();
    assert_eq!((&header["version"], &header["title"]), (&3.into(), &"A & <b>".into()));
    assert_eq!((&header["term"]["cols"], &header["term"]["rows"]), (&100.into(), &30.into()));
    assert_eq!(header["term"]["theme"]["palette"].as_str().unwrap().split(':').count(), 16);
    let markers: Vec<_> = events(&cast).into_iter().filter(|event| event.1 == "m").map(|event| event.2).collect();
    assert_eq!(markers, ["One", "Two"]);
}

/// Every lesson: what a terminal shows after each event is a screen of the player, in order, for as long as it stays.
#[test]
fn a_terminal_shows_the_screens() {
    for lang in Lang::ALL {
        for name in load::names().chain([QUESTIONS]) {
            let cast = cast(&format!("{name} --lang {}", lang.code()));
            let size = [30, 100].map(|size| NonZero::new(size).unwrap());
            let mut terminal = vt100::Parser::new(size[0], size[1], 0);
            let mut shown: Vec<(String, f64)> = Vec::new();
            for (interval, code, data) in events(&cast) {
                if let Some((_, time)) = shown.last_mut() {
                    *time += interval;
                }
                if code == "o" {
                    terminal.process(data.as_bytes());
                    shown.push((as_seen(&terminal.screen().contents()), 0.0));
                }
            }
            let film: Vec<Shot> = Film::new(player(name, lang), Settings::default(), (100, 30)).collect();
            // Between the blank screen and the end. Screens that are equal are one.
            let mut expected: Vec<(String, f64)> = Vec::new();
            let mut last = None;
            for shot in &film {
                let time = shot.time.as_secs_f64();
                match expected.last_mut().filter(|_| last == Some(&shot.screen)) {
                    Some((_, whole)) => *whole += time,
                    None => expected.push((as_seen(&text_of(&shot.screen)), time)),
                }
                last = Some(&shot.screen);
            }
            let shown = &shown[1..shown.len() - 1];
            assert_eq!(shown.len(), expected.len(), "{name} {lang:?}");
            for ((seen, time), (wanted, whole)) in shown.iter().zip(&expected) {
                assert_eq!(seen, wanted, "{name} {lang:?}");
                assert!((time - whole).abs() < 1e-6, "{time} {whole}");
            }
        }
    }
}

fn as_seen(text: &str) -> String {
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim_end().to_owned()
}

#[test]
fn the_course_is_one_recording() {
    let cast = cast("course --lang zh");
    let markers: Vec<_> = events(&cast).into_iter().filter(|event| event.1 == "m").map(|event| event.2).collect();
    let steps: usize = load::names().map(|name| player(name, Lang::Zh).len()).sum();
    assert_eq!(markers.len(), steps);
    assert!(markers.iter().all(|marker| marker.contains(" › ")));
}
