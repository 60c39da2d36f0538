//! Lessons with all that they need, as data that knows no files: what a page takes.

use std::path::Path;

use super::around::{glossary_in, program_text};
use super::find::{is_path, key, read_files, show, source};
use super::heads::lessons_in;
use gostep_course::lesson::{LessonSource, LoadError};
use gostep_course::words::Lang;
use gostep_page::{OwnLesson, OwnText, Shelf};

/// The lessons under a name: one that comes with gostep, a file, or all in a folder. What is wrong with a lesson is told
/// when it is played.
///
/// # Errors
/// If there is none, or a file cannot be read.
pub fn shelf(name: &str) -> Result<Shelf, LoadError> {
    let path = Path::new(name);
    if path.is_dir() {
        let found = lessons_in(path, Lang::default())?.into_iter();
        let lessons = found.map(|(path, lesson)| own(&path, &lesson?)).collect::<Result<_, _>>()?;
        return Ok(Shelf { lessons, of_course: None });
    }
    let lesson = source(name, Lang::default())?;
    if is_path(name) {
        return Ok(Shelf { lessons: vec![own(path, &lesson)?], of_course: None });
    }
    Ok(Shelf { lessons: Vec::new(), of_course: Some(vec![name.to_owned()]) })
}

/// A lesson that is a file, with the files beside it that it uses.
fn own(path: &Path, source: &LessonSource) -> Result<OwnLesson, LoadError> {
    let mut lesson = OwnLesson {
        name: name(path),
        key: Some(key(&path.display().to_string())),
        script: text(path)?,
        ..OwnLesson::default()
    };
    if let Some(glossary) = source.folder.as_deref().and_then(glossary_in) {
        lesson.glossary = Some(text(&glossary)?);
    }
    if let Some(program) = source.program() {
        match program_text(&program, source.folder.as_deref()) {
            Some(Ok(text)) => drop(lesson.programs.insert(program, text)),
            Some(Err(error)) => drop(lesson.missing.insert(program, error.to_string())),
            None => {}
        }
    }
    Ok(lesson)
}

/// The name of a lesson among those of its folder. It stands in addresses, so it is short.
fn name(path: &Path) -> String {
    let is_usual = path.extension().is_some_and(|extension| extension == "yaml");
    let name = if is_usual { path.file_stem() } else { path.file_name() };
    // With ~ begin the names of what a reader brings to the page.
    let name = show(Path::new(name.unwrap_or_default()));
    name.strip_prefix('~').map_or_else(|| name.clone(), |rest| format!("-{rest}"))
}

/// A text with all its translations.
fn text(path: &Path) -> Result<OwnText, LoadError> {
    let mut own = OwnText::default();
    for lang in Lang::ALL {
        let source = read_files(path, lang)?;
        (own.file, own.text) = (source.file, source.text);
        own.translations.extend(source.overlay.map(|overlay| (lang.code().to_owned(), overlay)));
    }
    Ok(own)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lesson_files;

    const LESSON: &str =
        "gostep_lesson: 1\nid: x\ntitle: X\nprogram: PROGRAM\nsteps:\n- id: a\n  title: A\n  say: a [word](term:own)\n";

    fn folder(program: &str) -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| std::fs::write(dir.path().join(name), text).unwrap();
        write("x.yaml", &LESSON.replace("PROGRAM", program));
        write("x.zh.yaml", "gostep_lesson: 1\nsteps: {}\n");
        write("glossary.yaml", "gostep_glossary: 1\nterms:\n  own:\n    term: own\n    text: Mine.\n");
        write("hello.json", include_str!("../../lessons/programs/hello.json"));
        dir
    }

    #[test]
    fn a_lesson_comes_with_its_translations_its_glossary_and_its_program() {
        let dir = folder("./hello.json");
        let shelf = shelf(dir.path().to_str().unwrap()).unwrap();
        let [lesson] = shelf.lessons.as_slice() else { panic!("{shelf:?}") };
        assert_eq!(lesson.name, "x");
        assert_eq!(lesson.script.translations.keys().collect::<Vec<_>>(), ["zh"]);
        assert_eq!(lesson.programs.keys().collect::<Vec<_>>(), ["./hello.json"]);
        let played = shelf.lesson("x", Lang::En).unwrap();
        let file = dir.path().join("x.yaml").display().to_string();
        assert_eq!(played.program.packages.len(), lesson_files::load(&file, Lang::En).unwrap().program.packages.len());
        assert_eq!(super::shelf(&file).unwrap(), shelf);
    }

    #[test]
    fn what_is_wrong_is_said_as_it_is_of_the_file() {
        for program in ["./helo.json", "../x.json", "nothing", "x.yaml", "/etc/passwd"] {
            let dir = folder(program);
            let file = dir.path().join("x.yaml").display().to_string();
            let of_file = lesson_files::load(&file, Lang::En).unwrap_err().to_string();
            let of_page = shelf(&file).unwrap().lesson("x", Lang::En).unwrap_err().message;
            assert_eq!(of_page, of_file, "{program}");
        }
    }

    #[test]
    fn a_lesson_of_the_course_is_taken_by_its_name() {
        assert_eq!(shelf("log").unwrap().of_course, Some(vec!["log".to_owned()]));
        assert!(matches!(shelf("lgo"), Err(LoadError::Unknown { .. })));
        let empty = tempfile::tempdir().unwrap();
        assert!(matches!(shelf(empty.path().to_str().unwrap()), Err(LoadError::Empty { .. })));
    }
}
