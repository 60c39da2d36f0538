//! Questions: every right answer is accepted, every wrong one is explained, in both languages.

use std::fmt::Write;
use std::sync::LazyLock;

use gostep::terminal::plain::Plain;
use gostep_course::lesson::load::Shipped;
use gostep_course::lesson::{File, check, load};
use gostep_course::player::markdown::{Block, plain_text};
use gostep_course::player::{Answer, Feedback, Form, Player};
use gostep_course::words::Lang;

use crate::support::assert_snapshot;
use crate::support::lessons::player;
#[cfg(unix)]
use crate::support::run::command;

/// Every lesson that ships, and one with every kind of question, in every language.
static PLAYERS: LazyLock<Vec<Player>> = LazyLock::new(|| {
    let shipped = |lang| load::names().map(move |name| player(name, lang));
    Lang::ALL.into_iter().flat_map(|lang| shipped(lang).chain([every_kind(lang)])).collect()
});

fn every_kind(lang: Lang) -> Player {
    let lesson = File { name: "all.yaml", text: include_str!("../lessons/all_questions.yaml") };
    let checked = check(lesson, None, lang, &Shipped);
    Player::new(checked.unwrap_or_else(|problems| panic!("{problems:#?}")))
}

/// Calls with each question of all lessons: the player, the step, its form.
fn each_question(mut visit: impl FnMut(&Player, usize, &Form)) {
    for player in PLAYERS.iter() {
        for step in 0..player.len() {
            // Tasks are done, not answered.
            if let Some(question) = player.frame(step).unwrap().question.filter(|asked| !asked.form.is_task()) {
                visit(player, step, &question.form);
            }
        }
    }
}

/// Where a question stands, for messages.
fn place(player: &Player, step: usize) -> String {
    let head = player.head();
    format!("{} {} ({})", head.id, head.steps[step].id, head.lang.code())
}

/// Answers that differ from a right one, made for the form.
fn others(form: &Form, right: &Answer) -> Vec<Answer> {
    match (form, right) {
        (Form::Choice { options, many: true }, Answer::Options(right)) => {
            let all: Vec<usize> = (0..options.len()).collect();
            let rest = all.iter().copied().filter(|option| !right.contains(option)).collect();
            [all, rest, right[1..].to_vec()].into_iter().map(Answer::Options).collect()
        }
        (Form::Choice { options, .. }, _) => (0..options.len()).map(|option| Answer::Options(vec![option])).collect(),
        (Form::Pick { options }, _) => (0..options.len()).map(|option| Answer::Options(vec![option])).collect(),
        (Form::Number, Answer::Typed(right)) => {
            let right: i64 = right.parse().unwrap();
            [right - 1, right + 1, 0].map(|number| Answer::Typed(number.to_string())).to_vec()
        }
        (Form::Text, _) => vec![Answer::Typed("no such answer".to_owned())],
        (Form::Order { items }, Answer::Order(right)) => {
            let shown: Vec<usize> = (0..items.len()).collect();
            let backwards: Vec<usize> = right.iter().rev().copied().collect();
            vec![Answer::Order(shown), Answer::Order(backwards)]
        }
        (Form::Packages { known, many }, Answer::Packages(right)) => {
            let strange = known.iter().filter(|path| !right.contains(path));
            if *many {
                let more = strange.map(|path| Answer::Packages(right.iter().chain([path]).cloned().collect()));
                let less = (0..right.len()).map(|left_out| {
                    let kept = right.iter().enumerate().filter(|(at, _)| *at != left_out);
                    Answer::Packages(kept.map(|(_, path)| path.clone()).collect())
                });
                more.chain(less).collect()
            } else {
                strange.map(|path| Answer::Packages(vec![path.clone()])).collect()
            }
        }
        (form, answer) => panic!("{answer:?} is no answer to {form:?}"),
    }
}

#[test]
fn right_answers_are_accepted_and_shown() {
    each_question(|player, step, _| {
        let place = place(player, step);
        let right = player.right_answer(step).unwrap();
        let feedback = player.answer(step, &right).unwrap();
        assert!(feedback.right, "{place}: {right:?} is refused: {feedback:?}");
        let solution = player.solution(step).unwrap();
        assert!(solution.right && !solution.text.is_empty(), "{place}: no solution");
    });
}

#[test]
fn wrong_answers_are_explained() {
    let mut wrong = 0;
    each_question(|player, step, form| {
        let place = place(player, step);
        let right = player.right_answer(step).unwrap();
        let mut refused = 0;
        for answer in others(form, &right).into_iter().filter(|answer| *answer != right) {
            let feedback = player.answer(step, &answer).unwrap();
            if !feedback.right {
                assert!(!feedback.text.is_empty(), "{place}: {answer:?} is refused without a word");
                refused += 1;
            }
        }
        assert!(refused > 0, "{place}: whatever one says is right");
        wrong += refused;
    });
    assert!(wrong > 300, "only {wrong} wrong answers were tried");
}

#[test]
fn what_is_typed_is_read_or_answered_with_what_could_be() {
    each_question(|player, step, form| {
        let place = place(player, step);
        let typed = match player.right_answer(step).unwrap() {
            Answer::Options(options) => options.iter().map(|o| (o + 1).to_string()).collect::<Vec<_>>().join(","),
            Answer::Order(order) => order.iter().map(|o| (o + 1).to_string()).collect::<Vec<_>>().join(" "),
            Answer::Packages(packages) if packages.is_empty() => "none".to_owned(),
            Answer::Packages(packages) => packages.join(", "),
            Answer::Typed(typed) => typed,
            Answer::Stand(stand) => panic!("{place}: {stand:?}"),
        };
        let read = player.read_answer(step, &typed).unwrap_or_else(|problem| panic!("{place}: {typed}: {problem}"));
        assert!(player.answer(step, &read).unwrap().right, "{place}: {typed}");
        for nonsense in ["", "\u{1b}[2J", "no-such/package-at-all", &"x".repeat(100_000)] {
            match player.read_answer(step, nonsense) {
                Ok(answer) => {
                    assert_eq!(*form, Form::Text, "{place}: {nonsense:?} is read as {answer:?}");
                    assert!(!format!("{:?}", player.answer(step, &answer)).contains("\\u{1b}"), "{place}");
                }
                Err(problem) => assert!(!problem.is_empty(), "{place}"),
            }
        }
    });
}

#[test]
fn answers_to_another_form_of_question_are_none() {
    let player = every_kind(Lang::En);
    let answers = [
        Answer::Options(vec![99]),
        Answer::Options(Vec::new()),
        Answer::Order(vec![7, 7, 7]),
        Answer::Typed("99999999999999999999999".to_owned()),
        Answer::Packages(Vec::new()),
    ];
    for step in 0..player.len() {
        for answer in &answers {
            assert!(
                player.answer(step, answer).is_none_or(|feedback| !feedback.right || step == 10),
                "{step} {answer:?}"
            );
        }
    }
    assert_eq!(player.answer(player.len(), &answers[0]), None);
    assert!(player.read_answer(player.len(), "a").is_err());
}

/// What is said to some answers of every kind, right and wrong.
#[test]
fn every_kind_of_feedback_reads_well() {
    let answers: &[(&str, &[&str])] = &[
        ("choice", &["a", "b", "c"]),
        ("choices", &["a c", "a b", "b"]),
        ("number", &["9", "11", "10", "ten"]),
        ("text", &["B002", "$WORK/b002", "b003"]),
        ("order", &["abcd", "dcba", "ab"]),
        ("order-by-imports", &["a b c d e", "e d c b a"]),
        ("can-start", &["internal/cpu", "internal/goarch", "internal/abi", "time", "tiem"]),
        ("starts-next", &["internal/unsafeheader", "internal/cpu", "fmt"]),
        ("waits-for", &["os", "os errors", "runtime", "internal/poll", "none", "fmt"]),
        ("rebuilt", &["path io/fs os internal/filepathlite", "path", "path fmt main", "none"]),
        ("rebuilt-not", &["none", "fmt", "fmt main"]),
        ("linked", &["yes", "no", "perhaps"]),
        ("linked-yes", &["y", "n"]),
        ("fails-compile", &["compile", "asm", "pack", "link", "go", "none", "ld"]),
        ("fails-link", &["link", "compile", "none"]),
        ("fails-go", &["go", "compile"]),
        ("fails-not", &["none", "link"]),
    ];
    for lang in Lang::ALL {
        let player = every_kind(lang);
        let plain = Plain { width: 80, colour: false, notes: false };
        let mut text = String::new();
        for (id, typed) in answers {
            let step = player.find(id).unwrap();
            for typed in *typed {
                let said = match player.read_answer(step, typed) {
                    Ok(answer) => feedback_text(plain, &player.answer(step, &answer).unwrap()),
                    Err(problem) => format!("? {problem}\n"),
                };
                let _ = writeln!(text, "{id} > {typed}\n{said}");
            }
        }
        assert_snapshot(&format!("questions_feedback_{}", lang.code()), &text);
    }
}

fn feedback_text(plain: Plain, feedback: &Feedback) -> String {
    format!("{}\n{}", if feedback.right { "right" } else { "wrong" }, plain.blocks(&feedback.text))
}

#[test]
fn a_lesson_with_questions_is_printed_with_its_answers() {
    for lang in Lang::ALL {
        let plain = Plain { width: 80, colour: false, notes: false };
        assert_snapshot(&format!("questions_{}", lang.code()), &plain.lesson(&every_kind(lang)));
    }
}

#[test]
fn the_question_does_not_give_the_answer_away() {
    let player = every_kind(Lang::En);
    let frame = player.frame(player.find("choice").unwrap()).unwrap();
    let question = serde_json::to_value(frame.question.as_ref().unwrap()).unwrap();
    assert!(!question.to_string().contains("right"), "{question}");
    let paragraph = |block: &Block| match block {
        Block::Paragraph { text } => plain_text(text),
        other => panic!("{other:?}"),
    };
    assert_eq!(frame.question.unwrap().hints.iter().flatten().map(paragraph).count(), 2);
}

/// A real terminal that cannot move its cursor: prompts, and lines that are read.
#[cfg(unix)]
#[test]
fn a_simple_terminal_is_asked_line_by_line() -> Result<(), rexpect::error::Error> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/lessons/all_questions.yaml");
    let mut command = command();
    command.args(["play", path, "--lang", "en"]).env("TERM", "dumb");
    let mut terminal = rexpect::session::spawn_command(command, Some(30_000))?;
    terminal.exp_string("[1/17] One of several")?;
    let said = terminal.exp_string("your answer")?;
    assert!(said.contains("c) the linker") && !said.contains("The compiler searches"), "{said}");
    for (line, expected) in [
        (":h", "Hint 1 of 2:"),
        ("b", "The compiler only reads it."),
        ("a", "The compiler searches for nothing."),
        ("x", "x is no command"),
        ("", "[2/17]"),
        (":b", "[1/17]"),
        (":g number", "[3/17]"),
        ("", "Answer"),
        ("?", "the step before"),
        ("g 17", "[17/17]"),
        ("none", "Right."),
        ("", "You have come to the end of"),
    ] {
        terminal.send_line(line)?;
        terminal.exp_string(expected)?;
    }
    let rest = terminal.exp_eof()?;
    assert!(!rest.contains('\u{1b}'), "{rest}");
    Ok(())
}

#[test]
fn what_can_start_waits_for_no_import_and_never_for_unsafe() {
    let answered = |point: &str, package: &str| {
        let text = format!(
            "gostep_lesson: 1\nid: x\ntitle: T\nbuild: {{p: 1}}\nsteps:\n  - id: a\n    to: {point}\n    ask: {{kind: predict, \
             predict: can_start, text: Q, right: R, wrong: W}}\n    say: S\n"
        );
        let lesson = check(File { name: "x.yaml", text: &text }, None, Lang::En, &Shipped).unwrap();
        let feedback = Player::new(lesson).answer(0, &Answer::Packages(vec![package.to_owned()])).unwrap();
        let plain = Plain { width: 200, colour: false, notes: false };
        (feedback.right, feedback_text(plain, &feedback))
    };
    for leaf in ["internal/goarch", "internal/cpu", "unicode"] {
        assert!(answered("start", leaf).0, "{leaf}");
    }
    // The moment after the archive is there, before the go command has told anybody.
    let goarch_done = "{package: internal/goarch, state: done}";
    for package in ["internal/abi", "internal/unsafeheader", "runtime/internal/math"] {
        assert!(answered(goarch_done, package).0, "{package}");
    }
    let (right, text) = answered(goarch_done, "runtime");
    assert!(!right && text.contains("still waits for"), "{text}");
    // Its imports are done, but main is compiled after everything that is linked with it.
    let (right, text) = answered("{package: io/fs, state: done}", "main");
    assert!(!right && !text.contains("waits for ."), "{text}");
}
