//! Frames in a terminal: line by line, or on the full screen.
//!
//! ```text
//! blocks of a frame ──► lay: lines of a width ──► plain text, the full screen, a presentation
//! ```

mod cells;
pub mod course;
pub mod drawn;
pub mod explain;
pub mod glossary;
mod inline;
mod lay;
pub mod notes;
mod paint;
pub mod plain;
pub mod problems;
pub mod tui;
pub mod verify;
pub mod whatif;
pub mod whatif_json;

pub mod why;
pub mod workers;
pub mod workers_json;

pub use inline::wrap;
pub use paint::Painter;
