//! What a step of a lesson shows, without a width and without colours.
//!
//! ```text
//! frame ──► shown: blocks ──► lines in a terminal, a page, a file
//! ```
//!
//! What a step shows becomes [`blocks`] once. Whoever draws chooses where they stand and what a [`look::Look`] becomes.
//! `clippy.toml` forbids files, environment, clocks and threads, so that the same code can run in a browser.

pub mod blocks;
pub mod html;
pub mod look;
pub mod marks;
pub mod picture;
pub mod progress;
pub mod report;
pub mod seconds;
pub mod shown;
pub mod states;
pub mod verify;
pub mod why;
