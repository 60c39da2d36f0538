use crate::words::sentence::say;
use crate::words::watch::WatchWords;

pub const WORDS: WatchWords = WatchWords {
    old_above: "↑ the last version without mistakes. What is wrong now:",
    line_keys: say("watching {} · Enter: next step · b: back · number or name: go there · q: end"),
    mistakes: say("Mistakes in {}; below, the last version without"),
    never_good: say("Mistakes in {}"),
    never_keys: "Save the file again, and it is read again. ↑ ↓ scroll, q quits.",
    changed: "Read again: this is the first step that looks different.",
    same: "Read again: nothing looks different.",
    remarks: say("{} remarks; gostep lesson check {} shows them."),
    watching: say("Watching {}: save it, and its first changed step is shown."),
};
