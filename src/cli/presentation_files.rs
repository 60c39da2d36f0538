//! The files through which presentations and their notes find each other: three small files for each presentation, in a
//! directory that only the user can read. Nothing goes over the network.
//!
//! | file | who writes | what |
//! |---|---|---|
//! | `ID.lock` | nobody | locked as long as the presentation runs; a free lock shows that it was killed |
//! | `ID.json` | the presentation | its state; always replaced as a whole |
//! | `ID.asks` | the notes | their commands, one word a line; only appended to |

use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use fd_lock::RwLock;

use super::learner;
use crate::whole_file;
use gostep_course::player::presentation::{Ask, FORMAT, Presentation};

/// A state file is never longer; a longer file is something else.
const MAX_BYTES: u64 = 64 * 1024;

/// Milliseconds since 1970.
pub fn now_ms() -> u64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or(Duration::ZERO);
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}

/// The directory: below that of the user's session if the system has one, since that is not shared between computers
/// and is emptied at the end of the session.
pub fn directory() -> std::io::Result<PathBuf> {
    let own = std::env::var_os(learner::DATA_DIR).is_some_and(|dir| !dir.is_empty());
    let parent = if own { None } else { session_directory().map(|dir| dir.join("gostep")) };
    let parent = parent.or_else(learner::data_dir);
    let none = || std::io::Error::new(std::io::ErrorKind::NotFound, "there is no directory for the user's data");
    parent.map(|parent| parent.join("presentations")).ok_or_else(none)
}

/// `XDG_RUNTIME_DIR`, or its usual path where the variable is not set, since all terminals of a user have to find the
/// same directory.
#[cfg(unix)]
fn session_directory() -> Option<PathBuf> {
    let named = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|dir| dir.is_absolute());
    let usual = || PathBuf::from(format!("/run/user/{}", nix::unistd::getuid()));
    Some(named.unwrap_or_else(usual)).filter(|dir| dir.is_dir())
}

/// This system has no directory for a session.
#[cfg(not(unix))]
fn session_directory() -> Option<PathBuf> {
    None
}

/// The files of this presentation. Dropping it removes them.
pub struct Published {
    files: Files,
    /// The lock is held as long as this file is open.
    _lock: RwLock<File>,
    asks: File,
    written: Option<Presentation>,
}

impl Published {
    /// Creates the files of a new presentation.
    pub fn open(directory: &Path) -> std::io::Result<Self> {
        make_directory(directory)?;
        for id in ids(directory) {
            Files { directory: directory.to_owned(), id }.remove_if_over();
        }
        // No id is used twice, so cleaning up after a killed presentation never removes the files of this one.
        let files = Files { directory: directory.to_owned(), id: format!("{}-{}", std::process::id(), now_ms()) };
        let mut lock = None;
        let asks = private(&files.path("asks"), |_| Ok(()))?;
        private(&files.path("lock"), |file| {
            let mut held = RwLock::new(file.try_clone()?);
            // A forgotten guard never unlocks; closing the file does.
            std::mem::forget(held.try_write()?);
            lock = Some(held);
            Ok(())
        })?;
        let none = || std::io::Error::other("there is no lock");
        Ok(Self { files, _lock: lock.ok_or_else(none)?, asks, written: None })
    }

    /// Writes the state if it has changed.
    pub fn tell(&mut self, presentation: &Presentation) -> std::io::Result<()> {
        /// Two readings of the clock differ by less than this although the presentation began at the same time.
        const SAME_MS: u64 = 500;
        let known = self.written.as_ref().is_some_and(|written| {
            let near = written.began_ms.abs_diff(presentation.began_ms) < SAME_MS;
            near && *written == Presentation { began_ms: written.began_ms, ..presentation.clone() }
        });
        if known {
            return Ok(());
        }
        whole_file::write(&self.files.path("json"), &serde_json::to_vec(presentation)?, false)?;
        self.written = Some(presentation.clone());
        Ok(())
    }

    /// The commands that were appended since the last call.
    pub fn asked(&mut self) -> Vec<Ask> {
        let mut text = String::new();
        // Incomplete lines and unknown words are ignored.
        let _ = (&mut self.asks).take(MAX_BYTES).read_to_string(&mut text);
        text.lines().filter_map(Ask::parse).collect()
    }
}

impl Drop for Published {
    fn drop(&mut self) {
        self.files.remove();
    }
}

/// A presentation that is running.
#[derive(Clone, Debug)]
pub struct RunningPresentation {
    files: Files,
    /// Its state.
    pub presentation: Presentation,
}

impl RunningPresentation {
    /// Its id, unique among all presentations.
    pub fn id(&self) -> &str {
        &self.files.id
    }

    /// Sends it a command.
    pub fn ask(&self, ask: Ask) -> std::io::Result<()> {
        let mut file = OpenOptions::new().append(true).open(self.files.path("asks"))?;
        // Written in one piece, so that commands of two terminals do not mix.
        file.write_all(format!("{}\n", ask.word()).as_bytes())
    }
}

/// All running presentations, the one that began last at the end. Removes the files of killed ones, and leaves out
/// those of other versions, which cannot be read.
pub fn presentations(directory: &Path) -> Vec<RunningPresentation> {
    let mut found: Vec<RunningPresentation> = ids(directory)
        .filter_map(|id| {
            let files = Files { directory: directory.to_owned(), id };
            files.remove_if_over();
            let mut bytes = Vec::new();
            File::open(files.path("json")).ok()?.take(MAX_BYTES).read_to_end(&mut bytes).ok()?;
            let presentation: Presentation = serde_json::from_slice(&bytes).ok()?;
            (presentation.format == FORMAT).then_some(RunningPresentation { files, presentation })
        })
        .collect();
    found.sort_by(|a, b| (a.presentation.began_ms, a.id()).cmp(&(b.presentation.began_ms, b.id())));
    found
}

/// The ids of all presentations that have a lock file, running or not.
fn ids(directory: &Path) -> impl Iterator<Item = String> {
    let entries = std::fs::read_dir(directory).into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().to_str()?.strip_suffix(".lock").map(str::to_owned))
}

/// Creates the directory, accessible only to this user.
fn make_directory(directory: &Path) -> std::io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
        builder.mode(0o700).create(directory)?;
        std::fs::set_permissions(directory, std::fs::Permissions::from_mode(0o700))?;
    }
    builder.create(directory)
}

/// Creates an empty file that only this user can access. It gets its name after `ready` has succeeded.
fn private(path: &Path, ready: impl FnOnce(&File) -> std::io::Result<()>) -> std::io::Result<File> {
    let directory = path.parent().unwrap_or(Path::new("."));
    let file = tempfile::NamedTempFile::new_in(directory)?;
    ready(file.as_file())?;
    file.persist(path).map_err(|error| error.error)
}

#[derive(Clone, Debug)]
struct Files {
    directory: PathBuf,
    id: String,
}

impl Files {
    fn path(&self, ending: &str) -> PathBuf {
        self.directory.join(format!("{}.{ending}", self.id))
    }

    /// Removes the files of this presentation if its lock is free, since then it was killed.
    fn remove_if_over(&self) {
        let Ok(file) = File::open(self.path("lock")) else { return };
        let lock = RwLock::new(file);
        if lock.try_read().is_ok() {
            self.remove();
        }
    }

    /// The lock file is removed last: until then the other files are known to belong to it.
    fn remove(&self) {
        for ending in ["json", "asks", "lock"] {
            // The file may already be gone.
            let _ = std::fs::remove_file(self.path(ending));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gostep_course::player::presentation::Told;
    use gostep_course::words::Lang;

    fn at(number: usize) -> Presentation {
        Presentation {
            format: FORMAT,
            lesson: "order".to_owned(),
            title: "Order".to_owned(),
            lang: Lang::Zh,
            step: format!("step-{number}"),
            number,
            steps: 9,
            answer: Told::Hidden,
            explanation: Told::Nothing,
            blank: false,
            began_ms: 1_000 * number as u64,
        }
    }

    fn files(directory: &Path) -> usize {
        std::fs::read_dir(directory).unwrap().count()
    }

    #[test]
    fn notes_find_what_a_presentation_tells_and_it_hears_them() {
        let directory = tempfile::tempdir().unwrap();
        let directory = directory.path().join("a/b");
        assert!(presentations(&directory).is_empty());
        let mut first = Published::open(&directory).unwrap();
        assert!(presentations(&directory).is_empty(), "nothing is told yet");
        for number in [2, 3] {
            first.tell(&at(number)).unwrap();
            assert_eq!(presentations(&directory)[0].presentation, at(number));
        }
        let found = presentations(&directory);
        found[0].ask(Ask::On).unwrap();
        found[0].ask(Ask::Blank).unwrap();
        assert_eq!(first.asked(), [Ask::On, Ask::Blank]);
        assert_eq!(first.asked(), []);
        found[0].ask(Ask::Back).unwrap();
        assert_eq!(first.asked(), [Ask::Back]);
        drop(first);
        assert_eq!(files(&directory), 0);
        assert!(found[0].ask(Ask::On).is_err());
        assert_eq!(files(&directory), 0);
    }

    #[test]
    fn what_a_killed_presentation_left_is_not_taken_for_one() {
        let directory = tempfile::tempdir().unwrap();
        let left = Files { directory: directory.path().to_owned(), id: "1-1".to_owned() };
        std::fs::write(left.path("json"), serde_json::to_vec(&at(1)).unwrap()).unwrap();
        std::fs::write(left.path("asks"), "on\n").unwrap();
        std::fs::write(left.path("lock"), "").unwrap();
        assert!(presentations(directory.path()).is_empty());
        assert_eq!(files(directory.path()), 0);
    }

    #[test]
    fn strange_files_are_left_out() {
        let directory = tempfile::tempdir().unwrap();
        let mut published = Published::open(directory.path()).unwrap();
        published.tell(&at(1)).unwrap();
        let newer = serde_json::to_string(&at(1)).unwrap().replace("\"format\":1", "\"format\":2");
        for text in ["", "{", "[]", &newer] {
            std::fs::write(published.files.path("json"), text).unwrap();
            assert!(presentations(directory.path()).is_empty(), "{text}");
        }
        std::fs::write(published.files.path("asks"), "quit\nrm -rf\n\u{0}\non\nbac").unwrap();
        assert_eq!(published.asked(), [Ask::On]);
    }

    #[cfg(unix)]
    #[test]
    fn only_the_user_can_look() {
        use std::os::unix::fs::PermissionsExt;
        let directory = tempfile::tempdir().unwrap();
        let directory = directory.path().join("presentations");
        let mut published = Published::open(&directory).unwrap();
        published.tell(&at(1)).unwrap();
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&directory), 0o700);
        for ending in ["lock", "json", "asks"] {
            assert_eq!(mode(&published.files.path(ending)), 0o600, "{ending}");
        }
    }
}
