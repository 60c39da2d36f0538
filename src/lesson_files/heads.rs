//! The heads of lessons in files, as lists show them.

use std::path::{Path, PathBuf};

use super::find::{key, read_files, source};
use gostep_course::lesson::head::{self, Head};
use gostep_course::lesson::{LessonSource, LoadError};
use gostep_course::words::Lang;

/// The head of a lesson, by the name of an embedded one or by the path of a file.
///
/// # Errors
/// If there is no such lesson or the file is not a lesson. Nothing else is checked.
pub fn head(name: &str, lang: Lang) -> Result<Head, LoadError> {
    head::head(name, &key(name), &source(name, lang)?)
}

/// The heads of all lessons in a folder in order of file names, each one with its problems if it cannot be read. Other
/// YAML files are left out.
///
/// # Errors
/// If the folder cannot be read, or has none.
pub fn heads(folder: &Path, lang: Lang) -> Result<Vec<Result<Head, LoadError>>, LoadError> {
    let found = lessons_in(folder, lang)?.into_iter();
    let head = |(path, source): Found| {
        let name = path.display().to_string();
        head::head(&name, &key(&name), &source?)
    };
    Ok(found.map(head).collect())
}

/// A file, and the lesson in it unless it cannot be read.
type Found = (PathBuf, Result<LessonSource, LoadError>);

/// The lessons in a folder, in order of file names. Other YAML files are left out.
///
/// # Errors
/// If the folder cannot be read, or has none.
pub fn lessons_in(folder: &Path, lang: Lang) -> Result<Vec<Found>, LoadError> {
    let unreadable = |source| LoadError::Unreadable { path: folder.display().to_string(), source };
    let mut paths: Vec<PathBuf> = Vec::new();
    for entry in folder.read_dir().map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.is_file() && is_lesson_name(&path) {
            paths.push(path);
        }
    }
    paths.sort();
    let is_lesson = |source: &Result<LessonSource, LoadError>| {
        source.as_ref().map_or(true, |source| source.text.contains("gostep_lesson"))
    };
    let found = paths.into_iter().map(|path| {
        let source = read_files(&path, lang);
        (path, source)
    });
    let found: Vec<Found> = found.filter(|(_, source)| is_lesson(source)).collect();
    if found.is_empty() {
        return Err(LoadError::Empty { folder: folder.display().to_string() });
    }
    Ok(found)
}

/// Whether a name is `NAME.yaml` and not that of a translation, `NAME.zh.yaml`.
fn is_lesson_name(path: &Path) -> bool {
    let is_yaml = path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml");
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let is_translation = Lang::ALL.iter().any(|lang| stem.ends_with(&format!(".{}", lang.code())));
    is_yaml && !is_translation && !stem.starts_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;
    use gostep_course::lesson::head::HeadStep;

    #[test]
    fn a_folder_has_lessons_in_the_order_of_their_names() {
        let dir = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| std::fs::write(dir.path().join(name), text).unwrap();
        write("02-b.yaml", "gostep_lesson: 1\ntitle: B\nsteps: [{id: x, title: '{{ p }}', ask: {kind: text}}]\n");
        write("01-a.yaml", "gostep_lesson: 1\ntitle: A\nminutes: 7\nsteps: []\n");
        write("01-a.zh.yaml", "gostep_lesson: 1\ntitle: 甲\nsteps: {}\n");
        write("glossary.yaml", "gostep_glossary: 1\n");
        write("03-c.yaml", "gostep_lesson: 1\ntitle: [\n");
        write("notes.txt", "gostep_lesson: 1\n");
        let heads = heads(dir.path(), Lang::Zh).unwrap();
        let [Ok(a), Ok(b), Err(LoadError::Problems(_))] = heads.as_slice() else { panic!("{heads:?}") };
        // The translation belongs to another original, so it is not used.
        assert_eq!((a.title.as_str(), a.minutes), ("A", Some(7)));
        assert_eq!(b.steps, [HeadStep { id: "x".to_owned(), title: None, asks: true, task: false }]);
        assert!(b.name.ends_with("02-b.yaml"));
    }
}
