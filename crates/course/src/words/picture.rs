//! Words in pictures.

use super::sentence::Sentence;

/// All of them.
#[derive(Debug)]
pub struct PictureWords {
    /// What the picture of the packages is: how many.
    pub graph: Sentence<1>,
    /// The same if only some are drawn: the package in the middle, how many are drawn, of all.
    pub graph_near: Sentence<3>,
    /// What its arrows mean, and which are left out.
    pub arrows: &'static str,
    /// A row of packages that are equally far from the bottom.
    pub layer: Sentence<1>,
    /// A package and its state.
    pub package: Sentence<2>,
    /// The package that is looked at.
    pub this: Sentence<1>,
    /// Packages that it imports: how many.
    pub imported: Sentence<1>,
    /// Packages that import it: how many.
    pub importing: Sentence<1>,
    /// Of the critical path.
    pub on_path: &'static str,
    /// How many packages are in a state: sign, state, number.
    pub in_state: Sentence<3>,
    /// What the picture of the workers is: how many, until when.
    pub lanes: Sentence<2>,
    /// An action that is over: its name, from, to.
    pub over: Sentence<3>,
    /// One that still runs: its name, since.
    pub running: Sentence<2>,
    /// The moment: its time.
    pub now: Sentence<1>,
    /// Workers without a lane, since they have done nothing yet: how many.
    pub unused: Sentence<1>,
    /// Actions without a bar: how many.
    pub too_short: Sentence<1>,
    /// What the picture of the files is: how many, how many of them new or changed.
    pub files: Sentence<2>,
    /// A file was written, or has changed.
    pub changes: [&'static str; 2],
    /// Where files are: the work directory, the cache, the output.
    pub places: [&'static str; 3],
    /// A directory whose files are not drawn: how many.
    pub folded: Sentence<1>,
    /// Directories that are not drawn: how many, and how many of them with something new.
    pub more_dirs: Sentence<2>,
    /// There are no files yet.
    pub no_files: &'static str,
    /// What goes into the action ID of a package, and of the link.
    pub action_id: Sentence<1>,
    /// The same of the link.
    pub action_id_of_link: &'static str,
    /// Groups of what is hashed: tools, settings, files, archives.
    pub hashed: [&'static str; 4],
    /// Entries of a group that are not drawn.
    pub more: Sentence<1>,
    /// What comes out: its name.
    pub action_id_head: &'static str,
    /// How it comes from the sum.
    pub first_bits: &'static str,
    /// What it is for, in three lines: that of a package, that of the link.
    pub used: [[&'static str; 3]; 2],
}
