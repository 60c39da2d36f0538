//! Frames as something to look at. Views only draw what frames hold.

mod artefacts;
pub mod course;
pub mod glossary;
mod inline;
mod lanes;
mod markdown;
pub mod notes;
mod paint;
mod panels;
pub mod plain;
pub mod problems;
pub mod question;
pub mod seconds;
pub mod tui;
pub mod whatif;
pub mod whatif_json;

pub mod workers;
pub mod workers_json;

pub use inline::wrap;
pub use paint::{Line, Look, Painter, Span};
