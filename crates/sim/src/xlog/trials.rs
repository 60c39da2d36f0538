//! Which flags of C compilers were tried in the build of a log.

use super::parse::{Kind, Log, is_trial};
use super::shell::join;
use crate::gobuild::cache::Cache;
use crate::gobuild::cgo::TRIALS;
use crate::program::Toolchain;

/// Gives a cache the answers that it had when the log was made: the log has no trials for them. Even `go env` asks some of
/// them.
pub fn remember(log: &Log, toolchain: &Toolchain, cache: &mut Cache) {
    let commands = log.items.iter().filter_map(|item| match &item.kind {
        Kind::Command(line) if is_trial(line) => Some(line.as_str()),
        _ => None,
    });
    let shown: Vec<&str> = commands.collect();
    let compilers = [false, true].map(|cxx| toolchain.c_compiler(cxx));
    for command in compilers.iter().filter_map(|words| words.first()) {
        // With `env gcc` and `env g++` the command is the same, and so are its answers.
        let starts: Vec<String> = compilers.iter().filter(|words| words.first() == Some(command)).map(join).collect();
        for trial in TRIALS {
            let is_it = |line: &&str| {
                let rest = starts.iter().find_map(|start| line.strip_prefix(start.as_str())).unwrap_or_default();
                let flag = format!(" {} ", trial.flag());
                if trial.with_all_flags() { rest.contains(&flag) } else { rest.starts_with(&flag) }
            };
            if !shown.iter().any(is_it) {
                cache.put_trial(command, trial);
            }
        }
    }
}
