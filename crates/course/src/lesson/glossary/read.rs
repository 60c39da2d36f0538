//! A glossary file, its translation, and what is wrong with them.

use std::collections::HashMap;

use super::terms::{Glossary, Term, links, spelling};
use crate::lesson::file::File;
use crate::lesson::fingerprint::fingerprint;
use crate::lesson::overlay::{is_current, report_unknown};
use crate::lesson::problem::{Problem, ProblemReport};
use crate::lesson::raw_glossary::{FORMAT, RawGlossary, RawTerm};
use crate::lesson::text_marks;
use crate::lesson::yaml::{self, Document};
use crate::words::Lang;
use gostep_sim::said;
use gostep_sim::said::list;
use gostep_sim::suggest::did_you_mean;

type Raw = Document<RawGlossary>;

/// The files of one glossary.
pub struct Files<'a> {
    /// In its own language.
    pub own: File<'a>,
    /// The translation to the language that is asked for.
    pub overlay: Option<File<'a>>,
    /// Other translations, whose names can be searched for too.
    pub others: Vec<File<'a>>,
}

/// Reads a glossary that adds to another one.
pub fn read(files: &Files<'_>, lang: Lang, base: &Glossary) -> Result<Glossary, Vec<Problem>> {
    let mut report = ProblemReport::new(files.own.name, files.own.text);
    let own = yaml::read::<RawGlossary>(files.own.text, "gostep_glossary", FORMAT, &mut report);
    let mut problems = Vec::new();
    let mut overlays = Vec::new();
    for file in files.overlay.iter().chain(&files.others) {
        let mut report = ProblemReport::new(file.name, file.text);
        overlays.push(yaml::read::<RawGlossary>(file.text, "gostep_glossary", FORMAT, &mut report));
        problems.append(&mut report.problems);
    }
    let Some(own) = own else {
        problems.append(&mut report.problems);
        return Err(problems);
    };
    check_own(&own, base, &mut report);
    problems.append(&mut report.problems);
    let mut notices = Vec::new();
    let overlay = files.overlay.as_ref().zip(overlays.first().and_then(Option::as_ref));
    if let Some((file, overlay)) = &overlay {
        let mut report = ProblemReport::new(file.name, file.text);
        check_overlay(overlay, &own, base, lang, &mut report);
        problems.append(&mut report.problems);
        let mut report = ProblemReport::new(file.name, file.text);
        check_current(overlay, &own, &mut report);
        notices = report.problems;
    }
    if !problems.is_empty() {
        problems.sort();
        return Err(problems);
    }
    let names: Vec<&Raw> = overlays.iter().flatten().collect();
    let mut glossary = build(&own, overlay.map(|(_, overlay)| overlay), &names, base);
    glossary.notices = notices;
    Ok(glossary)
}

fn check_own(own: &Raw, base: &Glossary, report: &mut ProblemReport<'_>) {
    if let Some(code) = own.value.lang.as_ref().filter(|code| Lang::parse(code).is_none()) {
        report.add(
            own.places.value("lang"),
            said!("unknown language {code:?}", code),
            said!("known: {}", list(Lang::ALL.map(Lang::code))),
        );
    }
    if own.value.terms.is_empty() && !own.was_dropped("terms") && !own.has_dropped_in("terms") {
        report.add(
            own.places.whole("terms"),
            said!("the glossary has no terms"),
            said!("add terms: with at least one"),
        );
    }
    let mut names: HashMap<String, &str> = HashMap::new();
    for (id, term) in own.value.terms.iter().filter(|(id, _)| !own.was_dropped(&format!("terms.{id}"))) {
        let path = format!("terms.{id}");
        if term.of.is_some() {
            let place = own.places.key(&format!("{path}.of"));
            report.add(place, said!("of: belongs in translations"), said!("remove it: this is the original"));
        }
        if id.is_empty() || !id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
            let help = said!("use lower-case letters, digits and dashes");
            report.add(own.places.key(&path), said!("{id:?} cannot be the id of a term", id), help);
        }
        for (name, given) in [("term", &term.term), ("text", &term.text)] {
            if given.is_none() && !own.was_dropped(&format!("{path}.{name}")) {
                report.add(own.places.key(&path), said!("{name}: is missing", name), said!("add {name}:", name));
            }
        }
        if let Some(group) = &term.group
            && !own.value.groups.contains_key(group)
            && !own.was_dropped("groups")
            && !own.was_dropped(&format!("groups.{group}"))
        {
            let hint = did_you_mean(group, own.value.groups.keys().map(String::as_str));
            let place = own.places.value(&format!("{path}.group"));
            report.add(place, said!("there is no group {group:?}{hint}", group, hint), said!("name it under groups:"));
        }
        for name in term.term.iter().chain(&term.also) {
            let other = names.insert(spelling(name), id).filter(|other| other != id);
            if let Some(other) = other {
                let message = said!("{name:?} is a name of {other} too", name, other);
                report.add(own.places.key(&path), message, said!("leave it to one of the two"));
            }
        }
        check_links(own, &path, term, |id| own.value.terms.contains_key(id) || base.get(id).is_some(), report);
    }
}

fn check_overlay(overlay: &Raw, own: &Raw, base: &Glossary, lang: Lang, report: &mut ProblemReport<'_>) {
    if let Some(code) = overlay.value.lang.as_ref().filter(|code| *code != lang.code()) {
        let message = said!("lang: {code} does not fit the name of the file", code);
        report.add(overlay.places.value("lang"), message, said!("write lang: {code}", code = lang.code()));
    }
    for id in overlay.value.groups.keys().filter(|id| !own.value.groups.contains_key(*id)) {
        let hint = did_you_mean(id, own.value.groups.keys().map(String::as_str));
        let place = overlay.places.key(&format!("groups.{id}"));
        report.add(
            place,
            said!("the glossary has no group {id:?}{hint}", id, hint),
            said!("remove it, or give it the group's id"),
        );
    }
    let known: Vec<&str> = own.value.ids().collect();
    let unknown = overlay.value.ids().filter(|id| !known.contains(id)).collect();
    report_unknown("term", &said!("the glossary"), unknown, &known, overlay, report);
    for (id, term) in &overlay.value.terms {
        let path = format!("terms.{id}");
        if term.group.is_some() {
            let place = overlay.places.key(&format!("{path}.group"));
            report.add(place, said!("a translation says nothing of groups"), said!("remove the line"));
        }
        let is_known = |id: &str| {
            own.value.terms.contains_key(id) || overlay.value.terms.contains_key(id) || base.get(id).is_some()
        };
        check_links(overlay, &path, term, is_known, report);
    }
}

fn check_links(raw: &Raw, path: &str, term: &RawTerm, known: impl Fn(&str) -> bool, report: &mut ProblemReport<'_>) {
    let Some(text) = &term.text else { return };
    for (at, (message, help)) in text_marks::look(text) {
        report.add(raw.places.inside(&format!("{path}.text"), text, at), message, help);
    }
    if let Some(at) = text.find("{{") {
        let place = raw.places.inside(&format!("{path}.text"), text, at);
        report.add(
            place,
            said!("a fact in a glossary"),
            said!("write it out: facts are of a lesson's build, and a glossary has none"),
        );
    }
    for (at, id) in links(text).filter(|(_, id)| !known(id)) {
        let place = raw.places.inside(&format!("{path}.text"), text, at);
        let hint = did_you_mean(id, raw.value.terms.keys().map(String::as_str));
        report.add(
            place,
            said!("there is no term {id:?}{hint}", id, hint),
            said!("write the id of a term, or no link"),
        );
    }
}

/// What a translation lacks.
fn check_current(overlay: &Raw, own: &Raw, report: &mut ProblemReport<'_>) {
    for (id, title) in &own.value.groups {
        if !overlay.value.groups.contains_key(id) {
            let message = said!("the group {title:?} is not translated", title);
            report.add(overlay.places.key("groups"), message, said!("add {id}: under groups:", id));
        }
    }
    for (id, term) in &own.value.terms {
        let path = format!("terms.{id}");
        let current = term_fingerprint(term);
        let Some(translation) = overlay.value.terms.get(id) else {
            let help = said!("add {id}: with of: {current:?}, term: and text:", id, current);
            report.add(overlay.places.key("terms"), said!("the term {id} is not translated", id), help);
            continue;
        };
        if !overlay.was_dropped(&path) {
            is_current(translation.of.as_deref(), &current, &path, overlay, report);
        }
        for (name, given) in [("term", &translation.term), ("text", &translation.text)] {
            let path_of = format!("{path}.{name}");
            if given.is_none() && !overlay.was_dropped(&path) && !overlay.was_dropped(&path_of) {
                report.add(overlay.places.key(&path), said!("{name}: is missing", name), said!("add {name}:", name));
            }
        }
    }
}

fn term_fingerprint(term: &RawTerm) -> String {
    fingerprint([&term.term, &term.text])
}

fn build(own: &Raw, overlay: Option<&Raw>, overlays: &[&Raw], base: &Glossary) -> Glossary {
    let mut glossary = base.clone();
    let line = |path: String| own.places.key(&path).line;
    let mut groups: Vec<&String> = own.value.groups.keys().collect();
    groups.sort_by_key(|id| line(format!("groups.{id}")));
    let first = glossary.groups.len();
    let title = |id: &String| {
        let translated = overlay.and_then(|overlay| overlay.value.groups.get(id));
        translated.or(own.value.groups.get(id)).cloned().unwrap_or_default()
    };
    glossary.groups.extend(groups.iter().copied().map(title));
    let mut terms: Vec<Term> = Vec::new();
    for (id, raw) in &own.value.terms {
        let translation = overlay.and_then(|overlay| overlay.value.terms.get(id));
        let current = translation.filter(|translation| {
            translation.of.as_deref() == Some(&term_fingerprint(raw))
                && translation.term.is_some()
                && translation.text.is_some()
        });
        let shown = current.unwrap_or(raw);
        let others = overlays.iter().filter_map(|overlay| overlay.value.terms.get(id));
        let all = std::iter::once(raw).chain(others);
        let mut names: Vec<String> =
            all.flat_map(|raw| raw.term.iter().chain(&raw.also)).chain([id]).map(|name| spelling(name)).collect();
        names.sort();
        names.dedup();
        terms.push(Term {
            id: id.clone(),
            name: shown.term.clone().unwrap_or_default(),
            english: raw.term.clone().unwrap_or_default(),
            text: shown.text.clone().unwrap_or_default(),
            group: groups.iter().position(|group| Some(*group) == raw.group.as_ref()).map(|index| first + index),
            untranslated: overlay.is_some() && current.is_none(),
            names,
        });
    }
    terms.sort_by_key(|term| line(format!("terms.{}", term.id)));
    glossary.terms.retain(|term| !own.value.terms.contains_key(&term.id));
    glossary.terms.extend(terms);
    // Terms without a group come last.
    glossary.terms.sort_by_key(|term| term.group.unwrap_or(usize::MAX));
    glossary
}
