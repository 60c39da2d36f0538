//! `task:` of a step as written, and its translation.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::lesson::one_or_many::{OneOrMany, one_or_many};

/// Something to do. Whether it is done is judged from what the learner made, whatever the way to it.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(extend("required" = ["text", "on", "goal", "solution"]))]
pub struct RawTask {
    /// What is to be done, Markdown.
    pub text: Option<String>,
    /// `machine`: the learner changes something and builds again, which leaves the lesson as it is. `build`: the learner
    /// goes through the build of the step.
    #[schemars(extend("enum" = ["machine", "build"]))]
    pub on: Option<String>,
    /// Conditions that have to hold, all of them at once.
    pub goal: Vec<RawCondition>,
    /// From weak to strong, Markdown.
    #[serde(deserialize_with = "one_or_many")]
    #[schemars(with = "OneOrMany")]
    pub hints: Vec<String>,
    /// What a learner would type that reaches the goal: the best way that is known.
    pub solution: Option<String>,
    /// Other lines that reach the goal as well; `gostep lesson check` proves it.
    #[serde(deserialize_with = "one_or_many")]
    #[schemars(with = "OneOrMany")]
    pub others: Vec<String>,
    /// Lines that come near and do not reach it; `gostep lesson check` proves it.
    #[serde(deserialize_with = "one_or_many")]
    #[schemars(with = "OneOrMany")]
    pub misses: Vec<String>,
    /// Said when the goal is reached, Markdown.
    pub right: Option<String>,
}

/// One of `goal:`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(extend("required" = ["if"]))]
pub struct RawCondition {
    /// An expression about the build that the learner made, or about the moment and the command that they went to.
    #[serde(rename = "if")]
    pub condition: Option<String>,
    /// The condition in words, Markdown; without it the expression is shown.
    pub text: Option<String>,
}

/// Texts of a task in another language. Conditions and hints stand in the order of the original.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RawTaskTranslation {
    /// What is to be done.
    pub text: Option<String>,
    /// The conditions in words.
    pub goal: Vec<RawConditionTranslation>,
    /// The hints.
    #[serde(deserialize_with = "one_or_many")]
    #[schemars(with = "OneOrMany")]
    pub hints: Vec<String>,
    /// Said when the goal is reached.
    pub right: Option<String>,
}

/// A condition in another language.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RawConditionTranslation {
    /// The condition in words.
    pub text: Option<String>,
}
