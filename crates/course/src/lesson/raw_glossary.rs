//! A glossary file as written.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

/// The newest format of glossary files.
pub const FORMAT: u64 = 1;

/// `glossary.yaml`, and `glossary.zh.yaml` as well.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(extend("required" = ["gostep_glossary"]))]
pub struct RawGlossary {
    /// Format version.
    pub gostep_glossary: u64,
    /// Language of its texts.
    pub lang: Option<String>,
    /// Titles of groups.
    pub groups: BTreeMap<String, String>,
    /// The terms.
    pub terms: BTreeMap<String, RawTerm>,
}

/// One of `terms:`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RawTerm {
    /// In a translation: fingerprint of what it translates.
    pub of: Option<String>,
    /// One of `groups:`; not in a translation.
    pub group: Option<String>,
    /// The term.
    pub term: Option<String>,
    /// Other names for it.
    pub also: Vec<String>,
    /// What it means, Markdown.
    pub text: Option<String>,
}

impl RawGlossary {
    /// Ids of the terms.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.terms.keys().map(String::as_str)
    }
}
