//! Lessons as Markdown, with the pictures beside the text.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::support::assert_snapshot;
use crate::support::run::{Outcome, Test};

fn run(folder: &Path, line: &str) -> Outcome {
    Test::within(folder).arg("export").args(line.split(' ')).outcome()
}

fn names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

/// The pictures that a text leads to, as folder and name.
fn links(text: &str) -> Vec<(String, String)> {
    let lines = text.lines().filter(|line| line.starts_with("!["));
    let address = lines.map(|line| line.split_once("](<").unwrap().1.strip_suffix(">)").unwrap());
    address.map(|address| address.split_once('/').unwrap()).map(|(a, b)| (a.to_owned(), b.to_owned())).collect()
}

#[test]
fn pictures_lie_beside_the_text() {
    let scratch = tempfile::tempdir().unwrap();
    let folder = scratch.path();
    for (lang, times) in [("en", 1), ("zh", 2)] {
        for _ in 0..times {
            let outcome = run(folder, &format!("course --to markdown --lang {lang} -o notes.md"));
            assert_eq!((outcome.status, outcome.stderr.as_str()), (0, ""));
        }
        let text = fs::read_to_string(folder.join("notes.md")).unwrap();
        let links = links(&text);
        assert!(links.iter().all(|(folder, _)| folder == "notes-pictures"));
        let mut linked: BTreeSet<String> = links.into_iter().map(|(_, name)| name).collect();
        for kind in ["graph", "lanes", "action-id"] {
            assert!(linked.iter().any(|name| name.ends_with(&format!("-{kind}.svg"))), "{kind}");
        }
        linked.insert("gostep-pictures.txt".to_owned());
        assert_eq!(names(&folder.join("notes-pictures")), linked);
        assert_eq!(names(folder), BTreeSet::from(["notes-pictures".to_owned(), "notes.md".to_owned()]));
    }
    // They are those of `--to svg`.
    let picture = fs::read_to_string(folder.join("notes-pictures/order-02-graph.svg")).unwrap();
    assert_eq!(run(folder, "order --to svg --picture graph --step 2 --lang zh").stdout, picture);
    assert_eq!(run(folder, "order --to markdown --lang en -o a#b.md").status, 0);
    let text = fs::read_to_string(folder.join("a#b.md")).unwrap();
    assert!(text.contains("](<a%23b-pictures/order-02-graph.svg>)"));
    let step = text.split("\n## ").find(|step| step.contains("![")).unwrap();
    assert_snapshot("export_markdown_pictures", step);
}

#[test]
fn a_text_without_a_place_has_no_pictures() {
    let scratch = tempfile::tempdir().unwrap();
    for line in ["order --to markdown --lang en", "order --to markdown --lang en -o -"] {
        let outcome = run(scratch.path(), line);
        assert_eq!(outcome.status, 0);
        assert!(outcome.stderr.contains("-o lesson.md"), "{}", outcome.stderr);
        assert!(links(&outcome.stdout).is_empty());
    }
    assert!(names(scratch.path()).is_empty());
}

#[test]
fn text_and_pictures_are_written_together_or_not_at_all() {
    let scratch = tempfile::tempdir().unwrap();
    let folder = scratch.path();
    // A folder of somebody else, or with something of somebody else in it.
    fs::create_dir(folder.join("a-pictures")).unwrap();
    fs::write(folder.join("a-pictures/mine.svg"), "mine").unwrap();
    let refused = run(folder, "order --to markdown -o a.md --lang zh");
    assert_eq!(refused.status, 2);
    assert!(refused.stderr.contains("a-pictures 里"), "{}", refused.stderr);
    assert_eq!(names(folder), BTreeSet::from(["a-pictures".to_owned()]));
    assert_eq!(run(folder, "order --to markdown -o b.md").status, 0);
    fs::write(folder.join("b-pictures/notes.txt"), "mine").unwrap();
    let before = fs::read(folder.join("b.md")).unwrap();
    assert_eq!(run(folder, "runtime --to markdown -o b.md").status, 2);
    assert_eq!(fs::read(folder.join("b.md")).unwrap(), before);
    fs::remove_file(folder.join("b-pictures/notes.txt")).unwrap();
    // A lesson without pictures takes the old ones away.
    let old = names(&folder.join("b-pictures"));
    assert!(old.contains("order-02-graph.svg"));
    assert_eq!(run(folder, "runtime --to markdown -o b.md").status, 0);
    assert!(names(&folder.join("b-pictures")).is_disjoint(&BTreeSet::from(["order-02-graph.svg".to_owned()])));
    assert_eq!(run(folder, "log --to markdown -o b.md").status, 0);
    assert_eq!(names(folder), ["a-pictures", "b.md"].map(str::to_owned).into());
}
