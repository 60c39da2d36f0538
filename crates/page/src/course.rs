//! The lessons of a page, its words and its terms.

use std::collections::BTreeMap;

use serde::Serialize;

use super::own::MOST_BYTES;
use super::shelf::Shelf;
use gostep_course::player::markdown;
use gostep_course::words::page::PageWords;
use gostep_course::words::{Lang, words};
use gostep_view::html::prose;

/// What a page shows before and beside its lessons.
#[derive(Debug, Serialize)]
pub struct CourseReply {
    lessons: Vec<LessonReply>,
    terms: BTreeMap<String, TermReply>,
    words: &'static PageWords,
    inspectors: [&'static str; 5],
    languages: Vec<&'static str>,
    /// The most bytes of a text of the reader's own.
    most_bytes: usize,
}

#[derive(Debug, Serialize)]
struct LessonReply {
    name: String,
    /// How a progress file names it.
    key: String,
    title: String,
    minutes: Option<u32>,
    steps: Vec<StepReply>,
}

#[derive(Debug, Serialize)]
struct StepReply {
    id: String,
    title: Option<String>,
    asks: bool,
}

#[derive(Debug, Serialize)]
struct TermReply {
    name: String,
    english: String,
    html: String,
}

/// The lessons, terms and words in a language.
pub fn course(shelf: &Shelf, lang: Lang) -> CourseReply {
    let lessons = shelf.heads(lang).into_iter().map(|head| LessonReply {
        steps: head
            .steps
            .iter()
            .map(|s| StepReply { id: s.id.clone(), title: s.title.clone(), asks: s.asks })
            .collect(),
        name: head.name,
        key: head.key,
        title: head.title,
        minutes: head.minutes,
    });
    let lessons: Vec<_> = lessons.collect();
    let mut terms = BTreeMap::new();
    let own = lessons.iter().map(|lesson| Some(lesson.name.as_str()));
    // What is wrong with a glossary is told when a lesson beside it is played.
    for glossary in own.chain([None]).filter_map(|name| shelf.glossary(name, lang).ok()) {
        for term in glossary.terms {
            let html = prose(&markdown::parse(&term.text)).into_string();
            terms.entry(term.id).or_insert(TermReply { name: term.name, english: term.english, html });
        }
    }
    let all = words(lang);
    CourseReply {
        lessons,
        terms,
        words: &all.page,
        inspectors: all.screen.inspectors,
        languages: Lang::ALL.map(Lang::code).to_vec(),
        most_bytes: MOST_BYTES,
    }
}
