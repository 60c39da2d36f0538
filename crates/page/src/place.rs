//! Where in which lesson a reader is.

use serde::{Deserialize, Serialize};

use gostep_course::words::Lang;

/// A step of a lesson, as it is played.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Name of the lesson.
    pub lesson: String,
    /// Language of its texts.
    pub lang: Lang,
    /// Index of the step.
    #[serde(default)]
    pub step: usize,
    /// Number of workers, if it is another than the lesson's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub workers: Option<usize>,
    /// Seed for the order of options; 0 is the author's.
    #[serde(default)]
    pub seed: u64,
    /// How many events of the build have happened, if the reader has moved it away from the step's own moment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub events: Option<usize>,
}
