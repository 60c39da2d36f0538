//! What a learner has seen and answered: plain data, and the JSON in which it is kept.
//!
//! Progress grows by [`Entry`]s, one for each thing that happened. Whoever saves reads the file again and applies only
//! its own entries to it, so that several gostep at the same time add up.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::sanitize;

/// The newest format of progress files.
pub const FORMAT: u64 = 1;

/// Most bytes of a progress file that is read; a course of a hundred lessons needs a tenth of it.
pub const MAX_BYTES: usize = 4 << 20;

/// All that is known of a learner.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Progress {
    #[serde(rename = "gostep_progress")]
    version: Version,
    /// From which the order of options in questions follows, so that it is the same again and another learner's is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<u32>,
    /// By the name under which the lesson is loaded: that of an embedded one, or a path.
    lessons: BTreeMap<String, LessonProgress>,
}

/// Writes itself as [`FORMAT`].
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
    /// Where the learner left: the step that was on the screen last.
    pub left_at: String,
    /// When that was.
    pub left: u64,
    /// The steps that were on the screen, and when last.
    pub seen: BTreeMap<String, u64>,
    /// Answers, by the step that asks.
    #[serde(default)]
    pub answers: BTreeMap<String, Answers>,
}

/// How one question was answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answers {
    /// How often right.
    pub right: u32,
    /// How often wrong.
    pub wrong: u32,
    /// Whether the first answer was right. Not known of answers that were taken down before this was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_right: Option<bool>,
    /// Whether the last answer was right.
    pub last_right: bool,
    /// When that was.
    pub last: u64,
}

impl Answers {
    /// Whether the question was right at the first try. Where that is not known, only what was never wrong counts.
    pub fn right_at_first(&self) -> bool {
        self.first_right.unwrap_or(self.wrong == 0)
    }
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When, in seconds since 1970.
    pub time: u64,
    /// The name of the lesson.
    pub lesson: String,
    /// The id of the step.
    pub step: String,
    /// What.
    pub what: What,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The step was on the screen.
    Reached,
    /// Its question was answered: whether right.
    Answered(bool),
}

/// Why a text is no progress.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// A newer gostep wrote it, in this format.
    Newer(u64),
    /// Something else is in the file.
    Corrupted(String),
}

impl Progress {
    /// Reads the JSON of a progress file.
    ///
    /// # Errors
    /// If it is of a newer format, or no progress at all.
    pub fn parse(text: &str) -> Result<Self, Unreadable> {
        #[derive(Deserialize)]
        struct Head {
            gostep_progress: u64,
        }
        match serde_json::from_str::<Head>(text) {
            Ok(head) if head.gostep_progress > FORMAT => return Err(Unreadable::Newer(head.gostep_progress)),
            _ => {}
        }
        serde_json::from_str(text).map_err(|error| Unreadable::Corrupted(sanitize(&error.to_string())))
    }

    /// The JSON of a progress file.
    ///
    /// # Errors
    /// Never in practice: maps with names as keys are JSON.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string_pretty(self).map(|text| text + "\n")
    }

    /// Takes in one thing that happened. An entry that is older than what is known counts, but does not move the
    /// place where the learner left.
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
            let count = if right { &mut answers.right } else { &mut answers.wrong };
            *count = count.saturating_add(1);
            if entry.time >= answers.last {
                answers.last = entry.time;
                answers.last_right = right;
            }
        }
    }

    /// Forgets one lesson, or all of them. Tells whether there was something to forget.
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

    /// Whether a step was on the screen once.
    pub fn has_seen(&self, lesson: &str, step: &str) -> bool {
        self.lesson(lesson).is_some_and(|lesson| lesson.seen.contains_key(step))
    }

    /// How the question of a step was answered, if it was.
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
mod tests {
    use super::*;

    fn entry(time: u64, lesson: &str, step: &str, what: What) -> Entry {
        Entry { time, lesson: lesson.to_owned(), step: step.to_owned(), what }
    }

    #[test]
    fn the_last_step_on_the_screen_is_where_the_learner_left() {
        let mut progress = Progress::default();
        progress.apply(&entry(10, "order", "a", What::Reached));
        progress.apply(&entry(20, "order", "b", What::Reached));
        progress.apply(&entry(20, "log", "x", What::Reached));
        progress.apply(&entry(15, "order", "c", What::Reached));
        progress.apply(&entry(30, "order", "a", What::Reached));
        assert_eq!(progress.left_at("order"), Some("a"));
        assert_eq!(progress.last_lesson(), Some("order"));
        assert!(progress.has_seen("order", "c"));
        assert_eq!(progress.lesson("order").unwrap().seen.len(), 3);
    }

    #[test]
    fn every_answer_counts_and_the_last_one_decides() {
        let mut progress = Progress::default();
        for (time, right) in [(1, false), (3, true), (2, false)] {
            progress.apply(&entry(time, "order", "q", What::Answered(right)));
        }
        let answers = progress.answers("order", "q").unwrap();
        assert_eq!((answers.right, answers.wrong, answers.last_right), (1, 2, true));
        assert!(!answers.right_at_first());
        assert!(progress.has_seen("order", "q"));
    }

    #[test]
    fn what_is_written_is_read_again() {
        let mut progress = Progress::default();
        progress.apply(&entry(1, "order", "q", What::Answered(true)));
        let text = progress.to_json().unwrap();
        assert!(text.contains("\"gostep_progress\": 1"));
        assert_eq!(Progress::parse(&text), Ok(progress));
    }

    #[test]
    fn the_first_answer_stays_what_it_was() {
        let mut progress = Progress::default();
        for (time, right) in [(1, true), (2, false)] {
            progress.apply(&entry(time, "order", "q", What::Answered(right)));
        }
        assert!(progress.answers("order", "q").unwrap().right_at_first());
        let old = |wrong| Answers { right: 1, wrong, first_right: None, last_right: true, last: 0 };
        assert!(old(0).right_at_first() && !old(1).right_at_first());
    }

    #[test]
    fn newer_files_are_told_from_broken_ones() {
        assert_eq!(Progress::parse("{\"gostep_progress\": 7, \"pupils\": []}"), Err(Unreadable::Newer(7)));
        for text in ["", "{", "[]", "{\"gostep_progress\": 0, \"lessons\": {}}", "{\"gostep_progress\": 1}", "\0"] {
            assert!(matches!(Progress::parse(text), Err(Unreadable::Corrupted(_))), "{text}");
        }
    }

    #[test]
    fn forgetting_is_complete() {
        let mut progress = Progress::default();
        progress.apply(&entry(1, "order", "q", What::Answered(true)));
        progress.apply(&entry(1, "log", "a", What::Reached));
        assert!(!progress.forget(Some("link")));
        assert!(progress.forget(Some("log")));
        assert_eq!(progress.lessons().map(|(name, _)| name).collect::<Vec<_>>(), ["order"]);
        assert!(progress.forget(None));
        assert_eq!(progress, Progress::default());
    }
}
