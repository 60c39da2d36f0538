//! Words of `gostep import`.

use super::sentence::Sentence;

/// All of them.
#[derive(Debug)]
pub struct ImportWords {
    /// A program was taken from a log and written: file, packages.
    pub wrote_of_log: Sentence<2>,
    /// Over the commands to run: the file that they write.
    pub commands: Sentence<1>,
    /// What was written: the file, the number of packages, and one of the two below.
    pub wrote: Sentence<3>,
    /// All files were read: how many.
    pub all_read: Sentence<1>,
    /// All files were read, how many, but the C compiler that the program needs does not tell its version.
    pub no_compiler: Sentence<1>,
    /// Some files were read: how many, of how many, and what the first problem was.
    pub some_read: Sentence<3>,
}
