use crate::words::sentence::say;
use crate::words::walk::WalkWords;

pub const WORDS: WalkWords = WalkWords {
    whole: "The whole log",
    how_to_begin: "Enter goes to the first step, f to what failed, ? shows all keys.",
    same_step: "Also in this step",
    step_of: say("step {}/{}"),
    sides: ["Log", "Package", "Imports", "Lanes", "Whole log"],
    about_no_package: "This line is about no package.",
    no_package_there: "The log has no other package there.",
    no_failure: "The log shows no failure.",
    no_such_place: say("The log has no line or package {}."),
    go_to_help: "a line (120) or a package (fmt)",
    not_found: say("{} is not in the log."),
    line_keys: (". ,", "line on, back"),
    failure_key: ("f", "what failed"),
    side_keys: ("1–5", "log, package, imports …"),
    help: &[
        (
            "Stepping",
            &[
                ("Enter, Space", "read on, then the next step"),
                ("→", "the next step: one part of the work on one package"),
                ("b, ←", "the step before"),
                (". ,", "one command or message on, one back"),
                ("> <", "one package on, one back"),
                ("Home, End", "the whole log, the last step"),
                ("q, Ctrl-C", "quit"),
            ],
        ),
        (
            "Finding",
            &[
                ("f", "what failed, then the next failure"),
                ("g", "go to a line or package"),
                ("/", "search; n and N: next, last match"),
            ],
        ),
        (
            "Looking",
            &[
                ("1 2 3 4 5", "log, package, imports, lanes, whole log"),
                ("Tab", "the other pane"),
                ("↑ ↓, PgUp PgDn", "move in this pane"),
                ("t", "other colours"),
                ("Esc", "back to the log"),
            ],
        ),
    ],
};
