//! `ask:` of a step as written, and its translation.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::lesson::one_or_many::{OneOrMany, one_or_many};

/// A question. Which fields it may have depends on its kind.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(extend("required" = ["kind", "text"]))]
pub struct RawAsk {
    /// `choice`, `choices`, `number`, `text`, `order` or `predict`.
    #[schemars(extend("enum" = ["choice", "choices", "number", "text", "order", "predict"]))]
    pub kind: Option<String>,
    /// The question, Markdown.
    pub text: Option<String>,
    /// What can be chosen, for `choice` and `choices`.
    pub options: Vec<RawOption>,
    /// For `number` an expression; for `text` a text or several.
    #[serde(deserialize_with = "one_or_many")]
    #[schemars(with = "OneOrMany")]
    pub answer: Vec<String>,
    /// For `order`: what is to be put in order, in the right one.
    pub items: Vec<String>,
    /// For `order`: `imports`, if every order that respects the imports is right.
    #[schemars(extend("enum" = ["imports"]))]
    pub by: Option<String>,
    /// For `predict`: what.
    #[schemars(extend("enum" = ["can_start", "starts_next", "waits_for", "rebuilt", "linked", "fails"]))]
    pub predict: Option<String>,
    /// For `predict: waits_for`: the package that waits.
    pub package: Option<String>,
    /// For predictions of another build: what is changed before it.
    #[serde(deserialize_with = "one_or_many")]
    #[schemars(with = "OneOrMany")]
    pub change: Vec<String>,
    /// For predictions of another build: what is done wrong in it.
    #[serde(deserialize_with = "one_or_many")]
    #[schemars(with = "OneOrMany")]
    pub fault: Vec<String>,
    /// From weak to strong, Markdown.
    #[serde(deserialize_with = "one_or_many")]
    #[schemars(with = "OneOrMany")]
    pub hints: Vec<String>,
    /// Said after a right answer, Markdown.
    pub right: Option<String>,
    /// Said after a wrong answer, Markdown.
    pub wrong: Option<String>,
}

/// One of `options:`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(extend("required" = ["text"]))]
pub struct RawOption {
    /// What is chosen, Markdown.
    pub text: Option<String>,
    /// Whether it is right.
    pub right: Option<bool>,
    /// An expression that tells whether it is right.
    #[serde(rename = "if")]
    pub condition: Option<String>,
    /// Said when it was chosen, Markdown.
    pub why: Option<String>,
}

/// Texts of a question in another language. Options and items stand in the order of the original.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RawAskTranslation {
    /// The question.
    pub text: Option<String>,
    /// The options.
    pub options: Vec<RawOptionTranslation>,
    /// Accepted answers, for `text`.
    #[serde(deserialize_with = "one_or_many")]
    #[schemars(with = "OneOrMany")]
    pub answer: Vec<String>,
    /// The items, for `order`.
    pub items: Vec<String>,
    /// The hints.
    #[serde(deserialize_with = "one_or_many")]
    #[schemars(with = "OneOrMany")]
    pub hints: Vec<String>,
    /// Said after a right answer.
    pub right: Option<String>,
    /// Said after a wrong one.
    pub wrong: Option<String>,
}

/// An option in another language.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RawOptionTranslation {
    /// What is chosen.
    pub text: Option<String>,
    /// Said when it was chosen.
    pub why: Option<String>,
}
