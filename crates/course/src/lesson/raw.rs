//! A lesson file as written: names and types are right, nothing else is checked yet.
//!
//! Every field is optional here, so that a missing one is reported with the others, in words that fit.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::lesson::closed;
use crate::lesson::names::COMMANDS;
use crate::lesson::one_or_many::{OneOrMany, maybe_one_or_many, one_or_many};
use crate::lesson::pick::Pick;
use crate::lesson::raw_ask::{RawAsk, RawAskTranslation};
use crate::lesson::raw_run::{BECOMES, RawRun};
use crate::lesson::raw_task::{RawTask, RawTaskTranslation};
use crate::lesson::show::What;
use crate::words::Lang;

/// The newest format of lesson files.
pub const FORMAT: u64 = 1;

/// `order.yaml`
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(extend("required" = ["gostep_lesson", "id", "title", "steps"]))]
pub struct RawLesson {
    /// Format version.
    pub gostep_lesson: u64,
    /// Name of the lesson.
    pub id: Option<String>,
    /// Language of its texts.
    #[schemars(extend("enum" = Lang::ALL.map(Lang::code)))]
    pub lang: Option<String>,
    /// Title.
    pub title: Option<String>,
    /// What it is about, Markdown.
    pub summary: Option<String>,
    /// What the reader has learned at the end: three lines.
    pub learned: Vec<String>,
    /// How many minutes it takes to play, for the list of lessons.
    #[schemars(range(min = 1, max = 600))]
    pub minutes: Option<u32>,
    /// What the reader may change while playing: `p`.
    #[serde(deserialize_with = "one_or_many")]
    #[schemars(with = "OneOrMany")]
    pub live: Vec<String>,
    /// Name of an embedded program, or of a file beside the lesson.
    pub program: Option<String>,
    /// Settings of the first build.
    pub build: Option<RawBuild>,
    /// The steps.
    pub steps: Vec<RawStep>,
}

/// `build:`, in the names of `gostep build`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RawBuild {
    /// How many actions run at once.
    #[schemars(range(min = 1, max = 1024))]
    pub p: Option<u32>,
    /// GOMAXPROCS of the go command.
    #[schemars(range(min = 1, max = 1024))]
    pub gomaxprocs: Option<u32>,
    /// Name of the executable.
    pub output: Option<String>,
    /// Build all packages again.
    pub a: Option<bool>,
    /// Leave paths out of what is built.
    pub trimpath: Option<bool>,
    /// Flags for the linker.
    #[schemars(length(min = 0))]
    pub ldflags: Option<String>,
    /// Flags for the compiler.
    #[schemars(length(min = 0))]
    pub gcflags: Option<String>,
    /// Flags for the assembler.
    #[schemars(length(min = 0))]
    pub asmflags: Option<String>,
    /// A new machine: empty cache, no executable, sources without edits.
    pub fresh: Option<bool>,
    /// The program was built with these settings before.
    pub warm: Option<bool>,
    /// What is changed before this build, in the words of `gostep whatif`.
    #[serde(deserialize_with = "one_or_many")]
    #[schemars(with = "OneOrMany")]
    pub change: Vec<String>,
    /// What is done wrong in this build, in the words of `gostep build --fault`.
    #[serde(deserialize_with = "one_or_many")]
    #[schemars(with = "OneOrMany")]
    pub fault: Vec<String>,
}

/// One of `steps:`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(extend("required" = ["id"]))]
pub struct RawStep {
    /// Name of the step, for translations and jumps.
    pub id: Option<String>,
    /// Title.
    pub title: Option<String>,
    /// Starts another build on the same machine.
    pub build: Option<RawBuild>,
    /// Starts a program: from here on the steps are moments of its run.
    pub run: Option<RawRun>,
    /// Where the simulation advances to.
    pub to: Option<RawPoint>,
    /// What to look at, Markdown, before the things shown.
    pub lead: Option<String>,
    /// The explanation, Markdown, after the things shown.
    pub say: Option<String>,
    /// What is shown.
    pub show: Vec<RawShow>,
    /// A question, after what is shown and before the explanation.
    pub ask: Option<RawAsk>,
    /// Something to do, in the place of a question.
    pub task: Option<RawTask>,
    /// Conditions that the step relies on.
    #[serde(deserialize_with = "one_or_many")]
    #[schemars(with = "OneOrMany")]
    pub expect: Vec<String>,
    /// For the presenter, Markdown.
    pub note: Option<String>,
}

/// `to:`: `start`, `end`, or a mapping.
#[derive(Clone, Debug, Default)]
pub struct RawPoint {
    /// The word, if it is one.
    pub word: Option<String>,
    /// The mapping, if it is one.
    pub at: RawPointAt,
}

/// The mapping of `to:`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(extend("minProperties" = 1))]
#[schemars(extend("dependencies" = serde_json::json!({
    "state": ["package"], "command": ["package"], "file": ["package"], "is": ["g"],
})))]
pub struct RawPointAt {
    /// Which package.
    pub package: Option<String>,
    /// `ready`, `started`, `done` or `failed`.
    #[schemars(extend("enum" = ["ready", "started", "done", "failed"]))]
    pub state: Option<String>,
    /// A command of the package.
    #[schemars(extend("enum" = closed::listed(&COMMANDS)))]
    pub command: Option<String>,
    /// Which assembly file, for `command: asm`.
    pub source: Option<String>,
    /// A file that the package's commands write.
    pub file: Option<String>,
    /// `before` or `after` the command.
    #[schemars(extend("enum" = ["before", "after"]))]
    pub when: Option<String>,
    /// In a run: the first moment at which so much of a text was written.
    pub output: Option<String>,
    /// In a run: the number of a goroutine.
    #[schemars(range(min = 1))]
    pub g: Option<u32>,
    /// With `g:`, what became of it.
    #[schemars(extend("enum" = closed::listed(&BECOMES)))]
    pub is: Option<String>,
    /// Which of the moments that fit, from 1; without it, the next one.
    #[schemars(range(min = 1))]
    pub nth: Option<u32>,
    /// In a run: a function to which a thread comes.
    pub function: Option<String>,
    /// In a run: a system call.
    pub call: Option<String>,
    /// In a run: a time, such as `5s` or `900µs`.
    pub time: Option<String>,
}

impl RawPointAt {
    /// Whether it names a moment of a run.
    pub fn is_of_run(&self) -> bool {
        let texts = [&self.output, &self.is, &self.function, &self.call, &self.time];
        self.g.is_some() || self.nth.is_some() || texts.into_iter().any(Option::is_some)
    }
}

/// One of `show:`. Exactly one thing is shown; `mark`, `last`, `find`, `head` and `absent` say how.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RawShow {
    /// `new`: those that began since the step before.
    #[schemars(extend("enum" = ["new"]))]
    pub commands: Option<String>,
    /// In a run, `new`: what happened since the step before.
    #[schemars(extend("enum" = ["new"]))]
    pub events: Option<String>,
    /// One command.
    pub command: Option<RawCommand>,
    /// A file of the work directory.
    pub file: Option<RawFile>,
    /// Packages by state: `all`, or some states.
    #[serde(deserialize_with = "maybe_one_or_many")]
    #[schemars(with = "OneOrMany")]
    pub states: Option<Vec<String>>,
    /// Some packages.
    #[serde(deserialize_with = "maybe_one_or_many")]
    #[schemars(with = "OneOrMany")]
    pub packages: Option<Vec<String>>,
    /// What a package imports.
    pub imports: Option<String>,
    /// What imports a package.
    pub importers: Option<String>,
    /// A view of the whole build.
    #[schemars(extend("enum" = closed::listed(&What::VIEWS)))]
    pub view: Option<String>,
    /// The members of a package's archive.
    pub archive: Option<String>,
    /// Symbols of the executable: names, or with `*` at the end how they begin.
    #[serde(deserialize_with = "maybe_one_or_many")]
    #[schemars(with = "OneOrMany")]
    pub symbols: Option<Vec<String>>,
    /// With `symbols:`, those that are not there.
    #[serde(deserialize_with = "one_or_many")]
    #[schemars(with = "OneOrMany")]
    pub absent: Vec<String>,
    /// Packages whose functions are counted, in their archives and in the executable.
    #[serde(deserialize_with = "maybe_one_or_many")]
    #[schemars(with = "OneOrMany")]
    pub functions: Option<Vec<String>>,
    /// What the cache has of a package.
    pub cache: Option<String>,
    /// What is hashed for the action ID of a package, or of the `link`.
    pub hash: Option<String>,
    /// Only lines of the text with one of these words.
    #[serde(deserialize_with = "one_or_many")]
    #[schemars(with = "OneOrMany")]
    pub find: Vec<String>,
    /// At most so many lines of the text.
    #[schemars(range(min = 1, max = 1000))]
    pub head: Option<u32>,
    /// Words to mark in commands and files.
    #[serde(deserialize_with = "one_or_many")]
    #[schemars(with = "OneOrMany")]
    pub mark: Vec<String>,
    /// Most commands that are shown, the last ones.
    #[schemars(range(min = 1, max = 1000))]
    pub last: Option<u32>,
}

impl RawShow {
    /// What `find:` and `head:` ask for.
    pub fn pick(&self) -> Pick {
        Pick { find: self.find.clone(), head: self.head.map(|head| head as usize) }
    }
}

/// A command, named by meaning.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(extend("required" = ["package", "command"]))]
pub struct RawCommand {
    /// Which package.
    pub package: Option<String>,
    /// Which of its commands.
    #[schemars(extend("enum" = closed::listed(&COMMANDS)))]
    pub command: Option<String>,
    /// Which assembly file, for `command: asm`.
    pub source: Option<String>,
}

/// A file of the work directory.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(extend("required" = ["package", "name"]))]
pub struct RawFile {
    /// Whose object directory.
    pub package: Option<String>,
    /// Its name.
    pub name: Option<String>,
}

/// `order.zh.yaml`
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(extend("required" = ["gostep_lesson"]))]
pub struct RawOverlay {
    /// Format version.
    pub gostep_lesson: u64,
    /// Name of the lesson.
    pub translates: Option<String>,
    /// Language of the texts.
    #[schemars(extend("enum" = Lang::ALL.map(Lang::code)))]
    pub lang: Option<String>,
    /// The title, the summary and what is learned, as they were translated: each itself, or its fingerprint.
    pub of: Option<RawHeadTexts>,
    /// Title.
    pub title: Option<String>,
    /// Summary.
    pub summary: Option<String>,
    /// What the reader has learned at the end, line for line.
    pub learned: Vec<String>,
    /// Texts of the steps, by step id.
    pub steps: BTreeMap<String, RawTranslation>,
}

/// Texts of one step in another language.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RawTranslation {
    /// The texts that are translated: each itself, or its fingerprint.
    pub of: Option<RawTexts>,
    /// Title.
    pub title: Option<String>,
    /// What to look at.
    pub lead: Option<String>,
    /// The explanation.
    pub say: Option<String>,
    /// The question.
    pub ask: Option<RawAskTranslation>,
    /// The task.
    pub task: Option<RawTaskTranslation>,
    /// For the presenter.
    pub note: Option<String>,
}

/// What a lesson says of itself, as it was translated.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RawHeadTexts {
    /// The title, or its fingerprint.
    pub title: Option<String>,
    /// The summary, or its fingerprint.
    pub summary: Option<String>,
    /// What the reader has learned at the end, line for line, or the fingerprints.
    pub learned: Vec<String>,
}

/// Texts of a step as they were translated, each itself or its fingerprint.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RawTexts {
    /// The title.
    pub title: Option<String>,
    /// What to look at.
    pub lead: Option<String>,
    /// The explanation.
    pub say: Option<String>,
    /// The question.
    pub ask: Option<RawAskTranslation>,
    /// The task.
    pub task: Option<RawTaskTranslation>,
    /// For the presenter.
    pub note: Option<String>,
}

impl RawStep {
    /// The texts that a translation has, by name; its question and its task have more.
    pub fn texts(&self) -> [(&'static str, &Option<String>); 4] {
        [("title", &self.title), ("lead", &self.lead), ("say", &self.say), ("note", &self.note)]
    }
}

impl RawTranslation {
    /// The same texts in the same order.
    pub fn texts(&self) -> [&Option<String>; 4] {
        [&self.title, &self.lead, &self.say, &self.note]
    }
}

impl<'de> Deserialize<'de> for RawPoint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct WordOrMapping;
        impl<'de> Visitor<'de> for WordOrMapping {
            type Value = RawPoint;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("start, end, or a mapping such as {package: fmt, state: done}")
            }

            fn visit_str<E>(self, word: &str) -> Result<RawPoint, E> {
                Ok(RawPoint { word: Some(word.to_owned()), ..RawPoint::default() })
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<RawPoint, A::Error> {
                let at = RawPointAt::deserialize(MapAccessDeserializer::new(map))?;
                Ok(RawPoint { word: None, at })
            }
        }
        deserializer.deserialize_any(WordOrMapping)
    }
}

impl JsonSchema for RawPoint {
    fn schema_name() -> Cow<'static, str> {
        "RawPoint".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mapping = RawPointAt::json_schema(generator);
        json_schema!({ "anyOf": [{ "type": "string", "enum": ["start", "end"] }, mapping] })
    }
}
