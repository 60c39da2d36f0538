//! Loads lessons for playing, from the course or from files.

use super::around::Around;
use super::find::source;
use gostep_course::lesson::glossary::Glossary;
use gostep_course::lesson::{Lesson, LoadError, Surroundings, load as checked};
use gostep_course::words::Lang;

/// Finds a lesson and checks it.
///
/// # Errors
/// If there is no such lesson; with all problems in the lesson or in the glossary beside it.
pub fn load(name: &str, lang: Lang) -> Result<Lesson, LoadError> {
    with_glossary(name, lang).map(|(lesson, _)| lesson)
}

/// Finds a lesson and checks it. Also returns the terms that it can mark.
///
/// # Errors
/// The same as for [`load`].
pub fn with_glossary(name: &str, lang: Lang) -> Result<(Lesson, Glossary), LoadError> {
    let source = source(name, lang)?;
    let around = Around(&source);
    let glossary = around.glossary(lang)?;
    let lesson = checked::lesson(&source, &glossary, lang, &|name| around.program(name))?;
    Ok((lesson, glossary))
}
