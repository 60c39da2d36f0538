//! `gostep` as its user runs it: files and arguments go in, and all that comes out is looked at.

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// What a finished command left.
#[derive(Debug, Default, PartialEq)]
pub struct Outcome {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

/// One run of `gostep`, in a folder that has nothing but the files that the test puts there.
///
/// ```ignore
/// Test::new().file("x.yaml", "gostep_lesson: 1\n").args(["lesson", "check", "x.yaml"]).stdout("…").status(1).run();
/// ```
pub struct Test {
    folder: Folder,
    command: Command,
    input: Vec<u8>,
    expected: Outcome,
}

enum Folder {
    /// Goes with the test.
    Own(TempDir),
    There(PathBuf),
}

impl AsRef<Path> for Folder {
    fn as_ref(&self) -> &Path {
        match self {
            Self::Own(folder) => folder.path(),
            Self::There(path) => path,
        }
    }
}

impl Test {
    /// In an empty folder. What does not depend on the machine: no colour, 100 columns, English, no learner's data.
    pub fn new() -> Self {
        Self::started_in(Folder::Own(tempfile::tempdir().unwrap()))
    }

    /// In a folder that is there, where several runs can follow each other.
    pub fn within(folder: &Path) -> Self {
        Self::started_in(Folder::There(folder.to_owned()))
    }

    fn started_in(folder: Folder) -> Self {
        let mut command = command();
        command.current_dir(&folder);
        Self { folder, command, input: Vec::new(), expected: Outcome::default() }
    }

    /// Puts a file into the folder.
    pub fn file(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.folder.as_ref().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
        self
    }

    pub fn arg(self, arg: impl AsRef<OsStr>) -> Self {
        self.args([arg])
    }

    pub fn args(mut self, args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Self {
        self.command.args(args);
        self
    }

    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// How wide the terminal is.
    pub fn columns(self, columns: usize) -> Self {
        self.env("COLUMNS", columns.to_string())
    }

    /// What is on standard input: without this, nothing.
    pub fn stdin(mut self, input: impl Into<Vec<u8>>) -> Self {
        self.input = input.into();
        self
    }

    /// The whole of standard output: without this, nothing.
    pub fn stdout(mut self, text: impl Into<String>) -> Self {
        self.expected.stdout = text.into();
        self
    }

    /// The whole of standard error: without this, nothing.
    pub fn stderr(mut self, text: impl Into<String>) -> Self {
        self.expected.stderr = text.into();
        self
    }

    /// The exit code: without this, 0.
    pub fn status(mut self, status: i32) -> Self {
        self.expected.status = status;
        self
    }

    /// Runs it; all must be as expected.
    #[track_caller]
    pub fn run(mut self) {
        let expected = std::mem::take(&mut self.expected);
        let words = self.words();
        let outcome = self.outcome();
        assert!(outcome == expected, "{words}: {outcome:#?}\nand not {expected:#?}");
    }

    /// Runs what must succeed without a word on standard error; gives what it prints.
    #[track_caller]
    pub fn prints(self) -> String {
        let words = self.words();
        let outcome = self.outcome();
        assert_eq!((outcome.status, outcome.stderr.as_str()), (0, ""), "{words}");
        outcome.stdout
    }

    /// Runs what must be refused as bad input or usage; gives what it says of that.
    #[track_caller]
    pub fn refuses(self) -> String {
        let words = self.words();
        let outcome = self.outcome();
        assert_eq!((outcome.status, outcome.stdout.as_str()), (2, ""), "{words}: {}", outcome.stderr);
        outcome.stderr
    }

    /// Runs it and gives all that came out, for tests that look at a part.
    pub fn outcome(mut self) -> Outcome {
        let streams = self.command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = streams.spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let input = std::mem::take(&mut self.input);
        let writer = std::thread::spawn(move || {
            // A command that does not read its input closes the pipe.
            let _ = stdin.write_all(&input);
        });
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap();
        Outcome {
            status: output.status.code().expect("gostep was not killed"),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// The command line, for messages.
    fn words(&self) -> String {
        let args = self.command.get_args().map(|arg| arg.to_string_lossy());
        args.fold("gostep".to_owned(), |words, arg| format!("{words} {arg}"))
    }
}

/// The bare command, for tests that watch it at work.
pub fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gostep"));
    command
        .env("NO_COLOR", "1")
        .env("COLUMNS", "100")
        .env("GOSTEP_DATA_DIR", "/dev/null/gostep")
        .env("GOSTEP_SEED", "0")
        .env("LC_ALL", "C.UTF-8")
        .env_remove("LANG");
    command
}
