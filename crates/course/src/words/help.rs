//! Words of help. The command line is described once, in English, beside its arguments; another language has its texts by
//! the English ones, of which there is no second copy to keep in step.

use super::sentence::Sentence;

/// What an English text is in this language.
pub type Table = &'static [(&'static str, &'static str)];

/// All of them.
#[derive(Debug)]
pub struct HelpWords {
    /// Before the ways to write a command.
    pub usage: &'static str,
    /// Around a default.
    pub default: Sentence<1>,
    /// Around the possible values.
    pub values: Sentence<1>,
    /// Names of values: `FILE`.
    pub value_names: Table,
    /// What stands over rows.
    pub headings: Table,
    /// All other texts.
    pub texts: &'static [Table],
}

impl HelpWords {
    /// A text of the command line. What has no translation stays as it is, and makes a test fail.
    pub fn text<'a>(&self, english: &'a str) -> &'a str {
        self.texts.iter().find_map(|table| find(table, english)).unwrap_or(english)
    }

    /// What stands over rows.
    pub fn heading<'a>(&self, english: &'a str) -> &'a str {
        find(self.headings, english).unwrap_or(english)
    }

    /// A name with the values that it takes, which stand in brackets: `[OPTIONS]`, `<FILE>`.
    pub fn name(&self, english: &str) -> String {
        let mut name = english.to_owned();
        for (english, own) in self.value_names {
            for (open, close) in [('<', '>'), ('[', ']')] {
                name = name.replace(&format!("{open}{english}{close}"), &format!("{open}{own}{close}"));
            }
        }
        name
    }
}

/// A text of the command line in the language of a table; as it is, where the table lacks it.
pub fn translated(table: Table, english: &str) -> &str {
    find(table, english).unwrap_or(english)
}

/// The text of a table that stands under a key.
pub(crate) fn find(table: Table, key: &str) -> Option<&'static str> {
    table.iter().find(|(known, _)| *known == key).map(|(_, own)| *own)
}
