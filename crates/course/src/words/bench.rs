//! Words of the what-ifs of the page.

use serde::Serialize;

use super::sentence::Sentence;

/// All of them; those without gaps by the names that the page uses.
#[derive(Debug, Serialize)]
pub struct BenchWords {
    /// What this is about.
    pub intro: &'static str,
    /// Back to the lessons.
    pub leave: &'static str,
    /// The program that is built.
    pub program: &'static str,
    /// Title of one of the two builds, before its letter.
    pub arm: &'static str,
    /// Title of the changes.
    pub changes: &'static str,
    /// A change, as a field.
    pub change: &'static str,
    /// One change more.
    pub add: &'static str,
    /// One less.
    pub remove: &'static str,
    /// An optional part is left out.
    pub left_out: &'static str,
    /// Title of the flags.
    pub flags: &'static str,
    /// What `-buildmode` is for.
    pub buildmode: &'static str,
    /// What `-gcflags` is for.
    pub gcflags: &'static str,
    /// Title of what one expects.
    pub predict: &'static str,
    /// Asks for the number of packages that are compiled.
    pub predict_compiled: &'static str,
    /// Asks whether it is linked.
    pub predict_linked: &'static str,
    /// Yes.
    pub yes: &'static str,
    /// No.
    pub no: &'static str,
    /// One says nothing about it.
    pub unsaid: &'static str,
    /// Builds.
    pub run: &'static str,
    /// A second build beside the first.
    pub add_arm: &'static str,
    /// Without it.
    pub remove_arm: &'static str,
    /// Title of what came of it.
    pub result: &'static str,
    /// Title of what differs between the two.
    pub differences: &'static str,
    /// Title of the command line.
    pub command: &'static str,
    /// Copies it.
    pub copy: &'static str,
    /// It was copied.
    pub copied: &'static str,
    /// Where the command is to be given, if the program is one of a lesson of the reader's own.
    pub in_folder: &'static str,
    /// What `program.json` is in the command.
    pub stands_for_recorded: &'static str,
    /// What `list.json` is.
    pub stands_for_list: &'static str,
    /// What `list.json` and `env.json` are.
    pub stands_for_both: &'static str,
    /// It could not be copied.
    pub not_copied: &'static str,
    /// Title of the transcript.
    pub transcript: &'static str,
    /// Title of the workers.
    pub workers: &'static str,
    /// Titles of the changes: to the sources, the executable, the cache, the settings, and when it is built.
    pub subjects: [&'static str; 5],
    /// Titles of the faults: of tools, of sources, of what the go command loads.
    pub faults: [&'static str; 3],
    /// The signs in a transcript, where there is one build.
    pub signs_alone: &'static str,
    /// The signs in a transcript, where there are two.
    pub signs: &'static str,
    /// No command is run.
    pub no_commands: &'static str,
    /// Where times come from, if not all of them were recorded.
    pub modelled: &'static str,
    /// The transcript is that of the least that can be rebuilt.
    pub least: &'static str,
    /// What is assumed: no stamp of a revision.
    pub no_stamp: &'static str,
    /// Nothing differs.
    pub same: &'static str,
    /// What one expects is no number.
    pub no_number: &'static str,
    /// Nobody knows exactly, so what one expects can be true.
    pub can_be: &'static str,
    /// What one expected: the packages that are compiled.
    #[serde(skip)]
    pub expected: Sentence<1>,
    /// The same, and whether it is linked.
    #[serde(skip)]
    pub expected_link: Sentence<2>,
    /// Packages that both compile: how many.
    #[serde(skip)]
    pub both_compile: Sentence<1>,
    /// Packages that one compiles alone: its letter, how many, their names.
    #[serde(skip)]
    pub one_compiles: Sentence<3>,
    /// Packages of which it is not known: how many, their names.
    #[serde(skip)]
    pub perhaps: Sentence<2>,
    /// What becomes of the executable: in A, in B.
    #[serde(skip)]
    pub links: Sentence<2>,
    /// Exit codes: of A, of B.
    #[serde(skip)]
    pub exits: Sentence<2>,
    /// Commands that one runs alone: its letter, how many.
    #[serde(skip)]
    pub commands_alone: Sentence<2>,
    /// Commands that both run, each in its own way: how many.
    #[serde(skip)]
    pub commands_differ: Sentence<1>,
    /// How long the builds take: A, B.
    #[serde(skip)]
    pub times: Sentence<2>,
    /// There are too many changes: how many there can be.
    #[serde(skip)]
    pub too_many: Sentence<1>,
}
