//! Sentences that are said in several languages. A sentence is its English text with gaps, and what stands in them; the
//! words of another language are found by the English text, in the crate that has them.
//!
//! ```
//! use gostep_sim::said;
//!
//! let name = "fmd";
//! assert_eq!(said!("no package {name:?} in the list", name).to_string(), "no package \"fmd\" in the list");
//! ```

use std::borrow::Cow;
use std::fmt;
use std::io::ErrorKind;

/// A sentence with its values, in no language yet. `Display` says it in English.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Said {
    sentence: &'static Sentence,
    values: Vec<Value>,
}

/// A sentence with gaps, as it stands in the source.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sentence {
    /// In English. `{}` takes the next value, `{1}` the one with this number, from 0, `{name}` that with this name, and
    /// `{name:?}` puts it in quotes.
    text: &'static str,
    names: &'static [&'static str],
}

impl Sentence {
    /// A sentence whose values have these names.
    ///
    /// # Panics
    /// If a gap has no value, or a value no gap. In `said!` that is an error of the compiler.
    pub const fn new(text: &'static str, names: &'static [&'static str]) -> Self {
        check(text, names);
        Self { text, names }
    }
}

/// Nothing to say.
impl Default for Said {
    fn default() -> Self {
        Self::new(&Sentence { text: "", names: &[] }, Vec::new())
    }
}

/// What stands in a gap.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// The same in every language: a name, a number, what another program says.
    Text(String),
    /// A sentence, or a part of one.
    Said(Said),
    /// Several, with commas between them.
    List(Vec<Self>),
    /// An error of the operating system, and what it says itself.
    Io(ErrorKind, String),
}

/// How a language says things.
#[derive(Clone, Copy, Debug)]
pub struct Voice {
    /// The sentence of this language by the English one.
    pub sentence: fn(&'static str) -> &'static str,
    /// What an error of the operating system is called. None: as the system says it.
    pub io: fn(ErrorKind) -> Option<&'static str>,
    /// Around what is quoted.
    pub quotes: [&'static str; 2],
    /// Between the items of a list.
    pub comma: &'static str,
}

/// The language in which sentences are written.
const ENGLISH: Voice = Voice { sentence: |english| english, io: |_| None, quotes: ["\"", "\""], comma: ", " };

/// A sentence: `said!("{} of {whole:?}", part.name(), whole)`. A value may have a name of its own, as in
/// `said!("{count} steps", count = steps.len())`; a variable has its own one. A gap without a value does not compile.
#[macro_export]
macro_rules! said {
    (@ $template:literal [$($done:tt)*] $name:ident = $value:expr $(, $($rest:tt)*)?) => {
        $crate::said!(@ $template [$($done)* (stringify!($name), $value)] $($($rest)*)?)
    };
    (@ $template:literal [$($done:tt)*] $value:expr $(, $($rest:tt)*)?) => {
        $crate::said!(@ $template [$($done)* (stringify!($value), $value)] $($($rest)*)?)
    };
    (@ $template:literal [$(($name:expr, $value:expr))*]) => {
        $crate::said::Said::new(
            const { &$crate::said::Sentence::new($template, &[$($name),*]) },
            vec![$($crate::said::Gap::value(&$value)),*],
        )
    };
    ($template:literal $(,)?) => {
        $crate::said::Said::new(const { &$crate::said::Sentence::new($template, &[]) }, Vec::new())
    };
    ($template:literal, $($values:tt)+) => {
        $crate::said!(@ $template [] $($values)+)
    };
}

impl Said {
    /// A sentence with values; `said!` makes it.
    pub const fn new(sentence: &'static Sentence, values: Vec<Value>) -> Self {
        Self { sentence, values }
    }

    /// What is the same in every language: a text that is not ours, or that is in the language of the reader already.
    pub fn told(text: impl Into<String>) -> Self {
        Self::new(&Sentence { text: "{}", names: &["text"] }, vec![Value::Text(text.into())])
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.sentence.text.is_empty() || self.sentence.text == "{}" && self.to_string().is_empty()
    }

    /// The same sentence, with what a function makes of the texts in its gaps.
    #[must_use]
    pub fn with_texts(mut self, change: &dyn Fn(&str) -> String) -> Self {
        self.values.iter_mut().for_each(|value| value.change(change));
        self
    }

    /// The text in a language.
    pub fn in_voice(&self, voice: &Voice) -> String {
        let mut out = String::new();
        let mut in_order = 0;
        let mut rest = (voice.sentence)(self.sentence.text);
        while let Some(at) = rest.find(['{', '}']) {
            out.push_str(&rest[..at]);
            let gap = &rest[at..];
            // A brace that is meant is written twice.
            if gap.starts_with("{{") || gap.starts_with("}}") {
                out.push_str(&gap[..1]);
                rest = &gap[2..];
                continue;
            }
            let (inside, after) = gap[1..].split_once('}').unwrap_or((&gap[1..], ""));
            let (name, is_quoted) = match inside.strip_suffix(":?") {
                Some(name) => (name, true),
                None => (inside, false),
            };
            let number = match name.parse() {
                Ok(number) => Some(number),
                Err(_) if name.is_empty() => {
                    in_order += 1;
                    Some(in_order - 1)
                }
                Err(_) => self.sentence.names.iter().position(|known| *known == name),
            };
            let value = number.and_then(|number: usize| self.values.get(number));
            let text = value.map(|value| value.in_voice(voice)).unwrap_or_default();
            out.push_str(&if is_quoted { quoted(&text, voice) } else { text });
            rest = after;
        }
        out.push_str(rest);
        out
    }
}

impl Value {
    fn change(&mut self, change: &dyn Fn(&str) -> String) {
        match self {
            Self::Text(text) | Self::Io(_, text) => *text = change(text),
            Self::Said(said) => said.values.iter_mut().for_each(|value| value.change(change)),
            Self::List(items) => items.iter_mut().for_each(|item| item.change(change)),
        }
    }

    fn in_voice(&self, voice: &Voice) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Said(said) => said.in_voice(voice),
            Self::List(items) => items.iter().map(|item| item.in_voice(voice)).collect::<Vec<_>>().join(voice.comma),
            Self::Io(kind, text) => (voice.io)(*kind).map_or_else(|| text.clone(), str::to_owned),
        }
    }
}

/// A text in quotes, in which control characters are escaped.
fn quoted(text: &str, voice: &Voice) -> String {
    let escaped = format!("{text:?}");
    let [open, close] = voice.quotes;
    format!("{open}{}{close}", &escaped[1..escaped.len() - 1])
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_voice(&ENGLISH))
    }
}

impl std::error::Error for Said {}

/// A text that is the same in every language.
impl From<String> for Said {
    fn from(text: String) -> Self {
        Self::told(text)
    }
}

/// A text that is the same in every language.
impl From<&str> for Said {
    fn from(text: &str) -> Self {
        Self::told(text)
    }
}

/// In English.
impl serde::Serialize for Said {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// What can be put in a gap.
pub trait Gap {
    /// What stands there then.
    fn value(&self) -> Value;
}

impl<T: Gap + ?Sized> Gap for &T {
    fn value(&self) -> Value {
        (**self).value()
    }
}

impl Gap for Said {
    fn value(&self) -> Value {
        Value::Said(self.clone())
    }
}

impl Gap for Value {
    fn value(&self) -> Value {
        self.clone()
    }
}

impl Gap for std::io::Error {
    fn value(&self) -> Value {
        Value::Io(self.kind(), self.to_string())
    }
}

/// Texts and numbers are the same in every language.
macro_rules! as_text {
    ($($kind:ty),* $(,)?) => {$(
        impl Gap for $kind {
            fn value(&self) -> Value {
                Value::Text(self.to_string())
            }
        }
    )*};
}

as_text!(
    serde_json::Error,
    str,
    String,
    Cow<'_, str>,
    char,
    u8,
    u16,
    u32,
    u64,
    usize,
    i32,
    i64,
    std::path::Display<'_>
);

/// Names with commas between them.
pub fn list<T: Gap>(items: impl IntoIterator<Item = T>) -> Value {
    Value::List(items.into_iter().map(|item| item.value()).collect())
}

/// That each gap has its value, and each value its gap.
const fn check(template: &str, names: &[&str]) {
    let text = template.as_bytes();
    let (mut at, mut in_order, mut used) = (0, 0, 0_u64);
    while at < text.len() {
        if text[at] != b'{' {
            at += 1;
            continue;
        }
        if text[at + 1] == b'{' {
            at += 2;
            continue;
        }
        let start = at + 1;
        while text[at] != b'}' {
            at += 1;
        }
        let end = if at > start + 1 && text[at - 1] == b'?' { at - 2 } else { at };
        let number = if start == end {
            in_order += 1;
            in_order - 1
        } else {
            place_of(text, start, end, names)
        };
        assert!(number < names.len(), "a gap has no value");
        used |= 1 << number;
    }
    assert!(used == (1 << names.len()) - 1, "a value has no gap");
}

/// The number of the value that a gap names; a large one, if there is none.
const fn place_of(text: &[u8], start: usize, end: usize, names: &[&str]) -> usize {
    if text[start].is_ascii_digit() {
        return (text[start] - b'0') as usize;
    }
    let mut number = 0;
    while number < names.len() {
        let name = names[number].as_bytes();
        let mut same = 0;
        while same < name.len() && start + same < end && name[same] == text[start + same] {
            same += 1;
        }
        if same == name.len() && start + same == end {
            return number;
        }
        number += 1;
    }
    usize::MAX
}

#[cfg(test)]
mod tests {
    use super::*;

    const OTHER: Voice = Voice {
        sentence: |english| if english.starts_with("cannot") { "{why}: {path:?} unlesbar" } else { "({0})" },
        io: |kind| (kind == ErrorKind::NotFound).then_some("fehlt"),
        quotes: ["„", "“"],
        comma: "; ",
    };

    #[test]
    fn gaps_are_filled_in_the_order_of_each_language() {
        let why = std::io::Error::new(ErrorKind::NotFound, "not there");
        let said = said!("cannot read {path:?}: {why}", path = "a\u{1b}b", why);
        assert_eq!(said.to_string(), r#"cannot read "a\u{1b}b": not there"#);
        assert_eq!(said.in_voice(&OTHER), r"fehlt: „a\u{1b}b“ unlesbar");
    }

    #[test]
    fn what_stands_in_a_gap_is_said_in_the_same_language_and_left_alone() {
        let inner = said!("one of {}, and {{braces}}", list(["{a}", "b"]));
        assert_eq!(inner.to_string(), "one of {a}, b, and {braces}");
        assert_eq!(said!("{inner} more", inner).in_voice(&OTHER), "(({a}; b))");
        assert!(Said::told("").is_empty() && Said::default().is_empty() && !Said::told("x").is_empty());
    }
}
