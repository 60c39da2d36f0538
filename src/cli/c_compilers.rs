//! The C compilers of a recording: which they are, for programs that use cgo.

use std::process::{Command, Stdio};

use gostep_sim::program::go_flags::split_quoted;
use gostep_sim::program::goenv::GoEnv;
use gostep_sim::program::golist::ListedPackage;

/// Asks the C compilers for their versions, which action IDs cover. A program without cgo has nothing of them.
pub(super) fn record(env: &mut GoEnv, packages: &[ListedPackage]) {
    if !packages.iter().any(ListedPackage::uses_cgo) {
        env.cxx.clear();
        env.gogccflags.clear();
        return;
    }
    env.cc_id = version(&env.cc, "c");
    if packages.iter().any(|package| !package.cxx_files.is_empty()) {
        env.cxx_id = version(&env.cxx, "c++");
    }
}

/// The line with which a compiler tells its version; empty if it tells none, and for a development version, which the go
/// command knows by its executable.
fn version(command: &str, language: &str) -> String {
    let Some(program) = split_quoted(command).ok().and_then(|words| words.into_iter().next()) else {
        return String::new();
    };
    let asked = Command::new(program)
        .args(["-###", "-x", language, "-c", "-"])
        .env("LC_ALL", "C")
        .stdin(Stdio::null())
        .output();
    let Ok(output) = asked else { return String::new() };
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    let line = said.split('\n').find(|line| tells_version(line)).unwrap_or_default();
    if line.contains("experimental") { String::new() } else { line.to_owned() }
}

/// Whether a line has the word `version` and then a number, and no word with a colon at its end before that.
fn tells_version(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let before_colon = words.iter().position(|word| word.ends_with(':')).unwrap_or(words.len());
    let at = words[..before_colon].iter().position(|word| *word == "version");
    at.and_then(|at| words.get(at + 1)).is_some_and(|next| next.starts_with(|first: char| first.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_with_the_version_is_found() {
        assert!(tells_version("gcc version 12.2.0 (Debian 12.2.0-14+deb12u1) "));
        assert!(tells_version("Debian clang version 14.0.6"));
        for line in ["Configured with: version 1", "version of gcc", "COLLECT_GCC=gcc", ""] {
            assert!(!tells_version(line), "{line}");
        }
    }
}
