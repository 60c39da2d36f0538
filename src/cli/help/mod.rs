//! Help in the learner's language. The command line is described once, in English, at its arguments. A page of help is
//! read from that description, translated and laid out when it is asked for.

mod errors;
mod layout;
mod page;
#[cfg(test)]
mod translations;

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
/// `command` is what has read the command line.
pub fn answer(
    command: &mut Command,
    error: &clap::Error,
    lang: Lang,
    out: &mut dyn Write,
) -> Result<ExitCode, CliError> {
    command.build();
    let words = of_commands(lang);
    let asked = if is_help(error) { find(command, &error.to_string()) } else { None };
    let Some(asked) = asked else {
        match &words.arguments {
            Some(said) if error.use_stderr() => {
                let text = errors::text(error, said, lang);
                std::io::stderr().write_all(text.as_bytes()).map_err(CliError::Output)?;
            }
            _ => error.print().map_err(CliError::Output)?,
        }
        return Ok(code(error));
    };
    let to_stderr = error.use_stderr();
    let colour = environment::colour() && (!to_stderr || std::io::stderr().is_terminal());
    let parts: Vec<_> = page::of(asked).iter().map(|part| part.translated(&words.help)).collect();
    let lines = layout::draw(&parts, &words.help, environment::width().min(WIDEST));
    let text = Painter { colour }.text(&lines);
    let written = if to_stderr { std::io::stderr().write_all(text.as_bytes()) } else { out.write_all(text.as_bytes()) };
    written.map_err(CliError::Output)?;
    Ok(code(error))
}

/// The command that a page of clap is about. Clap does not say, but the page begins with the command's usage; only `help`
/// takes options that its page does not show.
fn find<'a>(command: &'a Command, page: &str) -> Option<&'a Command> {
    const OPTIONS: &str = " [OPTIONS]";
    let page = page.replace(OPTIONS, "");
    let usage = |command| page::usage(command).into_iter().next();
    let is_it = usage(command).is_some_and(|usage| page.contains(&format!("{}\n", usage.replace(OPTIONS, ""))));
    if is_it { Some(command) } else { command.get_subcommands().find_map(|command| find(command, &page)) }
}

fn is_help(error: &clap::Error) -> bool {
    matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand)
}

fn code(error: &clap::Error) -> ExitCode {
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}
