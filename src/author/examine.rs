//! All that is wrong with a lesson and its translations, or with a glossary.

use std::collections::BTreeSet;
use std::path::Path;

use super::files::{Target, right_name, translated};
use crate::lesson_files::{self, Around};
use gostep_course::lesson::{File, LoadError, Problem, Severity};
pub use gostep_course::lints::Examined;
use gostep_course::lints::unused_terms;
use gostep_course::words::Lang;

/// Looks at all of these.
///
/// # Errors
/// If a file cannot be read at all.
pub fn examine_all(targets: &[Target]) -> Result<Vec<Examined>, LoadError> {
    let mut examined = Vec::new();
    let mut marked = BTreeSet::new();
    for target in targets.iter().filter(|target| !matches!(target, Target::Glossary(_))) {
        let found = examine(target)?;
        marked.extend(found.marked.iter().cloned());
        examined.push(found);
    }
    // What a glossary has and no lesson uses can be told when all lessons were looked at.
    for target in targets {
        if let Target::Glossary(path) = target {
            examined.push(glossary(path, Some(&marked))?);
        }
    }
    Ok(examined)
}

/// Looks at one of them alone.
///
/// # Errors
/// If it cannot be read at all.
pub fn examine(target: &Target) -> Result<Examined, LoadError> {
    match target {
        Target::Lesson(name) => lesson(name),
        Target::Glossary(path) => glossary(path, None),
        Target::Orphan(path) => Ok(orphan(path)),
        Target::Foreign(path) => Ok(foreign(path)),
    }
}

fn lesson(name: &str) -> Result<Examined, LoadError> {
    let mut examined = Examined { file: name.to_owned(), ..Examined::default() };
    for lang in Lang::ALL {
        match lesson_files::source(name, lang) {
            Ok(source) if source.overlay.is_some() || source.own_lang() == lang => {
                examined.look_at(&source, lang, &Around(&source));
            }
            Ok(_) => {}
            Err(LoadError::Problems(problems)) => examined.problems.extend(problems),
            Err(error) => return Err(error),
        }
    }
    Ok(examined.finish())
}

/// Looks at a glossary. If it is known which terms are used, those that are not are named.
fn glossary(path: &str, used: Option<&BTreeSet<String>>) -> Result<Examined, LoadError> {
    let mut examined = Examined { file: path.to_owned(), ..Examined::default() };
    let folder = Path::new(path).parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    for lang in Lang::ALL {
        match lesson_files::glossary(folder, lang) {
            Ok(glossary) => {
                let notices = glossary.notices.iter().cloned();
                examined.problems.extend(notices.map(|notice| Problem { severity: Severity::Warning, ..notice }));
                examined.langs.push(lang);
            }
            Err(LoadError::Problems(problems)) => examined.problems.extend(problems),
            Err(error) => return Err(error),
        }
    }
    // Messages name the file as it lies in its folder.
    let shown = |file: &str| Path::new(path).with_file_name(Path::new(file).file_name().unwrap_or_default());
    for problem in &mut examined.problems {
        problem.file = shown(&problem.file).display().to_string();
    }
    if examined.count(Severity::Error) == 0 {
        let text = lesson_files::read(Path::new(path))?;
        let (terms, unused) = unused_terms(File { name: path, text: &text }, used.unwrap_or(&BTreeSet::new()));
        examined.terms = terms;
        examined.problems.extend(unused.into_iter().filter(|_| used.is_some()));
    }
    Ok(examined.finish())
}

/// A translation of nothing.
fn orphan(file: &str) -> Examined {
    let lesson = translated(Path::new(file)).map_or_else(String::new, |(path, _)| path.display().to_string());
    let message = format!("this translates {lesson}, which is not there");
    let help = "a translation is called as its lesson, with the language before .yaml: order.zh.yaml beside order.yaml";
    let problems = vec![Problem::of_file(file, Severity::Error, message, help)];
    Examined { file: file.to_owned(), problems, ..Examined::default() }
}

/// A translation into a language that gostep does not have.
fn foreign(file: &str) -> Examined {
    let known: Vec<&str> = Lang::ALL.into_iter().map(Lang::code).collect();
    let (message, help) = match right_name(Path::new(file)) {
        Some(name) => ("gostep does not find a translation under this name", format!("call it {name}")),
        None => (
            "gostep does not speak the language in the name of this file",
            format!("known: {}; rename it, or remove it", known.join(", ")),
        ),
    };
    let problems = vec![Problem::of_file(file, Severity::Error, message, help)];
    Examined { file: file.to_owned(), problems, ..Examined::default() }
}
