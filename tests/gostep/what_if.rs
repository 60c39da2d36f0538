//! What-ifs on the page, beside those of the terminal.

use gostep_page::Session;
use serde_json::{Value, json};

use crate::support::run::Test;

/// The words of a command as a shell reads them.
fn words(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    let mut letters = command.chars();
    while let Some(letter) = letters.next() {
        let last = words.last_mut().unwrap();
        match letter {
            '\'' => quoted = !quoted,
            '\\' if !quoted => last.extend(letters.next()),
            ' ' if !quoted => words.push(String::new()),
            letter => last.push(letter),
        }
    }
    words
}

/// The lines of a transcript in HTML.
fn transcript(html: &str) -> String {
    let lines = html.split("<code>").skip(1).filter_map(|rest| rest.split_once("</code>"));
    let mut text = String::new();
    for (line, _) in lines {
        let mut rest = line;
        while let Some((before, tag)) = rest.split_once('<') {
            text.push_str(before);
            rest = tag.split_once('>').unwrap().1;
        }
        text.push_str(rest);
        text.push('\n');
    }
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")];
    entities.into_iter().fold(text, |text, (entity, letter)| text.replace(entity, letter))
}

/// The command that the page gives for a terminal does there what the page shows.
#[test]
fn the_command_of_the_page_does_the_same_in_a_terminal() {
    let mut session = Session::default();
    for (program, arm) in [
        ("hello", json!({})),
        ("hello", json!({ "changes": ["export=fmt/print.go"], "flags": { "p": 1 } })),
        ("hello", json!({ "changes": ["comment=main", "then", "undo"] })),
        ("hello", json!({ "changes": ["all"], "flags": { "p": 3, "trimpath": true, "ldflags": "-s -w" } })),
        ("hello", json!({ "changes": ["ldflags=-X 'main.a b=it''s'"], "flags": { "o": "a b", "a": true } })),
        ("hello", json!({ "changes": ["gcflags=all=-N -l", "buildmode=pie"], "flags": { "asmflags": "-S" } })),
        (
            "hello",
            json!({ "changes": ["delete-output"], "flags": { "ldflags": "-s", "gcflags": "-N", "buildmode": "pie", "o": "-x" } }),
        ),
        ("hello", json!({ "changes": ["clean-cache", "no-symabis=runtime"] })),
        ("pair", json!({ "changes": ["syntax-error=main"] })),
        ("pair", json!({ "changes": ["export=internal/abi"] })),
        ("hello", json!({ "changes": ["cycle=fmt:main"] })),
        ("hello", json!({ "changes": ["missing-import=main:tiime", "workers=2"] })),
    ] {
        let request =
            json!({ "ask": "what_if", "lang": "en", "program": { "name": program }, "arms": [arm], "most": 20_000 });
        let reply: Value = serde_json::from_str(&session.reply(&request.to_string())).unwrap();
        let shown = &reply["arms"][0];
        let Some(command) = shown["command"].as_str().filter(|command| !command.is_empty()) else {
            // What the page refuses, the terminal refuses in the same words.
            let changes = arm["changes"].as_array().unwrap().iter().map(|change| change.as_str().unwrap());
            let refused = Test::new().arg("whatif").args(changes).outcome();
            let error = shown["error"].as_str().unwrap();
            assert_eq!((refused.status, refused.stderr), (2, format!("gostep: {error}\n")), "{arm}");
            continue;
        };
        let words = words(command);
        assert_eq!(words[0], "gostep");
        let said = Test::new().args(&words[1..]).outcome();
        assert_eq!(said.status, 0, "{command}: {}", said.stderr);
        // How many packages are compiled, and whether it is linked.
        let all = said.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
        let (before, after) = all.split_once(" packages compiled, ").unwrap_or_else(|| panic!("{command}: {all}"));
        let numbers: Vec<&str> = before.rsplit(' ').take(3).collect();
        let link = after.split('.').next().unwrap();
        let summary = format!("{} {} {} packages compiled, {link}.", numbers[2], numbers[1], numbers[0]);
        assert!(shown["report"].as_str().unwrap().contains(&summary), "{command}: {summary}");
        let printed = Test::new().args(&words[1..]).arg("-x").outcome();
        assert_eq!(transcript(shown["transcript"].as_str().unwrap()), printed.stdout, "{command}");
    }
}
