//! `gostep glossary`.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::environment;
use super::error::CliError;
use super::note::note;
use crate::lesson_files;
use crate::terminal::glossary::GlossaryView;
use gostep_course::lesson::glossary::{Found, Glossary, Term};
use gostep_course::words::Lang;
use gostep_sim::said;
use gostep_sim::said::Said;

/// `gostep glossary [TERM]`
#[derive(Args, Debug)]
pub struct GlossaryArgs {
    /// A term, in English or Chinese [default: list all]
    #[arg(value_name = "TERM")]
    term: Vec<String>,
    /// Print the whole texts of all terms
    #[arg(long, conflicts_with = "term")]
    full: bool,
    /// With the glossary.yaml of a folder of lessons
    #[arg(long, value_name = "FOLDER")]
    folder: Option<PathBuf>,
}

/// Explains a term, or lists all terms.
pub fn run(args: &GlossaryArgs, lang: Lang, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    let glossary = match &args.folder {
        Some(folder) => lesson_files::glossary(folder, lang)?,
        None => Glossary::embedded(lang)?,
    };
    for notice in &glossary.notices {
        note(&notice.said(), lang);
    }
    let view = GlossaryView { glossary: &glossary, lang, width: environment::width(), colour: environment::colour() };
    let text = if args.full {
        view.full()
    } else if args.term.is_empty() {
        view.list()
    } else {
        let wanted = args.term.join(" ");
        match glossary.find(&wanted) {
            Found::One(term) => view.term(term),
            Found::Several(terms) => {
                let message = said!("{wanted:?} is part of several terms: {}; name one of them", names(&terms), wanted);
                return Err(CliError::Usage(message));
            }
            Found::Nothing { near } => {
                let hint = if near.is_empty() { Said::default() } else { said!(" (did you mean {}?)", names(&near)) };
                let message =
                    said!("the glossary has no {wanted:?}{hint}; `gostep glossary` lists all terms", wanted, hint);
                return Err(CliError::Usage(message));
            }
        }
    };
    out.write_all(text.as_bytes()).map_err(CliError::Output)?;
    Ok(ExitCode::SUCCESS)
}

fn names(terms: &[&Term]) -> String {
    terms.iter().map(|term| term.name.as_str()).collect::<Vec<_>>().join(", ")
}
