//! What has changed while the page was open.

use std::time::Duration;

use serde::Serialize;
use serde_json::Value;
use tokio::sync::watch;

/// Something has changed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// What has changed: a later change of the same takes its place.
    #[serde(skip)]
    pub about: String,
    /// What the page is told of it.
    #[serde(flatten)]
    pub told: Value,
}

/// The last change of everything, each with its version. The versions are counted from 1.
#[derive(Clone, Debug, Default)]
pub struct History {
    now: u64,
    changes: Vec<(u64, Change)>,
}

/// What is told at a moment.
#[derive(Debug, PartialEq, Serialize)]
pub struct Told {
    /// The version up to which this tells.
    now: u64,
    changes: Vec<Change>,
}

impl History {
    /// Enters a change.
    pub fn add(&mut self, change: Change) {
        self.now += 1;
        self.changes.retain(|(_, old)| old.about != change.about);
        self.changes.push((self.now, change));
    }

    /// The changes after a version; none if it is not known.
    fn after(&self, since: Option<u64>) -> Told {
        let since = since.unwrap_or(self.now);
        let changes = self.changes.iter().filter(|(version, _)| *version > since).map(|(_, change)| change.clone());
        Told { now: self.now, changes: changes.collect() }
    }
}

/// The changes after a version. If there are none, waits for one, but no longer than `patience`.
pub async fn after(mut history: watch::Receiver<History>, since: Option<u64>, patience: Duration) -> Told {
    if let Some(since) = since {
        // Whether the time was over or something has changed, what is told is what there is.
        let _ = tokio::time::timeout(patience, history.wait_for(|history| history.now != since)).await;
    }
    history.borrow().after(since)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn change(about: &str, step: u32) -> Change {
        Change { about: about.to_owned(), told: json!({ "lesson": about, "step": step }) }
    }

    #[test]
    fn of_each_lesson_the_last_change_is_told() {
        let mut history = History::default();
        for (about, step) in [("a", 1), ("b", 2), ("a", 3)] {
            history.add(change(about, step));
        }
        let told = |since, changes: &[Change]| {
            assert_eq!(history.after(since), Told { now: 3, changes: changes.to_vec() }, "{since:?}");
        };
        told(None, &[]);
        told(Some(0), &[change("b", 2), change("a", 3)]);
        told(Some(1), &[change("b", 2), change("a", 3)]);
        told(Some(2), &[change("a", 3)]);
        told(Some(3), &[]);
        told(Some(9), &[]);
        let text = serde_json::to_string(&history.after(Some(2))).unwrap();
        assert_eq!(text, r#"{"now":3,"changes":[{"lesson":"a","step":3}]}"#);
    }
}
