//! `gostep serve`

mod lessons;

use std::io::{ErrorKind, Write};
use std::process::ExitCode;
use std::thread;

use clap::Args;

use super::error::CliError;
use super::meant;
use crate::lesson_files;
use crate::serve::{Page, Server, open_browser};
use gostep_course::words::{Lang, of_commands};
use gostep_page::Shelf;
use gostep_page::document::{Answers, Document, Markup, policy};
use gostep_sim::said;
use lessons::Lessons;

/// The port that is tried first. What a browser keeps, as where the reader left, belongs to a port.
const PORT: u16 = 4678;

/// `gostep serve [LESSON|FOLDER]`
#[derive(Args, Debug)]
#[command(after_help = "\
The page is for this machine alone, at an address that nobody can guess, and asks nothing of the network. When a lesson \
file is saved, the page shows it again at the first step that changed. Ctrl-C ends it.

Exit code: 0 after Ctrl-C, 2 if there is no such lesson or the port is in use.")]
pub struct ServeArgs {
    /// A lesson that comes with gostep, by name or number, a YAML file, or a folder with lessons [default: the course that comes with gostep]
    #[arg(value_name = "LESSON|FOLDER", value_parser = meant::lesson())]
    lessons: Option<String>,
    /// Port of this machine; 0 is one that is free [default: 4678, or one that is free]
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,
    /// Print the address, and open no browser
    #[arg(long)]
    no_open: bool,
}

/// Serves the page until Ctrl-C.
pub fn run(args: &ServeArgs, lang: Lang, out: &mut dyn Write) -> Result<ExitCode, CliError> {
    let shelf = args.lessons.as_deref().map_or_else(|| Ok(Shelf::default()), lesson_files::shelf)?;
    let server = bind(args.port)?;
    let words = &of_commands(lang).serve;
    let address = server.address();
    writeln!(out, "{}", words.serving.with([&address])).and_then(|()| out.flush()).map_err(CliError::Output)?;
    if !args.no_open {
        // It may last as long as the browser, so nothing waits for it.
        thread::spawn(move || {
            if !open_browser(&address) {
                // If standard error is closed there is nobody to tell.
                let _ = writeln!(std::io::stderr(), "gostep: {}", words.no_browser.with([&address]));
            }
        });
    }
    let desk = Lessons::new(args.lessons.as_deref(), shelf);
    let ended = server.run(page(lang), Box::new(desk), words);
    ended.map_err(|error| CliError::Usage(said!("cannot serve the page: {error}", error)))?;
    Ok(ExitCode::SUCCESS)
}

fn bind(port: Option<u16>) -> Result<Server, CliError> {
    let bound = match port {
        Some(port) => Server::bind(port),
        None => Server::bind(PORT).or_else(|_| Server::bind(0)),
    };
    bound.map_err(|error| {
        let port = port.unwrap_or_default();
        CliError::Usage(match error.kind() {
            ErrorKind::AddrInUse => said!("port {port} is in use; give another one, or none to have a free one", port),
            ErrorKind::PermissionDenied => said!("port {port} may not be used; give one above 1023, or none", port),
            _ => said!("cannot listen on port {port}: {error}", port, error),
        })
    })
}

/// The document, without lessons: they are asked for.
fn page(lang: Lang) -> Page {
    let answers = Answers::Server;
    let document = Document { title: "gostep", lang, body: Markup::default(), answers, shelf: "{}" };
    Page { html: document.html(), policy: format!("{}; frame-ancestors 'none'", policy(answers)) }
}
