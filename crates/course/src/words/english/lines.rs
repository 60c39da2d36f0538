use crate::words::lines::LineWords;
use crate::words::sentence::say;

pub const WORDS: LineWords = LineWords {
    next: "[Enter] next, b back, ? help > ",
    last: "the last step: [Enter] ends, b back, ? help > ",
    answer: "your answer (:h hint, [Enter] shows it, :? help) > ",
    right: "Right.",
    wrong: "Not quite. Try again, or press Enter to see the answer.",
    hint: say("Hint {} of {}:"),
    no_hint: "There is no hint here.",
    no_question: "There is no question here.",
    unknown: say("{} is no command; ? lists them."),
    no_such_step: say("There is no step {}; give 1 to {}, or a name."),
    first_step: "This is the first step.",
    auto: "The lesson plays by itself. Enter holds it and lets it go on; q and Enter end it.",
    held: "Held. Enter goes on, q and Enter end.",
    help: "\
Enter       the next step; at a question, its answer
b           the step before
g STEP      go to a step, by number or name
h           a hint
s           show the answer
r           show this step again
q           quit
?           this list

At a question, type your answer. Where a letter could be an answer, put a
colon before commands: :b, :h, :q.",
};
