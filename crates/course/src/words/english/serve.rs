use crate::words::sentence::say;
use crate::words::serve::ServeWords;

pub const WORDS: ServeWords = ServeWords {
    serving: say("the page is at {} (Ctrl-C ends it)"),
    no_browser: say("no browser could be opened here; open {} yourself"),
    not_here: "There is nothing here. Open the address that gostep serve printed.",
    foreign: "This page answers only itself, on this machine. Open the address that gostep serve printed.",
    other_way: "This cannot be asked for in this way.",
    too_long: say("This is longer than {} MB. Send a shorter file."),
    too_slow: say("This did not arrive within {} seconds. Send it again."),
    no_text: "This is not UTF-8 text.",
    failed: "gostep could not answer: this is a mistake in gostep.",
};
