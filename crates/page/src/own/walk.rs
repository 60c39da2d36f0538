//! A walk through the build of a program, as a lesson.

use std::collections::BTreeMap;

use super::super::shelf::{OwnLesson, OwnText};
use super::WALK;
use gostep_sim::gobuild::BuildOptions;

const ENGLISH: &str = include_str!("walk.yaml");
const CHINESE: &str = include_str!("walk.zh.yaml");

/// The program of the walk, in its text.
const PROGRAM: &str = "program: ./program.json";
/// The settings of its build.
const BUILD: &str = "build: { p: 4 }";

/// The program that is built.
#[derive(Clone, Copy, Debug)]
pub enum Walked<'a> {
    /// One that comes with gostep, by its name.
    Embedded(&'a str),
    /// The text that `gostep import` wrote.
    Recorded(&'a str),
    /// What `go list` printed, and the environment as JSON.
    Listed(&'a str, Option<&'a str>),
}

/// The walk, with the workers of a build that was seen.
pub fn walk(program: Walked<'_>, seen: Option<&BuildOptions>) -> OwnLesson {
    let mut text = ENGLISH.to_owned();
    if let Some(options) = seen {
        let build = format!("build: {{ p: {}, gomaxprocs: {} }}", options.workers, options.gomaxprocs);
        text = text.replace(BUILD, &build);
    }
    let mut lesson = OwnLesson { name: WALK.to_owned(), ..OwnLesson::default() };
    let name = || "./program.json".to_owned();
    match program {
        Walked::Embedded(name) => text = text.replace(PROGRAM, &format!("program: {name}")),
        Walked::Recorded(program) => {
            lesson.programs.insert(name(), program.to_owned());
        }
        Walked::Listed(list, env) => {
            lesson.lists.insert(name(), (list.to_owned(), env.map(str::to_owned)));
        }
    }
    let chinese = ("walk.zh.yaml".to_owned(), CHINESE.to_owned());
    let translations = BTreeMap::from([("zh".to_owned(), chinese)]);
    lesson.script = OwnText { file: "walk.yaml".to_owned(), text, translations };
    lesson
}

#[cfg(test)]
mod tests {
    use super::super::super::Shelf;
    use super::*;
    use gostep_course::words::Lang;
    use gostep_sim::program::EMBEDDED_NAMES;

    #[test]
    fn every_program_can_be_walked_in_every_language() {
        assert!(ENGLISH.contains(PROGRAM) && ENGLISH.contains(BUILD));
        for (name, lang) in EMBEDDED_NAMES.iter().flat_map(|name| Lang::ALL.map(|lang| (name, lang))) {
            let mut shelf = Shelf::default();
            shelf.put(walk(Walked::Embedded(name), None));
            let lesson = shelf.lesson(WALK, lang).unwrap();
            assert!(lesson.notices.is_empty(), "{:?}", lesson.notices);
            assert_eq!((lesson.steps.len(), lesson.live_workers), (5, true));
            assert!(lesson.steps.iter().all(|step| !step.untranslated));
        }
    }
}
