//! What the page asks about what-ifs, good and bad.

use serde_json::{Value, json};

use crate::session::Session;

fn ask(session: &mut Session, request: &Value) -> Value {
    serde_json::from_str(&session.reply(&request.to_string())).unwrap()
}

fn hello(arms: &Value) -> Value {
    json!({ "ask": "what_if", "lang": "en", "program": { "name": "hello" }, "arms": arms })
}

fn text(html: &Value) -> String {
    let mut text = String::new();
    let mut inside = false;
    for letter in html.as_str().unwrap().chars() {
        match letter {
            '<' => inside = true,
            '>' => inside = false,
            _ if !inside => text.push(letter),
            _ => {}
        }
    }
    text
}

#[test]
fn the_form_offers_every_change_and_fault_in_both_languages() {
    let mut session = Session::default();
    for lang in ["en", "zh"] {
        let choices = ask(&mut session, &json!({ "ask": "what_if_choices", "lang": lang }));
        let groups = choices["groups"].as_array().unwrap();
        let kinds: Vec<&Value> = groups.iter().flat_map(|group| group["kinds"].as_array().unwrap()).collect();
        assert_eq!((groups.len(), kinds.len()), (8, 36 + 39));
        assert_eq!(choices["programs"].as_array().unwrap().len(), 2);
        let flags = choices["flags"].as_array().unwrap();
        for said in kinds.iter().chain(&flags.iter().collect::<Vec<_>>()) {
            let help = said["help"].as_str().unwrap();
            assert_eq!(help.chars().any(|letter| letter > '\u{2e80}'), lang == "zh", "{help}");
        }
        for group in groups {
            assert!(!group["kinds"].as_array().unwrap().is_empty(), "{group}");
        }
    }
}

#[test]
fn a_build_is_reported_with_its_transcript_its_workers_and_its_command() {
    let mut session = Session::default();
    let reply = ask(&mut session, &hello(&json!([{ "changes": ["export=fmt/print.go"], "flags": { "p": 4 } }])));
    let arm = &reply["arms"][0];
    let report = text(&arm["report"]);
    assert!(report.contains("then: export=fmt/print.go"), "{report}");
    assert!(report.contains("2 of 53 packages compiled, linked."), "{report}");
    assert!(text(&arm["transcript"]).contains("/compile -o $WORK/"), "{arm}");
    let lanes = arm["lanes"].as_str().unwrap();
    assert!(lanes.starts_with("<svg") && !lanes.contains("a model gives it"), "{arm}");
    assert_eq!(arm["command"], "gostep whatif -p=4 hello export=fmt/print.go");
    assert_eq!((&arm["judged"], &arm["error"], &reply["differences"]), (&Value::Null, &Value::Null, &Value::Null));
    // Where nothing is done there is nothing to draw.
    let reply = ask(&mut session, &hello(&json!([{}])));
    let arm = &reply["arms"][0];
    assert_eq!(arm["command"], "gostep whatif hello nothing");
    assert_eq!(arm["lanes"], Value::Null);
    assert!(text(&arm["report"]).contains("0 of 53 packages compiled, not linked."), "{arm}");
}

#[test]
fn only_as_much_of_a_transcript_as_is_asked_for_is_shown() {
    let mut session = Session::default();
    let mut request = hello(&json!([{ "changes": ["all"] }]));
    request["most"] = json!(10);
    let arm = &ask(&mut session, &request)["arms"][0];
    assert_eq!(arm["commands"][0], 10);
    assert!(arm["commands"][1].as_u64().unwrap() > 300, "{}", arm["commands"]);
    assert_eq!(arm["transcript"].as_str().unwrap().matches("<div class=\"command").count(), 11);
}

#[test]
fn two_builds_are_compared() {
    let mut session = Session::default();
    let mut differ = |a: Value, b: Value| {
        let reply = ask(&mut session, &hello(&json!([a, b])));
        let marked: String =
            reply["arms"].as_array().unwrap().iter().map(|arm| arm["transcript"].as_str().unwrap()).collect();
        (text(&reply["differences"]), marked)
    };
    let (said, _) = differ(json!({ "changes": ["comment=fmt"] }), json!({ "changes": ["export=fmt"] }));
    assert!(said.contains("Packages that both compile: 1."), "{said}");
    assert!(said.contains("Packages that only B compiles (1): main."), "{said}");
    assert!(said.contains("The executable: not linked in A, linked in B."), "{said}");
    assert!(!said.contains("only A compiles"), "{said}");
    let same = || json!({ "changes": ["export=fmt"] });
    let (said, marked) = differ(same(), same());
    assert!(said.starts_with("Nothing: both compile the same packages"), "{said}");
    assert!(!marked.contains("<mark>") && !marked.contains("\"sign\">≠"));
    // The words of the other flags are marked in the command that both run.
    let (said, marked) = differ(
        json!({ "changes": ["delete-output", "ldflags=-s -w"] }),
        json!({ "changes": ["delete-output", "ldflags=-s"] }),
    );
    assert!(said.contains("Commands that both run, with other words in them: "), "{said}");
    assert!(marked.contains("<mark>-w</mark>") && !marked.contains("<mark>-s</mark>"), "{marked}");
    // A failure in one, and what waits for it.
    let (said, marked) = differ(json!({ "changes": ["syntax-error=fmt"] }), json!({ "changes": ["shift=fmt"] }));
    assert!(said.contains("The go command exits with 1 in A, with 0 in B."), "{said}");
    assert!(said.contains("Packages that only B compiles (2): fmt, main."), "{said}");
    assert!(marked.contains("\"sign\">✗") && marked.contains("\"sign\">≠"), "{marked}");
    let (said, _) = differ(json!({ "changes": ["GOCACHE=off"] }), json!({ "changes": ["nothing"] }));
    assert!(said.contains("exits with 1 in A"), "{said}");
    assert!(!said.contains("clock"), "{said}");
}

/// Edits that nobody measured have bounds, and nothing is claimed beyond them.
#[test]
fn what_is_not_known_is_not_said() {
    let mut session = Session::default();
    let mut pair = |arms: &Value| {
        let program = json!({ "name": "pair" });
        ask(&mut session, &json!({ "ask": "what_if", "lang": "en", "program": program, "arms": arms }))
    };
    let edit = |expects: Value| json!({ "changes": ["export=internal/abi"], "expects": expects });
    let reply = pair(&json!([edit(json!({ "compiled": "20" })), edit(json!({ "compiled": "0" }))]));
    assert!(text(&reply["arms"][0]["report"]).contains("the least that can be rebuilt"), "{reply}");
    let said = text(&reply["differences"]);
    assert!(said.contains("not known for certain") && !said.contains("Nothing:"), "{said}");
    assert_eq!(reply["arms"][0]["judged"]["right"], Value::Null, "{reply}");
    assert_eq!(reply["arms"][1]["judged"]["right"], false, "{reply}");
}

#[test]
fn the_simulation_judges_what_one_expects() {
    let mut session = Session::default();
    for (change, compiled, linked, right) in [
        ("export=fmt", "2", json!(true), true),
        ("export=fmt", " 2 ", Value::Null, true),
        ("export=fmt", "2", json!(false), false),
        ("export=fmt", "3", json!(true), false),
        ("comment=fmt", "1", json!(false), true),
        ("nothing", "0", json!(false), true),
        ("all", "53", json!(true), true),
        ("GOCACHE=off", "0", json!(false), true),
        ("syntax-error=fmt", "0", json!(false), true),
        ("drop-link=fmt", "0", json!(true), false),
    ] {
        let expects = json!({ "compiled": compiled, "linked": linked });
        let reply = ask(&mut session, &hello(&json!([{ "changes": [change], "expects": expects }])));
        let judged = &reply["arms"][0]["judged"];
        assert_eq!(judged["right"], right, "{change} {compiled} {linked}: {reply}");
        assert!(judged["heading"].as_str().unwrap().starts_with(if right { '✓' } else { '✗' }), "{judged}");
    }
    for compiled in ["", "two", "-1", "1.5", "99999999999999999999999"] {
        let reply = ask(&mut session, &hello(&json!([{ "expects": { "compiled": compiled } }])));
        assert_eq!(reply["arms"][0]["error"], "What you expect is a number of packages, such as 3.");
    }
}

/// What is wrong is said in the words of the command line, in the place of the build that it is about.
#[test]
fn what_is_wrong_is_said_as_in_a_terminal() {
    let mut session = Session::default();
    for (arm, said) in [
        (json!({ "changes": ["coment=main"] }), "there is no change or fault \"coment\" (did you mean \"comment\"?)"),
        (json!({ "changes": ["comment=fnt"] }), "there is no package \"fnt\" in program hello (did you mean \"fmt\"?)"),
        (json!({ "changes": [""] }), "there is no change or fault \"\""),
        (json!({ "changes": ["all", "all"] }), "all is set twice for one build"),
        (json!({ "changes": ["no-symabis=fmt"] }), "fmt has no assembly files"),
        (json!({ "changes": ["comment=main", "undo", "undo"] }), "undo: there is no edit to take back"),
        (json!({ "changes": vec!["then"; 25] }), "more than 24 changes"),
        (json!({ "flags": { "p": 0 } }), "0 workers cannot be simulated; give 1 to 1024"),
        (json!({ "flags": { "p": usize::MAX } }), "workers cannot be simulated"),
        (json!({ "flags": { "buildmode": "plugin" } }), "-buildmode=plugin: write one of default, exe, pie"),
        (json!({ "flags": { "ldflags": "-linkmode=external" } }), "external linking needs runtime/cgo"),
        (json!({ "flags": { "gcflags": "x" } }), "flags begin with -, or with PATTERN="),
    ] {
        let reply = ask(&mut session, &hello(&json!([arm, {}])));
        let error = reply["arms"][0]["error"].as_str().unwrap_or_else(|| panic!("{arm}: {reply}"));
        assert!(error.contains(said) && !error.contains('\n'), "{error}");
        assert_eq!((&reply["arms"][1]["error"], &reply["differences"]), (&Value::Null, &Value::Null), "{arm}");
    }
}

#[test]
fn no_what_if_breaks_a_session() {
    let mut session = Session::default();
    let far = usize::MAX;
    for arms in [json!([]), json!([{}, {}, {}])] {
        let reply = ask(&mut session, &hello(&arms));
        assert_eq!(reply["error"]["message"], "a what-if has one build, or two to compare");
    }
    for program in
        [json!({ "name": "../../x" }), json!({ "name": "hello", "lesson": "nowhere" }), json!({ "name": "" })]
    {
        for request in [
            json!({ "ask": "what_if", "lang": "zh", "program": program, "arms": [{}] }),
            json!({ "ask": "what_if_values", "program": program, "change": "comment" }),
        ] {
            let reply = ask(&mut session, &request);
            assert!(reply["error"]["message"].is_string(), "{request}: {reply}");
        }
    }
    let hard = "\u{1b}[2J\u{202e}<script>alert(1)</script>'\"\\ $(x) 包";
    for change in ["output=", "ldflags=", "dir=/", "comment=", "CC=", "gcflags=", "missing-import=main:", ""] {
        for width in [0, 400, u32::MAX] {
            let mut request = hello(
                &json!([{ "changes": [format!("{change}{hard}"), "workers=18446744073709551615"] }, { "flags": { "o": hard } }]),
            );
            request["width"] = json!(width);
            request["most"] = json!(far);
            let reply = ask(&mut session, &request).to_string();
            assert!(reply.contains("\"arms\""), "{reply}");
        }
    }
    for written in [json!([]), json!([hard]), json!(["fmt", "fmt", "fmt", "fmt"]), json!(["unsafe"])] {
        for change in ["comment", "body", "import", "no-object", "wrong-archive", "cycle", "GOARCH", "all", "", hard] {
            let request = json!({ "ask": "what_if_values", "program": { "name": "hello" }, "change": change, "written": written });
            assert!(ask(&mut session, &request)["values"].is_array(), "{request}");
        }
    }
    for text in [
        r#"{"ask":"what_if"}"#,
        r#"{"ask":"what_if","lang":"en","program":"hello","arms":[{}]}"#,
        r#"{"ask":"what_if","lang":"en","program":{"name":"hello"},"arms":[{"flags":{"p":-1}}]}"#,
        r#"{"ask":"what_if","lang":"en","program":{"name":"hello"},"arms":[{"fly":1}]}"#,
        r#"{"ask":"what_if_choices","lang":"xx"}"#,
    ] {
        let reply: Value = serde_json::from_str(&session.reply(text)).unwrap();
        assert!(reply["error"]["message"].is_string(), "{text}: {reply}");
    }
}

#[test]
fn no_markup_of_others_gets_into_the_page() {
    let mut session = Session::default();
    let reply = ask(&mut session, &hello(&json!([{ "changes": ["output=<b>x</b>", "ldflags=-X main.v=<script>"] }])));
    let arm = &reply["arms"][0];
    for html in [&arm["report"], &arm["transcript"]] {
        let html = html.as_str().unwrap();
        assert!(!html.contains("<script") && !html.contains("<b>") && html.contains("&lt;script&gt;"), "{html}");
    }
    assert_eq!(arm["command"], "gostep whatif hello 'output=<b>x</b>' 'ldflags=-X main.v=<script>'");
    let reply = ask(&mut session, &hello(&json!([{ "changes": ["output=a\u{202e}b"] }])));
    let arm = &reply["arms"][0];
    assert!(!reply.to_string().contains('\u{202e}'), "{reply}");
    assert_eq!(arm["command"], r"gostep whatif hello $'output=a\u202eb'");
}

#[test]
fn programs_of_ones_own_lessons_are_built_too() {
    let mut session = Session::default();
    let program = include_str!("../../../../lessons/programs/pair.json");
    let script = "gostep_lesson: 1\nid: mine\ntitle: Mine\nprogram: own.json\nsteps:\n- id: a\n  title: A\n  say: x\n";
    let lesson = |program: &str| json!({ "name": "mine", "script": { "file": "mine.yaml", "text": script }, "programs": { "own.json": program } });
    session.put(serde_json::from_value(lesson(program)).unwrap());
    let choices = ask(&mut session, &json!({ "ask": "what_if_choices", "lang": "en" }));
    assert_eq!(
        choices["programs"][2],
        json!({ "lesson": "mine", "brought": false, "name": "own.json", "title": "own.json · Mine" })
    );
    let mine = json!({ "lesson": "mine", "name": "own.json" });
    let request = json!({ "ask": "what_if", "lang": "en", "program": mine, "arms": [{ "changes": ["all"] }] });
    let reply = ask(&mut session, &request);
    assert_eq!(reply["arms"][0]["command"], "gostep whatif own.json all", "{reply}");
    // A new version of the lesson brings its program along.
    session.put(serde_json::from_value(lesson("{}")).unwrap());
    assert!(ask(&mut session, &request)["error"]["message"].is_string());
}

/// A list, and the environment with it, and what `gostep import` wrote.
#[test]
fn programs_that_a_reader_brings_are_built_too() {
    let mut session = Session::default();
    let recorded = include_str!("../../../../lessons/programs/pair.json");
    let read: Value = serde_json::from_str(recorded).unwrap();
    let packages = read["packages"].as_array().unwrap().iter();
    let list: String = packages.flat_map(|package| [format!("{package:#}"), "\n".to_owned()]).collect();
    let mut bring = |name: &str, text: &str| {
        let texts = json!([{ "name": name, "text": text }]);
        ask(&mut session, &json!({ "ask": "own", "lang": "en", "texts": texts }));
        let choices = ask(&mut session, &json!({ "ask": "what_if_choices", "lang": "en" }));
        let program = choices["programs"].as_array().unwrap().iter().find(|program| program["name"] == name).cloned();
        let mut program = program.unwrap_or_else(|| panic!("{choices}"));
        program.as_object_mut().unwrap().remove("title");
        let request = json!({ "ask": "what_if", "lang": "en", "program": program, "arms": [{ "changes": ["all"] }] });
        ask(&mut session, &request)["arms"][0].clone()
    };
    let arm = bring("my list.json", &list);
    assert_eq!(arm["command"], "gostep whatif --list=list.json all", "{arm}");
    assert!(text(&arm["report"]).contains("Assumed, since a package list does not tell"), "{arm}");
    assert!(arm["lanes"].as_str().unwrap().contains("a model gives it"), "{arm}");
    assert!(arm["note"].as_str().unwrap().contains("list.json stands for"), "{arm}");
    let arm = bring("mine.json", recorded);
    assert_eq!(arm["command"], "gostep whatif ./program.json all", "{arm}");
    assert!(!text(&arm["report"]).contains("Assumed"), "{arm}");
    let gone = json!({ "name": "no.json", "brought": true });
    let reply = ask(&mut session, &json!({ "ask": "what_if", "lang": "en", "program": gone, "arms": [{}] }));
    assert_eq!(reply["error"]["message"], "no program \"no.json\" was brought to the page");
}
