//! Progress in a file: read once, added to with every step, never in the way of playing.

use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use crate::whole_file;
use gostep_course::player::Journal;
use gostep_course::player::progress::{Entry, MAX_BYTES, Progress, Unreadable, What};

/// How long to wait for another gostep that is writing; then the entries are written with the next ones.
const PATIENCE: Duration = Duration::from_millis(200);

/// The same where there will be no next ones.
const LAST_PATIENCE: Duration = Duration::from_secs(3);

/// A learner's progress, and the file that it is kept in.
///
/// Every entry is written at once, so that nothing is lost with the terminal. If the file cannot be written, this
/// goes on in memory. What has to be said of that is in [`ProgressFile::take_notices`], each thing once.
#[derive(Debug)]
pub struct ProgressFile {
    /// Nothing if progress is only kept in memory.
    file: Option<PathBuf>,
    progress: Progress,
    /// Happened, and not in the file yet.
    pending: Vec<Entry>,
    /// The lesson and step on the screen.
    here: Option<(String, String)>,
    /// Something was written that may not be on the disk yet.
    unsynced: bool,
    has_complained: bool,
    notices: Vec<Notice>,
    clock: fn() -> u64,
}

/// What a learner should know about the file.
#[derive(Debug)]
pub enum Notice {
    /// There is no place for it: no home directory.
    NoPlace,
    /// It was not usable and now has another name.
    KeptAside {
        /// The file.
        file: PathBuf,
        /// Its name now.
        kept: PathBuf,
        /// What is wrong with it.
        why: Unreadable,
    },
    /// It cannot be read, or not be renamed although it is not usable; it is left alone.
    CannotRead {
        /// The file.
        file: PathBuf,
        /// What the system said.
        error: std::io::Error,
    },
    /// It cannot be written.
    CannotWrite {
        /// The file.
        file: PathBuf,
        /// What the system said.
        error: std::io::Error,
    },
}

impl ProgressFile {
    /// Opens the file, which need not exist yet.
    pub fn open(file: Option<PathBuf>) -> Self {
        Self::with_clock(file, now)
    }

    /// The same with a clock of one's own, in seconds since 1970.
    pub fn with_clock(file: Option<PathBuf>, clock: fn() -> u64) -> Self {
        let mut new = Self {
            // Behind a link lies the file that is meant.
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
            // Reading needs no lock, since the file is only ever replaced as a whole.
            Some(file) => match read(&file) {
                Ok(Ok(progress)) => new.progress = progress,
                Ok(Err(why)) => new.keep_aside(&file, why),
                Err(error) => new.give_up(Notice::CannotRead { file, error }),
            },
        }
        new
    }

    /// Gives the learner a seed, unless the file has one. It is kept when something is written.
    #[must_use]
    pub fn with_seed(mut self, new: u32) -> Self {
        self.progress.seed.get_or_insert(new);
        self
    }

    /// What is known of the learner, with all that happened since.
    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// Where it is kept, if it is.
    pub fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// Forgets one lesson, or all of them, in the file too. Tells whether there was something to forget.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn forget(&mut self, lesson: Option<&str>) -> std::io::Result<bool> {
        let Some(file) = self.file.clone() else { return Ok(self.progress.forget(lesson)) };
        let mut known = false;
        self.rewrite(&file, LAST_PATIENCE, true, |progress| known = progress.forget(lesson))?;
        Ok(known)
    }

    /// Writes what is not in the file yet and waits for the disk.
    pub fn close(&mut self) {
        if self.unsynced || !self.pending.is_empty() {
            self.save(LAST_PATIENCE, true);
        }
    }

    /// What has to be said, each thing once.
    pub fn take_notices(&mut self) -> Vec<Notice> {
        std::mem::take(&mut self.notices)
    }

    fn enter(&mut self, lesson: &str, step: &str, what: What) {
        let entry = Entry { time: (self.clock)(), lesson: lesson.to_owned(), step: step.to_owned(), what };
        self.progress.apply(&entry);
        if self.file.is_some() {
            self.pending.push(entry);
            self.save(PATIENCE, false);
        }
    }

    fn save(&mut self, patience: Duration, sync: bool) {
        let Some(file) = self.file.clone() else { return };
        match self.rewrite(&file, patience, sync, |_| ()) {
            // Another gostep is writing; there will be another time.
            Err(error) if error.kind() == ErrorKind::WouldBlock && !sync => {}
            Err(error) if !self.has_complained => {
                // It is tried again with the next entry: a disk may be full for a moment only.
                self.has_complained = true;
                self.notices.push(Notice::CannotWrite { file, error });
            }
            _ => {}
        }
    }

    /// Adds what is pending to what is in the file now, changes it, and writes it.
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
        let mut progress = match read(file)? {
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

    /// From here on only memory: a file that we do not understand must not be overwritten.
    fn give_up(&mut self, notice: Notice) {
        self.file = None;
        self.pending.clear();
        self.notices.push(notice);
    }
}

impl Journal for ProgressFile {
    fn reached(&mut self, lesson: &str, step: &str) {
        // A view says so each time it draws.
        let here = Some((lesson.to_owned(), step.to_owned()));
        if self.here != here {
            self.here = here;
            self.enter(lesson, step, What::Reached);
        }
    }

    fn answered(&mut self, lesson: &str, step: &str, right: bool) {
        self.enter(lesson, step, What::Answered(right));
    }
}

fn now() -> u64 {
    SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

/// What is in the file: no file is no progress.
fn read(file: &Path) -> std::io::Result<Result<Progress, Unreadable>> {
    let opened = match File::open(file) {
        Ok(opened) => opened,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Ok(Progress::default())),
        Err(error) => return Err(error),
    };
    let mut bytes = Vec::new();
    opened.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > MAX_BYTES {
        return Ok(Err(Unreadable::Corrupted(format!("more than {MAX_BYTES} bytes"))));
    }
    Ok(match String::from_utf8(bytes) {
        Ok(text) => Progress::parse(&text),
        Err(_) => Err(Unreadable::Corrupted("not UTF-8".to_owned())),
    })
}

/// Renames the file to the first free `progress.kept-1.json`, ….
fn rename_aside(file: &Path) -> std::io::Result<PathBuf> {
    const MOST: usize = 1000;
    let kept = (1..=MOST).map(|number| file.with_extension(format!("kept-{number}.json"))).find(|kept| !kept.exists());
    let kept = kept.ok_or(ErrorKind::AlreadyExists)?;
    std::fs::rename(file, &kept)?;
    Ok(kept)
}

/// Does something while no other gostep does, as far as the file system knows of locks.
///
/// # Errors
/// `WouldBlock` if the turn did not come in time.
fn alone<T>(file: &Path, patience: Duration, action: impl FnOnce() -> T) -> std::io::Result<T> {
    const PAUSE: Duration = Duration::from_millis(5);
    // The file itself is replaced, so it is another one that is locked.
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
