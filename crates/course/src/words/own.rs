//! Words about a text that a reader brings to the page.

use super::sentence::Sentence;

/// All of them.
#[derive(Debug)]
pub struct OwnWords {
    /// The name of a text without a file.
    pub pasted: &'static str,
    /// Before there is a text, what can be brought, and how each is made.
    pub how: &'static str,
    /// The text is none of that, as a title.
    pub unknown_head: &'static str,
    /// The text is none of that.
    pub unknown: &'static str,
    /// What can be brought, each with the commands that make it.
    pub kinds: [(&'static str, &'static str); 4],
    /// It is larger than so many megabytes.
    pub too_large: Sentence<1>,
    /// A lesson that can be played: its title, how many steps.
    pub lesson: Sentence<2>,
    /// A lesson with mistakes.
    pub broken: &'static str,
    /// Where a problem is: line and column.
    pub place: Sentence<2>,
    /// A glossary, as a title.
    pub glossary_head: &'static str,
    /// A glossary, which is no lesson.
    pub glossary: &'static str,
    /// A lesson names a program that was not brought: its name, and a suggestion or nothing.
    pub no_program: Sentence<2>,
    /// A log that was compared with this program.
    pub log: Sentence<1>,
    /// A log of a program that is not known here.
    pub other_log: &'static str,
    /// What to bring first then, and what the log was compared with.
    pub bring: Sentence<1>,
    /// The program with which the log was compared.
    pub compared: Sentence<1>,
    /// A text that was taken for a log, and is none that can be compared.
    pub no_log: &'static str,
    /// The output of go list, of this package.
    pub list: Sentence<1>,
    /// A recorded program, of this package.
    pub recorded: Sentence<1>,
    /// JSON that is no program that can be built.
    pub no_list: &'static str,
    /// Release, architecture, and how many packages.
    pub toolchain: Sentence<3>,
    /// What is assumed, since a list does not tell it.
    pub assumed: Sentence<1>,
    /// IDs are stand-ins.
    pub stand_ins: &'static str,
    /// A log can be compared with it.
    pub kept: &'static str,
    /// What of the toolchain is guessed without its environment.
    pub guessed: &'static str,
    /// What go env prints, as a title.
    pub environment: &'static str,
    /// What it is good for.
    pub environment_kept: &'static str,
}
