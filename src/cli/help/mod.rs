//! Help in the learner's language. The command line is described once, in English, at its arguments. A page of help is
//! read from that description, translated and laid out when it is asked for.

mod layout;
mod page;
#[cfg(test)]
mod translations;

use std::ffi::OsString;
use std::io::{IsTerminal, Write};
use std::process::ExitCode;

use clap::Command;
use clap::error::ErrorKind;

use super::environment;
use super::error::CliError;
use crate::terminal::Painter;
use gostep_course::words::{Lang, of_commands};

/// The most columns of a page of help, so that lines stay readable.
const WIDEST: usize = 100;

/// Prints the requested help, or what else clap prints instead of running a command: an error or the version.
pub fn answer(
    command: Command,
    words: &[OsString],
    error: &clap::Error,
    out: &mut dyn Write,
) -> Result<ExitCode, CliError> {
    let (named, words) = without_lang(words);
    // Ask clap for unbroken lines; accept `--lang` also where a command has no such option.
    let mut command = command.term_width(0);
    let help = command.try_get_matches_from_mut(words).err().filter(is_help);
    command.build();
    let asked = help.and_then(|help| Some((find(&command, &help.to_string())?, help)));
    let Some((asked, help)) = asked else {
        error.print().map_err(CliError::Output)?;
        return Ok(code(error));
    };
    let to_stderr = help.use_stderr();
    let colour = environment::colour() && (!to_stderr || std::io::stderr().is_terminal());
    let own = &of_commands(environment::lang(named.map(Lang::code))).help;
    let parts: Vec<_> = page::of(asked).iter().map(|part| part.translated(own)).collect();
    let text = Painter { colour }.text(&layout::draw(&parts, own, environment::width().min(WIDEST)));
    let written = if to_stderr { std::io::stderr().write_all(text.as_bytes()) } else { out.write_all(text.as_bytes()) };
    written.map_err(CliError::Output)?;
    Ok(code(&help))
}

/// The command that a page of clap is about. Clap does not say, but the page begins with the command's usage.
fn find<'a>(command: &'a Command, page: &str) -> Option<&'a Command> {
    let is_it = page::usage(command).first().is_some_and(|usage| page.contains(&format!("{usage}\n")));
    if is_it { Some(command) } else { command.get_subcommands().find_map(|command| find(command, page)) }
}

fn is_help(error: &clap::Error) -> bool {
    matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand)
}

fn code(error: &clap::Error) -> ExitCode {
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

/// The language of `--lang`, if it is given, and the other arguments.
fn without_lang(words: &[OsString]) -> (Option<Lang>, Vec<&OsString>) {
    let mut lang = None;
    let mut others = Vec::new();
    let mut rest = words.iter().peekable();
    while let Some(word) = rest.next() {
        let (named, takes_next) = match word.to_str() {
            Some("--lang") => (rest.peek().and_then(|next| next.to_str()).and_then(Lang::parse), true),
            Some(word) => (word.strip_prefix("--lang=").and_then(Lang::parse), false),
            None => (None, false),
        };
        if named.is_none() {
            others.push(word);
            continue;
        }
        lang = named;
        if takes_next {
            rest.next();
        }
    }
    (lang, others)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_found_wherever_it_stands() {
        let asked = |line: &str| {
            let words: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            let (lang, others) = without_lang(&words);
            (lang, others.iter().map(|word| word.to_str().unwrap()).collect::<Vec<_>>().join(" "))
        };
        assert_eq!(asked("gostep --lang zh build -h"), (Some(Lang::Zh), "gostep build -h".to_owned()));
        assert_eq!(asked("gostep build -h --lang=en"), (Some(Lang::En), "gostep build -h".to_owned()));
        assert_eq!(asked("gostep play --lang fr -h"), (None, "gostep play --lang fr -h".to_owned()));
        assert_eq!(asked("gostep play --lang"), (None, "gostep play --lang".to_owned()));
    }
}
