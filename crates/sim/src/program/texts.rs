//! The texts that were recorded of the programs that come with gostep.

/// The hello/goroutine sample, the program that is built unless another one is named.
pub const SAMPLE: &str = "hello";

/// Names of the embedded programs.
pub const NAMES: [&str; 2] = [SAMPLE, PAIR];

/// A main package and one with two functions in assembly.
pub const PAIR: &str = "pair";

/// The program itself, as `gostep record` wrote it.
pub(super) fn program(name: &str) -> Option<&'static str> {
    match name {
        SAMPLE => Some(include_str!("../../../../lessons/programs/hello.json")),
        PAIR => Some(include_str!("../../../../lessons/programs/pair.json")),
        _ => None,
    }
}

/// What was measured of a program's sources.
pub(super) fn sources(name: &str) -> Option<&'static str> {
    match name {
        SAMPLE => Some(include_str!("../../../../lessons/programs/hello.sources.json")),
        PAIR => Some(include_str!("../../../../lessons/programs/pair.sources.json")),
        _ => None,
    }
}

/// What is in the files that building a program makes.
pub(super) fn artefacts(name: &str) -> Option<&'static str> {
    match name {
        SAMPLE => Some(include_str!("../../../../lessons/programs/hello.artefacts.json")),
        PAIR => Some(include_str!("../../../../lessons/programs/pair.artefacts.json")),
        _ => None,
    }
}

/// Measurements of edits to an embedded program.
pub(super) fn rebuilds(name: &str) -> Option<&'static str> {
    match name {
        SAMPLE => Some(include_str!("../../../../lessons/programs/hello.rebuilds.json")),
        _ => None,
    }
}

/// The functions of an embedded program, and what its archives say of one another.
pub(super) fn exports(name: &str) -> Option<&'static str> {
    match name {
        SAMPLE => Some(include_str!("../../../../lessons/programs/hello.exports.json")),
        _ => None,
    }
}

/// Packages that are not in a program, but could be imported into it.
pub(super) fn extra(name: &str) -> Option<&'static str> {
    match name {
        SAMPLE => Some(include_str!("../../../../lessons/programs/hello.extra.json")),
        _ => None,
    }
}

/// The sample recorded for arm64.
pub(super) const HELLO_ARM64: &str = include_str!("../../../../lessons/programs/hello-arm64.json");
