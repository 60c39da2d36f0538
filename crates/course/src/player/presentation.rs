//! The state of a presentation and the commands it takes: what a presenter's second terminal needs to know.

use serde::{Deserialize, Serialize};

use crate::words::Lang;

/// Version of the JSON of [`Presentation`]. Readers ignore newer versions.
pub const FORMAT: u32 = 1;

/// The state of a running presentation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Presentation {
    /// Version of the format; see [`FORMAT`].
    pub format: u32,
    /// The lesson: name of an embedded one, or absolute path of a file.
    pub lesson: String,
    /// Its title.
    pub title: String,
    /// The language of the presentation.
    pub lang: Lang,
    /// Id of the step.
    pub step: String,
    /// Number of the step, from 1.
    pub number: usize,
    /// Number of steps in the lesson.
    pub steps: usize,
    /// Whether the answer to the step's question is shown.
    pub answer: Told,
    /// Whether the step's explanation is shown.
    pub explanation: Told,
    /// Whether the screen is blank.
    pub blank: bool,
    /// When the presenter's clock was started, in milliseconds since 1970.
    pub began_ms: u64,
}

/// Whether the class sees a part of a step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Told {
    /// The step has no such part.
    #[default]
    Nothing,
    /// It is still hidden.
    Hidden,
    /// It is shown.
    Shown,
}

/// A command to a presentation, from its own keys or from the second terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ask {
    /// Shows the next part: the rest of a long page, the answer, the explanation, then the next step.
    On,
    /// Goes back by one part.
    Back,
    /// The next step, even if parts of this one are still hidden.
    StepOn,
    /// The beginning of the previous step.
    StepBack,
    /// The first step.
    First,
    /// The last step.
    Last,
    /// Blanks the screen, or shows it again.
    Blank,
    /// Shows or hides the answer.
    Answer,
    /// Shows or hides the explanation.
    Explanation,
    /// Starts the clock again at 0.
    ClockAnew,
}

impl Ask {
    const WORDS: [(&'static str, Self); 10] = [
        ("on", Self::On),
        ("back", Self::Back),
        ("step-on", Self::StepOn),
        ("step-back", Self::StepBack),
        ("first", Self::First),
        ("last", Self::Last),
        ("blank", Self::Blank),
        ("answer", Self::Answer),
        ("explanation", Self::Explanation),
        ("clock", Self::ClockAnew),
    ];

    /// Its word in the file through which the terminals talk.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, ask)| *ask == self).map_or("", |(word, _)| word)
    }

    /// The command with this word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, ask)| *ask)
    }
}

impl Presentation {
    /// How long the presentation has lasted at this time, in seconds.
    pub fn seconds_at(&self, now_ms: u64) -> u64 {
        now_ms.saturating_sub(self.began_ms) / 1000
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lead_back_to_what_is_asked() {
        for (word, ask) in Ask::WORDS {
            assert_eq!((Ask::parse(word), ask.word()), (Some(ask), word));
        }
        assert_eq!(Ask::parse("quit"), None);
    }
}
