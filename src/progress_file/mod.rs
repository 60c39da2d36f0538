//! The file with a learner's progress: it is read once and written after every step, and its problems never stop a
//! lesson.

use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use crate::whole_file;
use gostep_course::player::Journal;
use gostep_course::player::progress::{Entry, MAX_BYTES, Progress, Unreadable, What};

/// How long to wait while another gostep is writing. After that the entries are written together with the next ones.
const PATIENCE: Duration = Duration::from_millis(200);

/// How long to wait when the program ends, so that there are no next entries.
const LAST_PATIENCE: Duration = Duration::from_secs(3);

/// A learner's progress and the file in which it is stored.
///
/// Every entry is written at once, so that nothing is lost if the terminal is closed. If the file cannot be written,
/// progress is kept in memory. Problems are reported by [`ProgressFile::take_notices`], each one once.
#[derive(Debug)]
pub struct ProgressFile {
    /// `None` if progress is only kept in memory.
    file: Option<PathBuf>,
    progress: Progress,
    /// Entries that are not in the file yet.
    pending: Vec<Entry>,
    /// The lesson and the step that are shown.
    here: Option<(String, String)>,
    /// Whether something was written that may not be on the disk yet.
    unsynced: bool,
    has_complained: bool,
    notices: Vec<Notice>,
    clock: fn() -> u64,
}

/// A problem with the file that the learner should know.
#[derive(Debug)]
pub enum Notice {
    /// There is no place for the file, since there is no home directory.
    NoPlace,
    /// The file could not be used and was renamed.
    KeptAside {
        /// The file.
        file: PathBuf,
        /// Its new name.
        kept: PathBuf,
        /// Why it could not be used.
        why: Unreadable,
    },
    /// The file cannot be read, or cannot be used and not be renamed either. It is left as it is.
    CannotRead {
        /// The file.
        file: PathBuf,
        /// The error of the operating system.
        error: std::io::Error,
    },
    /// The file cannot be written.
    CannotWrite {
        /// The file.
        file: PathBuf,
        /// The error of the operating system.
        error: std::io::Error,
    },
}

impl ProgressFile {
    /// Opens the file, which need not exist yet.
    pub fn open(file: Option<PathBuf>) -> Self {
        Self::with_clock(file, now)
    }

    /// Like [`Self::open`], with a clock that gives seconds since 1970.
    pub fn with_clock(file: Option<PathBuf>, clock: fn() -> u64) -> Self {
        let mut new = Self {
            // If the path is a link, write the file to which it leads, so that the link remains.
            file: file.map(|file| file.canonicalize().unwrap_or(file)),
            progress: Progress::default(),
            pending: Vec::new(),
            here: None,
            unsynced: false,
            has_complained: false,
            notices: Vec::new(),
            clock,
        };
        match new.file.clone() {
            None => new.notices.push(Notice::NoPlace),
            // Reading needs no lock, since the file is only replaced as a whole.
            Some(file) => match read_or_new(&file) {
                Ok(Ok(progress)) => new.progress = progress,
                Ok(Err(why)) => new.keep_aside(&file, why),
                Err(error) => new.give_up(Notice::CannotRead { file, error }),
            },
        }
        new
    }

    /// Uses a seed for a learner whose file has none. It is stored with the next entry.
    #[must_use]
    pub fn with_seed(mut self, new: u32) -> Self {
        self.progress.seed.get_or_insert(new);
        self
    }

    /// The progress in the file, with everything that happened since it was read.
    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// The path of the file; `None` if progress is only kept in memory.
    pub fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// Deletes the progress in one lesson or in all, in the file too. `false` if there was none.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn forget(&mut self, lesson: Option<&str>) -> std::io::Result<bool> {
        let Some(file) = self.file.clone() else { return Ok(self.progress.forget(lesson)) };
        let mut known = false;
        self.rewrite(&file, LAST_PATIENCE, true, |progress| known = progress.forget(lesson))?;
        Ok(known)
    }

    /// Adds what another account of the same learner knows, in the file too.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn merge(&mut self, other: &Progress) -> std::io::Result<()> {
        let Some(file) = self.file.clone() else {
            self.progress.merge(other);
            return Ok(());
        };
        self.rewrite(&file, LAST_PATIENCE, true, |progress| progress.merge(other))
    }

    /// Adds one thing that happened.
    pub fn enter(&mut self, entry: Entry) {
        self.progress.apply(&entry);
        if self.file.is_some() {
            self.pending.push(entry);
            self.save(PATIENCE, false);
        }
    }

    /// Writes the remaining entries and waits until they are on the disk.
    pub fn close(&mut self) {
        if self.unsynced || !self.pending.is_empty() {
            self.save(LAST_PATIENCE, true);
        }
    }

    /// The problems that were not reported yet.
    pub fn take_notices(&mut self) -> Vec<Notice> {
        std::mem::take(&mut self.notices)
    }

    fn enter_now(&mut self, lesson: &str, step: &str, what: What) {
        self.enter(Entry { time: (self.clock)(), lesson: lesson.to_owned(), step: step.to_owned(), what });
    }

    fn save(&mut self, patience: Duration, sync: bool) {
        let Some(file) = self.file.clone() else { return };
        match self.rewrite(&file, patience, sync, |_| ()) {
            // Another gostep is writing; these entries are written with the next ones.
            Err(error) if error.kind() == ErrorKind::WouldBlock && !sync => {}
            Err(error) if !self.has_complained => {
                // Writing is tried again with the next entry, since the disk may be full only for a moment.
                self.has_complained = true;
                self.notices.push(Notice::CannotWrite { file, error });
            }
            _ => {}
        }
    }

    /// Reads the file again, adds the pending entries, applies `change` to it, and writes it.
    fn rewrite(
        &mut self,
        file: &Path,
        patience: Duration,
        sync: bool,
        change: impl FnOnce(&mut Progress),
    ) -> std::io::Result<()> {
        if let Some(dir) = file.parent() {
            std::fs::create_dir_all(dir)?;
        }
        alone(file, patience, || self.rewrite_alone(file, sync, change))?
    }

    fn rewrite_alone(&mut self, file: &Path, sync: bool, change: impl FnOnce(&mut Progress)) -> std::io::Result<()> {
        let mut progress = match read_or_new(file)? {
            Ok(progress) => progress,
            Err(why) => {
                self.keep_aside(file, why);
                if self.file.is_none() {
                    return Ok(());
                }
                Progress::default()
            }
        };
        for entry in &self.pending {
            progress.apply(entry);
        }
        progress.seed = progress.seed.or(self.progress.seed);
        change(&mut progress);
        let text = progress.to_json().map_err(std::io::Error::from)?;
        whole_file::write(file, text.as_bytes(), sync)?;
        self.progress = progress;
        self.pending.clear();
        self.unsynced = !sync;
        Ok(())
    }

    fn keep_aside(&mut self, file: &Path, why: Unreadable) {
        match rename_aside(file) {
            Ok(kept) => self.notices.push(Notice::KeptAside { file: file.to_owned(), kept, why }),
            Err(error) => self.give_up(Notice::CannotRead { file: file.to_owned(), error }),
        }
    }

    /// Keeps progress in memory from now on, since a file that cannot be understood must not be overwritten.
    fn give_up(&mut self, notice: Notice) {
        self.file = None;
        self.pending.clear();
        self.notices.push(notice);
    }
}

impl Journal for ProgressFile {
    fn reached(&mut self, lesson: &str, step: &str) {
        // Views report the step at every drawing, so repeated reports are ignored.
        let here = Some((lesson.to_owned(), step.to_owned()));
        if self.here != here {
            self.here = here;
            self.enter_now(lesson, step, What::Reached);
        }
    }

    fn answered(&mut self, lesson: &str, step: &str, right: bool) {
        self.enter_now(lesson, step, What::Answered(right));
    }
}

fn now() -> u64 {
    SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

/// Reads the progress in the file. A missing file is empty progress.
fn read_or_new(file: &Path) -> std::io::Result<Result<Progress, Unreadable>> {
    match read(file) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Ok(Progress::default())),
        read => read,
    }
}

/// Reads the progress in a file.
///
/// # Errors
/// If the file cannot be read, or there is none.
pub fn read(file: &Path) -> std::io::Result<Result<Progress, Unreadable>> {
    let mut bytes = Vec::new();
    File::open(file)?.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > MAX_BYTES {
        return Ok(Err(Unreadable::TooLong));
    }
    Ok(match String::from_utf8(bytes) {
        Ok(text) => Progress::parse(&text),
        Err(_) => Err(Unreadable::Corrupted("not UTF-8".to_owned())),
    })
}

/// Renames the file to the first unused name of `progress.kept-1.json` and so on.
fn rename_aside(file: &Path) -> std::io::Result<PathBuf> {
    const MOST: usize = 1000;
    let kept = (1..=MOST).map(|number| file.with_extension(format!("kept-{number}.json"))).find(|kept| !kept.exists());
    let kept = kept.ok_or(ErrorKind::AlreadyExists)?;
    std::fs::rename(file, &kept)?;
    Ok(kept)
}

/// Runs `action` while no other gostep runs its own, as far as the file system supports locks.
///
/// # Errors
/// `WouldBlock` if another one still holds the lock after `patience`.
fn alone<T>(file: &Path, patience: Duration, action: impl FnOnce() -> T) -> std::io::Result<T> {
    const PAUSE: Duration = Duration::from_millis(5);
    // The progress file itself is replaced when it is written, so a separate file is locked.
    let lock = OpenOptions::new().create(true).truncate(false).write(true).open(file.with_extension("lock"))?;
    let mut lock = fd_lock::RwLock::new(lock);
    let start = Instant::now();
    loop {
        match lock.try_write() {
            Ok(_guard) => return Ok(action()),
            Err(error) if !matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::Interrupted) => break,
            Err(error) if start.elapsed() >= patience => return Err(error),
            Err(_) => std::thread::sleep(PAUSE),
        }
    }
    Ok(action())
}

#[cfg(test)]
mod tests;
