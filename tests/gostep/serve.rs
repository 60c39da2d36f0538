//! `gostep serve`, asked over real connections by those who may and by those who may not.

mod client;

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use client::{Served, head, status};
use gostep_page::Session;

use crate::support::run::{Test, command};

#[test]
fn the_page_is_handed_out_and_what_it_asks_is_answered() {
    let served = Served::start(&["log"]);
    let page = served.get("");
    assert_eq!(status(&page), 200);
    let policy = head(&page, "content-security-policy").unwrap();
    assert!(policy.starts_with("default-src 'none'; script-src 'sha256-"), "{policy}");
    assert!(policy.ends_with("frame-ancestors 'none'") && !policy.contains("unsafe-inline"), "{policy}");
    assert!(page.contains("data-answers=\"server\""), "{page}");
    assert_eq!(head(&page, "x-content-type-options"), Some("nosniff"));
    assert_eq!(head(&page, "access-control-allow-origin"), None);
    let question = r#"{"ask": "step", "place": {"lesson": "log", "lang": "zh", "step": 3}}"#;
    let answer = served.post(question);
    assert_eq!(answer.split_once("\r\n\r\n").unwrap().1, Session::default().reply(question));
    let nonsense = served.post("{");
    assert_eq!(status(&nonsense), 200);
    assert!(nonsense.contains("{\"error\":{\"message\":\"not a request"), "{nonsense}");
    assert!(served.get("changes").ends_with("{\"now\":0,\"changes\":[]}"));
    let moved = served.ask("GET", &served.path[..served.path.len() - 1], None, "");
    assert_eq!((status(&moved), head(&moved, "location")), (308, Some(served.path.as_str())));
}

#[test]
fn whoever_is_no_page_of_this_server_gets_nothing() {
    let served = Served::start(&[]);
    let host = served.host();
    for foreign in ["example.org", "127.0.0.1", "127.0.0.1:1", &format!("{host}.example.org"), "[::1]:80", ""] {
        let reply = served.send(format!("GET {} HTTP/1.1\r\nHost: {foreign}\r\n\r\n", served.path));
        assert_eq!(status(&reply), 403, "{foreign}: {reply}");
    }
    let twice = format!("GET {} HTTP/1.1\r\nHost: {host}\r\nHost: example.org\r\n\r\n", served.path);
    assert_eq!(status(&served.send(&twice)), 403);
    assert_eq!(status(&served.send(format!("GET {} HTTP/1.1\r\n\r\n", served.path))), 403);
    let ask = format!("{}ask", served.path);
    for origin in ["http://example.org", "null", "https://127.0.0.1", &format!("https://{host}"), "file://"] {
        let reply = served.ask("POST", &ask, Some(("Origin", origin)), "{}");
        assert_eq!(status(&reply), 403, "{origin}: {reply}");
        assert!(!reply.contains("error"), "{reply}");
    }
    assert_eq!(status(&served.ask("POST", &ask, Some(("Origin", &format!("http://{host}"))), "{}")), 200);
    let port = host.split_once(':').unwrap().1;
    let named = format!("GET {} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n", served.path);
    assert_eq!(status(&served.send(&named)), 200);
}

#[test]
fn without_the_token_and_beside_the_page_there_is_nothing() {
    let served = Served::start(&[]);
    let path = &served.path;
    let other = path.replace(|digit: char| digit.is_ascii_digit(), "f");
    let beside =
        ["../Cargo.toml", "..%2f..%2fetc/passwd", "%2e%2e/", "./", "ask/", "ask%00", "index.html", ".git/config"];
    let beside = beside.map(|name| format!("{path}{name}"));
    let without = ["/", "/ask", "/changes", "//", "/../", "/etc/passwd", &other, &path.to_uppercase(), &path[..20]];
    for target in beside.iter().map(String::as_str).chain(without) {
        let reply = served.ask("GET", target, None, "");
        assert_eq!(status(&reply), 404, "{target}: {reply}");
        assert!(reply.ends_with("There is nothing here. Open the address that gostep serve printed.\n"), "{reply}");
    }
    for (method, inside, allowed) in [
        ("PUT", "", "GET, HEAD"),
        ("POST", "", "GET, HEAD"),
        ("GET", "ask", "POST"),
        ("OPTIONS", "ask", "POST"),
        ("POST", "changes", "GET"),
    ] {
        let reply = served.ask(method, &format!("{path}{inside}"), None, "");
        assert_eq!((status(&reply), head(&reply, "allow")), (405, Some(allowed)), "{method} {inside}");
    }
}

#[test]
fn what_is_too_large_or_no_http_is_refused() {
    let served = Served::start(&[]);
    let (host, path) = (served.host(), &served.path);
    let start = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n");
    let long = format!("{start}X: {}\r\n\r\n", "x".repeat(100_000));
    assert_eq!(status(&served.send(&long)), 431);
    let many = format!("{start}{}\r\n", "X: x\r\n".repeat(1000));
    assert_eq!(status(&served.send(&many)), 431);
    let target = format!("GET {path}?{} HTTP/1.1\r\nHost: {host}\r\n\r\n", "x".repeat(100_000));
    assert!((400..500).contains(&status(&served.send(&target))));
    let post = format!("POST {path}ask HTTP/1.1\r\nHost: {host}\r\n");
    let announced = format!("{post}Content-Length: 99999999999\r\n\r\n");
    assert_eq!(status(&served.send(&announced)), 413);
    let chunks = format!(
        "{post}Transfer-Encoding: chunked\r\n\r\n{}",
        format!("100000\r\n{}\r\n", "x".repeat(1 << 20)).repeat(40)
    );
    assert!([0, 413].contains(&status(&served.send(&chunks))));
    for wrong in ["Content-Length: -1", "Content-Length: 1\r\nContent-Length: 2", "Transfer-Encoding: gzip", "No colon"]
    {
        assert_eq!(status(&served.send(format!("{post}{wrong}\r\n\r\n{{}}"))), 400, "{wrong}");
    }
    for wrong in ["\u{16}\u{3}\u{1}\u{2}\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\0\0\0\0\r\n\r\n"] {
        assert!([0, 400].contains(&status(&served.send(wrong))), "{wrong:?}");
    }
    let bytes = served.ask_bytes("POST", &format!("{path}ask"), b"\xff\xfe");
    assert_eq!(status(&bytes), 400);
    assert_eq!(status(&served.get("")), 200);
}

#[test]
fn a_connection_carries_one_request_and_an_old_one_is_answered() {
    let served = Served::start(&[]);
    let one = format!("GET {} HTTP/1.1\r\nHost: {}\r\n\r\n", served.path, served.host());
    let replies = served.send(one.repeat(3));
    assert_eq!(replies.matches("HTTP/1.1 200").count(), 1);
    assert_eq!(head(&replies, "connection"), Some("close"));
    let old = served.send(one.replace("HTTP/1.1", "HTTP/1.0"));
    assert_eq!(status(&old), 200);
    assert_eq!(status(&served.send(format!("GET {} HTTP/1.0\r\n\r\n", served.path))), 403);
    let only_head = served.ask("HEAD", &served.path, None, "");
    assert_eq!(status(&only_head), 200);
    assert!(only_head.ends_with("\r\n\r\n"), "{only_head}");
}

#[test]
fn who_is_slow_is_left_and_holds_up_nobody() {
    let served = Served::start(&[]);
    let (host, path) = (served.host(), &served.path);
    let post = format!("POST {path}ask HTTP/1.1\r\nHost: {host}\r\nContent-Length: 9\r\n\r\n{{");
    thread::scope(|scope| {
        let slow = |begun: &str| {
            let (served, begun) = (&served, begun.to_owned());
            scope.spawn(move || {
                let start = Instant::now();
                (served.send(&begun), start.elapsed())
            })
        };
        let heads: Vec<_> = (0..30).map(|_| slow(&format!("GET {path} HTTP/1.1\r\nHost: "))).collect();
        let (silent, body) = (slow(""), slow(&post));
        assert_eq!(status(&served.get("")), 200);
        for head in heads {
            let (reply, time) = head.join().unwrap();
            assert!([0, 408].contains(&status(&reply)) && time < Duration::from_secs(15), "{reply} {time:?}");
        }
        assert!(silent.join().unwrap().1 < Duration::from_secs(15));
        let (reply, time) = body.join().unwrap();
        assert!(status(&reply) == 408 && time < Duration::from_secs(15), "{reply} {time:?}");
    });
}

#[test]
fn a_port_that_is_in_use_is_said() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let said = Test::new().args(["serve", "--no-open", "--port", &port]).refuses();
    assert_eq!(said, format!("gostep: port {port} is in use; give another one, or none to have a free one\n"));
    let unknown = Test::new().args(["serve", "--no-open", "lgo"]).refuses();
    assert!(unknown.starts_with("gostep: there is no lesson \"lgo\" (did you mean \"log\"?)"), "{unknown}");
    let empty = Test::new().args(["serve", "--no-open", "."]).refuses();
    assert!(empty.starts_with("gostep: . has no lessons"), "{empty}");
}

#[test]
fn nobody_who_reads_the_address_is_no_error() {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut serve = command();
    let output =
        serve.args(["serve", "--no-open", "--port", "0"]).stdout(writer).stderr(Stdio::piped()).output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), b"".as_slice()));
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_whoever_waits() {
    let mut served = Served::start(&[]);
    let waiting =
        served.connect(format!("GET {}changes?since=0 HTTP/1.1\r\nHost: {}\r\n\r\n", served.path, served.host()));
    assert_eq!(status(&served.get("")), 200);
    assert_eq!(served.interrupt(), Some(0));
    drop(waiting);
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_browser_the_address_is_said() {
    let mut serve = command();
    serve.args(["serve", "--port", "0"]).env("PATH", "/nonexistent").env_remove("BROWSER");
    let mut child = serve.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut said = String::new();
    BufReader::new(child.stderr.take().unwrap()).read_line(&mut said).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(said.starts_with("gostep: no browser could be opened here; open http://127.0.0.1:"), "{said}");
}

const LESSON: &str = "\
gostep_lesson: 1
id: mine
title: Mine
program: hello
steps:
- {id: a, title: A, say: one}
- {id: b, title: B, say: two}
";

#[test]
fn what_is_saved_is_told_and_what_is_wrong_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.yaml");
    let save = |text: &str| std::fs::write(&file, text).unwrap();
    save(LESSON);
    let served = Served::start(&[file.to_str().unwrap()]);
    let step = || served.post(r#"{"ask": "step", "place": {"lesson": "mine", "lang": "en", "step": 1}}"#);
    assert!(step().contains("two"));
    let told = |since: u32, text: &str| {
        thread::scope(|scope| {
            let waits = scope.spawn(|| served.get(&format!("changes?since={since}")));
            save(text);
            waits.join().unwrap().split_once("\r\n\r\n").unwrap().1.to_owned()
        })
    };
    assert_eq!(told(0, &LESSON.replace("two", "2nd")), r#"{"now":1,"changes":[{"lesson":"mine","step":1}]}"#);
    assert!(step().contains("2nd"));
    for (since, broken) in
        [(1, LESSON.replace("program: hello", "program: ./hello.json")), (2, LESSON.replace("title: Mine", "title: ["))]
    {
        let now = since + 1;
        assert_eq!(told(since, &broken), format!(r#"{{"now":{now},"changes":[{{"lesson":"mine","step":null}}]}}"#));
        let said = Test::new().args(["play", file.to_str().unwrap()]).refuses();
        let problem = said.strip_prefix("gostep: ").unwrap().trim_end();
        let answer = step();
        let answer: serde_json::Value = serde_json::from_str(answer.split_once("\r\n\r\n").unwrap().1).unwrap();
        assert_eq!(answer["error"]["message"], problem);
        let course = served.post(r#"{"ask": "course", "lang": "en"}"#);
        assert!(course.contains(r#""name":"mine""#), "{course}");
    }
    // Against the last version that could be played.
    assert_eq!(
        told(3, &LESSON.replace("one", "1st").replace("two", "2nd")),
        r#"{"now":4,"changes":[{"lesson":"mine","step":0}]}"#
    );
}

#[test]
fn a_served_page_and_the_terminal_have_one_progress() {
    let home = tempfile::tempdir().unwrap();
    let learner = || {
        let mut learner = command();
        learner.env("GOSTEP_DATA_DIR", home.path());
        learner
    };
    let served = Served::start_as(learner(), &[]);
    let place = r#"{"lesson": "order", "lang": "en", "step": 2}"#;
    served.post(&format!(r#"{{"ask": "reached", "place": {place}, "time": 1000}}"#));
    let kept = served.post(r#"{"ask": "kept", "lang": "en"}"#);
    let file = home.path().join("progress.json");
    let (_, kept) = kept.split_once("\r\n\r\n").unwrap();
    let kept: serde_json::Value = serde_json::from_str(kept).unwrap();
    assert_eq!(kept["file"].as_str(), file.to_str());
    assert_eq!(kept["problems"], serde_json::json!([]));
    assert_eq!(kept["text"].as_str().unwrap(), std::fs::read_to_string(&file).unwrap());
    let shown = learner().args(["progress", "--lang", "en"]).output().unwrap();
    let shown = String::from_utf8(shown.stdout).unwrap();
    assert!(shown.contains("order   1 of "), "{shown}");
    let forgotten = served.post(r#"{"ask": "forget", "lang": "en"}"#);
    assert!(!forgotten.contains("order"), "{forgotten}");
    assert!(!std::fs::read_to_string(&file).unwrap().contains("order"));
}

#[test]
fn where_no_file_can_be_the_page_is_told_and_has_to_keep_progress() {
    let served = Served::start(&[]);
    served.post(r#"{"ask": "reached", "place": {"lesson": "order", "lang": "en"}, "time": 1000}"#);
    let kept = served.post(r#"{"ask": "kept", "lang": "en"}"#);
    assert!(kept.contains("your progress is not kept"), "{kept}");
    assert!(kept.contains("\\\"order\\\""), "{kept}");
    let again = served.post(r#"{"ask": "kept", "lang": "en"}"#);
    assert!(again.contains("\"problems\":[]"), "{again}");
}

#[test]
fn the_largest_text_of_ones_own_arrives() {
    let served = Served::start(&[]);
    let course = served.post(r#"{"ask": "course", "lang": "en"}"#);
    let course: serde_json::Value = serde_json::from_str(course.split_once("\r\n\r\n").unwrap().1).unwrap();
    let most = usize::try_from(course["most_bytes"].as_u64().unwrap()).unwrap();
    assert!(most > 5_000_000);
    // Zeros, in base64.
    let zeros = "A".repeat(most / 3 * 4);
    let own = format!(r#"{{"ask": "own", "lang": "en", "texts": [{{"name": "mine", "bytes": "{zeros}"}}]}}"#);
    let reply = served.post(&own);
    assert_eq!(status(&reply), 200);
    assert!(reply.contains("mine: this is a binary file; give what the go command printed"), "{reply:.500}");
}
