//! Frames as something to look at. Views only draw what frames hold.

pub mod artefact_words;
mod artefacts;
pub mod course;
pub mod course_words;
pub mod glossary;
mod inline;
mod lanes;
pub mod line_words;
mod markdown;
pub mod notes;
mod paint;
mod panels;
pub mod plain;
pub mod present_words;
pub mod problems;
pub mod question;
pub mod seconds;
pub mod tui;
pub mod watch_words;
pub mod whatif;
mod whatif_words;
pub mod words;
pub mod workers;
pub mod workers_json;
mod workers_words;

pub use inline::wrap;
pub use paint::{Line, Look, Painter, Span};
