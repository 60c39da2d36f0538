//! Lessons about a simulated `go build`.
//!
//! ```text
//! lesson YAML ──► lesson, checked against a simulation ──► player ──► frames
//! ```
//!
//! Lessons come in as texts, and frames go out as data: who opens files and who draws is somebody else. `clippy.toml`
//! forbids files, environment, clocks and threads, so that the same code can run in a browser.

pub mod lesson;
pub mod lints;
pub mod player;
pub mod words;
