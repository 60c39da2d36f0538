//! The programs that can be tried, and how one names them in a terminal.

use std::sync::Arc;

use super::asked::ProgramAsked;
use crate::error::PageError;
use crate::own::{Brought, Own};
use crate::shelf::Shelf;
use gostep_course::words::{Lang, Words};
use gostep_sim::program::{EMBEDDED_NAMES, Program};

/// Where programs come from.
#[derive(Clone, Copy, Debug)]
pub struct Programs<'a> {
    /// Lessons of the reader's own have some.
    pub shelf: &'a Shelf,
    /// The reader brings some.
    pub own: &'a Own,
}

/// A program that can be built.
#[derive(Clone, Debug)]
pub struct Ready {
    /// The program.
    pub program: Arc<Program>,
    /// How it is named in a terminal.
    pub spelling: Spelling,
}

/// How a program is named in a terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spelling {
    /// It comes with gostep.
    Name(String),
    /// It is a file beside a lesson.
    InFolder(String),
    /// Only the reader knows its file.
    Brought(Brought),
}

impl Programs<'_> {
    /// All of them, with a title.
    pub fn all(self, lang: Lang) -> Vec<(ProgramAsked, String)> {
        let named =
            |lesson: Option<String>, brought: bool, name: &str| ProgramAsked { lesson, brought, name: name.to_owned() };
        let embedded = EMBEDDED_NAMES.into_iter().map(|name| (named(None, false, name), name.to_owned()));
        let beside = self.shelf.programs(lang).into_iter();
        let beside =
            beside.map(|(lesson, title, name)| (named(Some(lesson), false, &name), format!("{name} · {title}")));
        let brought =
            self.own.programs().iter().rev().map(|known| (named(None, true, &known.name), known.name.clone()));
        embedded.chain(beside).chain(brought).collect()
    }

    /// One of them.
    ///
    /// # Errors
    /// If there is none with this name, or it cannot be read.
    pub fn get(self, asked: &ProgramAsked) -> Result<Ready, PageError> {
        let name = asked.name.clone();
        if asked.brought {
            let known = self.own.programs().iter().find(|known| known.name == name);
            let known = known.ok_or_else(|| PageError::new(format!("no program {name:?} was brought to the page")))?;
            return Ok(Ready { program: Arc::clone(&known.program), spelling: Spelling::Brought(known.brought()) });
        }
        let program = Arc::new(self.shelf.program(asked.lesson.as_deref(), &name)?);
        let spelling = if asked.lesson.is_some() { Spelling::InFolder(name) } else { Spelling::Name(name) };
        Ok(Ready { program, spelling })
    }
}

impl Spelling {
    /// The words of a command.
    pub fn words(&self) -> Vec<&str> {
        match self {
            Self::Name(name) | Self::InFolder(name) => vec![name],
            Self::Brought(Brought::Recorded) => vec!["./program.json"],
            Self::Brought(Brought::Listed { with_env: false }) => vec!["--list=list.json"],
            Self::Brought(Brought::Listed { with_env: true }) => vec!["--list=list.json", "--env=env.json"],
        }
    }

    /// What else one has to know about the command.
    pub fn note(&self, words: &'static Words) -> Option<&'static str> {
        let own = &words.bench;
        match self {
            Self::Name(_) => None,
            Self::InFolder(_) => Some(own.in_folder),
            Self::Brought(Brought::Recorded) => Some(own.stands_for_recorded),
            Self::Brought(Brought::Listed { with_env: false }) => Some(own.stands_for_list),
            Self::Brought(Brought::Listed { with_env: true }) => Some(own.stands_for_both),
        }
    }
}
