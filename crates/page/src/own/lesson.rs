//! A lesson that is typed or brought: the problems in it, as `gostep lesson check` says them.

use std::path::PathBuf;

use maud::{Markup, html};

use super::super::shelf::{OwnLesson, OwnText};
use super::program::Known;
use super::told::{Found, Tone, sentence, short};
use super::{LESSON, Look};
use gostep_course::lesson::glossary::Glossary;
use gostep_course::lesson::{Problem, Severity, Surroundings, is_id};
use gostep_course::lints::Examined;
use gostep_course::words::{Lang, Words};
use gostep_sim::program::{Program, ProgramError};
use gostep_sim::suggest::did_you_mean;

/// Looks at a lesson. One that can be played comes on the shelf.
pub fn look(look: &Look<'_>, programs: &[Known]) -> Found {
    let words = look.words;
    let mut lesson = OwnLesson {
        name: LESSON.to_owned(),
        script: OwnText { file: file_of(look), text: look.text.to_owned(), ..OwnText::default() },
        ..OwnLesson::default()
    };
    // A file of its own has a folder, and what lies there is what was brought.
    let mut source = lesson.source(look.lang);
    source.folder = Some(PathBuf::from("."));
    if let Some(wanted) = source.program().filter(|name| name.contains(['/', '.'])) {
        let name = wanted.trim_start_matches("./");
        if let Some(known) = programs.iter().rev().find(|known| known.name == name) {
            lesson.programs.insert(wanted, known.text.clone());
        } else {
            let hint = did_you_mean(name, programs.iter().map(|known| known.name.as_str()));
            lesson.missing.insert(wanted.clone(), words.own.no_program.with([&wanted, &hint]));
        }
    }
    let mut examined = Examined::default();
    let own_lang = source.own_lang();
    let playable = examined.look_at(&source, own_lang, &Around(&lesson));
    let examined = examined.finish();
    let html = problems(&examined, words);
    let Some(playable) = playable else { return Found::told(words.own.broken, Tone::Bad, html).keeping() };
    let heading = words.own.lesson.with([&playable.title, &playable.steps.len()]);
    let found = Found::told(&heading, Tone::Good, html);
    if own_lang == look.lang { found.playing(lesson, playable) } else { found.on_shelf(lesson) }
}

/// The name of the file; that of a text without one is the one that its id asks for.
fn file_of(look: &Look<'_>) -> String {
    if look.is_named {
        return look.name.to_owned();
    }
    let id = look.text.lines().find_map(|line| line.strip_prefix("id:"));
    let id = id.map_or("", |id| id.trim().trim_matches(['"', '\''])).to_owned();
    format!("{}.yaml", if is_id(&id) { &id } else { "lesson" })
}

struct Around<'a>(&'a OwnLesson);

impl Surroundings for Around<'_> {
    fn program(&self, name: &str) -> Result<Program, ProgramError> {
        self.0.program(name)
    }

    fn terms(&self) -> Option<Vec<String>> {
        Glossary::embedded(Lang::En).ok().map(|glossary| glossary.ids())
    }
}

/// The problems, and how many there are of each kind.
fn problems(examined: &Examined, words: &Words) -> Markup {
    let count = |severity| (examined.count(severity), severity);
    let counts = [Severity::Error, Severity::Warning, Severity::Hint].map(count);
    let counted = |(count, severity): (usize, Severity)| severity.words(&words.check).count.of(count);
    let counts: Vec<String> = counts.into_iter().filter(|(count, _)| *count > 0).map(counted).collect();
    html! {
        div.messages {
            @for one in &examined.problems { (problem(one, words)) }
            @if !counts.is_empty() { p.dim { (counts.join(words.small.comma)) } }
        }
    }
}

fn problem(problem: &Problem, words: &Words) -> Markup {
    let severity = problem.severity.word();
    html! {
        section.problem.(severity) {
            @if problem.line > 0 {
                button type="button" lang=(words.lang.code()) data-line=(problem.line) data-column=(problem.column) {
                    (words.own.place.with([&problem.line, &problem.column]))
                }
                " "
            }
            strong { (problem.severity.words(&words.check).name) } (words.check.colon) (short(&words.lang.says(&problem.message)))
            @if problem.line > 0 && !problem.source.text.trim().is_empty() { (excerpt(problem)) }
            @if !problem.help.is_empty() { (sentence(&format!("{}{}", words.check.help, words.lang.says(&problem.help)))) }
        }
    }
}

/// The line in question, with the place in it.
fn excerpt(problem: &Problem) -> Markup {
    const BEFORE: usize = 40;
    const ROOM: usize = 120;
    let letters: Vec<char> = problem.source.text.chars().collect();
    let at = problem.column.saturating_sub(1).saturating_sub(problem.source.cut).min(letters.len());
    let end = (at + problem.length).min(letters.len());
    let from = if end > ROOM { at.saturating_sub(BEFORE) } else { 0 };
    let to = letters.len().min(from + ROOM).max(at);
    let piece = |from: usize, to: usize| letters[from.min(to)..to].iter().collect::<String>();
    html! {
        pre tabindex="0" {
            span.number { (problem.line) }
            @if from > 0 || problem.source.cut > 0 { "…" }
            (piece(from, at)) mark { (piece(at, end.min(to).max(at))) } (piece(end.min(to).max(at), to))
            @if to < letters.len() { "…" }
        }
    }
}
