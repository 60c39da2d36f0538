//! Lines of `-json`: what a build or a test printed, and what happened to it.

use serde::Deserialize;

use super::act::Act;

/// What a line of `-json` tells.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct Event {
    /// What happened: `build-output`, `output`, `start`, `fail`.
    pub action: String,
    /// What was printed.
    pub output: String,
}

impl Event {
    /// What such a line is.
    pub fn act(&self) -> Act {
        if self.action.starts_with("build-") { Act::Event } else { Act::TestResult }
    }

    /// What a test has printed; otherwise the line as it is.
    pub fn text(&self, line: String) -> String {
        if self.action == "output" { self.output.trim_end_matches('\n').to_owned() } else { line }
    }
}

/// A line of `-json`, if it is one.
pub fn event(line: &str) -> Option<Event> {
    if !is_event(line) {
        return None;
    }
    serde_json::from_str(line).ok()
}

/// Whether a line looks like one.
pub fn is_event(line: &str) -> bool {
    line.starts_with("{\"") && line.contains("\"Action\":\"")
}
