//! Running the program as its user would.

pub mod canonical;
pub mod drawn;
#[cfg(target_os = "linux")]
pub mod pty;
pub mod random;

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// What a finished command left.
pub struct Outcome {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

/// `gostep` in surroundings that do not depend on who runs the test.
pub fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gostep"));
    command
        .args(args)
        .env("NO_COLOR", "1")
        .env("COLUMNS", "100")
        .env("GOSTEP_DATA_DIR", "/dev/null/gostep")
        .env("GOSTEP_SEED", "0")
        .env("LC_ALL", "C.UTF-8")
        .env_remove("LANG");
    command
}

/// Runs `gostep` with nothing on standard input.
pub fn gostep(args: &[&str]) -> Outcome {
    gostep_reading(args, b"")
}

/// Runs `gostep` with this on standard input.
pub fn gostep_reading(args: &[&str], input: &[u8]) -> Outcome {
    let mut child = command(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || {
        // A command that does not read its input closes the pipe.
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    Outcome {
        code: output.status.code().expect("gostep was not killed"),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Compares with `snapshots/NAME.snap`.
pub fn assert_snapshot(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

/// Fails with the first line that differs: whole transcripts would fill the screen.
pub fn assert_same_lines(expected: &str, ours: &str) {
    for (number, (expected, ours)) in (1..).zip(expected.lines().zip(ours.lines())) {
        assert_eq!(expected, ours, "line {number}");
    }
    assert_eq!(expected.lines().count(), ours.lines().count());
    assert!(expected == ours, "the last line's end differs");
}
