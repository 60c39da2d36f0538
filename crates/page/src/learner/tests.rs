use serde_json::{Value, json};

use crate::Session;

fn ask(session: &mut Session, request: &Value) -> Value {
    serde_json::from_str(&session.reply(&request.to_string())).unwrap()
}

fn place(lesson: &str, step: usize) -> Value {
    json!({ "lesson": lesson, "lang": "en", "step": step })
}

fn reach(session: &mut Session, lesson: &str, step: usize, time: u64) -> Value {
    ask(session, &json!({ "ask": "reached", "place": place(lesson, step), "time": time }))
}

fn kept(session: &mut Session) -> Value {
    ask(session, &json!({ "ask": "kept", "lang": "en" }))
}

/// The first step of a lesson that asks, and the second.
fn questions(session: &mut Session, lesson: &str) -> [usize; 2] {
    let course = ask(session, &json!({ "ask": "course", "lang": "en" }));
    let lesson = course["lessons"].as_array().unwrap().iter().find(|known| known["name"] == lesson).unwrap();
    let steps = lesson["steps"].as_array().unwrap().iter().enumerate();
    let asking: Vec<usize> = steps.filter(|(_, step)| step["asks"] == true).map(|(index, _)| index).collect();
    [asking[0], asking[1]]
}

#[test]
fn what_was_seen_is_kept_and_leads_on() {
    let mut session = Session::default();
    let progress = json!({ "ask": "progress", "lang": "en" });
    let new = ask(&mut session, &progress);
    assert_eq!(new["html"], "<p>No lesson was begun yet.</p>");
    assert_eq!(new["next"]["begun"], false);
    assert_eq!(reach(&mut session, "order", 3, 1000), json!({}));
    let text = kept(&mut session)["text"].clone();
    let mut other = Session::default();
    let added = ask(&mut other, &json!({ "ask": "kept", "lang": "en", "add": text, "seed": 5 }));
    assert_eq!((&added["seed"], &added["file"]), (&json!(5), &Value::Null));
    let shown = ask(&mut other, &progress);
    assert_eq!((&shown["next"]["lesson"], &shown["next"]["step"]), (&json!("order"), &json!(3)));
    assert!(shown["html"].as_str().unwrap().contains("<td>1 of 20</td>"), "{shown}");
    // The seed that a learner has stays.
    let again = ask(&mut other, &json!({ "ask": "kept", "lang": "en", "seed": 6 }));
    assert_eq!(again["seed"], 5);
    let forgotten = ask(&mut other, &json!({ "ask": "forget", "lang": "en" }));
    assert!(!forgotten["text"].as_str().unwrap().contains("order"));
    assert_eq!(forgotten["seed"], 5);
}

#[test]
fn answers_count_if_they_have_a_time() {
    let mut session = Session::default();
    let [first, second] = questions(&mut session, "order");
    let none = ask(&mut session, &json!({ "ask": "practice", "lang": "en" }));
    assert_eq!(none["tasks"], json!([]));
    for (step, time) in [(first, Value::Null), (second, json!(1001))] {
        reach(&mut session, "order", step, 1000);
        let told = ask(&mut session, &json!({ "ask": "solution", "place": place("order", step), "time": time }));
        assert!(told["html"].is_string(), "{told}");
    }
    let text = kept(&mut session)["text"].as_str().unwrap().to_owned();
    let text: Value = serde_json::from_str(&text).unwrap();
    let answers = text["lessons"]["order"]["answers"].as_object().unwrap();
    assert_eq!(answers.len(), 1);
    assert_eq!(answers.values().next().unwrap()["wrong"], 1);
    // What was answered wrong comes before what was only met.
    let tasks = ask(&mut session, &json!({ "ask": "practice", "lang": "en" }))["tasks"].clone();
    assert_eq!(tasks, json!([{ "lesson": "order", "step": second }, { "lesson": "order", "step": first }]));
    // A day later it is due, which is said beside the progress.
    let progress = |session: &mut Session, time: u64| {
        ask(session, &json!({ "ask": "progress", "lang": "en", "time": time }))["html"].as_str().unwrap().to_owned()
    };
    let later = progress(&mut session, 1001);
    assert!(later.contains("Questions that come back: none due now, 1 later, the next in 24 h."), "{later}");
    let due = progress(&mut session, 1001 + 24 * 60 * 60);
    assert!(due.contains("Questions that come back: 1 due now."), "{due}");
    let score = ask(&mut session, &json!({ "ask": "score", "lang": "zh", "right": 1, "asked": 2 }));
    assert_eq!(score["text"], "第一次就答对的：1/2。");
}

#[test]
fn what_is_no_progress_is_refused_and_changes_nothing() {
    let mut session = Session::default();
    reach(&mut session, "log", 0, 1000);
    let before = kept(&mut session);
    for text in ["", "{", "[]", "{\"gostep_progress\": 9}", "\0\u{1b}[2J", &" ".repeat(5 << 20)] {
        let refused = ask(&mut session, &json!({ "ask": "kept", "lang": "zh", "add": text }));
        assert!(refused["error"]["message"].as_str().is_some_and(|said| said.contains("gostep")), "{refused}");
    }
    assert_eq!(kept(&mut session), before);
}

#[test]
fn lessons_and_steps_that_nobody_has_leave_no_trace() {
    let mut session = Session::default();
    assert!(reach(&mut session, "../nowhere", 0, 1000)["error"].is_object());
    let script = "gostep_lesson: 1\nid: mine\ntitle: Mine\nprogram: hello\nsteps:\n- id: a\n  title: A\n  say: x\n";
    let brought = ask(&mut session, &json!({ "ask": "own", "lang": "en", "texts": [{ "text": script }] }));
    // What the reader has typed is nothing to learn.
    assert_eq!(reach(&mut session, brought["lesson"].as_str().unwrap(), 0, 1000), json!({}));
    assert!(kept(&mut session)["text"].as_str().unwrap().contains("\"lessons\": {}"));
    // Past the end is the last step, as everywhere.
    reach(&mut session, "log", usize::MAX, u64::MAX);
    let shown = ask(&mut session, &json!({ "ask": "progress", "lang": "en" }));
    assert!(shown["html"].as_str().unwrap().contains("<td>1 of 21</td>"), "{shown}");
}

/// Names in a progress file that somebody made stay text.
#[test]
fn a_hostile_progress_file_is_text() {
    let mut session = Session::default();
    let step = "<script>alert(1)</script>\u{202e}";
    let text = json!({ "gostep_progress": 1, "lessons": {
        step: { "left_at": step, "left": u64::MAX, "seen": { step: u64::MAX } },
        "log": { "left_at": step, "left": u64::MAX, "seen": { step: 1, "program": 2 },
            "answers": { "program": { "right": u32::MAX, "wrong": u32::MAX, "last_right": true, "last": u64::MAX } } },
    } });
    for _ in 0..2 {
        let added = ask(&mut session, &json!({ "ask": "kept", "lang": "en", "add": text.to_string() }));
        assert_eq!(added["problems"], json!([]), "{added}");
    }
    let shown = ask(&mut session, &json!({ "ask": "progress", "lang": "en" }));
    assert!(!shown["html"].as_str().unwrap().contains("<script"), "{shown}");
    assert_eq!(shown["next"]["lesson"], "log");
    reach(&mut session, "log", 1, 5);
    assert!(ask(&mut session, &json!({ "ask": "practice", "lang": "en" }))["tasks"].is_array());
}
