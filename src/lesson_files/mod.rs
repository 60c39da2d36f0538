//! Lessons in files. This is the only module that opens them.
//!
//! [`gostep_course::lesson`] works on texts. This module finds the files, by name or by path, with the translation, the
//! glossary and the programs beside a lesson.

mod around;
mod find;
mod heads;
mod load;
mod seen;
mod shelf;

pub use around::{Around, glossary};
pub use find::{is_path, key, read, source};
pub use heads::{head, heads};
pub use load::{load, with_glossary};
pub use seen::Seen;
pub use shelf::shelf;
