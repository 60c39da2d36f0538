use crate::words::help::HelpWords;
use crate::words::sentence::say;

/// The texts stand beside the arguments, in English.
pub const WORDS: HelpWords = HelpWords {
    usage: "Usage: ",
    default: say("[default: {}]"),
    values: say("[possible values: {}]"),
    value_names: &[],
    headings: &[],
    texts: &[],
};
