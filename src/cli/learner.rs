//! The learner's progress at the command line: where its file is, and what has to be said of it.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::Write;
use std::path::PathBuf;
use std::sync::OnceLock;

use crate::progress_file::{Notice, ProgressFile};
use gostep_course::player::progress::Unreadable;
use gostep_course::words::course::CourseWords;
use gostep_course::words::{Lang, words};

/// Names another directory for the progress file.
pub const DATA_DIR: &str = "GOSTEP_DATA_DIR";

/// Opens the learner's progress. Nothing is written yet.
pub fn progress_file() -> ProgressFile {
    /// That of a learner who has none yet: the same until it is kept.
    static NEW: OnceLock<u32> = OnceLock::new();
    ProgressFile::open(data_dir().map(|dir| dir.join("progress.json"))).with_seed(*NEW.get_or_init(random))
}

/// Fixes the order of options in questions: the same for a whole class, or 0 for that of the author.
pub const SEED: &str = "GOSTEP_SEED";

/// The seed of the order of options for the learner at the terminal.
pub fn seed() -> u64 {
    fixed_seed().unwrap_or_else(|| progress_file().progress().seed.unwrap_or_default().into())
}

/// The seed of the order of options for one lesson in practice, where one shall not remember letters.
pub fn practice_seed() -> u64 {
    fixed_seed().unwrap_or_else(|| random().into())
}

fn fixed_seed() -> Option<u64> {
    std::env::var(SEED).ok()?.trim().parse().ok()
}

/// Not 0, which stands for the order of the author.
fn random() -> u32 {
    let number = RandomState::new().build_hasher().finish();
    u32::try_from(number >> 32).map_or(1, |number| number.max(1))
}

/// Where a user's data belongs: `~/.local/share/gostep` or what the system has for it.
pub fn data_dir() -> Option<PathBuf> {
    use etcetera::BaseStrategy;
    if let Some(dir) = std::env::var_os(DATA_DIR).filter(|dir| !dir.is_empty()) {
        return Some(PathBuf::from(dir));
    }
    etcetera::choose_base_strategy().ok().map(|base| base.data_dir().join("gostep"))
}

/// Says what is wrong with the progress file, each thing once.
pub fn say_notices(progress_file: &mut ProgressFile, lang: Lang) {
    for notice in progress_file.take_notices() {
        // Without standard error there is nobody to tell.
        let _ = writeln!(std::io::stderr(), "gostep: {}", sentence(&notice, &words(lang).course));
    }
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
        Notice::CannotRead { file, error } => words.cannot_read.with([&file.display(), error]),
        Notice::CannotWrite { file, error } => words.cannot_write.with([&file.display(), error]),
    }
}
