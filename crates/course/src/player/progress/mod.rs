//! What a learner has seen and answered, as plain data and as the JSON of the progress file.
//!
//! Progress grows by [`Entry`]s, one for each thing that happens. To save, a program reads the file again and applies
//! only its own new entries, so that several instances of gostep add up.

mod again;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use again::{Again, DAY};

use super::sanitize;

/// The newest version of the progress file that can be read.
pub const FORMAT: u64 = 1;

/// A larger progress file is not read. A course of a hundred lessons needs a tenth of this.
pub const MAX_BYTES: usize = 4 << 20;

/// Everything that is known of a learner.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Progress {
    #[serde(rename = "gostep_progress")]
    version: Version,
    /// Seed for the order of options in questions: the order stays the same for one learner and differs between
    /// learners.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<u32>,
    /// By lesson: the name of an embedded one, or the absolute path of a file.
    lessons: BTreeMap<String, LessonProgress>,
}

/// Serialized as [`FORMAT`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "u64")]
struct Version;

impl Serialize for Version {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(FORMAT)
    }
}

impl TryFrom<u64> for Version {
    type Error = String;

    fn try_from(version: u64) -> Result<Self, String> {
        if version == FORMAT { Ok(Self) } else { Err(format!("format {version} instead of {FORMAT}")) }
    }
}

/// What is known of one lesson. Times are in seconds since 1970.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LessonProgress {
    /// Where the learner left: the id of the step that was shown last.
    pub left_at: String,
    /// When that step was shown.
    pub left: u64,
    /// Ids of the steps that were shown, each with the last time.
    pub seen: BTreeMap<String, u64>,
    /// Answers to questions, by the id of the step.
    #[serde(default)]
    pub answers: BTreeMap<String, Answers>,
}

/// The learner's answers to one question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answers {
    /// Number of right answers.
    pub right: u32,
    /// Number of wrong answers.
    pub wrong: u32,
    /// Whether the first answer was right; `None` if the file is older than this field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_right: Option<bool>,
    /// Whether the last answer was right.
    pub last_right: bool,
    /// Time of the last answer.
    pub last: u64,
    /// When the question comes back; `None` if it does not, or if the file is older than this field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again: Option<Again>,
}

impl Answers {
    /// The time from which the question is to be asked again. In an older file only the last answer tells.
    pub fn due(&self) -> Option<u64> {
        let unsaid = || (self.wrong > 0 && !self.last_right).then(|| Again::from_wrong(self.last));
        self.again.or_else(unsaid).map(|again| again.due)
    }

    /// Whether the first answer was right. If that was not stored, the question counts only if it was never answered
    /// wrong.
    pub fn right_at_first(&self) -> bool {
        self.first_right.unwrap_or(self.wrong == 0)
    }

    /// The larger, the more is known: the number of answers, then the time of the last one.
    fn rank(&self) -> (u64, u64) {
        (u64::from(self.right) + u64::from(self.wrong), self.last)
    }
}

/// One thing that a learner did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Time in seconds since 1970.
    pub time: u64,
    /// The lesson, as in [`Progress`]: a name or an absolute path.
    pub lesson: String,
    /// The id of the step.
    pub step: String,
    /// What happened.
    pub what: What,
}

/// What a learner did in a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The step was shown.
    Reached,
    /// Its question was answered; whether the answer was right.
    Answered(bool),
}

/// Why a text cannot be read as a progress file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It was written by a newer gostep, in this version of the format.
    Newer(u64),
    /// It is something else; the message of the parser.
    Corrupted(String),
    /// It has more than [`MAX_BYTES`].
    TooLong,
}

impl Progress {
    /// A learner of whom nothing is known but a seed.
    pub fn with_seed(seed: u32) -> Self {
        Self { seed: Some(seed), ..Self::default() }
    }

    /// Reads the JSON of a progress file.
    ///
    /// # Errors
    /// If the text has a newer format or is not a progress file.
    pub fn parse(text: &str) -> Result<Self, Unreadable> {
        #[derive(Deserialize)]
        struct Head {
            gostep_progress: u64,
        }
        if text.len() > MAX_BYTES {
            return Err(Unreadable::TooLong);
        }
        match serde_json::from_str::<Head>(text) {
            Ok(head) if head.gostep_progress > FORMAT => return Err(Unreadable::Newer(head.gostep_progress)),
            _ => {}
        }
        serde_json::from_str(text).map_err(|error| Unreadable::Corrupted(sanitize(&error.to_string())))
    }

    /// The JSON for the progress file.
    ///
    /// # Errors
    /// Never in practice, since all keys are strings.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string_pretty(self).map(|text| text + "\n")
    }

    /// Adds one thing that happened. An entry older than what is known counts, but does not change where the learner
    /// left.
    pub fn apply(&mut self, entry: &Entry) {
        let lesson = self.lessons.entry(entry.lesson.clone()).or_default();
        let seen = lesson.seen.entry(entry.step.clone()).or_default();
        *seen = entry.time.max(*seen);
        if entry.time >= lesson.left {
            lesson.left = entry.time;
            lesson.left_at.clone_from(&entry.step);
        }
        if let What::Answered(right) = entry.what {
            let answers = lesson.answers.entry(entry.step.clone()).or_default();
            if answers.right == 0 && answers.wrong == 0 {
                answers.first_right = Some(right);
            }
            let known = *answers;
            let count = if right { &mut answers.right } else { &mut answers.wrong };
            *count = count.saturating_add(1);
            if entry.time >= answers.last {
                let again = known.again.or_else(|| known.due().map(|due| Again { passed: 0, due }));
                answers.again = if right {
                    again.and_then(|again| again.after_right(entry.time))
                } else {
                    Some(Again::from_wrong(entry.time))
                };
                answers.last = entry.time;
                answers.last_right = right;
            }
        }
    }

    /// Adds what another account knows of the same learner. Of two accounts of one question, the one with more answers
    /// stays, so that adding the same account again changes nothing.
    pub fn merge(&mut self, other: &Self) {
        self.seed = self.seed.or(other.seed);
        for (name, theirs) in &other.lessons {
            let own = self.lessons.entry(name.clone()).or_default();
            if own.left_at.is_empty() || theirs.left > own.left {
                own.left = theirs.left;
                own.left_at.clone_from(&theirs.left_at);
            }
            for (step, time) in &theirs.seen {
                let seen = own.seen.entry(step.clone()).or_default();
                *seen = (*seen).max(*time);
            }
            for (step, theirs) in &theirs.answers {
                let own = own.answers.entry(step.clone()).or_default();
                if theirs.rank() > own.rank() {
                    *own = *theirs;
                }
            }
        }
    }

    /// Forgets one lesson, or all of them. `false` if there was nothing to forget.
    pub fn forget(&mut self, lesson: Option<&str>) -> bool {
        match lesson {
            Some(name) => self.lessons.remove(name).is_some(),
            None => !std::mem::take(&mut self.lessons).is_empty(),
        }
    }

    /// What is known of a lesson.
    pub fn lesson(&self, name: &str) -> Option<&LessonProgress> {
        self.lessons.get(name)
    }

    /// All lessons that were begun, by name.
    pub fn lessons(&self) -> impl Iterator<Item = (&str, &LessonProgress)> {
        self.lessons.iter().map(|(name, lesson)| (name.as_str(), lesson))
    }

    /// Whether a step was ever shown.
    pub fn has_seen(&self, lesson: &str, step: &str) -> bool {
        self.lesson(lesson).is_some_and(|lesson| lesson.seen.contains_key(step))
    }

    /// How the question of a step was answered; `None` if it never was.
    pub fn answers(&self, lesson: &str, step: &str) -> Option<Answers> {
        self.lesson(lesson)?.answers.get(step).copied()
    }

    /// Where the learner left a lesson: the id of a step, which may no longer exist.
    pub fn left_at(&self, lesson: &str) -> Option<&str> {
        self.lesson(lesson).map(|lesson| lesson.left_at.as_str())
    }

    /// The lesson that was played last.
    pub fn last_lesson(&self) -> Option<&str> {
        self.lessons().max_by_key(|(_, lesson)| lesson.left).map(|(name, _)| name)
    }
}

#[cfg(test)]
mod tests;
