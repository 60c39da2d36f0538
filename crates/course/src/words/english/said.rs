use crate::words::said::SaidWords;

/// English sentences stand where they are said.
pub const WORDS: SaidWords = SaidWords { sentences: &[], io: |_| None, quotes: ["\"", "\""] };
