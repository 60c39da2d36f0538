//! Whatever the program says, in every language: one struct a subject tells what has to be said, and one folder a
//! language says it. A text that is missing, or has other gaps than its subject asks for, does not compile.

mod all;
pub mod answers;
pub mod arguments;
pub mod artefacts;
pub mod author;
pub mod bench;
pub mod check;
mod chinese;
pub mod course;
mod english;
pub mod export;
pub mod frame;
pub mod graph;
pub mod help;
pub mod import;
mod lang;
pub mod lines;
pub mod menu;
pub mod own;
pub mod page;
pub mod picture;
pub mod present;
pub mod reading;
pub mod reasons;
pub mod run;
pub mod runtime;
pub mod said;
mod says;
pub mod screen;
mod sentence;
pub mod serve;
pub mod small;
pub mod task;
pub mod translate;
pub mod verify;
pub mod walk;
pub mod watch;
pub mod whatif;
pub mod why;
pub mod workers;

pub use all::{CommandWords, Words};
pub use lang::Lang;
pub use sentence::{Counted, Sentence};

/// The words of a language.
pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::En => &english::WORDS,
        Lang::Zh => &chinese::WORDS,
    }
}

/// The words of the command line in a language.
pub fn of_commands(lang: Lang) -> &'static CommandWords {
    match lang {
        Lang::En => &english::OF_COMMANDS,
        Lang::Zh => &chinese::OF_COMMANDS,
    }
}
