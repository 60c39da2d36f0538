//! Errors and problems, by the English sentences.

mod changes;
mod commands;
mod faults;
mod flags;
mod lessons;
mod logs;
mod program;
mod system;

use crate::words::said::SaidWords;

pub const WORDS: SaidWords = SaidWords {
    sentences: &[
        changes::SENTENCES,
        commands::SENTENCES,
        faults::SENTENCES,
        flags::SENTENCES,
        lessons::SENTENCES,
        logs::SENTENCES,
        program::SENTENCES,
    ],
    io: system::error,
    quotes: ["“", "”"],
};
