//! Understands what somebody types who does not know the commands yet: a lesson for a command, a number for a lesson.

use std::ffi::OsString;
use std::path::Path;

use clap::builder::{StringValueParser, TypedValueParser};

use super::error::CliError;
use gostep_course::lesson::load;
use gostep_sim::said;
use gostep_sim::suggest::nearest;

/// Parses what names a lesson: also its number, as `gostep list` counts.
pub fn lesson() -> impl TypedValueParser<Value = String> {
    StringValueParser::new().map(|word| numbered(&word).map_or(word, str::to_owned))
}

/// The arguments as the commands have them. `commands` are their names.
///
/// # Errors
/// If it is not clear enough to be done, but clear enough to say what to type.
pub fn meant(mut words: Vec<OsString>, commands: &[&str]) -> Result<Vec<OsString>, CliError> {
    let word = |at: usize| words.get(at).and_then(|word: &OsString| word.to_str()).map(str::to_owned);
    let Some(first) = word(1).filter(|first| !first.starts_with('-')) else { return Ok(words) };
    if first == "version" && word(2).is_none() {
        words[1] = OsString::from("--version");
    } else if !commands.contains(&first.as_str()) {
        if load::names().any(|name| name == first) || is_lesson_file(&first) || numbered(&first).is_some() {
            words.insert(1, OsString::from("play"));
        } else if let Some(near) =
            nearest(&first, load::names().map(|name| name as &str).chain(commands.iter().copied()))
            && !commands.contains(&near)
        {
            let said = said!(
                "there is no command {first:?}; the lesson {near} is played with `gostep play {near}`",
                first,
                near
            );
            return Err(CliError::Usage(said));
        }
    }
    Ok(words)
}

/// The lesson with a number, from 1, as long as no file has that name.
fn numbered(word: &str) -> Option<&'static str> {
    let index = word.parse::<usize>().ok()?.checked_sub(1)?;
    load::names().nth(index).filter(|_| !Path::new(word).exists())
}

fn is_lesson_file(word: &str) -> bool {
    Path::new(word).extension().is_some_and(|end| end == "yaml" || end == "yml") && Path::new(word).is_file()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::Cli;
    use clap::CommandFactory;

    fn understood(line: &str) -> Result<String, String> {
        let words = std::iter::once("gostep").chain(line.split_whitespace()).map(OsString::from).collect();
        let commands = ["play", "build", "lesson", "workers"];
        let words = meant(words, &commands).map_err(|error| error.to_string())?;
        let words: Vec<_> = words.iter().skip(1).map(|word| word.to_str().unwrap()).collect();
        Ok(words.join(" "))
    }

    #[test]
    fn lessons_are_played_by_name_and_number() {
        for (typed, understood_as) in [
            ("order --plain", "play order --plain"),
            ("2", "play 2"),
            ("99", "99"),
            ("version", "--version"),
            ("play order", "play order"),
            ("build 2", "build 2"),
            ("--lang zh", "--lang zh"),
            ("", ""),
        ] {
            assert_eq!(understood(typed), Ok(understood_as.to_owned()), "{typed}");
        }
    }

    #[test]
    fn a_number_is_a_lesson_wherever_it_stands_among_the_flags() {
        let second = load::names().nth(1).unwrap();
        let named = |line: &str| {
            let matches = Cli::command().get_matches_from(format!("gostep {line}").split(' '));
            let (_, given) = matches.subcommand().unwrap();
            ["lesson", "lessons"].iter().find_map(|id| given.try_get_one::<String>(id).ok().flatten()).unwrap().clone()
        };
        for line in ["play", "play --plain", "present --step 3", "practice -n 1", "export --to json", "serve --no-open"]
        {
            assert_eq!(named(&format!("{line} 2")), *second, "{line}");
            for other in ["0", "99", "order", "x.yaml"] {
                assert_eq!(named(&format!("{line} {other}")), other, "{line}");
            }
        }
    }

    #[test]
    fn a_misspelt_lesson_is_named_and_a_misspelt_command_is_left_to_others() {
        assert_eq!(
            understood("runtme"),
            Err("there is no command \"runtme\"; the lesson runtime is played with `gostep play runtime`".to_owned())
        );
        assert_eq!(understood("biuld"), Ok("biuld".to_owned()));
        assert_eq!(understood("xyzzy"), Ok("xyzzy".to_owned()));
    }
}
