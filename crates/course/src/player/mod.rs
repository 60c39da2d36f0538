//! The player: makes frames of a lesson, and moves a cursor over its steps.
//!
//! Everything here is data. A frame is computed on request from the lesson and a prefix of the build's events, so going
//! back means asking for an earlier frame.

mod answer;
mod answers;
mod artefact_frame;
mod artefacts;
mod build;
mod command;
pub mod course;
mod files;
mod frame;
mod journal;
pub mod markdown;
pub mod presentation;
pub mod progress;
mod question;
mod run;
mod runtime;
mod stage;
mod stride;
mod task;
mod travel;
mod tree;

pub use crate::lesson::task::goal::Stand;
pub use answer::{Answer, Feedback, GoalView};
pub use answers::letter;
pub use artefact_frame::{
    ArchiveContent, ArchiveState, ArchiveView, CacheFile, CacheView, Excerpt, ExecutableHeader, ExecutableView,
    FunctionsRow, FunctionsView, HashView, IndexEntry, PathRow, PathView, Presence, SymbolRow, SymbolsView,
};
pub use artefacts::critical_path;
pub use build::{build_view, lanes};
pub use frame::{
    BuildView, CommandView, FileText, FileView, Frame, Group, Lane, LaneSpan, LessonHead, Moment, PackageView,
    Relation, Shown, StepHead, TranscriptBlock,
};
pub use journal::{Journal, NoJournal, Renamed};
pub use progress::Progress;
pub use question::{Form, QuestionView};
pub use runtime::{Did, GView, MView, PView, Ran, RuntimeView};
pub use stage::{Cursor, Player};
pub use stride::Stride;
pub use tree::{Change, TreeFile, TreeName};

/// Replaces characters that could control a terminal, since names of programs and files can come from anyone.
pub fn sanitize(text: &str) -> String {
    let steers = |c: char| crate::lesson::readable::is_unwanted(c);
    text.chars().map(|c| if steers(c) { '\u{fffd}' } else { c }).collect()
}
