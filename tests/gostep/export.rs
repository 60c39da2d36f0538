//! Lessons as files.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::support::assert_snapshot;
use crate::support::run::Test;

const LESSON: &str = r##"gostep_lesson: 1
id: mine
title: "Mine & <b>yours</b>"
program: hello
steps:
- id: a
  title: "# </title><script>alert(1)</script>"
  say: |
    </script></details><img src=x onerror=alert(1)> [a](https://go.dev/?<b>) `</code>`

    1. **bold**
    2. `a|b`
  ask:
    kind: choice
    text: "Which *one*?"
    options:
    - text: "<i>this</i>"
      right: true
      why: "It is `this`."
    - text: "that | other"
      why: "Not that."
"##;

fn export(args: &str) -> String {
    let test = Test::new().file("mine.yaml", LESSON).arg("export").args(args.split(' '));
    let outcome = test.outcome();
    assert_eq!(outcome.status, 0, "{}", outcome.stderr);
    let is_page = !args.contains("--to");
    let only_to_read = outcome.stdout.contains("data-answers=\"nowhere\"");
    assert_eq!(outcome.stderr.contains("tools/wasm"), is_page && only_to_read, "{}", outcome.stderr);
    outcome.stdout
}

#[test]
fn each_format_has_its_own_look() {
    assert_snapshot("export_markdown", &export("mine.yaml --to markdown"));
    let json: Value = serde_json::from_str(&export("mine.yaml --to json")).unwrap();
    let frames = serde_json::to_string_pretty(&json["lessons"][0]["frames"][0]["solution"]).unwrap();
    assert_snapshot("export_json", &frames);
    let html = export("mine.yaml");
    let readable = html.split_once("<main").unwrap().1.split_once("</main>").unwrap().0;
    assert_snapshot("export_html", &readable.replace("><", ">\n<"));
}

/// A page without the letters of its module, which mean nothing by themselves and can spell anything.
fn without_module(html: &str) -> String {
    let Some((before, module)) = html.split_once(" id=\"wasm\"") else { return html.to_owned() };
    let (_, after) = module.split_once("</").unwrap();
    format!("{before}</{after}")
}

/// Every lesson in every format and both languages: nothing is refused, and a page stays small.
#[test]
fn the_whole_course_can_be_carried_away() {
    for lang in ["en", "zh"] {
        let json: Value = serde_json::from_str(&export(&format!("course --lang {lang} --to json"))).unwrap();
        assert_eq!(json["gostep_frames"], 1);
        let lessons = json["lessons"].as_array().unwrap();
        let html = export(&format!("course --lang {lang}"));
        assert!(html.len() < 9 << 18 && lessons.len() > 5, "{}", html.len());
        let markdown = export(&format!("course --lang {lang} --to markdown"));
        for lesson in lessons {
            assert_eq!(lesson["frames"].as_array().map(Vec::len), lesson["steps"].as_array().map(Vec::len));
            assert!(html.contains(&format!("<article class=\"lesson\" id={}>", lesson["name"])));
            assert!(markdown.contains(&format!("# {}", lesson["title"].as_str().unwrap())), "{}", lesson["title"]);
        }
        let inert = without_module(&html).replace("https://", "");
        for request in [" src=", "url(", "@import", " style=", " onerror="] {
            assert!(!inert.contains(request), "{request}");
        }
    }
}

#[test]
fn markup_of_a_lesson_stays_text() {
    let html = export("mine.yaml");
    for wrong in ["<script>alert", "<img", "<b>yours", "href=\"javascript", "<i>this"] {
        assert!(!html.contains(wrong), "{wrong}");
    }
    let markdown = export("mine.yaml --to markdown");
    for wrong in ["<script", "<img", " <b>", "](javascript", "(<javascript"] {
        assert!(!markdown.replace("\\<", "").contains(wrong), "{wrong}: {markdown}");
    }
}

#[test]
fn a_file_is_written_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let page = folder.path().join("page.md");
    let run = |line: &str| Test::within(folder.path()).arg("export").args(line.split(' '));
    assert_eq!(run("log --to markdown -o page.md").prints(), "");
    let written = fs::read_to_string(&page).unwrap();
    assert_eq!(run("log --to markdown -o -").prints(), written);
    assert!(run("lgo -o page.md").refuses().contains("log"));
    assert!(run("log --to pdf -o page.md").refuses().contains("markdown"));
    assert!(run("log -o nowhere/page.html").refuses().contains("nowhere/page.html"));
    assert_eq!(fs::read_to_string(&page).unwrap(), written);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn pictures_of_a_step_are_files() {
    assert_snapshot("export_dot", &export("mine.yaml --to dot"));
    let drawn = export("order --to svg --picture lanes --step rule");
    let (begin, style) = drawn.split_once("<style>").unwrap();
    let shown = style.split_once("</style>").unwrap().1;
    assert_snapshot("export_svg", &format!("{begin}{}", shown.replace("><", ">\n<")));
    for picture in ["graph", "files", "action-id"] {
        let drawn = export(&format!("order --to svg --picture {picture} --lang zh"));
        assert!(drawn.contains(&format!("class=\"picture {picture}\"")), "{drawn}");
    }
    // Those of the README are the last ones that were made: `tools/pictures` makes them again.
    for (lang, name) in [("en", "terminal.svg"), ("zh", "terminal.zh.svg")] {
        let drawn = export(&format!("order --to svg --picture screen --step rule --lang {lang}"));
        let shown = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pictures").join(name)).unwrap();
        assert!(drawn == shown, "docs/pictures/{name} is old");
    }
    let refused = |line: &str| Test::new().arg("export").args(line.split(' ')).refuses();
    assert!(refused("course --to svg").contains("one lesson"));
    assert!(refused("order --to svg --step nowhere").contains("no step"));
    assert!(refused("order --to json --step rule").contains("--to svg"));
    assert!(refused("order --to dot --picture lanes").contains("--to svg"));
    assert!(refused("order --to svg --picture action-id --step 1").contains("--step"));
}

#[test]
fn a_site_is_written_into_a_folder_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let run = |line: &str| Test::within(folder.path()).arg("export").args(line.split(' ')).outcome();
    for time in ["first", "again"] {
        assert_eq!(run("course --site site").status, 0, "{time}");
    }
    let site = folder.path().join("site");
    let index = fs::read_to_string(site.join("index.html")).unwrap();
    assert!(index.contains("href=\"log.html\"") && site.join("log.html").is_file());
    fs::create_dir(folder.path().join("mine")).unwrap();
    fs::write(folder.path().join("mine/index.html"), "mine").unwrap();
    let refused = run("course --site mine");
    assert!(refused.status == 2 && refused.stderr.contains("mine has files"), "{}", refused.stderr);
    assert_eq!(fs::read_to_string(folder.path().join("mine/index.html")).unwrap(), "mine");
}
