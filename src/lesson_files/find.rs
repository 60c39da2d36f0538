//! Finds lessons by name: embedded ones and files.

use std::io::Read;
use std::path::Path;

use gostep_course::lesson::gate::MAX_BYTES;
use gostep_course::lesson::readable::is_unwanted;
use gostep_course::lesson::{LessonSource, LoadError, load};
use gostep_course::words::Lang;

/// Finds a lesson by the name of an embedded one or by the path of a file.
///
/// # Errors
/// If there is no such lesson or it cannot be read.
pub fn source(name: &str, lang: Lang) -> Result<LessonSource, LoadError> {
    if is_path(name) { read_files(Path::new(name), lang) } else { load::source(name, lang) }
}

/// The key under which progress in a lesson is stored: the name of an embedded one, or the absolute path of a file. The
/// lesson can be loaded by this key from any directory.
pub fn key(name: &str) -> String {
    if load::names().any(|lesson| lesson == name) {
        return name.to_owned();
    }
    Path::new(name).canonicalize().map_or_else(|_| name.to_owned(), |path| path.display().to_string())
}

/// Whether a name is the path of a file rather than the name of an embedded lesson.
pub fn is_path(name: &str) -> bool {
    name.contains(['/', '.']) || Path::new(name).is_file()
}

/// Reads a lesson file, and its translation into `lang` if there is one beside it.
pub fn read_files(path: &Path, lang: Lang) -> Result<LessonSource, LoadError> {
    let text = read(path)?;
    let overlay_path = path.with_extension(format!("{}.yaml", lang.code()));
    let overlay = if overlay_path.is_file() { Some((show(&overlay_path), read(&overlay_path)?)) } else { None };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok(LessonSource { file: show(path), text, overlay, folder: Some(folder.to_owned()) })
}

/// Reads a file, but not more than the maximum size of a lesson.
///
/// # Errors
/// If it cannot be read or is not text.
pub fn read(path: &Path) -> Result<String, LoadError> {
    let unreadable = |source| LoadError::Unreadable { path: show(path), source };
    let file = std::fs::File::open(path).map_err(unreadable)?;
    let mut bytes = Vec::new();
    file.take(MAX_BYTES as u64 + 4).read_to_end(&mut bytes).map_err(unreadable)?;
    load::text(&show(path), &bytes)
}

/// A path as messages show it.
pub fn show(path: &Path) -> String {
    path.display().to_string().chars().filter(|&c| !is_unwanted(c) && c != '\n').collect()
}
