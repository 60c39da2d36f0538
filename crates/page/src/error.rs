//! Why a request has no answer.

use serde::Serialize;

use gostep_sim::gobuild::OptionError;

/// What is wrong, in one sentence that the reader sees.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PageError {
    /// The sentence.
    pub message: String,
}

impl PageError {
    /// With this sentence.
    #[expect(clippy::needless_pass_by_value, reason = "it takes what `map_err` hands over")]
    pub fn new(message: impl ToString) -> Self {
        Self { message: message.to_string() }
    }
}

impl From<OptionError> for PageError {
    fn from(error: OptionError) -> Self {
        Self::new(error)
    }
}
