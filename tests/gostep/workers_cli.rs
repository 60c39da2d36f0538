//! `gostep workers` and `--timings` as whole commands.

use crate::support::assert_snapshot;
use crate::support::drawn::assert_fits;
use crate::support::run::Test;

/// One action of an action graph, in milliseconds after a moment.
fn action(mode: &str, package: &str, start: u32, done: u32) -> String {
    format!(
        r#"{{"ID": 1, "Mode": "{mode}", "Package": "{package}", "Deps": [2], "Objdir": "/tmp/b001/",
  "TimeReady": "2026-02-03T10:00:00Z", "TimeStart": "2026-02-03T10:00:{:02}.{:03}Z",
  "TimeDone": "2026-02-03T10:00:{:02}.{:03}Z", "Cmd": ["a command"], "CmdReal": 1}}"#,
        start / 1000,
        start % 1000,
        done / 1000,
        done % 1000,
    )
}

fn graph(actions: &[String]) -> String {
    format!("[\n{}\n]\n", actions.join(",\n"))
}

#[test]
fn the_sample_in_english_and_chinese() {
    for (lang, columns, at) in [("en", 80, "700"), ("zh", 80, "3900"), ("en", 40, "3900"), ("zh", 40, "700")] {
        let text = Test::new().columns(columns).args(["workers", "--lang", lang, "--at", at]).prints();
        assert_fits(&text, columns);
        assert_snapshot(&format!("workers_{lang}_{columns}"), &text);
    }
}

#[test]
fn one_worker_two_workers_and_more_than_there_is_work_for() {
    let mut text = String::new();
    for workers in ["1", "2", "5", "1000"] {
        let ours = Test::new().columns(80).args(["workers", "-p", workers]).prints();
        assert_fits(&ours, 80);
        text.push_str(&format!("$ gostep workers -p {workers}\n{ours}\n"));
    }
    assert_snapshot("workers_p", &text);
}

#[test]
fn json_holds_what_the_text_says() {
    let ours = Test::new().args(["workers", "--json", "--at", "1000"]).prints();
    let mut value: serde_json::Value = serde_json::from_str(&ours).unwrap();
    assert_eq!(value["packages"], 53);
    assert_eq!(value["critical_path"][2]["action"], "runtime");
    assert_eq!(value["at"]["running"][0]["action"], "runtime");
    assert_eq!(value["alone"][0]["packages_after"], 24);
    // The rest is long; its shape is in the snapshot.
    for list in ["critical_path", "alone", "lanes", "more_workers"] {
        value[list].as_array_mut().unwrap().truncate(2);
    }
    for lane in value["lanes"].as_array_mut().unwrap() {
        lane["actions"].as_array_mut().unwrap().truncate(1);
        lane["idle_us"].as_array_mut().unwrap().truncate(1);
    }
    value["at"]["waiting"].as_array_mut().unwrap().truncate(2);
    assert_snapshot("workers_json", &serde_json::to_string_pretty(&value).unwrap());
}

#[test]
fn times_of_a_real_build_take_the_place_of_the_recorded_ones() {
    let text = graph(&[
        action("build", "runtime", 0, 1000),
        action("build", "command-line-arguments", 1000, 3000),
        action("link", "command-line-arguments", 3000, 7000),
    ]);
    let ours = Test::new().args(["workers", "hello", "--timings", "-", "--json"]).stdin(text).outcome();
    assert_eq!(ours.status, 0);
    assert_eq!(
        ours.stderr,
        "gostep: standard input has no time of 51 of the program's actions (internal/goarch, internal/abi, \
         internal/unsafeheader, …); a model fills in\n"
    );
    let value: serde_json::Value = serde_json::from_str(&ours.stdout).unwrap();
    assert_eq!(value["packages_with_recorded_time"], 2);
    let path = value["critical_path"].as_array().unwrap();
    let took = |name: &str| {
        let span = path.iter().find(|span| span["action"] == name).unwrap();
        span["end_us"].as_u64().unwrap() - span["start_us"].as_u64().unwrap()
    };
    // Shared out among the commands of an action in whole microseconds.
    for (name, ms) in [("runtime", 1000), ("main", 2000), ("link", 4000)] {
        assert!((ms * 1000 - 20..=ms * 1000).contains(&took(name)), "{name} {}", took(name));
    }
}

#[test]
fn build_and_whatif_take_times_too() {
    let packages = ["fmt", "runtime", "command-line-arguments"];
    let graph = graph(&packages.map(|package| action("build", package, 0, 50_000)));
    let gostep = |args: &[&str]| {
        let ours = Test::new().file("graph.json", &graph).args(args).outcome();
        assert_eq!(ours.status, 0, "{}", ours.stderr);
        ours.stdout
    };
    let last_time = |args: &[&str]| {
        let last: serde_json::Value = serde_json::from_str(gostep(args).lines().last().unwrap()).unwrap();
        last["time_us"].as_u64().unwrap()
    };
    assert!(last_time(&["build", "--json"]) < 10_000_000);
    assert!(last_time(&["build", "--json", "--timings", "graph.json"]) > 150_000_000 - 100);
    gostep(&["whatif", "touch=fmt", "--timings", "graph.json"]);
}

#[test]
fn bad_times_are_refused_with_one_clear_sentence() {
    let good = graph(&[action("build", "fmt", 0, 5)]);
    let files: Vec<(&str, String)> = vec![
        ("nothing at all", String::new()),
        ("cut short", good[..good.len() - 20].to_owned()),
        ("not JSON", "go build: no such flag".to_owned()),
        ("another kind of JSON", "{\"Version\": 3}".to_owned()),
        ("a list of other things", "[1, 2]".to_owned()),
        ("an action without a mode", "[{\"ID\": 0}]".to_owned()),
        ("no action", "[]".to_owned()),
        ("100,000 brackets", "[".repeat(100_000)),
        ("no build action", graph(&[action("nop", "", 0, 0)])),
        ("all from the cache", good.replace("[\"a command\"]", "null")),
        ("no times", good.replace("TimeDone", "TimeGone")),
        ("no time in the times", good.replace("2026-02-03T10:00:00.005Z", "five past ten")),
        ("ends before it starts", graph(&[action("build", "fmt", 5, 0)])),
        (
            "another program",
            graph(&["a", "b", "c", "d"].map(|name| action("build", &format!("example.com/{name}"), 0, 5))),
        ),
    ];
    let mut text = String::new();
    for (what, file) in files {
        let said = Test::new().args(["workers", "hello", "--timings", "-"]).stdin(file).refuses();
        text.push_str(&format!("# {what}\n{said}[2]\n\n"));
        assert_eq!(said.lines().count(), 1, "{what}");
    }
    assert_snapshot("workers_bad_times", &text);
}

/// The graph of a second build with go1.23.9, in which only main and one package were compiled.
const WARM: &str = include_str!("../logs/graph-warm-go1.23.json");

#[test]
fn a_graph_alone_is_a_program() {
    let mut text = String::new();
    for lang in ["en", "zh"] {
        let said = Test::new().columns(80).args(["workers", "--timings", "-", "--lang", lang]).stdin(WARM).prints();
        assert_fits(&said, 80);
        text.push_str(&said);
    }
    assert_snapshot("workers_graph", &text);
    let json = Test::new().args(["workers", "--timings", "-", "--json"]).stdin(WARM).prints();
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&value["program"], &value["packages"]), (&"example.com/own".into(), &50.into()));
}

#[test]
fn a_graph_that_is_no_single_program_is_refused() {
    let plain = graph(&[action("build", "a", 0, 5)]).replace("[2]", "[]");
    let files: Vec<(&str, String)> = vec![
        (
            "two links",
            WARM.replacen("\"Mode\": \"nop\", \"Package\": \"\"", "\"Mode\": \"link\", \"Package\": \"os\"", 1),
        ),
        ("a test", plain.replacen("[\n", &format!("[\n{},\n", action("test run", "a", 0, 1)), 1)),
        ("two variants", graph(&[action("build", "a", 0, 5), action("build", "a", 0, 5)])),
        ("a circle", graph(&[action("build", "a", 0, 5)]).replace("[2]", "[1]")),
        ("nothing compiled", plain.replace("[\"a command\"]", "null")),
        ("no times", plain.replace("TimeDone", "TimeGone")),
        ("cut short", WARM[..WARM.len() / 2].to_owned()),
    ];
    let mut text = String::new();
    for (what, file) in files {
        let said = Test::new().args(["workers", "--timings", "-"]).stdin(file).refuses();
        text.push_str(&format!("# {what}\n{said}[2]\n\n"));
        assert_eq!(said.lines().count(), 1, "{what}");
    }
    assert_snapshot("workers_bad_graphs", &text);
}

#[test]
fn bad_arguments_are_refused() {
    let mut text = String::new();
    for args in [
        &["workers", "helo"][..],
        &["workers", "-p", "0"],
        &["workers", "--at", "-1"],
        &["workers", "--at", "soon"],
        &["workers", "--at", "NaN"],
        &["workers", "--timings", "nowhere.json"],
        &["workers", "--list", "-", "--timings", "-"],
        &["whatif", "--list", "-", "--timings", "-", "touch=fmt"],
        &["build", "-n", "--timings", "nowhere.json"],
        &["workers", "--lang", "fr"],
    ] {
        let said = Test::new().args(args).refuses();
        text.push_str(&format!("$ gostep {}\n{said}[2]\n\n", args.join(" ")));
    }
    assert_snapshot("workers_bad_arguments", &text);
}
