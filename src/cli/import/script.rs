//! The commands for a machine with Go, printed to be run there.

use std::path::Path;

use gostep_course::words::CommandWords;
use gostep_sim::xlog::shell::shell_word as word;

/// What one pastes into a shell. `dir` is the directory to go to first, `output` the file to write.
pub(super) fn text(words: &CommandWords, dir: Option<&Path>, target: &[String], output: &str) -> String {
    let target = target.iter().fold(String::new(), |line, target| line + " " + &word(target));
    let cd = dir.map_or(String::new(), |dir| format!("cd {}\n", word(&dir.to_string_lossy())));
    let output = word(output);
    format!(
        "# {}\n{cd}go env -json > env.json\ngo list -export -json -deps{target} > list.json\n\
         gostep import --list list.json --env env.json -o {output}{target}\n",
        words.import.commands.with([&output])
    )
}
