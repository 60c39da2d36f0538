//! What a page can ask.

use serde::Deserialize;

use super::own::BroughtText;
use super::place::Place;
use super::what_if::{ValuesAsked, WhatIfAsked};
use gostep_course::words::Lang;

/// A request, as the page sends it: `{"ask": "step", "place": {"lesson": "log", "lang": "en", "step": 3}}`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(tag = "ask", rename_all = "snake_case", deny_unknown_fields)]
pub enum Request {
    /// The lessons, the glossary, and the words of the page.
    Course {
        /// Language.
        lang: Lang,
    },
    /// A step to show.
    Step {
        /// Which.
        place: Place,
    },
    /// The frame of a step as data, for other programs.
    Frame {
        /// Which.
        place: Place,
    },
    /// A part of the transcript.
    Log {
        /// The moment.
        place: Place,
        /// The command that has to be in it; the last one if none is named.
        #[serde(default)]
        command: Option<usize>,
        /// How many commands at most.
        most: usize,
    },
    /// Where a text is in the transcript: commands, in order.
    Find {
        /// The moment.
        place: Place,
        /// The text.
        text: String,
    },
    /// A look at the build beside the explanation.
    Inspect {
        /// The moment.
        place: Place,
        /// What to look at.
        inspector: Inspector,
        /// The package that is looked at, as an index.
        #[serde(default)]
        package: Option<usize>,
        /// The file that is looked at, as an index.
        #[serde(default)]
        file: Option<usize>,
        /// How wide a picture may be, in pixels.
        #[serde(default)]
        width: Option<u32>,
    },
    /// Another moment of the build.
    Move {
        /// From where.
        place: Place,
        /// Where to.
        to: Target,
    },
    /// Judges an answer to the question of a step.
    Answer {
        /// Which step.
        place: Place,
        /// The answer, as it was typed or picked.
        given: Given,
        /// When, in seconds since 1970, if it counts for the learner's progress.
        #[serde(default)]
        time: Option<u64>,
    },
    /// A hint to the question of a step.
    Hint {
        /// Which step.
        place: Place,
        /// Number of the hint, from 0.
        number: usize,
    },
    /// The right answer to the question of a step.
    Solution {
        /// Which step.
        place: Place,
        /// When, in seconds since 1970, if it counts as a wrong answer in the learner's progress.
        #[serde(default)]
        time: Option<u64>,
    },
    /// The learner has a step before them.
    Reached {
        /// Which.
        place: Place,
        /// When, in seconds since 1970.
        time: u64,
    },
    /// The learner's progress as the text of a progress file, after what another such text knows was added.
    Kept {
        /// Language of messages.
        lang: Lang,
        /// Text of a progress file.
        #[serde(default)]
        add: Option<String>,
        /// Seed for the order of options, for a learner who has none.
        #[serde(default)]
        seed: Option<u32>,
    },
    /// Forgets the learner's progress.
    Forget {
        /// Language of messages.
        lang: Lang,
    },
    /// How far the learner is, and where to go on.
    Progress {
        /// Language.
        lang: Lang,
        /// The time in seconds since 1970, by which some questions are due.
        #[serde(default)]
        time: u64,
    },
    /// The questions to practise.
    Practice {
        /// Language.
        lang: Lang,
        /// The time in seconds since 1970, by which some questions are due.
        #[serde(default)]
        time: u64,
    },
    /// How practice went, in words.
    Score {
        /// Language.
        lang: Lang,
        /// Questions that were answered right at the first try.
        right: usize,
        /// Questions that were answered.
        asked: usize,
    },
    /// What the form of a what-if offers.
    WhatIfChoices {
        /// Language.
        lang: Lang,
    },
    /// What can stand in the next part of a change.
    WhatIfValues(ValuesAsked),
    /// One or two builds after some changes.
    WhatIf(WhatIfAsked),
    /// Tells what texts of the reader's own are. What can be played of them comes on the shelf.
    Own {
        /// The texts.
        texts: Vec<BroughtText>,
        /// Language of what is told.
        lang: Lang,
        /// Seed for the order of options.
        #[serde(default)]
        seed: u64,
    },
}

/// What can be looked at beside the explanation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Inspector {
    /// What the step shows.
    Step,
    /// All packages, by layer.
    Graph,
    /// The workers.
    Lanes,
    /// The files that were written.
    Files,
    /// The cache.
    Cache,
}

/// A moment to go to.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Target {
    /// The start of the next command, or of the one before.
    Command {
        /// Whether to the one before.
        back: bool,
    },
    /// The end of the next package, or of the one before.
    Package {
        /// Whether to the one before.
        back: bool,
    },
    /// When a block of the transcript was just printed.
    Block(usize),
    /// When a worker has just taken a package.
    Start(usize),
    /// A share of the build's time, in thousandths.
    Share(u64),
}

/// An answer as a page gives it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Given {
    /// Picked options, by index.
    Options(Vec<usize>),
    /// Items in the reader's order, by index.
    Order(Vec<usize>),
    /// A typed line.
    Typed(String),
    /// Where the reader stands in the build, in a task.
    Stand {
        /// The command that is looked at, if it is not the last one that began.
        #[serde(default)]
        block: Option<usize>,
    },
}
