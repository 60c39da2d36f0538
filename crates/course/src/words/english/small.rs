use crate::words::small::SmallWords;

pub const WORDS: SmallWords = SmallWords { comma: ", ", blank: " ", yes: "yes", no: "no", none: "none" };
