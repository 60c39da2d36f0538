//! Accepts flags as the go command spells them, with one dash, and refuses those that are not modelled by name.

use std::ffi::OsString;

use super::error::CliError;
use gostep_sim::program::go_flags::{self, Meaning};
use gostep_sim::said;

/// Commands that accept the flags of `go build`.
const COMMANDS: [&str; 4] = ["build", "verify", "whatif", "workers"];

/// Its argument may be a flag that a reader wants explained: `gostep glossary -trimpath`.
const GLOSSARY: &str = "glossary";

/// Long names of flags that the go command and gostep share.
const SHARED: [&str; 14] = [
    "trimpath",
    "ldflags",
    "gcflags",
    "asmflags",
    "tags",
    "buildmode",
    "buildvcs",
    "pgo",
    "race",
    "msan",
    "asan",
    "cover",
    "covermode",
    "coverpkg",
];

/// Flags whose value may be the next argument, even if that begins with a dash.
const WITH_VALUE: [&str; 16] = [
    "ldflags",
    "gcflags",
    "asmflags",
    "tags",
    "buildmode",
    "pgo",
    "covermode",
    "coverpkg",
    "o",
    "p",
    "gomaxprocs",
    "work-dir",
    "dir",
    "list",
    "env",
    "go-sum",
];

/// The arguments with `-trimpath` written as `--trimpath`, and likewise for other shared flags.
///
/// # Errors
/// If there is a flag of the go command that gostep does not model.
pub fn with_two_dashes(arguments: impl IntoIterator<Item = OsString>) -> Result<Vec<OsString>, CliError> {
    let mut arguments = arguments.into_iter().peekable();
    let mut words: Vec<OsString> = arguments.by_ref().take(2).collect();
    if words.get(1).is_some_and(|command| command == GLOSSARY) {
        words.extend(arguments.map(without_dash));
        return Ok(words);
    }
    if !words.get(1).is_some_and(|command| COMMANDS.iter().any(|name| command == name)) {
        words.extend(arguments);
        return Ok(words);
    }
    while let Some(word) = arguments.next() {
        let Some((name, value)) = word.to_str().and_then(flag) else {
            words.push(word);
            continue;
        };
        let value = value.map(str::to_owned);
        let name = name.to_owned();
        let next = arguments.peek().and_then(|word| word.to_str());
        let shown = value.as_deref().or(if go_flags::is_switch(&name) { Some("true") } else { next });
        match go_flags::meaning(&name, shown) {
            // `--json` is a flag of gostep, too.
            Meaning::NotModelled if name != "json" => {
                return Err(CliError::Usage(said!(
                    "-{name}{} changes a build in a way that is not modelled; leave it out",
                    value
                        .as_deref()
                        .or(next.filter(|_| !go_flags::is_switch(&name)))
                        .map_or(String::new(), |value| format!("={value}")),
                    name
                )));
            }
            Meaning::Nothing if name == "work" && value.as_deref().and_then(go_flags::boolean) == Some(false) => {
                words.push(OsString::from("--no-work"));
                continue;
            }
            // Other commands print the transcript anyway, so they ignore `-x`; `whatif -x` asks for it.
            Meaning::Nothing if name != "x" || words[1] != "whatif" => {
                if value.is_none() && !go_flags::is_switch(&name) {
                    arguments.next();
                }
                continue;
            }
            _ => {}
        }
        let value_follows = value.is_none() && WITH_VALUE.contains(&&name[..]);
        let one_dash = SHARED.contains(&&name[..]) && !word.as_encoded_bytes().starts_with(b"--");
        let mut spelled = OsString::from(if one_dash { "-" } else { "" });
        spelled.push(&word);
        words.push(spelled);
        if value_follows {
            words.extend(arguments.next());
        }
    }
    Ok(words)
}

/// A word without its single dash, except `-h`, which asks for help.
fn without_dash(word: OsString) -> OsString {
    match word.to_str().and_then(|word| word.strip_prefix('-')) {
        Some(name) if !name.is_empty() && !name.starts_with('-') && name != "h" => OsString::from(name),
        _ => word,
    }
}

/// Name and value of a flag, if the value follows a `=`.
fn flag(word: &str) -> Option<(&str, Option<&str>)> {
    let (name, value) = go_flags::parts(word);
    (word.starts_with('-') && !name.is_empty()).then_some((name, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &[&str]) -> Result<Vec<String>, String> {
        with_two_dashes(line.iter().map(OsString::from))
            .map(|words| words.into_iter().map(|word| word.into_string().unwrap()).collect())
            .map_err(|error| error.to_string())
    }

    #[test]
    fn the_glossary_can_be_asked_for_a_flag() {
        let words = ["gostep", "glossary", "-trimpath", "-h"].map(OsString::from);
        let expected = ["gostep", "glossary", "trimpath", "-h"].map(OsString::from);
        assert_eq!(with_two_dashes(words).unwrap(), expected);
    }

    #[test]
    fn one_dash_is_enough_for_flags_of_the_go_command() {
        assert_eq!(
            words(&["gostep", "build", "-trimpath", "-ldflags=-s", "-tags", "-x", "-n", "--dir", "-race"]).unwrap(),
            ["gostep", "build", "--trimpath", "--ldflags=-s", "--tags", "-x", "-n", "--dir", "-race"]
        );
    }

    #[test]
    fn what_is_not_modelled_is_refused() {
        assert_eq!(
            words(&["gostep", "build", "-linkshared"]).unwrap_err(),
            "-linkshared changes a build in a way that is not modelled; leave it out"
        );
        assert_eq!(
            words(&["gostep", "verify", "log", "--overlay=o.json"]).unwrap_err(),
            "-overlay=o.json changes a build in a way that is not modelled; leave it out"
        );
    }

    #[test]
    fn what_does_nothing_is_taken() {
        let line = [
            "gostep",
            "build",
            "-pgo",
            "off",
            "-race=false",
            "-mod",
            "mod",
            "-buildvcs=false",
            "-work",
            "-x",
            "-v",
            "--json",
            "hello",
        ];
        assert_eq!(
            words(&line).unwrap(),
            ["gostep", "build", "--pgo", "off", "--race=false", "--buildvcs=false", "-v", "--json", "hello"]
        );
    }

    #[test]
    fn go_list_gets_its_flags_as_they_are() {
        let line = ["gostep", "import", "-o", "f", "-trimpath", "-race"];
        assert_eq!(words(&line).unwrap(), line);
    }
}
