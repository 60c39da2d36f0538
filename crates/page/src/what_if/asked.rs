//! What-ifs as the page asks them.

use serde::{Deserialize, Serialize};

use gostep_course::words::Lang;

/// One or two builds of a program.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WhatIfAsked {
    /// Language of what is said.
    pub lang: Lang,
    /// What is built.
    pub program: ProgramAsked,
    /// A, and B if there is one.
    pub arms: Vec<ArmAsked>,
    /// How wide a picture may be, in pixels.
    #[serde(default)]
    pub width: Option<u32>,
    /// How many commands of a transcript at most.
    #[serde(default)]
    pub most: Option<usize>,
}

/// A program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgramAsked {
    /// The lesson of the reader's own that has it.
    #[serde(default)]
    pub lesson: Option<String>,
    /// Whether the reader has brought it to the page. If neither, it comes with gostep.
    #[serde(default)]
    pub brought: bool,
    /// Its name, as lessons name it, or that of the file.
    pub name: String,
}

/// One build and what comes before it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ArmAsked {
    /// Changes and faults, as they are written for `gostep whatif`. Without any, nothing is changed.
    pub changes: Vec<String>,
    /// Flags of every build.
    pub flags: FlagsAsked,
    /// What the learner expects, if they say it.
    pub expects: Option<Expected>,
}

/// Flags that the form has; an empty text is none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FlagsAsked {
    /// `-p`.
    pub p: Option<usize>,
    /// `-a`.
    pub a: bool,
    /// `-trimpath`.
    pub trimpath: bool,
    /// `-ldflags`.
    pub ldflags: String,
    /// `-gcflags`.
    pub gcflags: String,
    /// `-asmflags`.
    pub asmflags: String,
    /// `-buildmode`.
    pub buildmode: String,
    /// `-o`.
    pub o: String,
}

/// What a learner expects of a build.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    /// How many packages are compiled, as typed.
    pub compiled: String,
    /// Whether the executable is linked, if they say it.
    #[serde(default)]
    pub linked: Option<bool>,
}

/// What can stand in the next part of a change.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ValuesAsked {
    /// What is built.
    pub program: ProgramAsked,
    /// Name of the change or fault.
    pub change: String,
    /// The parts that are written already.
    #[serde(default)]
    pub written: Vec<String>,
}
