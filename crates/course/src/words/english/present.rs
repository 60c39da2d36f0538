use crate::words::present::{NotesWords, PresentWords};
use crate::words::sentence::say;

pub const WORDS: PresentWords = PresentWords {
    next: ["more", "the answer", "the explanation", "next step"],
    next_key: "PgDn",
    help: ("?", "keys"),
    keys: &[
        (
            "With a clicker or the keyboard",
            &[
                ("PgDn, Space, Enter, →", "on: the answer, the explanation, the next step"),
                ("PgUp, Backspace, ←", "back the same way"),
                ("b, .", "blank screen; any key brings it back"),
            ],
        ),
        (
            "Showing",
            &[
                ("a", "show or hide the answer"),
                ("e", "show or hide the explanation"),
                ("↑ ↓", "scroll"),
                ("v", "look around with the class: log, packages, workers, files"),
            ],
        ),
        (
            "Moving",
            &[
                ("n p", "a whole step on, back"),
                ("Home, End", "the first and the last step"),
                ("g", "go to a step, by number or name"),
            ],
        ),
        (
            "More",
            &[
                ("c", "clock on, off"),
                ("0", "clock back to zero"),
                ("t", "other colours: dark, light, high contrast, none"),
                ("q, Ctrl-C", "quit"),
            ],
        ),
    ],
    more: [say("{} more ↓"), say("{} more ↑")],
    answer: "Answer",
    of_minutes: say("{} / {} min"),
    over: say("{} over"),
    at_first: "This is the first step.",
    at_last: "This is the last step. q quits.",
    no_question: "This step asks nothing.",
    no_explanation: "This step has no explanation that could be hidden.",
    how_to_quit: "q quits.",
    how_back: "v goes back to the presentation, ? shows the keys here.",
    ended: say("You presented {} up to step {} of {}, in {}."),
    alone: say("The notes cannot follow: {}"),
    go_to: ["Go to", "a step, by number or name (7, recap)"],
    notes: NotesWords {
        notes: "Notes",
        none: "No notes for this step.",
        answer: ["Answer, not shown yet", "Answer, shown"],
        explanation: "Explanation, not shown yet",
        blank: "The class sees a blank screen.",
        next: say("Next: {}/{} {}"),
        last: "This is the last step.",
        nobody: "Nobody presents on this computer. Start it in another terminal: gostep present LESSON",
        nobody_this: say("Nobody presents {} on this computer. Start it in another terminal: gostep present {}"),
        waiting: "The notes appear here by themselves. q quits.",
        ended: say("The presentation of “{}” has ended."),
        several: "Several presentations run on this computer. Press the number of the one to follow:",
        taken: say("several presentations run on this computer; following the one that began last: {}"),
        row: say("{}, step {}/{}, {}"),
        broken: say("The lesson of the presentation cannot be read: {}"),
        changed: say("The lesson has no step {} any more; was its file changed?"),
        unheard: say("The presentation does not hear: {}"),
        foot: &[("PgDn PgUp", "on, back"), ("?", "keys"), ("q", "quit"), ("b", "blank"), ("↑↓", "scroll")],
        foot_waiting: &[("t", "colours"), ("q", "quit")],
        keys: &[
            (
                "These keys step the presentation",
                &[
                    ("PgDn, Space, Enter, →", "on: the answer, the explanation, the next step"),
                    ("PgUp, Backspace, ←", "back the same way"),
                    ("n p", "a whole step on, back"),
                    ("Home, End", "the first and the last step"),
                    ("a, e", "show or hide the answer, the explanation"),
                    ("b, .", "blank screen, and back"),
                    ("0", "clock back to zero"),
                ],
            ),
            (
                "Only here",
                &[
                    ("↑ ↓", "scroll the notes"),
                    ("t", "other colours"),
                    ("q, Ctrl-C", "quit the notes; the presentation goes on"),
                ],
            ),
        ],
    },
};
