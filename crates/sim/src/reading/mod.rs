//! Reads a real log of the go command without the program that was built, and tells what each of its lines is.
//!
//! ```text
//! text ──► lines (clean) ──► items ──► entries: what a line does, with tool, flags, files ──► a reading of the whole log
//! ```
//!
//! Everything comes as a stream: a log is never in memory as a whole. There are no words in here; what an [`Act`], a flag
//! or a [`FileKind`] is called and means is said in the words of the course. What a log does not show is `None`.

pub mod act;
pub mod command;
pub mod entries;
mod event;
mod failure;
pub mod file;
mod flag_names;
mod flag_names_of_c;
pub mod graph;
mod lanes;
mod message;
mod outcome;
pub mod package;
pub mod reader;
pub mod settings;
mod shell;
pub mod summary;
pub mod tools;
pub mod whole_program;

pub use act::{Act, Phase};
pub use command::{Arg, Command};
pub use entries::{Entries, Entry};
pub use failure::{Failure, FailureKind};
pub use file::FileKind;
pub use lanes::Span;
pub use package::{Origin, Package};
pub use reader::Reader;
pub use summary::Reading;
pub use tools::Tool;
