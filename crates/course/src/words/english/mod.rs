//! English.

mod answers;
mod artefacts;
mod author;
mod bench;
mod causes;
mod course;
mod export;
mod frame;
mod help;
mod lines;
mod own;
mod page;
mod picture;
mod present;
mod reasons;
mod screen;
mod serve;
mod small;
mod watch;
mod whatif;
mod workers;

use super::all::Words;
use super::lang::Lang;

pub static WORDS: Words = Words {
    lang: Lang::En,
    answers: answers::WORDS,
    artefacts: artefacts::WORDS,
    author: author::WORDS,
    bench: bench::WORDS,
    course: course::WORDS,
    export: export::WORDS,
    frame: frame::WORDS,
    help: help::WORDS,
    lines: lines::WORDS,
    own: own::WORDS,
    page: page::WORDS,
    picture: picture::WORDS,
    present: present::WORDS,
    reasons: reasons::WORDS,
    screen: screen::WORDS,
    serve: serve::WORDS,
    small: small::WORDS,
    watch: watch::WORDS,
    whatif: whatif::WORDS,
    workers: workers::WORDS,
};
