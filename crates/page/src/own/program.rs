//! A program that is brought: as `go list` prints it, or as `gostep import` wrote it.

use std::sync::Arc;

use maud::html;

use super::super::shelf::of_packages;
use super::told::{Found, Tone, messages, sentence};
use super::walk::{Walked, walk};
use super::{Look, Own};
use gostep_sim::gobuild::{BuildOptions, assumptions};
use gostep_sim::program::{self, Program, ProgramError, goenv, golist};

/// The most programs that are kept.
const MOST: usize = 8;

/// A program that was brought.
#[derive(Debug)]
pub struct Known {
    /// The name of its file.
    pub name: String,
    /// Its text; of a list, as much as is used of it, since the go command prints ten times as much.
    pub text: String,
    /// What `go env -json` printed, if it is a list and that was brought, too.
    env: Option<String>,
    is_list: bool,
    /// What is in it.
    pub program: Arc<Program>,
}

/// How a command names a program that was brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Brought {
    /// As what `gostep import` wrote.
    Recorded,
    /// As what `go list` printed, and what `go env` did.
    Listed {
        /// Whether that was brought, too.
        with_env: bool,
    },
}

impl Known {
    /// What was brought.
    pub fn brought(&self) -> Brought {
        if self.is_list { Brought::Listed { with_env: self.env.is_some() } } else { Brought::Recorded }
    }

    /// How it is walked through.
    pub fn walked(&self) -> Walked<'_> {
        if self.is_list { Walked::Listed(&self.text, self.env.as_deref()) } else { Walked::Recorded(&self.text) }
    }
}

impl Own {
    /// Takes in a program, and says what is in it.
    pub(super) fn program(&mut self, look: &Look<'_>, is_recorded: bool) -> Found {
        let words = &look.words.own;
        let known = match self.known(look.name, look.text, is_recorded) {
            Ok(known) => known,
            Err(problem) => return Found::told(words.no_list, Tone::Bad, messages(&problem.to_string())),
        };
        let program = Arc::clone(&known.program);
        let roots: Vec<&str> = program.roots.iter().map(|&root| program.package(root).import_path.as_str()).collect();
        let heading = if is_recorded { &words.recorded } else { &words.list };
        let toolchain = &program.toolchain;
        let system = format!("{}/{}", toolchain.goos, toolchain.goarch);
        let compiled = program.packages.iter().filter(|package| !package.is_builtin()).count();
        let assumed = assumptions::of(&program, &BuildOptions::for_program(&program));
        let assumed: Vec<String> = assumed.iter().map(ToString::to_string).collect();
        let html = html! {
            (sentence(&words.toolchain.with([&toolchain.version, &system, &compiled])))
            @if !assumed.is_empty() { (sentence(&words.assumed.with([&assumed.join(", ")]))) }
            @if !is_recorded {
                (sentence(words.stand_ins))
                @if known.env.is_none() { (sentence(words.guessed)) }
            }
            (sentence(words.kept))
        };
        let found = Found::told(&heading.with([&roots.join(look.words.small.comma)]), Tone::Good, html);
        let found = found.walking(walk(known.walked(), None), look.lang);
        self.programs.retain(|other| other.name != known.name);
        self.programs.push(known);
        if self.programs.len() > MOST {
            self.programs.remove(0);
        }
        found
    }

    fn known(&mut self, name: &str, text: &str, is_recorded: bool) -> Result<Known, ProgramError> {
        let env = self.env.clone().filter(|_| !is_recorded);
        let (program, text) = if is_recorded {
            (program::from_recorded_text(name, text)?, text.to_owned())
        } else {
            let listed = golist::parse(name, text)?;
            let used = serde_json::to_string(&listed).unwrap_or_default();
            // An environment that does not fit is of another program, and not asked a second time.
            (of_packages(name, listed, env.as_deref()).inspect_err(|_| self.env = None)?, used)
        };
        program.check_cgo(&BuildOptions::for_program(&program).tags)?;
        if program.mains().next().is_none() {
            return Err(program.package(program.root()).is_no_main());
        }
        Ok(Known { name: name.to_owned(), text, env, is_list: !is_recorded, program: Arc::new(program) })
    }

    /// Takes in an environment. A list that was brought before is read again with it.
    pub(super) fn environment(&mut self, look: &Look<'_>) -> Found {
        let words = &look.words.own;
        match goenv::parse(look.name, look.text) {
            Err(problem) => return Found::told(words.no_list, Tone::Bad, messages(&problem.to_string())),
            Ok(_) => self.env = Some(look.text.to_owned()),
        }
        match self.programs.pop_if(|known| known.is_list) {
            Some(list) => self.program(&Look { name: &list.name, text: &list.text, ..*look }, false),
            None => Found::told(words.environment, Tone::Good, sentence(words.environment_kept)),
        }
    }
}
