//! The texts of a lesson, in the language that is asked for as far as they are translated, with their facts.

use super::builds::Builds;
use super::checker::Checker;
use super::template;
use crate::lesson::glossary;
use crate::lesson::places::join;
use crate::lesson::text_marks;
use gostep_sim::said;
use gostep_sim::suggest::did_you_mean;

const MAX_TEXT: usize = 10_000;

/// A text in the lesson's own language, and what stands for it in the language that is asked for.
pub(super) struct Text<'a> {
    own: Option<&'a str>,
    own_path: String,
    translated: Option<&'a str>,
    translated_path: String,
}

impl Checker<'_, '_> {
    /// The text in the language that is asked for, as far as it is there, with its facts.
    pub(super) fn fill(&mut self, text: &Text<'_>, builds: &Builds) -> String {
        let (source, path, lang) = match (text.translated, text.own) {
            (Some(translated), _) => (translated, &text.translated_path, self.lang),
            (None, Some(own)) => (own, &text.own_path, self.own_lang()),
            (None, None) => return String::new(),
        };
        let (places, report) = match (text.translated, self.overlay) {
            (Some(_), Some(overlay)) => (&overlay.places, &mut *self.overlay_report),
            _ => (&self.document.places, &mut *self.report),
        };
        if source.len() > MAX_TEXT {
            let message = said!("the text has {} bytes; {MAX_TEXT} are allowed", source.len(), MAX_TEXT);
            report.add(places.value(path), message, said!("split the step in two"));
            return String::new();
        }
        for (at, id) in glossary::links(source) {
            let terms = self.terms.get_or_init(|| self.around.terms());
            let is_known = terms.as_ref().is_none_or(|terms| terms.iter().any(|term| term == id));
            if source[at + id.len()..].starts_with(')') && !text_marks::is_no_id(id) && !is_known {
                let terms = terms.iter().flatten();
                let hint = did_you_mean(id, terms.map(String::as_str));
                let help = said!("`gostep glossary` lists the terms; write the id of one, or no link");
                report.add(
                    places.inside(path, source, at),
                    said!("the glossary has no term {id:?}{hint}", id, hint),
                    help,
                );
            }
        }
        for (at, problem) in text_marks::look(source) {
            report.add(places.inside(path, source, at), problem.0, problem.1);
        }
        let (filled, errors) = template::fill(source, &builds.scene(), lang);
        for error in errors {
            report.add_on(error.ground, places.inside(path, source, error.at), error.message, error.help);
        }
        filled
    }
}

impl<'a> Text<'a> {
    /// The text with a name, in the lesson and in its translation.
    pub(super) fn new(
        own: Option<&'a String>,
        translated: Option<&'a String>,
        path: &str,
        theirs: &str,
        name: &str,
    ) -> Self {
        Self {
            own: own.map(String::as_str),
            own_path: join(path, name),
            translated: translated.map(String::as_str),
            translated_path: join(theirs, name),
        }
    }
}
