//! Pictures, made for looking: SVG from the player's data.
//!
//! A picture is markup for the page. Whatever looks like something is a class, and `picture.css` says how it looks, in
//! the page as in a file. Nothing is said by a colour alone: states have signs and words, lines have strokes.
//! Packages have `data-package`, files `data-file`, with their index, so that a page can let one choose them.

mod action_id;
mod alone;
mod canvas;
mod dot;
mod files;
mod graph;
mod lanes;
mod step;
mod text;

pub use action_id::action_id;
pub use alone::{STYLE, alone};
pub use canvas::Width;
pub use dot::dot;
pub use files::{NamedFile, files, named_files};
pub use graph::graph;
pub use lanes::lanes;
pub use step::{StepPicture, Subject};
