//! English.

mod answers;
mod artefacts;
mod course;
mod frame;
mod lines;
mod present;
mod screen;
mod watch;
mod whatif;
mod workers;

use super::{Lang, Words};

pub static WORDS: Words = Words {
    lang: Lang::En,
    answers: answers::WORDS,
    artefacts: artefacts::WORDS,
    course: course::WORDS,
    frame: frame::WORDS,
    lines: lines::WORDS,
    present: present::WORDS,
    screen: screen::WORDS,
    watch: watch::WORDS,
    whatif: whatif::WORDS,
    workers: workers::WORDS,
};
