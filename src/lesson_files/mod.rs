//! Lessons as files: the one room that opens them.
//!
//! [`gostep_course::lesson`] takes texts. Here they are found, by name or by path, with the translation, the glossary and the
//! programs that lie beside them.

mod around;
mod find;
mod heads;
mod load;

pub use around::{Around, glossary};
pub use find::{is_path, key, read, source};
pub use heads::{head, heads};
pub use load::{load, with_glossary};
