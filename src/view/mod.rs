//! Frames as something to look at. Views only draw what frames hold.

mod inline;
mod markdown;
mod paint;
mod panels;
pub mod plain;
pub mod whatif;
pub mod words;

pub use paint::{Line, Look, Painter, Span};
