//! What is said to answers. The sentences are Markdown.

use super::sentence::Sentence;

/// All of them.
#[derive(Debug)]
pub struct AnswerWords {
    /// Behind the first of many names: how many more there are.
    pub and_more: Sentence<1>,
    /// What was typed is no letter of an option: the last letter.
    pub type_a_letter: Sentence<1>,
    /// The same where several may be chosen.
    pub type_letters: Sentence<1>,
    /// What was typed is no order of the items: the last letter.
    pub type_an_order: Sentence<1>,
    /// What was typed is no number.
    pub type_a_number: &'static str,
    /// Nothing was typed.
    pub type_a_text: &'static str,
    /// What was typed is not one package.
    pub type_a_package: &'static str,
    /// The words that name no package at all, in small letters.
    pub none: &'static [&'static str],
    /// What was typed names no packages.
    pub type_packages: &'static str,
    /// What was typed is no package of the program.
    pub no_such_package: Sentence<1>,
    /// The same, with the nearest name.
    pub no_such_package_but: Sentence<2>,
    /// An option is not right, and the lesson does not say why.
    pub not_so: Sentence<1>,
    /// How many options more would be right.
    pub more_are_right: Sentence<1>,
    /// A number is too low.
    pub too_low: Sentence<1>,
    /// A number is too high.
    pub too_high: Sentence<1>,
    /// A text is not what was asked for.
    pub not_it: Sentence<1>,
    /// Of two items, the first comes before the second.
    pub comes_before: Sentence<2>,
    /// A package needs another, which therefore comes first.
    pub needs_before: Sentence<3>,
    /// Which orders are right.
    pub every_such_order: &'static str,
    /// A package that can start.
    pub waits_for_nothing: Sentence<1>,
    /// The package that starts next, and its number.
    pub lowest_number: Sentence<2>,
    /// A package that could start, too: it, its number, the lowest number.
    pub ready_but: Sentence<3>,
    /// What a package waits for.
    pub still_waits: Sentence<2>,
    /// A worker is at it.
    pub is_running: Sentence<1>,
    /// It is done.
    pub is_done: Sentence<1>,
    /// It failed or was skipped.
    pub is_lost: Sentence<1>,
    /// Several right answers of which one is enough.
    pub one_of: Sentence<1>,
    /// A package does not wait for itself.
    pub not_for_itself: Sentence<1>,
    /// A package needs another only through a third.
    pub needs_through: Sentence<3>,
    /// A package does not need another.
    pub does_not_need: Sentence<2>,
    /// A package waits for one that was not named.
    pub waits_for_too: Sentence<2>,
    /// How many packages were not named.
    pub waits_for_more: Sentence<1>,
    /// All other imports of a package are done.
    pub others_are_done: Sentence<1>,
    /// What was typed is none of the words: all of them.
    pub type_a_pick: Sentence<1>,
    /// The tools, in the order of [`TOOLS`](crate::lesson::question::TOOLS).
    pub tools: [&'static str; 6],
    /// A package is compiled that was not named, and why.
    pub rebuilt_too: Sentence<2>,
    /// How many packages are compiled that were not named.
    pub rebuilt_more: Sentence<1>,
    /// A package is not compiled, because an import came out the same.
    pub cut_off: Sentence<2>,
    /// A package is not compiled, because none of its inputs changed.
    pub nothing_changed_for: Sentence<1>,
    /// A package and why it is compiled.
    pub because: Sentence<2>,
    /// Behind that: the archive came out the same.
    pub same_archive: &'static str,
    /// Behind that: nobody has measured it.
    pub perhaps: &'static str,
    /// How many packages more are compiled.
    pub more_packages: Sentence<1>,
    /// Nothing is compiled.
    pub none_rebuilt: &'static str,
    /// Why it links.
    pub it_links: Sentence<1>,
    /// Why it does not link.
    pub up_to_date: &'static str,
    /// Packages that are compiled and come out the same.
    pub same_again: Sentence<1>,
    /// Somebody notices.
    pub it_is_noticed: &'static str,
    /// The go command plans the build.
    pub go_is_content: &'static str,
    /// The build ends before this tool.
    pub not_reached: Sentence<1>,
    /// This tool does not fail.
    pub nothing_wrong: Sentence<1>,
    /// No tool fails.
    pub nobody_fails: &'static str,
    /// What the go command says.
    pub go_says: Sentence<1>,
    /// A tool and what it says.
    pub tool_says: Sentence<2>,
    /// A tool, the package, and what it says.
    pub tool_says_of: Sentence<3>,
}
