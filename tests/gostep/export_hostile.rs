//! Whatever a lesson or a program says stays text, in every format.

use std::fs;
use std::path::Path;

use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::support::run::{Outcome, Test};

const FORMATS: [&str; 8] =
    ["html", "markdown", "json", "cast", "dot", "svg", "svg --picture screen", "svg --picture files"];

/// A lesson that says something wherever lessons say something.
fn lesson(said: &str) -> String {
    let quoted = serde_json::to_string(said).unwrap();
    format!(
        "gostep_lesson: 1\nid: mine\ntitle: {quoted}\nsummary: {quoted}\nprogram: ./own.json\nsteps:\n\
         - id: a\n  title: {quoted}\n  lead: {quoted}\n  say: {quoted}\n  note: {quoted}\n  show:\n  - view: layers\n\
         \x20 ask:\n    kind: choice\n    text: {quoted}\n    hints: [{quoted}]\n    options:\n\
         \x20   - {{text: {quoted}, right: true, why: {quoted}}}\n    - {{text: other, why: {quoted}}}\n\
         - id: b\n  title: T\n  to: {{ package: internal/abi, command: importcfg }}\n  say: |\n    ```\n    {said}\n    ```\n"
    )
}

/// A program with a package of this name.
fn program(package: &str) -> String {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("lessons/programs/hello.json");
    let quoted = serde_json::to_string(package).unwrap();
    fs::read_to_string(sample).unwrap().replace("\"internal/goarch\"", &quoted)
}

fn export(folder: &Path, lesson: &str, program: &str, format: &str) -> Outcome {
    fs::write(folder.join("mine.yaml"), lesson).unwrap();
    fs::write(folder.join("own.json"), program).unwrap();
    let line = format!("export mine.yaml --lang en --to {format}");
    Test::within(folder).args(line.split(' ')).outcome()
}

/// The names of all tags, in order.
fn tags(html: &str) -> Vec<&str> {
    let starts = html.split('<').skip(1).filter(|tag| tag.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/'));
    starts.map(|tag| tag.split(|c: char| c.is_whitespace() || c == '>').next().unwrap()).collect()
}

#[test]
fn markup_stays_text_in_every_format() {
    const HOSTILE: &str = "</script><script>alert(1)</script><img src=x onerror=alert(2)><!-- ]]> &lt;b&gt; \
        [a] (javascript:alert(3)) \"]; x -> y [\"";
    const NAME: &str = "x<b>\"&'|</script>";
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    for format in FORMATS {
        let told = export(folder, &lesson(HOSTILE), &program(NAME), format);
        assert_eq!(told.status, 0, "{format}: {}", told.stderr);
        let text = told.stdout;
        let plain = export(folder, &lesson("w"), &program("w"), format).stdout;
        match format {
            "html" | "svg" | "svg --picture files" | "svg --picture screen" => {
                assert!(
                    !text.contains("href=\"javascript") && !text.contains("<img") && !text.contains("]]>"),
                    "{format}"
                );
                for tag in ["script", "/script", "b", "svg", "style", "details", "rect", "a"] {
                    let count = |text: &str| tags(text).into_iter().filter(|name| *name == tag).count();
                    // A long name takes another way in a picture; nothing else may be more.
                    let more = format.starts_with("svg") && tag == "rect";
                    assert!(count(&text) == count(&plain) || more, "{format}: <{tag}>");
                }
            }
            "markdown" => markdown(&text),
            "dot" => {
                assert_eq!(text.lines().count(), plain.lines().count());
                for line in text.lines() {
                    let quotes = line.replace("\\\\", "").replace("\\\"", "").matches('"').count();
                    assert_eq!(quotes % 2, 0, "{line}");
                }
            }
            "json" => {
                let json: serde_json::Value = serde_json::from_str(&text).unwrap();
                assert_eq!(json["lessons"][0]["title"], HOSTILE);
            }
            _ => cast(&text),
        }
    }
}

/// What GitHub and others would make of it: no markup but that of answers, and no link that runs anything.
fn markdown(text: &str) {
    for event in Parser::new_ext(text, Options::all()) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => {
                let known = ["<details>", "</details>", "<summary>", "</summary>"];
                let rest = known.iter().fold(html.to_string(), |rest, tag| rest.replace(tag, ""));
                assert!(!rest.contains('<'), "{html}");
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                assert!(dest_url.starts_with("https://"), "{dest_url}");
            }
            _ => {}
        }
    }
}

/// A terminal is told nothing but places, styles, erasing, and the cursor.
fn cast(text: &str) {
    for line in text.lines().skip(1) {
        let (_, _, data): (f64, String, String) = serde_json::from_str(line).unwrap();
        for sequence in data.split('\u{1b}').skip(1) {
            let rest = sequence
                .strip_prefix('[')
                .unwrap()
                .trim_start_matches(|c: char| c.is_ascii_digit() || "?;".contains(c));
            assert!(rest.starts_with(['H', 'K', 'J', 'm', 'h', 'l']), "{sequence:?}");
        }
        assert!(!data.replace('\u{1b}', "").contains(char::is_control), "{data:?}");
    }
}

/// What would steer a terminal, turn text around, run or fill memory does not come in.
#[test]
fn what_no_format_can_show_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let long = "<b>x &amp; `y` ".repeat(400_000);
    let steering = ["\u{1b}[2J", "\u{7}", "\u{9b}31m", "\u{202e}", "\u{2066}"];
    for format in FORMATS {
        let links = ["[a](javascript:alert(1))", "![a](data:text/html,x)"];
        for said in steering.into_iter().chain(links).chain([long.as_str()]) {
            let outcome = export(folder, &lesson(said), &program("w"), format);
            assert_eq!((outcome.status, outcome.stdout.as_str()), (2, ""), "{format}");
            assert!(!steering.iter().any(|sign| outcome.stderr.contains(sign)), "{:?}", outcome.stderr);
        }
        for name in steering {
            let outcome = export(folder, &lesson("w"), &program(name), format);
            assert_eq!((outcome.status, outcome.stdout.as_str()), (2, ""), "{format}");
            assert!(!steering.iter().any(|sign| outcome.stderr.contains(sign)), "{:?}", outcome.stderr);
        }
    }
}

#[test]
fn refusals_are_in_the_chosen_language() {
    for line in [
        "course --to svg",
        "order --to json --step rule",
        "order --to dot --picture lanes",
        "order --to svg --step nowhere",
        "order --to svg --picture action-id --step 1",
    ] {
        let refused = |lang: &str| {
            let outcome = Test::new().arg("export").args(line.split(' ')).args(["--lang", lang]).outcome();
            assert_eq!(outcome.status, 2, "{line}");
            outcome.stderr
        };
        let is_chinese = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        assert!(is_chinese(&refused("zh")) && !is_chinese(&refused("en")), "{line}");
    }
}
