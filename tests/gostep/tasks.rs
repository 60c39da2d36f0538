//! Tasks: every way that its author knows is judged as it should be, on the screen and line by line.

use std::fmt::Write;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use gostep::terminal::plain::Plain;
use gostep::terminal::tui::{App, Effect, Input, Settings, draw};
use gostep_course::lesson::load::Shipped;
use gostep_course::lesson::{File, check, load, yaml_values};
use gostep_course::player::{Answer, Form, Player, Stand, Stride};
use gostep_course::words::Lang;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::support::assert_snapshot;
use crate::support::drawn::text_of;
use crate::support::lessons::player;

const SAMPLE: &str = include_str!("../lessons/tasks.yaml");

fn sample() -> Player {
    let lesson = File { name: "tasks.yaml", text: SAMPLE };
    let checked = check(lesson, None, Lang::En, &Shipped);
    Player::new(checked.unwrap_or_else(|problems| panic!("{problems:#?}")))
}

/// What a learner types, and whether it reaches the goal.
fn ways(text: &str, step: &str) -> Vec<(String, bool)> {
    let lesson = yaml_values(text).unwrap();
    let steps = lesson["steps"].as_array().unwrap();
    let task = &steps.iter().find(|other| other["id"] == step).unwrap()["task"];
    let list = |name: &str| match &task[name] {
        serde_json::Value::Null => Vec::new(),
        serde_json::Value::Array(lines) => lines.iter().map(|line| line.as_str().unwrap().to_owned()).collect(),
        line => vec![line.as_str().unwrap().to_owned()],
    };
    let reaching = list("solution").into_iter().chain(list("others")).map(|line| (line, true));
    reaching.chain(list("misses").into_iter().map(|line| (line, false))).collect()
}

#[test]
fn every_way_of_every_task_is_judged_as_its_author_says() {
    for name in load::names() {
        let path = format!("{}/lessons/{name}.yaml", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).unwrap();
        for lang in Lang::ALL {
            let player = player(name, lang);
            for frame in (0..player.len()).filter_map(|step| player.frame(step)) {
                let Some(question) = frame.question.filter(|question| question.form.is_task()) else { continue };
                let ways = ways(&text, &frame.id);
                for (line, reaches) in &ways {
                    let place = format!("{name} {} ({}): {line}", frame.id, lang.code());
                    let answer =
                        player.read_answer(frame.step, line).unwrap_or_else(|error| panic!("{place}: {error}"));
                    let feedback = player.answer(frame.step, &answer).unwrap();
                    assert_eq!(feedback.right, *reaches, "{place}");
                    assert_eq!(feedback.goal.iter().all(|condition| condition.holds), *reaches, "{place}");
                    assert!(!feedback.text.is_empty(), "{place}");
                }
                assert!(ways.iter().any(|(_, reaches)| !reaches), "{name} {}: no near miss", frame.id);
                assert!(!question.hints.is_empty(), "{name} {}: no hint", frame.id);
                assert!(player.solution(frame.step).unwrap().right, "{name} {}", frame.id);
            }
        }
    }
}

/// A moment that only a point of a lesson can name is no goal for somebody who has keys.
#[test]
fn every_goal_in_a_build_is_reached_by_keys() {
    let shipped = load::names().map(|name| player(name, Lang::En));
    for player in shipped.chain([sample()]) {
        for frame in (0..player.len()).filter_map(|step| player.frame(step)) {
            if !matches!(frame.question.as_ref().map(|question| &question.form), Some(Form::Build { .. })) {
                continue;
            }
            let build = frame.moment.build;
            let reaches = |stand| player.answer(frame.step, &Answer::Stand(stand)).unwrap().right;
            let mut moments = Vec::new();
            for stride in [Stride::Command, Stride::Package] {
                let mut at = 0;
                while at < player.builds()[build].events {
                    at = player.stride_on(build, at, stride);
                    moments.push(at);
                }
            }
            let by_moment = || moments.iter().any(|&events| reaches(Stand { events, block: None }));
            let blocks = 0..player.builds()[build].transcript.len();
            let by_look = || {
                blocks.clone().any(|block| reaches(Stand { events: moments[moments.len() - 1], block: Some(block) }))
            };
            assert!(by_moment() || by_look(), "{} {}", player.head().id, frame.id);
        }
    }
}

fn press(app: &mut App, keys: &str) -> Vec<Effect> {
    let code = |c| match c {
        '\n' => KeyCode::Enter,
        '↑' => KeyCode::Up,
        '⇥' => KeyCode::Tab,
        c => KeyCode::Char(c),
    };
    let keys = keys.chars().map(|c| Input::Key(KeyEvent::new(code(c), KeyModifiers::NONE)));
    keys.map(|key| app.update(key)).filter(|effect| *effect != Effect::Stay).collect()
}

#[test]
fn tasks_are_done_with_keys() {
    let done = [Effect::Answered { right: true }];
    let mut app = App::new(sample(), Settings::default(), 0, (80, 24)).unwrap();
    // A try that does not reach the goal is no wrong answer, and can be brought back.
    assert_eq!(press(&mut app, "comment=fmt\n"), []);
    press(&mut app, "\u{7f}");
    app.update(Input::Key(KeyEvent::new(KeyCode::Char('u'), KeyModifiers::CONTROL)));
    assert_eq!(press(&mut app, "bod⇥=fm⇥\n"), done);
    press(&mut app, "\n\n\n");
    assert_eq!(app.step(), 1);
    // Reading on does not pass over a task.
    press(&mut app, "\n\n\n\n\n ");
    assert_eq!(app.step(), 1);
    let keys = (0..60).flat_map(|_| press(&mut app, ">")).collect::<Vec<_>>();
    assert_eq!(keys, done);
    let mut app = App::new(sample(), Settings::default(), 2, (80, 24)).unwrap();
    assert_eq!(press(&mut app, "e"), []);
    assert_eq!(press(&mut app, "/link -o\n"), done);
    // The solution counts as one that was asked for.
    let mut app = App::new(sample(), Settings::default(), 2, (80, 24)).unwrap();
    assert_eq!(press(&mut app, "??"), [Effect::Answered { right: false }]);
}

fn drawn(app: &App) -> String {
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    terminal.draw(|frame| draw(app, frame)).unwrap();
    text_of(terminal.backend().buffer())
}

/// Keys that a shell has for words do not leave the line: letters would be other keys behind it.
#[test]
fn an_empty_line_lists_its_words() {
    let mut app = App::new(player("log", Lang::En), Settings::default(), 15, (80, 24)).unwrap();
    let listed = |app: &App| drawn(app).contains("delete-output  alter-output");
    assert!(!listed(&app));
    press(&mut app, "⇥");
    assert!(listed(&app));
    press(&mut app, "q");
    assert!(!listed(&app) && drawn(&app).contains("> q▏"));
    app.update(Input::Key(KeyEvent::new(KeyCode::Char('u'), KeyModifiers::CONTROL)));
    press(&mut app, "\n");
    assert!(listed(&app));
    let command = "go build -o main_bin main.go\n";
    assert_eq!(press(&mut app, command), [Effect::Answered { right: true }]);
}

#[test]
fn what_is_said_of_tasks() {
    let player = sample();
    let plain = Plain { width: 80, colour: false, notes: false };
    let mut text = plain.lesson(&player);
    for frame in (0..player.len()).filter_map(|step| player.frame(step)) {
        let question = frame.question.unwrap();
        let lines = ways(SAMPLE, &frame.id).into_iter().map(|(line, _)| line);
        let odd =
            ["", "-race", "ldflags='-s", "GOCACHE=off", "body=fmd", "zero-head=fmt", "/zzz", ":9999", "fmt reused"];
        for line in lines.chain(odd.map(str::to_owned)) {
            writeln!(text, "\n> {line}").unwrap();
            match player.read_answer(frame.step, &line) {
                Ok(answer) => {
                    let feedback = player.answer(frame.step, &answer).unwrap();
                    text.push_str(&plain.goal(&question.form, &feedback.goal));
                    text.push_str(&plain.blocks(&feedback.text));
                }
                Err(message) => writeln!(text, "{message}").unwrap(),
            }
        }
    }
    assert_snapshot("tasks_said", &text);
}
