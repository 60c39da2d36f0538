//! Words for archives, the executable, the cache and hashes.

use super::sentence::Sentence;

/// All of them.
#[derive(Debug)]
pub struct ArtefactWords {
    /// Lines of a text that are shown: how many, of how many.
    pub lines: Sentence<2>,
    /// More lines have the words that were looked for.
    pub more_found: Sentence<1>,
    /// It has changed since the step before.
    pub changed: &'static str,
    /// A build ID.
    pub id: Sentence<1>,
    /// What something was at the step before.
    pub before: Sentence<1>,
    /// Members of an archive, and its size.
    pub members: Sentence<2>,
    /// A member that was not there at the step before.
    pub new_member: &'static str,
    /// It is not known what is in a file.
    pub unknown: &'static str,
    /// How many symbols an executable has.
    pub symbols: Sentence<1>,
    /// A symbol that is not there.
    pub not_there: &'static str,
    /// Symbols that are not shown.
    pub more_symbols: Sentence<1>,
    /// Heading: functions of packages.
    pub functions: &'static str,
    /// Size and kind of an executable: bytes, kind, processor.
    pub executable: Sentence<3>,
    /// Where it starts: address, function.
    pub entry: Sentence<2>,
    /// Heading of the program headers: how many.
    pub segments: Sentence<1>,
    /// Heading of the sections: how many.
    pub sections: Sentence<1>,
    /// Heading: what the cache has of a package.
    pub cache: Sentence<1>,
    /// Nothing has computed the action hash.
    pub not_looked: &'static str,
    /// The file whose name ends in `-a`.
    pub index: &'static str,
    /// The file whose name ends in `-d`.
    pub data: &'static str,
    /// Whether a file of the cache is there, in the order of `Presence`.
    pub presence: [&'static str; 4],
    /// Fields of an index entry: action hash, output hash, size, time.
    pub fields: [&'static str; 4],
    /// What the action hash of an entry is; the action ID.
    pub of_action: Sentence<1>,
    /// What the output hash of an entry is.
    pub of_output: &'static str,
    /// In place of a time that the simulation does not have.
    pub no_time: &'static str,
    /// In place of a size that is not known.
    pub no_size: &'static str,
    /// A size.
    pub bytes: Sentence<1>,
    /// Heading: what is hashed for a package.
    pub hashed: Sentence<1>,
    /// Heading: what is hashed for the link.
    pub hashed_link: &'static str,
    /// The action ID, of which sum.
    pub action_id: Sentence<1>,
    /// The hashes of source files are made up.
    pub stand_ins: &'static str,
    /// Heading of the critical path: time, actions.
    pub path: Sentence<2>,
}
