//! The transcript of `go build -x` as text: writes it, parses a real one, and compares the two.

mod align;
mod build_info;
pub mod canonical;
mod cgo_command;
pub mod clean;
mod command;
pub mod compare;
pub mod comparison;
mod configs;
mod diagnose;
mod embed;
pub mod excerpt;
pub mod expected;
pub mod foreign;
pub mod json;
mod owner;
pub mod parse;
mod paths;
pub mod places;
pub mod schedule;
pub mod setting;
pub mod shell;
mod shown;
mod taken;
mod tool_line;
mod transcript;
mod trials;
pub mod verify;
mod votes;
pub mod words;

pub use command::Command;
pub use configs::{embedcfg, importcfg, link_importcfg};
pub use owner::is_sequential;
pub use paths::file_path;
pub use taken::LogToolchain;
pub use transcript::{Block, Transcript};
