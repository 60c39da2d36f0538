//! Texts of all kinds, good, broken and hostile.

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::super::Session;
use super::MOST_MB;
use gostep_course::words::{Lang, words};
use gostep_sim::gobuild::{BuildOptions, Machine};
use gostep_sim::program::{self, EMBEDDED_NAMES, PAIR, SAMPLE};
use gostep_sim::xlog::Transcript;

const PAIR_JSON: &str = include_str!("../../../../lessons/programs/pair.json");
const LESSON: &str = "gostep_lesson: 1\nid: mine\ntitle: Mine\nsteps:\n- id: a\n  title: A\n  say: x\n";

fn bring(session: &mut Session, lang: &str, texts: &Value) -> Value {
    let request = json!({ "ask": "own", "lang": lang, "texts": texts });
    let reply: Value = serde_json::from_str(&session.reply(&request.to_string())).unwrap();
    assert!(reply.get("error").is_none(), "{reply}");
    reply
}

fn one(text: &str) -> Value {
    bring(&mut Session::default(), "en", &json!([{ "text": text }]))
}

fn named(name: &str, text: &str) -> Value {
    bring(&mut Session::default(), "en", &json!([{ "name": name, "text": text }]))
}

fn file(session: &mut Session, name: &str, bytes: &[u8]) -> Value {
    bring(session, "en", &json!([{ "name": name, "bytes": STANDARD.encode(bytes) }]))
}

fn has(reply: &Value, field: &str, said: &str) {
    assert!(reply[field].as_str().is_some_and(|told| told.contains(said)), "{said} is not in {field} of {reply:#}");
}

/// What `go list -json -deps` prints of the same program.
fn list() -> String {
    let recorded: Value = serde_json::from_str(PAIR_JSON).unwrap();
    let packages = recorded["packages"].as_array().unwrap().iter();
    packages.flat_map(|package| [format!("{package:#}"), "\n".to_owned()]).collect()
}

/// The log of a cold build.
fn log(name: &str, workers: usize) -> String {
    let program = Arc::new(program::load_embedded(name).unwrap());
    let options = BuildOptions { workers, ..BuildOptions::for_program(&program) };
    Transcript::text(&Machine::default().build(&program, options).unwrap())
}

fn walks(session: &mut Session, reply: &Value, build: &str) {
    for (lang, step) in [("en", 0), ("zh", 4)] {
        let place = json!({ "lesson": reply["lesson"], "lang": lang, "step": step });
        let request = json!({ "ask": "step", "place": place });
        let shown: Value = serde_json::from_str(&session.reply(&request.to_string())).unwrap();
        assert_eq!(shown["step"], step, "{shown}");
        assert_eq!(shown["untranslated"], Value::Null);
        assert!(shown["build"].as_str().unwrap().contains(build), "{}", shown["build"]);
    }
}

#[test]
fn a_log_is_compared_with_the_program_that_it_is_of() {
    for name in EMBEDDED_NAMES {
        for workers in [1, 5] {
            let mut session = Session::default();
            let reply = bring(&mut session, "en", &json!([{ "name": "a.log", "text": log(name, workers) }]));
            assert_eq!(reply["heading"], words(Lang::En).own.log.with([&name]));
            has(&reply, "html", "<p>a.log: equal: ");
            assert_eq!(reply["good"], true);
            walks(&mut session, &reply, &format!("-p {workers}"));
        }
    }
}

#[test]
fn the_first_difference_is_told_in_the_words_of_the_command_line() {
    let changed = log(SAMPLE, 1).replacen(" -std ", " ", 1);
    let reply = named("a.log", &changed);
    assert_eq!(reply["good"], false);
    has(&reply, "html", ": package internal/goarch: compile differs");
    has(&reply, "html", "<mark>[-std]</mark>");
    let cut: String = log(SAMPLE, 1).lines().take(300).flat_map(|line| [line, "\n"]).collect();
    has(&one(&cut), "html", "pasted text: the log is cut short: it agrees up to its end in package ");
    let tested = log(SAMPLE, 1) + "cat >$WORK/b001/_testmain.go << 'EOF' # internal\nEOF\n";
    has(&one(&tested), "html", "this is a log of go test; write one of go build");
    has(&one("WORK=/tmp/go-build1\n"), "html", "no cold build: the log has no command");
}

#[test]
fn a_log_of_another_program_asks_for_that_program() {
    let other = log(PAIR, 1).replace("example.com/pair", "example.com/other");
    let mut session = Session::default();
    let reply = bring(&mut session, "en", &json!([{ "name": "other.log", "text": other }]));
    assert_eq!(reply["heading"], words(Lang::En).own.other_log);
    has(&reply, "html", "go list -json -deps .");
    has(&reply, "html", "example.com/other/p");
    assert_eq!(reply["lesson"], Value::Null);
    // Both at once, in whichever order.
    let list = list().replace("example.com/pair", "example.com/other");
    let both = json!([{ "name": "other.log", "text": other }, { "name": "list.json", "text": list }]);
    let reply = bring(&mut session, "en", &both);
    assert_eq!(reply["heading"], words(Lang::En).own.log.with([&"list.json"]));
}

#[test]
fn a_program_can_be_walked_through() {
    let mut session = Session::default();
    let reply = bring(&mut session, "en", &json!([{ "name": "pair.json", "text": PAIR_JSON }]));
    assert_eq!(reply["heading"], "A recorded program: example.com/pair");
    has(&reply, "html", "<p>go1.23.9, linux/amd64; packages to compile: 54.</p>");
    walks(&mut session, &reply, "-p 4");
    let reply = bring(&mut session, "en", &json!([{ "name": "list.json", "text": list() }]));
    has(&reply, "html", "Assumed, since a package list does not tell: ");
    has(&reply, "html", "its last number is a guess");
    walks(&mut session, &reply, "-p 4");
    // The environment can come later.
    let env = "{\"GOVERSION\": \"go1.23.4\", \"GOOS\": \"linux\", \"GOARCH\": \"amd64\", \"CGO_ENABLED\": \"0\"}";
    let reply = bring(&mut session, "en", &json!([{ "name": "env.json", "text": env }]));
    has(&reply, "html", "<p>go1.23.4, linux/amd64; packages to compile: 54.</p>");
    assert!(!reply["html"].as_str().unwrap().contains("guess"), "{reply}");
    walks(&mut session, &reply, "-p 4");
}

#[test]
fn json_that_is_no_program_says_where_and_what_to_do() {
    let list = list();
    let half = &list[..list.len() / 2];
    let whole = half.matches("\"ImportPath\"").count();
    has(&named("list.json", half), "html", "the JSON is cut short after ");
    assert!(whole > 2);
    has(&named("a.json", &PAIR_JSON[..5000]), "html", "the file ends too early: a part of it is missing");
    has(&one("{\"a\": 1}"), "html", "pasted text:1:8: this JSON object has no ImportPath");
    has(&one("{]"), "html", "this is not the JSON of a package list");
    has(&one("[]"), "html", "the list has no packages");
    has(&one("{\"GOVERSION\": "), "html", "the JSON is cut short; write the whole output of <code>go env -json</code>");
    let library = list.replace("\"Name\": \"main\"", "\"Name\": \"lib\"");
    has(&one(&library), "html", "no main package: the list ends with example.com/pair");
}

#[test]
fn a_lesson_is_played_or_its_problems_are_told_with_their_places() {
    let mut session = Session::default();
    let reply = bring(&mut session, "en", &json!([{ "text": LESSON }]));
    assert_eq!(
        (&reply["heading"], &reply["good"]),
        (&json!("A lesson that can be played: Mine (steps: 1)"), &json!(true))
    );
    assert_eq!(reply["html"], "<div class=\"messages\"></div>");
    let step = json!({ "ask": "step", "place": { "lesson": reply["lesson"], "lang": "en" } });
    assert!(session.reply(&step.to_string()).contains("\"title\":\"A\""));
    let broken = LESSON.replace("  say: x", "  sya: x");
    let told = bring(&mut session, "en", &json!([{ "text": broken }]));
    assert_eq!((&told["good"], &told["lesson"]), (&json!(false), &Value::Null));
    has(
        &told,
        "html",
        "<button type=\"button\" lang=\"en\" data-line=\"7\" data-column=\"3\">line 7, column 3</button>",
    );
    has(&told, "html", "<mark>sya</mark>");
    // The last one that could be played is still there.
    assert!(session.reply(&step.to_string()).contains("\"title\":\"A\""));
    let other = json!([{ "text": LESSON.replace("title: A", "title: B") }]);
    bring(&mut session, "zh", &other);
    assert!(session.reply(&step.to_string()).contains("\"title\":\"B\""));
    // A word that could be better keeps nothing from being played.
    let code = "  say: |\n    ```\n    open\n";
    has(&one(&LESSON.replace("  say: x\n", code)), "html", "<strong>warning</strong>: code that is not closed");
    has(&named("other.yaml", LESSON), "html", "<strong>hint</strong>: the lesson is called mine, its file other");
    has(&named("a.yaml", "steps: [\n"), "html", "<strong>error</strong>: ");
    has(&one("gostep_glossary: 1\n"), "heading", "A glossary");
}

#[test]
fn a_lesson_names_a_program_that_was_brought() {
    let lesson = LESSON.replace("title: Mine\n", "title: Mine\nprogram: ./pair.json\n");
    let mut session = Session::default();
    let alone = bring(&mut session, "en", &json!([{ "text": lesson }]));
    has(&alone, "html", "the page does not have ./pair.json");
    let program = json!({ "name": "pair.json", "text": PAIR_JSON });
    let reply = bring(&mut session, "en", &json!([{ "text": lesson }, program]));
    assert_eq!(reply["good"], true, "{reply:#}");
}

#[test]
fn what_is_nothing_of_all_that_is_told_what_is_expected() {
    for lang in ["en", "zh"] {
        let own = &words(Lang::parse(lang).unwrap()).own;
        for (text, heading) in
            [("", ""), (" \n", ""), ("hello", own.unknown_head), ("go: cannot find main module", own.unknown_head)]
        {
            let reply = bring(&mut Session::default(), lang, &json!([{ "text": text }]));
            assert_eq!(reply["heading"], heading);
            has(&reply, "html", "go list -json -deps . &gt; list.json");
        }
    }
    has(&one("go: cannot find main module\n"), "html", "it says &quot;go: cannot find main module&quot;");
    let none = bring(&mut Session::default(), "en", &json!([]));
    has(&none, "html", "gostep import");
}

#[test]
fn files_are_read_in_the_encodings_that_shells_write() {
    let mut session = Session::default();
    let text = log(SAMPLE, 1);
    let wide: Vec<u8> =
        format!("\u{feff}{}", text.replace('\n', "\r\n")).encode_utf16().flat_map(u16::to_le_bytes).collect();
    has(&file(&mut session, "a.log", &wide), "html", "a.log: equal: ");
    let reply = file(&mut session, "lesson.yaml", LESSON.as_bytes());
    assert_eq!(reply["text"], LESSON);
    has(
        &file(&mut session, "mine", b"\x7fELF\0\0"),
        "html",
        "mine: this is a binary file; give what the go command printed",
    );
    has(&file(&mut session, "a", b"ab\xff"), "html", "a: this is not UTF-8 text (at byte 2)");
    has(
        &file(&mut session, "a.yaml", b"id: a\n\xff"),
        "html",
        "a.yaml:2:1: the byte 0xFF is no UTF-8 text; save the file",
    );
    let no_base = json!([{ "name": "a", "bytes": "?" }]);
    assert_eq!(bring(&mut session, "en", &no_base)["good"], false);
    let large = "x".repeat((MOST_MB << 20) + 1);
    has(&one(&large), "html", &format!("larger than {MOST_MB} MB"));
}

#[test]
fn whatever_a_text_holds_stays_text() {
    let evil = "</script><img src=x onerror=alert(1)><b>\u{1b}[2J\u{202e}`<i>`";
    let quoted = serde_json::to_string(evil).unwrap();
    let texts = [
        evil.to_owned(),
        format!("WORK={evil}\nmkdir -p $WORK/b001/\n{evil}\n"),
        log(SAMPLE, 1).replacen("-p internal/goarch", evil, 1),
        log(SAMPLE, 1).replace("internal/goarch", evil),
        format!("{{\"ImportPath\": {quoted}, \"Name\": \"main\", \"GoFiles\": [{quoted}]}}"),
        list().replace("example.com/pair", &quoted[1..quoted.len() - 1]),
        format!("gostep_lesson: 1\ntitle: {quoted}\n{evil}: x\n"),
        LESSON.replace("say: x", &format!("say: {quoted}\n  {evil}: y")),
        LESSON.replace("title: Mine", "title: \"<b>&\"").replace("program: x", evil),
        format!("{{\"GOVERSION\": {quoted}"),
    ];
    for text in &texts {
        for name in [None, Some(evil), Some("a.yaml"), Some("a.json")] {
            let reply = bring(&mut Session::default(), "en", &json!([{ "name": name, "text": text }]));
            let (html, heading) = (reply["html"].as_str().unwrap(), reply["heading"].as_str().unwrap());
            for wrong in ["<img", "<b>", "<i>", "</script", "\u{1b}", "\u{202e}"] {
                assert!(!html.contains(wrong), "{wrong:?} of {text:.80?} in {html}");
            }
            assert!(!heading.contains(['\u{1b}', '\u{202e}']), "{heading}");
        }
    }
}

/// Five megabytes without a line end have an answer, and not one of five megabytes.
#[test]
fn a_huge_line_is_answered() {
    let huge = "x ".repeat(5 << 19);
    let less = &huge[..1 << 19];
    let told = named("a.log", &format!("WORK=/tmp/a\n{huge}\n"));
    has(&told, "html", "a.log: line 2 has 6 MB, more than a command of go build ever has; remove it");
    for text in [
        huge.clone(),
        format!("WORK=/tmp/a\n{less}\n"),
        format!(
            "WORK=/tmp/a\nmkdir -p $WORK/b001/\n/go/pkg/tool/linux_amd64/compile -o $WORK/b001/_pkg_.a -p {less}\n"
        ),
        format!("{{\"ImportPath\": \"{huge}\"}}"),
        format!("{{\"ImportPath\": \"a\", \"Imports\": [\"{less}\"]}}"),
        format!("{{\"ImportPath\": [\"{less}\"]}}"),
        format!("gostep_lesson: 1\nid: {less}\n"),
    ] {
        let reply = one(&text);
        assert_eq!(reply["good"], false, "{}", reply["heading"]);
        assert!(reply.to_string().len() < 20_000, "{}", reply.to_string().len());
    }
}
