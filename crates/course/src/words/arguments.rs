//! What is said of a command line that cannot be read. In English the library that reads it says it.

use super::sentence::Sentence;

/// All of them.
#[derive(Debug)]
pub struct ArgumentWords {
    /// Before the error: the error.
    pub error: Sentence<1>,
    /// Before what can be done: a tip.
    pub tip: Sentence<1>,
    /// An argument is given more than once.
    pub twice: Sentence<1>,
    /// An argument cannot be used together with others: they are named in the second gap.
    pub conflict: Sentence<2>,
    /// A command cannot be used with a flag: they stand in this order.
    pub command_conflict: Sentence<2>,
    /// What something conflicts with that cannot be named.
    pub others: &'static str,
    /// A value needs an equals sign before it: the argument.
    pub no_equals: Sentence<1>,
    /// The value of an argument is missing.
    pub no_value: Sentence<1>,
    /// A value is wrong: value, argument.
    pub wrong_value: Sentence<2>,
    /// The same, and why: value, argument, why.
    pub wrong_value_because: Sentence<3>,
    /// No number.
    pub no_number: &'static str,
    /// A number is outside of a range: number, range.
    pub outside: Sentence<2>,
    /// Between the values that are possible.
    pub comma: &'static str,
    /// No command has this name.
    pub unknown_command: Sentence<1>,
    /// The command needs one of its commands.
    pub no_command: Sentence<1>,
    /// The commands that there are.
    pub commands: Sentence<1>,
    /// What has to be given stands below.
    pub missing: &'static str,
    /// A value too many: value, argument.
    pub too_many: Sentence<2>,
    /// Too few or too many values: argument, how many it takes, how many were given.
    pub wrong_count: Sentence<3>,
    /// An argument that nothing takes.
    pub unknown: Sentence<1>,
    /// An argument that is no text.
    pub no_text: &'static str,
    /// A similar command.
    pub similar_command: Sentence<1>,
    /// A similar argument.
    pub similar_argument: Sentence<1>,
    /// A similar value.
    pub similar_value: Sentence<1>,
    /// How to pass something as a value: it, and how to write it.
    pub as_value: Sentence<2>,
    /// Another command has the argument: both as one writes them.
    pub elsewhere: Sentence<1>,
    /// A command was written with dashes.
    pub without_dashes: Sentence<1>,
    /// Where there is more to read.
    pub more: Sentence<1>,
}
