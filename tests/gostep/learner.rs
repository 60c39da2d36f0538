//! What a learner has beside the lessons: the list, progress, practice, the glossary.

use std::path::PathBuf;

use gostep_course::lesson::head::{self, Head};
use gostep_course::words::Lang;
use tempfile::TempDir;

use crate::support::assert_snapshot;
use crate::support::drawn::assert_fits;
use crate::support::run::{Outcome, Test};

/// A learner with a home of their own.
struct Learner {
    home: TempDir,
    columns: usize,
}

/// What is known of a lesson.
struct Played<'a> {
    lesson: &'a str,
    seen: &'a [&'a str],
    /// Step, how often right, how often wrong, whether right the last time.
    answers: &'a [(&'a str, u32, u32, bool)],
}

fn first_lesson() -> Head {
    head::course(Lang::En).unwrap().remove(0)
}

const LESSON: &str = r#"gostep_lesson: 1
id: mine
title: "Counting"
program: hello
steps:
  - id: look
    title: "Look"
    say: "Look at it."
  - id: choose
    title: "Choose"
    ask:
      kind: choice
      text: "What is in symabis?"
      options:
        - { text: "names and ABIs", right: true, why: "Three words on each line." }
        - { text: "parameters", why: "They are in the Go declarations." }
      hints: ["Think of what the file is called.", "Sym-abi-s."]
    say: "That is all."
  - id: count
    title: "Count"
    ask: { kind: number, text: "How many packages?", answer: "count(packages)" }
    say: "There they are."
"#;

impl Learner {
    fn new() -> Self {
        Self { home: tempfile::tempdir().unwrap(), columns: 80 }
    }

    fn data(&self) -> PathBuf {
        self.home.path().join("data")
    }

    fn progress_file(&self) -> PathBuf {
        self.data().join("progress.json")
    }

    /// As if lessons had been played, one after the other.
    fn has_played(&self, lessons: &[Played<'_>]) {
        let mut map = serde_json::Map::new();
        for (time, played) in (1000..).zip(lessons) {
            let seen: serde_json::Map<_, _> = played.seen.iter().map(|id| ((*id).to_owned(), time.into())).collect();
            let answers = (100..).zip(played.answers).map(|(last, (id, right, wrong, last_right))| {
                let answer =
                    serde_json::json!({"right": right, "wrong": wrong, "last_right": last_right, "last": last});
                ((*id).to_owned(), answer)
            });
            let answers: serde_json::Map<_, _> = answers.collect();
            let left_at = played.seen.last().unwrap();
            let progress = serde_json::json!({"left_at": left_at, "left": time, "seen": seen, "answers": answers});
            map.insert(played.lesson.to_owned(), progress);
        }
        std::fs::create_dir_all(self.data()).unwrap();
        let file = serde_json::json!({"gostep_progress": 1, "lessons": map});
        std::fs::write(self.progress_file(), file.to_string()).unwrap();
    }

    /// As if the first lesson had been left at its third step.
    fn has_begun(&self) {
        let first = first_lesson();
        let seen: Vec<&str> = first.steps.iter().take(3).map(|step| step.id.as_str()).collect();
        self.has_played(&[Played { lesson: &first.name, seen: &seen, answers: &[] }]);
    }

    /// Writes a file into the home and gives its whole path.
    fn writes(&self, name: &str, text: &str) -> String {
        let path = self.home.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        path.canonicalize().unwrap().display().to_string()
    }

    /// What a command prints, with what it was, the exit code if it is not 0, and what went to standard error.
    fn types(&self, args: &[&str], input: &str) -> String {
        let test = Test::within(self.home.path()).env("GOSTEP_DATA_DIR", self.data()).columns(self.columns);
        let Outcome { status, stdout, stderr } = test.args(args).stdin(input).outcome();
        let mut text = format!("$ gostep {}\n{stdout}{stderr}", args.join(" "));
        if status != 0 {
            text.push_str(&format!("exit code {status}\n"));
        }
        self.without_home(&text) + "\n"
    }

    fn without_home(&self, text: &str) -> String {
        let canonical = self.home.path().canonicalize().unwrap();
        [canonical.as_path(), self.home.path()]
            .iter()
            .fold(text.to_owned(), |text, home| text.replace(&home.display().to_string(), "HOME"))
    }
}

#[test]
fn the_list_and_progress_read_well_in_both_languages_at_every_width() {
    for lang in ["en", "zh"] {
        let mut text = String::new();
        for columns in [80, 40] {
            let learner = Learner { columns, ..Learner::new() };
            let own = learner.writes("course/02-mine.yaml", &LESSON.replace("id: mine", "id: mine\nminutes: 3"));
            learner.writes("course/10-more.yaml", &LESSON.replace("Counting", "Counting on"));
            text.push_str(&format!("== {columns} columns\n{}", learner.types(&["progress", "--lang", lang], "")));
            let answers = [("choose", 2, 1, true), ("count", 0, 1, false)];
            learner.has_played(&[Played { lesson: &own, seen: &["look", "choose", "count"], answers: &answers }]);
            text.push_str(&learner.types(&["list", "course", "--lang", lang], ""));
            let progress = learner.types(&["progress", "--lang", lang], "");
            // How it is laid out depends on the length of the path.
            let words = progress.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
            text.push_str(&words.collect::<Vec<_>>().join(if columns == 40 { " " } else { "\n" }));
            text.push('\n');
        }
        assert_snapshot(&format!("learner_progress_{lang}"), &text);
    }
}

#[test]
fn the_course_takes_one_line_a_lesson_on_80_columns_however_far_the_learner_is() {
    let learner = Learner::new();
    let heads = head::course(Lang::En).unwrap();
    let ids: Vec<Vec<&str>> =
        heads.iter().map(|head| head.steps.iter().map(|step| step.id.as_str()).collect()).collect();
    for left_out in 0..2 {
        let played = heads.iter().zip(&ids);
        let played: Vec<Played<'_>> =
            played.map(|(head, ids)| Played { lesson: &head.name, seen: &ids[left_out..], answers: &[] }).collect();
        learner.has_played(&played);
        for lang in ["en", "zh"] {
            let list = learner.types(&["list", "--lang", lang], "");
            // The command, two headings, the empty lines around them.
            assert_eq!(list.lines().count(), heads.len() + 5, "{list}");
        }
    }
}

#[test]
fn progress_is_data_too() {
    let learner = Learner::new();
    let own = learner.writes("mine.yaml", LESSON);
    learner.has_played(&[
        Played { lesson: &own, seen: &["look", "count"], answers: &[("count", 0, 1, false)] },
        Played { lesson: "gone/x.yaml", seen: &["a"], answers: &[] },
    ]);
    let text = learner.types(&["progress", "--json"], "");
    let json: serde_json::Value = serde_json::from_str(text.split_once('\n').unwrap().1).unwrap();
    assert_eq!(json["file"], "HOME/data/progress.json");
    let lessons = json["lessons"].as_array().unwrap();
    let expected = serde_json::json!({
        "lesson": "HOME/mine.yaml", "title": "Counting", "steps": 3, "seen": 2, "done": false,
        "left_at": "count", "questions": 2, "right": 0, "right_at_first": 0, "wrong": 1, "tasks": 0, "solved": 0,
    });
    assert_eq!(lessons.last().unwrap(), &expected);
}

#[test]
fn practice_asks_what_was_seen_and_explains() {
    let learner = Learner::new();
    let own = learner.writes("mine.yaml", LESSON);
    let mut text = learner.types(&["practice"], "");
    let answers = [("choose", 0, 1, false)];
    learner.has_played(&[Played { lesson: &own, seen: &["look", "count", "choose"], answers: &answers }]);
    text.push_str(&learner.types(&["practice", "--lang", "en"], "z\nh\n:h\n:x\nb\na\n12\n\n"));
    // Now the number is the one that went wrong.
    text.push_str(&learner.types(&["practice", "-n", "1", "--lang", "zh"], "53\n"));
    text.push_str(&learner.types(&["practice", "mine.yaml"], "q\n"));
    std::fs::remove_file(learner.home.path().join("mine.yaml")).unwrap();
    text.push_str(&learner.types(&["practice"], ""));
    assert_snapshot("learner_practice", &text);
}

#[test]
fn forgetting_is_asked_for_twice() {
    let learner = Learner::new();
    learner.has_begun();
    let before = std::fs::read(learner.progress_file()).unwrap();
    let refused = learner.types(&["progress", "--reset"], "yes\n");
    assert!(refused.ends_with("add --yes\nexit code 2\n\n"), "{refused}");
    let unknown = learner.types(&["progress", "--reset", "buildis", "--yes"], "");
    assert!(unknown.contains("there is no lesson \"buildis\"") && unknown.ends_with("exit code 2\n\n"), "{unknown}");
    assert_eq!(std::fs::read(learner.progress_file()).unwrap(), before);
    assert!(learner.types(&["progress", "--reset", &first_lesson().name, "--yes"], "").ends_with("\nForgotten.\n\n"));
    assert!(learner.types(&["progress", "--reset", "--yes"], "").ends_with("\nThere was nothing to forget.\n\n"));
}

#[test]
fn what_another_file_knows_is_added_once() {
    let learner = Learner::new();
    learner.has_begun();
    let other = Learner::new();
    other.has_played(&[Played { lesson: "order", seen: &["program", "ready"], answers: &[("ready", 1, 1, true)] }]);
    let file = learner.writes("saved.json", &std::fs::read_to_string(other.progress_file()).unwrap());
    let added = learner.types(&["progress", "--add", &file], "");
    assert!(added.contains("log     3 of ") && added.contains("order   2 of "), "{added}");
    let stored = std::fs::read_to_string(learner.progress_file()).unwrap();
    assert_eq!(learner.types(&["progress", "--add", &file], ""), added);
    assert_eq!(std::fs::read_to_string(learner.progress_file()).unwrap(), stored);
}

#[test]
fn a_file_that_is_no_progress_is_not_added() {
    let learner = Learner::new();
    learner.has_begun();
    let before = std::fs::read(learner.progress_file()).unwrap();
    let long = " ".repeat(5 << 20);
    for (text, lang, said) in [
        ("{]", "en", ": not a progress file of gostep: "),
        ("{\"gostep_progress\": 9, \"x\": 1}", "zh", "：由更新版本的 gostep 写成（格式 9）"),
        (&long, "en", ": more than 4194304 bytes"),
    ] {
        let file = learner.writes("saved.json", text);
        let refused = learner.types(&["progress", "--add", &file, "--lang", lang], "");
        assert!(refused.contains(&format!("gostep: HOME/saved.json{said}")), "{refused}");
        assert!(refused.ends_with("exit code 2\n\n"), "{refused}");
    }
    let missing = learner.types(&["progress", "--add", "nowhere.json"], "");
    assert!(
        missing.contains("gostep: cannot read nowhere.json: ") && missing.ends_with("exit code 2\n\n"),
        "{missing}"
    );
    assert_eq!(std::fs::read(learner.progress_file()).unwrap(), before);
}

#[test]
fn what_is_wrong_with_the_file_is_said_once() {
    for (broken, said) in [
        ("{]", "HOME/data/progress.json is damaged ("),
        ("{\"gostep_progress\": 2}", "HOME/data/progress.json was written by a newer gostep (format 2)"),
    ] {
        let learner = Learner::new();
        learner.has_begun();
        std::fs::write(learner.progress_file(), broken).unwrap();
        let first = learner.types(&["list"], "");
        assert!(first.contains(said) && first.contains("it is kept as HOME/data/progress.kept-1.json"), "{first}");
        assert!(!first.contains("exit code"));
        assert_eq!(std::fs::read_to_string(learner.data().join("progress.kept-1.json")).unwrap(), broken);
        assert!(!learner.types(&["list"], "").contains("progress.json"));
    }
}

#[test]
fn a_folder_is_listed_even_if_one_lesson_is_broken() {
    let learner = Learner::new();
    learner.writes("course/one.yaml", LESSON);
    learner.writes("course/two.yaml", "gostep_lesson: 1\ntitle: [\n");
    learner.writes("course/\u{1b}[31mred.yaml", LESSON);
    std::fs::create_dir(learner.home.path().join("empty")).unwrap();
    let text = learner.types(&["list", "course"], "");
    assert!(
        text.contains("course/one.yaml") && text.contains("gostep: course/two.yaml:2:8: a [ that is not closed"),
        "{text}"
    );
    assert!(text.ends_with("exit code 2\n\n") && !text.contains('\u{1b}'), "{text}");
    let text = learner.types(&["list", "empty"], "");
    assert!(text.contains("empty has no lessons: no file NAME.yaml"), "{text}");
    assert!(learner.types(&["list", "nowhere"], "").contains("cannot read nowhere: "));
}

#[test]
fn the_glossary_reads_well_in_both_languages_at_every_width() {
    for lang in ["en", "zh"] {
        for columns in [80, 40] {
            let learner = Learner { columns, ..Learner::new() };
            let mut text = learner.types(&["glossary", "--lang", lang], "");
            text.push_str(&learner.types(&["glossary", "--full", "--lang", lang], ""));
            assert_fits(&text, columns);
            assert_snapshot(&format!("glossary_{lang}_{columns}"), &text);
        }
    }
}

#[test]
fn terms_are_explained_or_guessed() {
    let learner = Learner::new();
    let mut text = String::new();
    for args in [
        &["glossary", "action", "id"][..],
        &["glossary", "构建ID"],
        &["glossary", "action-id", "--lang", "zh"],
        &["glossary", "-trimpath"],
        &["glossary", "# internal"],
        &["glossary", "wor"],
        &["glossary", "importcgf"],
        &["glossary", "sandwich"],
    ] {
        text.push_str(&learner.types(args, ""));
    }
    assert_snapshot("glossary_terms", &text);
}

#[test]
fn a_folder_has_a_glossary_of_its_own() {
    let learner = Learner::new();
    let write = |text: &str| {
        learner.writes("course/glossary.yaml", text);
        learner.types(&["glossary", "--folder", "course", "gopher"], "")
    };
    let text =
        write("gostep_glossary: 1\nterms:\n  gopher: {term: Gopher, text: 'A rodent, see [package](term:package).'}\n");
    assert!(text.contains("Gopher\n  A rodent, see package.\n  See also: package\n"), "{text}");
    let text = write(
        "gostep_glossary: 1\nterms:\n  Gopher: {term: G, txt: x}\n  a: {term: G, group: g, text: '[b](term:pakage)'}\n",
    );
    assert_snapshot("glossary_broken", &text);
}

#[cfg(target_os = "linux")]
mod terminal {
    //! In a real pseudo-terminal.

    use super::*;

    use crate::support::pty::Terminal;

    fn data(learner: &Learner) -> &std::path::Path {
        std::fs::create_dir_all(learner.data()).unwrap();
        learner.home.path()
    }

    fn gostep(learner: &Learner, args: &[&str]) -> Terminal {
        Terminal::run_with_data(args, 80, 24, &data(learner).join("data"))
    }

    #[test]
    fn a_newcomer_is_greeted_and_begins_with_one_key() {
        let learner = Learner::new();
        let first = first_lesson();
        let step = |number: usize| format!("{number}/{}", first.steps.len());
        let mut terminal = gostep(&learner, &["--lang", "en", "--plain"]);
        terminal.wait_for("Welcome to gostep");
        terminal.wait_for(&format!("Enter begins {}", first.name));
        terminal.wait_for("> ");
        assert!(!terminal.is_full_screen());
        terminal.press("nonsense\r");
        terminal.wait_for("There is no lesson nonsense.");
        terminal.press("q\r");
        assert_eq!(terminal.end(), 0);

        let mut terminal = gostep(&learner, &["--lang", "en"]);
        terminal.wait_for("Enter begin");
        assert!(terminal.is_full_screen());
        terminal.press("\r");
        terminal.wait_for(&format!(" {}", step(1)));
        terminal.press("\u{1b}[C");
        terminal.wait_for(&step(2));
        terminal.press("q");
        terminal.wait_for("You were at step 2 of");
        assert_eq!(terminal.end(), 0);
        assert!(terminal.is_sane());

        let mut terminal = gostep(&learner, &["play", "--lang", "zh"]);
        terminal.wait_for("按回车继续第 2/");
        terminal.press("\r");
        terminal.wait_for("━ 讲解 ━");
        terminal.wait_for(&step(2));
        terminal.press("q");
        assert_eq!(terminal.end(), 0);
    }

    #[test]
    fn a_lesson_ends_with_its_score_and_leads_on() {
        let learner = Learner::new();
        let first = first_lesson();
        let last = first.steps.len().to_string();
        let mut terminal = gostep(&learner, &["play", &first.name, "--step", &last, "--lang", "en"]);
        terminal.wait_for(&format!("{last}/{last}"));
        terminal.press("\u{1b}[C");
        terminal.wait_for("The end of this lesson");
        terminal.wait_for("What you know now");
        terminal.press("p");
        terminal.wait_for("question 1/");
        terminal.press("\u{3}");
        // Behind it is the course, and what came of the questions.
        terminal.wait_for("0 of 0 right at the first try");
        terminal.press("q");
        assert_eq!(terminal.end(), 0);
        assert!(terminal.is_sane());
    }

    #[test]
    fn a_lesson_begins_at_the_beginning_unless_the_learner_agrees() {
        let learner = Learner::new();
        let first = first_lesson();
        let step = |number: usize| format!("{number}/{}", first.steps.len());
        for (keys, number) in [("1\r", 1), ("\r", 3), ("5\r", 5)] {
            learner.has_begun();
            let mut terminal = gostep(&learner, &["play", &first.name, "--lang", "en"]);
            terminal.wait_for("You were at step 3 of");
            terminal.press(keys);
            terminal.wait_for(&step(number));
            terminal.press("q");
            assert_eq!(terminal.end(), 0);
        }
        learner.has_begun();
        let mut terminal = gostep(&learner, &["play", &first.name, "--continue", "--lang", "en"]);
        terminal.wait_for(&step(3));
        terminal.press("q");
        assert_eq!(terminal.end(), 0);
    }

    #[test]
    fn practice_takes_the_whole_screen() {
        let learner = Learner::new();
        learner.has_begun();
        let first = first_lesson();
        let mut terminal = gostep(&learner, &["practice", &first.name, "--lang", "en"]);
        terminal.wait_for("question 1/");
        assert!(terminal.is_full_screen());
        terminal.press("\u{1b}[C");
        terminal.wait_for("question 2/");
        terminal.press("\u{1b}[D");
        terminal.wait_for("Only this question is asked here");
        terminal.press("\u{3}");
        assert_eq!(terminal.end(), 0);
        assert!(terminal.is_sane());
        let mut terminal = gostep(&learner, &["practice", &first.name, "--plain", "--lang", "en"]);
        terminal.wait_for(":q quits");
        assert!(!terminal.is_full_screen());
        terminal.press(":q\r");
        assert_eq!(terminal.end(), 0);
    }

    #[test]
    fn forgetting_asks_first() {
        let learner = Learner::new();
        learner.has_begun();
        let first = first_lesson();
        for (answer, said, left) in [("no\r", "Nothing was forgotten.", true), ("yes\r", "Forgotten.", false)] {
            let mut terminal = gostep(&learner, &["progress", "--reset", &first.name, "--lang", "en"]);
            terminal.wait_for(&format!("Forget your progress in {}?", first.name));
            terminal.press(answer);
            terminal.wait_for(said);
            assert_eq!(terminal.end(), 0);
            assert_eq!(learner.types(&["progress"], "").contains("3 of "), left);
        }
    }
}
