//! What is said of tasks. The sentences are Markdown.

use super::sentence::Sentence;

/// All of them.
#[derive(Debug)]
pub struct TaskWords {
    /// Before a task.
    pub heading: &'static str,
    /// Before its conditions.
    pub goal: &'static str,
    /// The goal is reached.
    pub reached: &'static str,
    /// It is not yet.
    pub not_yet: &'static str,
    /// The reader wants to read on, and is not there.
    pub not_there: &'static str,
    /// How many conditions hold, of all.
    pub held: Sentence<2>,
    /// How a task on the machine is worked at, on a screen.
    pub on_machine: &'static str,
    /// The same on a page.
    pub on_page: &'static str,
    /// How a task in the build is worked at on a screen.
    pub in_build: &'static str,
    /// How a task in the build is worked at on a page.
    pub in_build_on_page: &'static str,
    /// Nothing was typed.
    pub type_a_change: &'static str,
    /// How the words are listed, line by line.
    pub help_lists: &'static str,
    /// A quote is not closed.
    pub open_quote: &'static str,
    /// A flag that means nothing here.
    pub no_such_flag: Sentence<1>,
    /// A command that builds something else: what, and what the program is.
    pub no_such_target: Sentence<2>,
    /// A change that is not possible, and why.
    pub impossible: Sentence<1>,
    /// The go command refuses the build: what it says.
    pub refused: Sentence<1>,
    /// What the change does was not measured.
    pub unmeasured: &'static str,
    /// How many packages are compiled, of all, and which.
    pub compiles: Sentence<3>,
    /// None is.
    pub compiles_nothing: &'static str,
    /// It links.
    pub links: &'static str,
    /// It does not link.
    pub does_not_link: &'static str,
    /// Lines of the log, and how long the build takes.
    pub log: Sentence<2>,
    /// Behind a condition: what is so now.
    pub now: Sentence<1>,
    /// Where the reader stands: command, of all, line, its name, its package.
    pub here: Sentence<5>,
    /// How many packages are done, of all.
    pub done: Sentence<2>,
    /// Nothing is printed yet.
    pub at_start: &'static str,
    /// What was typed is no place.
    pub type_a_place: &'static str,
    /// No command has a text.
    pub not_found: Sentence<1>,
    /// A place that this build does not reach.
    pub not_reached: Sentence<1>,
}
