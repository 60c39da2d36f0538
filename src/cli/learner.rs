//! The learner's progress file on the command line: its place, its seed, and its messages.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::Write;
use std::path::PathBuf;
use std::sync::OnceLock;
use std::time::SystemTime;

use crate::progress_file::{Notice, ProgressFile};
use gostep_course::player::progress::{Entry, MAX_BYTES, Progress, Unreadable};
use gostep_course::words::course::CourseWords;
use gostep_course::words::{Lang, words};
use gostep_page::Keeper;

/// The environment variable that names another directory for the progress file.
pub const DATA_DIR: &str = "GOSTEP_DATA_DIR";

/// Opens the learner's progress file. This does not write anything.
pub fn progress_file() -> ProgressFile {
    /// The seed of a learner who has no progress file yet; it must stay the same until it is stored.
    static NEW: OnceLock<u32> = OnceLock::new();
    ProgressFile::open(data_dir().map(|dir| dir.join("progress.json"))).with_seed(*NEW.get_or_init(random))
}

/// The environment variable for the order of options in questions, to have the same in a whole class. 0 is the author's
/// order.
pub const SEED: &str = "GOSTEP_SEED";

/// The seed for the order of options for this learner.
pub fn seed() -> u64 {
    fixed_seed().unwrap_or_else(|| progress_file().progress().seed.unwrap_or_default().into())
}

/// The time in seconds since 1970.
pub fn now() -> u64 {
    SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

/// A new seed for the order of options in practice, so that nobody can answer from remembered letters.
pub fn practice_seed() -> u64 {
    fixed_seed().unwrap_or_else(|| random().into())
}

fn fixed_seed() -> Option<u64> {
    std::env::var(SEED).ok()?.trim().parse().ok()
}

/// A random number other than 0, since 0 means the author's order.
fn random() -> u32 {
    let number = RandomState::new().build_hasher().finish();
    u32::try_from(number >> 32).map_or(1, |number| number.max(1))
}

/// The directory for a user's data: `~/.local/share/gostep`, or what is usual on the system.
pub fn data_dir() -> Option<PathBuf> {
    use etcetera::BaseStrategy;
    if let Some(dir) = std::env::var_os(DATA_DIR).filter(|dir| !dir.is_empty()) {
        return Some(PathBuf::from(dir));
    }
    etcetera::choose_base_strategy().ok().map(|base| base.data_dir().join("gostep"))
}

/// Prints problems with the progress file, each one once.
pub fn say_notices(progress_file: &mut ProgressFile, lang: Lang) {
    for problem in problems(progress_file, lang) {
        // If standard error is closed there is nobody to tell.
        let _ = writeln!(std::io::stderr(), "gostep: {problem}");
    }
}

/// The same as sentences.
pub fn problems(progress_file: &mut ProgressFile, lang: Lang) -> Vec<String> {
    progress_file.take_notices().iter().map(|notice| sentence(notice, &words(lang).course)).collect()
}

fn sentence(notice: &Notice, words: &CourseWords) -> String {
    match notice {
        Notice::NoPlace => words.no_place.with([&DATA_DIR]),
        Notice::KeptAside { file, kept, why: Unreadable::Newer(format) } => {
            words.kept_newer.with([&file.display(), format, &kept.display()])
        }
        Notice::KeptAside { file, kept, why: Unreadable::Corrupted(what) } => {
            words.kept_corrupted.with([&file.display(), what, &kept.display()])
        }
        Notice::KeptAside { file, kept, why: Unreadable::TooLong } => {
            let what = words.more_than_bytes.with([&MAX_BYTES]);
            words.kept_corrupted.with([&file.display(), &what, &kept.display()])
        }
        Notice::CannotRead { file, error } => words.cannot_read.with([&file.display(), error]),
        Notice::CannotWrite { file, error } => words.cannot_write.with([&file.display(), error]),
    }
}

/// The learner at a served page, whose progress is in the same file as at the terminal.
#[derive(Debug)]
pub struct Learner {
    progress_file: ProgressFile,
    /// Why other progress could not be added to the file, or the file not be emptied; it is said once.
    problem: Option<std::io::Error>,
}

impl Learner {
    /// Opens the learner's progress file.
    pub fn open() -> Self {
        Self { progress_file: progress_file(), problem: None }
    }
}

impl Keeper for Learner {
    fn progress(&self) -> &Progress {
        self.progress_file.progress()
    }

    fn enter(&mut self, entry: Entry) {
        self.progress_file.enter(entry);
    }

    fn merge(&mut self, other: &Progress) {
        self.problem = self.progress_file.merge(other).err();
    }

    fn forget(&mut self) {
        self.problem = self.progress_file.forget(None).err();
    }

    fn seed(&self) -> u64 {
        fixed_seed().unwrap_or_else(|| self.progress().seed.unwrap_or_default().into())
    }

    fn file(&self) -> Option<String> {
        self.progress_file.file().map(|file| file.display().to_string())
    }

    fn take_problems(&mut self, lang: Lang) -> Vec<String> {
        let mut told = problems(&mut self.progress_file, lang);
        if let (Some(error), Some(file)) = (self.problem.take(), self.file()) {
            told.push(words(lang).course.cannot_write.with([&file, &error]));
        }
        told
    }
}
