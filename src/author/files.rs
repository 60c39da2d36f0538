//! Which lessons are meant by what is named: lessons that come with gostep, files, folders.

use std::path::{Path, PathBuf};

use crate::lesson_files;
use gostep_course::lesson::{LoadError, load};
use gostep_course::words::Lang;

/// Most files of a folder that are looked at.
const MAX_FILES: usize = 2000;
/// Folders in folders.
const MAX_DEPTH: usize = 6;

/// Something to check.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A lesson with its translations, by path or by the name of one that comes with gostep.
    Lesson(String),
    /// A glossary with its translations, by path.
    Glossary(String),
    /// A translation without a lesson beside it.
    Orphan(String),
    /// A translation to a language that gostep does not speak.
    Foreign(String),
}

/// What the names mean; without names, the lessons that come with gostep.
///
/// # Errors
/// If there is nothing under a name, or it cannot be read.
pub fn targets(names: &[String]) -> Result<Vec<Target>, LoadError> {
    if names.is_empty() {
        return Ok(load::names().map(|name| Target::Lesson(name.to_owned())).collect());
    }
    let mut found = Vec::new();
    for name in names {
        let path = Path::new(name);
        let unreadable = |source| LoadError::Unreadable { path: name.clone(), source };
        if path.is_dir() {
            let before = found.len();
            folder(path, MAX_DEPTH, &mut found).map_err(unreadable)?;
            if found.len() == before {
                let nothing = std::io::Error::other("the folder has no lesson (no file that ends in .yaml)");
                return Err(unreadable(nothing));
            }
        } else if lesson_files::is_path(name) {
            let metadata = path.metadata().map_err(unreadable)?;
            if !metadata.is_file() {
                return Err(unreadable(std::io::Error::other("it is neither a file nor a folder")));
            }
            found.push(target(path));
        } else {
            lesson_files::source(name, Lang::En)?;
            found.push(Target::Lesson(name.clone()));
        }
    }
    found.sort();
    found.dedup();
    Ok(found)
}

/// All lessons in a folder. Hidden folders and links to folders are left alone.
fn folder(path: &Path, depth: usize, found: &mut Vec<Target>) -> std::io::Result<()> {
    for entry in path.read_dir()? {
        let entry = entry?;
        let path = if path == Path::new(".") { PathBuf::from(entry.file_name()) } else { entry.path() };
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        if found.len() >= MAX_FILES || hidden {
            continue;
        }
        if entry.file_type()?.is_dir() {
            if depth > 0 {
                folder(&path, depth - 1, found)?;
            }
        } else if is_yaml(&path) && entry.path().is_file() {
            found.push(target(&path));
        }
    }
    Ok(())
}

fn is_yaml(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml")
}

/// A file `NAME.LANG.yaml` stands for the lesson `NAME.yaml` that it translates.
fn target(path: &Path) -> Target {
    let shown = |path: &Path| path.display().to_string();
    let kind = |path: &Path| {
        if path.file_name().is_some_and(|name| name == "glossary.yaml") { Target::Glossary } else { Target::Lesson }
    };
    match translated(path) {
        Some((_, None)) => Target::Foreign(shown(path)),
        Some((lesson, _)) if !lesson.is_file() => Target::Orphan(shown(path)),
        Some((lesson, Some(_))) => kind(&lesson)(shown(&lesson)),
        None => kind(path)(shown(path)),
    }
}

/// The lesson that a file with this name translates, and to which language, if gostep speaks it and looks for this name.
pub fn translated(path: &Path) -> Option<(PathBuf, Option<Lang>)> {
    let stem = path.file_stem()?.to_str()?;
    let (lesson, code) = stem.rsplit_once('.')?;
    let language: String = code.chars().take_while(char::is_ascii_alphabetic).collect();
    // `zh`, and in other spellings `ZH`, `zh-CN`, `zh_CN`.
    if language.len() != 2 || !code[2..].is_empty() && !code[2..].starts_with(['-', '_']) {
        return None;
    }
    let beside = |extension: &str| path.with_file_name(format!("{lesson}.{extension}"));
    let lesson = if beside("yaml").is_file() || !beside("yml").is_file() { beside("yaml") } else { beside("yml") };
    let is_found = path.extension().is_some_and(|extension| extension == "yaml");
    Some((lesson, Lang::parse(code).filter(|_| is_found)))
}

/// The name under which gostep would find a translation.
pub fn right_name(path: &Path) -> Option<String> {
    let stem = path.file_stem()?.to_str()?;
    let (lesson, code) = stem.rsplit_once('.')?;
    let lang = Lang::parse(&code.get(..2)?.to_lowercase())?;
    Some(format!("{lesson}.{}.yaml", lang.code()))
}
