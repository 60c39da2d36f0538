//! Where a presentation stands, and what can be asked of it: what a presenter's second terminal has to know.

use serde::{Deserialize, Serialize};

use crate::words::Lang;

/// The format of [`Presentation`] as JSON. A reader leaves newer ones alone.
pub const FORMAT: u32 = 1;

/// A lesson in front of a class, at a moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Presentation {
    /// [`FORMAT`].
    pub format: u32,
    /// The lesson: a name, or the whole path of a file.
    pub lesson: String,
    /// Its title.
    pub title: String,
    /// In which language it is presented.
    pub lang: Lang,
    /// Name of the step.
    pub step: String,
    /// Its number, from 1.
    pub number: usize,
    /// How many steps there are.
    pub steps: usize,
    /// The answer to the step's question.
    pub answer: Told,
    /// The step's explanation.
    pub explanation: Told,
    /// The screen is blank.
    pub blank: bool,
    /// When its clock began, in milliseconds since 1970.
    pub began_ms: u64,
}

/// Whether a class has been told something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Told {
    /// There is nothing to tell.
    #[default]
    Nothing,
    /// Not yet.
    Hidden,
    /// It is on the screen.
    Shown,
}

/// What can be asked of a presentation, by its own keys or from the second terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ask {
    /// The rest of what is there, the answer, the explanation, then the next step.
    On,
    /// The same way back.
    Back,
    /// The next step, whatever is left of this one.
    StepOn,
    /// The beginning of the step before.
    StepBack,
    /// The first step.
    First,
    /// The last step.
    Last,
    /// A blank screen, and back.
    Blank,
    /// Shows or hides the answer.
    Answer,
    /// Shows or hides the explanation.
    Explanation,
    /// The clock begins anew.
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

    /// As a word, for a file.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, ask)| *ask == self).map_or("", |(word, _)| word)
    }

    /// The meaning of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, ask)| *ask)
    }
}

impl Presentation {
    /// How long it has lasted at a time, in seconds.
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
