use crate::words::sentence::say;
use crate::words::task::TaskWords;

pub const WORDS: TaskWords = TaskWords {
    heading: "Task",
    goal: "The goal:",
    reached: "Done.",
    not_yet: "Not there yet.",
    not_there: "Not there yet; → goes on without.",
    held: say("{} of {} conditions hold."),
    on_machine: "Type go build with its flags, or changes; Enter builds. Tab lists the words and completes them, ↑ brings an \
                 earlier line back.",
    on_page: "Type go build with its flags, or changes, and press Enter to build. ↑ and ↓ bring earlier lines back.",
    in_build: "Go there: . , > < e 0 step the build, / searches the log, g goes to a line or a package. It is done as soon as \
               you are there.",
    in_build_on_page: "Go there with the bar below, or click a line of the log. It is done as soon as you are there.",
    type_a_change: "Type go build with its flags, or a change, such as body=fmt, all, or -p 4.",
    help_lists: "? lists all changes.",
    open_quote: "A quote is not closed.",
    no_such_flag: say("The flag {} means nothing here."),
    no_such_target: say("There is no {} here; the program is {}."),
    impossible: say("That is not possible: {}"),
    refused: say("The go command refuses this build: {}"),
    unmeasured: "What this change makes the go command do again is not known exactly, so it cannot count. Try another one.",
    compiles: say("It compiles {} of {} packages: {}."),
    compiles_nothing: "It compiles nothing.",
    links: "It links.",
    does_not_link: "It does not link.",
    log: say("Lines of the log: {}; the build takes {}."),
    now: say(" (now: {})"),
    here: say("You are at command {} of {}, line {} of the log: {} of {}."),
    done: say("Packages done: {} of {}."),
    at_start: "Nothing is printed yet.",
    type_a_place: "Type a place: :120 (a line), /text, fmt, fmt done, fmt compile, start or end.",
    not_found: say("No command of this build has {}."),
    not_reached: say("This build does not get to {}."),
};
