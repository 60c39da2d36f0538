//! The recorded files that are embedded in gostep, as texts.

/// The hello/goroutine sample: the program that is used if none is named.
pub const SAMPLE: &str = "hello";

/// Names of the embedded programs.
pub const NAMES: [&str; 2] = [SAMPLE, PAIR];

/// A program of a main package and a package with two assembly functions.
pub const PAIR: &str = "pair";

/// The recorded program, as `gostep import` wrote it.
pub(super) fn program(name: &str) -> Option<&'static str> {
    match name {
        SAMPLE => Some(include_str!("../../../../lessons/programs/hello.json")),
        PAIR => Some(include_str!("../../../../lessons/programs/pair.json")),
        _ => None,
    }
}

/// Measured facts about its sources, see `source_facts`.
pub(super) fn sources(name: &str) -> Option<&'static str> {
    match name {
        SAMPLE => Some(include_str!("../../../../lessons/programs/hello.sources.json")),
        PAIR => Some(include_str!("../../../../lessons/programs/pair.sources.json")),
        _ => None,
    }
}

/// What the files of its build contain, see `artefacts`.
pub(super) fn artefacts(name: &str) -> Option<&'static str> {
    match name {
        SAMPLE => Some(include_str!("../../../../lessons/programs/hello.artefacts.json")),
        PAIR => Some(include_str!("../../../../lessons/programs/pair.artefacts.json")),
        _ => None,
    }
}

/// Measured effects of edits, see `rebuilds`.
pub(super) fn rebuilds(name: &str) -> Option<&'static str> {
    match name {
        SAMPLE => Some(include_str!("../../../../lessons/programs/hello.rebuilds.json")),
        _ => None,
    }
}

/// Its functions and export data, see `exports`.
pub(super) fn exports(name: &str) -> Option<&'static str> {
    match name {
        SAMPLE => Some(include_str!("../../../../lessons/programs/hello.exports.json")),
        _ => None,
    }
}

/// Packages that the program does not have but could import.
pub(super) fn extra(name: &str) -> Option<&'static str> {
    match name {
        SAMPLE => Some(include_str!("../../../../lessons/programs/hello.extra.json")),
        _ => None,
    }
}

/// The recording of the sample for arm64.
pub(super) const HELLO_ARM64: &str = include_str!("../../../../lessons/programs/hello-arm64.json");
