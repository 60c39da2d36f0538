//! Frames as something to look at. Views only draw what frames hold.

mod blocks;
mod cells;
pub mod course;
pub mod glossary;
mod inline;
mod lay;
mod marks;
pub mod notes;
mod paint;
pub mod plain;
pub mod problems;
pub mod seconds;
mod shown;
mod states;
pub mod tui;
pub mod whatif;
pub mod whatif_json;

pub mod workers;
pub mod workers_json;

pub use inline::wrap;
pub use paint::{Line, Look, Painter, Span};
