//! Whether files of lessons were saved.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// A file is only read after it has not changed for this long, so that no half-written file is read.
const SETTLED: Duration = Duration::from_millis(60);

/// The files in a folder that lessons are made of, as they were seen last: texts, translations, programs.
#[derive(Debug)]
pub struct Seen {
    folder: PathBuf,
    files: Vec<(PathBuf, u64, Option<SystemTime>)>,
}

impl Seen {
    /// Looks at a folder, or at that of a file.
    pub fn of(path: &Path) -> Self {
        let parent = || path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let folder = if path.is_dir() { path } else { parent() }.to_owned();
        let files = files(&folder);
        Self { folder, files }
    }

    /// Whether something was saved since the last look. If so, waits until all is written.
    pub fn changes(&mut self) -> bool {
        let mut now = files(&self.folder);
        if now == self.files {
            return false;
        }
        while let settled = after(SETTLED, &self.folder)
            && settled != now
        {
            now = settled;
        }
        self.files = now;
        true
    }
}

/// The files with sizes and times of modification.
fn files(folder: &Path) -> Vec<(PathBuf, u64, Option<SystemTime>)> {
    const MOST: usize = 500;
    let entries = folder.read_dir().into_iter().flatten().take(MOST).filter_map(Result::ok);
    let of_lessons = |path: &PathBuf| {
        path.extension().is_some_and(|extension| ["yaml", "yml", "json"].iter().any(|known| extension == *known))
    };
    let paths = entries.map(|entry| entry.path()).filter(of_lessons);
    let mut seen: Vec<_> = paths
        .filter_map(|path| {
            let metadata = path.metadata().ok()?;
            Some((path, metadata.len(), metadata.modified().ok()))
        })
        .collect();
    seen.sort();
    seen
}

fn after(time: Duration, folder: &Path) -> Vec<(PathBuf, u64, Option<SystemTime>)> {
    std::thread::sleep(time);
    files(folder)
}
