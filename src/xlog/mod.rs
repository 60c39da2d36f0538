//! The `-x` transcript as text.

mod command;
mod configs;
mod embed;
pub mod json;
mod paths;
pub mod shell;
mod transcript;

pub use command::Command;
pub use configs::{embedcfg, importcfg, link_importcfg};
pub use paths::file_path;
pub use transcript::{Block, Transcript};
