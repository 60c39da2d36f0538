//! The texts of a lesson, in the language that is asked for as far as they are translated, with their facts.

use super::builds::Builds;
use super::check::Checker;
use super::places::join;
use super::raw::RawStep;
use super::{Show, Step, glossary, marks, overlay, template};
use crate::suggest::did_you_mean;

const MAX_TEXT: usize = 10_000;

/// A text in the lesson's own language, and what stands for it in the language that is asked for.
pub(super) struct Text<'a> {
    own: Option<&'a str>,
    own_path: String,
    translated: Option<&'a str>,
    translated_path: String,
}

impl<'a> Checker<'a, '_> {
    /// The texts of a step and its question, and with them the step.
    pub(super) fn texts(&mut self, raw: &'a RawStep, path: &str, builds: &Builds, show: Vec<Show>) -> Option<Step> {
        // A step without an id has texts all the same.
        let id = raw.id.clone().unwrap_or_default();
        let overlay = self.overlay;
        let overlay = overlay.filter(|_| !id.is_empty());
        let translation = overlay.and_then(|overlay| {
            let known: Vec<&str> = self.raw_lesson().steps.iter().filter_map(|step| step.id.as_deref()).collect();
            overlay::translation(overlay, raw, &id, &known, self.notices)
        });
        let theirs = format!("steps.{id}");
        let mut fill = |name: &str, own: &'a Option<String>, translated: Option<&'a Option<String>>| {
            let translated = translated.and_then(Option::as_ref);
            self.fill(&Text::new(own.as_ref(), translated, path, &theirs, name), builds)
        };
        let title = fill("title", &raw.title, translation.map(|t| &t.title));
        let step = Step {
            title: if title.is_empty() { id.clone() } else { title },
            lead: fill("lead", &raw.lead, translation.map(|t| &t.lead)),
            say: fill("say", &raw.say, translation.map(|t| &t.say)),
            note: fill("note", &raw.note, translation.map(|t| &t.note)),
            question: raw
                .ask
                .as_ref()
                .and_then(|ask| self.ask(ask, path, translation.and_then(|t| t.ask.as_ref()), &theirs, builds)),
            untranslated: self.lang != self.own_lang() && translation.is_none(),
            id,
            at: builds.at,
            show,
        };
        raw.id.is_some().then_some(step)
    }

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
            let message = format!("the text has {} bytes; {MAX_TEXT} are allowed", source.len());
            report.add(places.value(path), message, "split the step in two");
            return String::new();
        }
        for (at, id) in glossary::links(source) {
            let terms = self.terms.get_or_init(|| self.around.terms());
            let is_known = terms.as_ref().is_none_or(|terms| terms.iter().any(|term| term == id));
            if source[at + id.len()..].starts_with(')') && !marks::is_no_id(id) && !is_known {
                let terms = terms.iter().flatten();
                let hint = did_you_mean(id, terms.map(String::as_str));
                let help = "`gostep glossary` lists the terms; write the id of one, or no link";
                report.add(places.inside(path, source, at), format!("the glossary has no term {id:?}{hint}"), help);
            }
        }
        for (at, problem) in marks::look(source) {
            report.add(places.inside(path, source, at), problem.0, problem.1);
        }
        let (filled, errors) = template::fill(source, &builds.scene(), lang);
        for error in errors {
            report.add(places.inside(path, source, error.at), error.message, error.help);
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
