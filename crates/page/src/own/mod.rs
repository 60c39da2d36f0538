//! A text of the reader's own: what it is, and what is known of it.
//!
//! ```text
//! texts ──► kind: log, list, program, environment, lesson ──► told: a heading and HTML, and a lesson for the shelf
//! ```
//!
//! What is said is what the command line says of the same file.

mod kind;
mod lesson;
mod log;
mod program;
mod text;
mod told;
mod walk;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use told::Found;

use gostep_course::words::{Lang, Words, words};
use kind::Kind;
pub use program::{Brought, Known};
use told::{Tone, how};

/// The most megabytes of a text. In base64 it still fits into what a server takes.
const MOST_MB: usize = 22;
/// The most bytes of a text.
pub const MOST_BYTES: usize = MOST_MB << 20;

/// The name of the lesson that the reader has typed, on the shelf. See [`is_brought`](super::shelf::is_brought).
const LESSON: &str = "~lesson";
/// The name of the walk through the build of the reader's program.
const WALK: &str = "~program";

/// A text as the page sends it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct BroughtText {
    /// The name of its file; none for a text that was typed or pasted.
    pub name: Option<String>,
    /// The text, if it was typed or pasted.
    pub text: String,
    /// The bytes of the file, in base64.
    pub bytes: Option<String>,
    /// The size in bytes of one that is too large to be sent.
    pub size: Option<usize>,
}

/// What a reader has brought so far.
#[derive(Debug, Default)]
pub struct Own {
    /// What `go env -json` printed.
    env: Option<String>,
    /// The last one is the one that was brought last.
    programs: Vec<Known>,
}

/// What a text is looked at with.
struct Look<'a> {
    /// How messages name it.
    name: &'a str,
    /// Whether it has a name of its own.
    is_named: bool,
    text: &'a str,
    lang: Lang,
    words: &'static Words,
}

impl Own {
    /// The programs that were brought.
    pub fn programs(&self) -> &[Known] {
        &self.programs
    }

    /// Looks at texts. Of several, environments and programs come first, since others may need them; the reply is about
    /// the last one.
    pub fn look(&mut self, texts: &[BroughtText], lang: Lang) -> Found {
        let words = words(lang);
        let mut read: Vec<_> = texts.iter().map(|brought| text::read(brought, words)).collect();
        // The order of the others stays.
        read.sort_by_key(|read| read.as_ref().map_or(u8::MAX, |read| read.kind.turn()));
        let mut last = None;
        for read in &read {
            last = Some(match read {
                Ok(read) => {
                    let is_named = read.name.is_some();
                    let name = read.name.as_deref().unwrap_or(words.own.pasted);
                    let look = Look { name, is_named, text: &read.text, lang, words };
                    let found = self.one(&look, read.kind);
                    if read.is_file { found.with_text(&read.text) } else { found }
                }
                Err(said) => Found::told(words.own.unknown_head, Tone::Bad, told::messages(said)),
            });
        }
        last.unwrap_or_else(|| Found::told("", Tone::Neither, how(words.own.how, words)))
    }

    fn one(&mut self, look: &Look<'_>, kind: Kind) -> Found {
        let words = look.words;
        match kind {
            Kind::Empty => Found::told("", Tone::Neither, how(words.own.how, words)),
            Kind::Glossary => Found::told(words.own.glossary_head, Tone::Neither, told::sentence(words.own.glossary)),
            Kind::Lesson => lesson::look(look, &self.programs),
            Kind::Environment => self.environment(look),
            Kind::List | Kind::Recorded => self.program(look, kind == Kind::Recorded),
            Kind::Log => log::look(look, &self.programs),
        }
    }
}
