//! Errors and problems, by the English sentences.

mod changes;
mod checks;
mod commands;
mod facts;
mod faults;
mod flags;
mod glossary;
mod lessons;
mod logs;
mod program;
mod shape;
mod syntax;
mod system;

use crate::words::said::SaidWords;

pub const WORDS: SaidWords = SaidWords {
    sentences: &[
        changes::SENTENCES,
        checks::SENTENCES,
        commands::SENTENCES,
        facts::SENTENCES,
        faults::SENTENCES,
        flags::SENTENCES,
        glossary::SENTENCES,
        lessons::SENTENCES,
        logs::SENTENCES,
        program::SENTENCES,
        shape::SENTENCES,
        syntax::SENTENCES,
    ],
    io: system::error,
    quotes: ["“", "”"],
};
