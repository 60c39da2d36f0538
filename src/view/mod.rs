//! Frames as something to look at.
//!
//! ```text
//! Frame ──► shown: blocks ──► lay: lines of a width ──► plain text, the full screen, a presentation
//! ```
//!
//! What a step shows becomes blocks once, without a width and without colours. A view chooses where they stand; another
//! kind of view, such as a page of HTML, draws each kind of block and asks nothing of a frame.

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
