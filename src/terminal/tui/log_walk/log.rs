//! A log that is in memory, so that it can be stepped on and back.

use super::steps::{self, Step};
use gostep_sim::reading::{Command, Entry, Reading};

/// A log that was read whole.
#[derive(Clone, Debug, Default)]
pub struct WalkedLog {
    /// The log, as its reader calls it.
    pub name: String,
    /// What it shows.
    pub reading: Reading,
    /// Its entries. Their commands are taken apart again when they are looked at, so that a long log has room.
    entries: Vec<Entry>,
    /// Whether an entry runs a command.
    runs: Vec<bool>,
    pub(super) steps: Vec<Step>,
}

impl WalkedLog {
    /// A log without entries yet.
    pub fn new(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    /// Adds the next entry.
    pub fn add(&mut self, entry: &Entry) {
        steps::add(&mut self.steps, self.entries.len(), entry);
        self.runs.push(entry.command.is_some());
        self.entries.push(Entry { command: None, ..entry.clone() });
    }

    /// All entries, without their commands.
    pub(super) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// An entry with its command.
    pub(super) fn entry(&self, at: usize) -> Entry {
        let entry = &self.entries[at];
        let command = if self.runs[at] { Command::of(&entry.text) } else { None };
        Entry { command, ..entry.clone() }
    }

    /// The entry that has a line of the log.
    pub(super) fn at_line(&self, line: usize) -> Option<usize> {
        if line == 0 || line > self.reading.lines {
            return None;
        }
        self.entries.partition_point(|entry| entry.line <= line).checked_sub(1)
    }
}
