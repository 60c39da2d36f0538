//! Folders that gostep fills: it writes into new and empty ones, and into those that it filled before.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::super::error::CliError;
use crate::export::ExportFile;
use gostep_course::words::export::ExportWords;
use gostep_sim::said::Said;

/// How a folder of ours is known.
#[derive(Clone, Copy, Debug)]
pub struct Mark {
    /// The file that is in it.
    pub file: &'static str,
    /// What that file says.
    pub says: &'static str,
    /// How the names of all other files end, if the folder is written anew and old ones go.
    pub others: Option<&'static str>,
}

/// Refuses a folder that has files of somebody else.
pub fn is_ours(folder: &Path, mark: Mark, words: &ExportWords) -> Result<(), CliError> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries.collect::<io::Result<Vec<_>>>(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => Err(error),
    };
    let entries = entries.map_err(|source| CliError::unwritten(folder, source))?;
    let is_mark = |entry: &fs::DirEntry| entry.file_name() == mark.file;
    let is_known = |entry: &fs::DirEntry| {
        mark.others.is_none_or(|end| is_mark(entry) || entry.file_name().to_string_lossy().ends_with(end))
    };
    if entries.is_empty() || entries.iter().any(is_mark) && entries.iter().all(is_known) {
        return Ok(());
    }
    Err(CliError::Usage(Said::told(words.others_folder.with([&folder.display()]))))
}

/// A folder in whose place there is another one now. Unless it is kept, the old one comes back.
pub struct Replaced {
    folder: PathBuf,
    old: Option<PathBuf>,
    /// Where the old one is, and what is not kept goes; removed at the end.
    aside: tempfile::TempDir,
    kept: bool,
}

impl Replaced {
    /// Puts a folder with these files into the place of what was there; none if there are no files.
    pub fn new(folder: &Path, mark: Mark, files: &[ExportFile]) -> io::Result<Self> {
        let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let aside = tempfile::tempdir_in(parent)?;
        let new = aside.path().join("new");
        fs::create_dir(&new)?;
        fs::write(new.join(mark.file), mark.says)?;
        files.iter().try_for_each(|file| fs::write(new.join(&file.name), &file.bytes))?;
        let mut replaced = Self { folder: folder.to_owned(), old: None, aside, kept: false };
        if folder.exists() {
            let old = replaced.aside.path().join("old");
            fs::rename(folder, &old)?;
            replaced.old = Some(old);
        }
        if !files.is_empty() {
            fs::rename(new, folder)?;
        }
        Ok(replaced)
    }

    /// The new one stays.
    pub fn keep(mut self) {
        self.kept = true;
    }
}

/// Errors are ignored: what cannot be put back stays where it is.
impl Drop for Replaced {
    fn drop(&mut self) {
        if self.kept {
            return;
        }
        let _ = fs::rename(&self.folder, self.aside.path().join("unkept"));
        if let Some(old) = &self.old {
            let _ = fs::rename(old, &self.folder);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARK: Mark = Mark { file: "mark.txt", says: "mine", others: Some(".svg") };

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn what_is_not_kept_was_never_there() {
        let scratch = tempfile::tempdir().unwrap();
        let folder = scratch.path().join("pictures");
        let file = |name: &str| ExportFile { name: name.to_owned(), bytes: b"x".to_vec() };
        drop(Replaced::new(&folder, MARK, &[file("a.svg")]).unwrap());
        assert!(names(scratch.path()).is_empty());
        Replaced::new(&folder, MARK, &[file("a.svg")]).unwrap().keep();
        let replaced = Replaced::new(&folder, MARK, &[file("b.svg")]).unwrap();
        assert_eq!(names(&folder), ["b.svg", "mark.txt"]);
        drop(replaced);
        assert_eq!(names(&folder), ["a.svg", "mark.txt"]);
        assert_eq!(names(scratch.path()), ["pictures"]);
        // A name that no file can have: nothing is changed.
        assert!(Replaced::new(&folder, MARK, &[file("no/where.svg")]).is_err());
        assert_eq!(names(&folder), ["a.svg", "mark.txt"]);
        Replaced::new(&folder, MARK, &[]).unwrap().keep();
        assert!(names(scratch.path()).is_empty());
    }
}
