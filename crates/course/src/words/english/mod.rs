//! English.

mod answers;
mod artefacts;
mod author;
mod bench;
mod causes;
mod check;
mod course;
mod export;
mod frame;
mod graph;
mod help;
mod import;
mod lines;
mod lines_of_logs;
mod menu;
mod own;
mod page;
mod picture;
mod present;
mod reading;
mod reasons;
mod run;
mod runtime;
mod said;
mod screen;
mod serve;
mod small;
mod task;
mod tool_flags;
mod translate;
mod verify;
mod walk;
mod watch;
mod whatif;
mod why;
mod workers;

use super::all::{CommandWords, Words};
use super::lang::Lang;

pub static WORDS: Words = Words {
    lang: Lang::En,
    answers: answers::WORDS,
    artefacts: artefacts::WORDS,
    author: author::WORDS,
    bench: bench::WORDS,
    check: check::WORDS,
    course: course::WORDS,
    frame: frame::WORDS,
    lines: lines::WORDS,
    own: own::WORDS,
    page: page::WORDS,
    picture: picture::WORDS,
    present: present::WORDS,
    reasons: reasons::WORDS,
    runtime: runtime::WORDS,
    said: said::WORDS,
    screen: screen::WORDS,
    small: small::WORDS,
    task: task::WORDS,
    verify: verify::WORDS,
    whatif: whatif::WORDS,
    whatif_help: &[],
    workers: workers::WORDS,
};

pub static OF_COMMANDS: CommandWords = CommandWords {
    arguments: None,
    export: export::WORDS,
    facts: &[],
    draft: include_str!("draft.yaml"),
    graph: graph::WORDS,
    help: help::WORDS,
    import: import::WORDS,
    menu: menu::WORDS,
    reading: reading::WORDS,
    run: run::WORDS,
    serve: serve::WORDS,
    translate: translate::WORDS,
    walk: walk::WORDS,
    watch: watch::WORDS,
    why: why::WORDS,
};
