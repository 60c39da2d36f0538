//! What there is to see, without a width and without colours.
//!
//! Blocks are built once from what a frame holds ([`shown`](super::shown)). A terminal lays them out in its width, and
//! [`html`](super::html) draws them for a page. A look is no colour: it says what a piece of text is, such as a mark or a
//! state.

use gostep_course::player::markdown;

use super::look::{Line, Look, Span};

/// One thing to see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// An empty line.
    Gap,
    /// A text that is broken where the room ends.
    Paragraph(Paragraph),
    /// A text as an author wrote it.
    Prose(Vec<markdown::Block>),
    /// Blocks behind a sign, such as the letter of an option; all their lines begin behind it.
    Item {
        /// The sign.
        lead: Line,
        /// The blocks.
        body: Vec<Block>,
    },
    /// A line that is cut where the room ends, behind what is never cut.
    Cut {
        /// What stands in front.
        lead: Span,
        /// The line.
        text: Line,
    },
    /// Names behind a heading, on as many lines as they need.
    Names {
        /// The heading.
        lead: Span,
        /// The names.
        names: String,
    },
    /// Rows of cells.
    Table(Table),
    /// The text of a file, behind a bar down its side.
    Code(Vec<CodeRow>),
    /// A command as a whole.
    Command(Command),
    /// How long some things took, each with a bar.
    Bars(Vec<Bar>),
    /// A worker, and when it was at work from the start of the build to a moment.
    WorkerLane {
        /// The worker.
        name: String,
        /// What it did.
        lane: WorkerLane,
        /// The moment, in microseconds.
        until_us: u64,
    },
}

/// A text that is broken where the room ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// What stands in front of its first line.
    pub lead: Span,
    /// The text.
    pub text: Vec<Span>,
    /// Columns before the other lines, if they do not begin below the first word.
    pub indent: Option<usize>,
}

/// Rows of cells that stand below each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Columns before the first cell.
    pub indent: usize,
    /// Columns between cells.
    pub gap: usize,
    /// How each column is set.
    pub columns: Vec<Column>,
    /// The names of the columns, if they have such.
    pub head: Option<Vec<Line>>,
    /// The rows; one may have fewer cells than there are columns.
    pub rows: Vec<Vec<Line>>,
    /// What gives way where there is too little room.
    pub narrow: Narrow,
}

/// How a column is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// Its cells end below each other, as numbers do.
    pub right: bool,
    /// It is at least so wide.
    pub least: usize,
}

/// What gives way where a table has too little room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Narrow {
    /// The cells of this column are cut.
    Cut(usize),
    /// From this column on, the cells follow each other as a text.
    Flow(usize),
    /// The last cells stand in lines of their own, so far in, unless they have half of the room.
    Below(usize),
}

/// A line of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeRow {
    /// Its number, where lines are left out.
    pub number: Option<usize>,
    /// The line.
    pub text: Line,
}

/// A command as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// The change of directory before it.
    pub cd: Option<String>,
    /// Parts that stay together if they can: an option and its value, or a run of files.
    pub parts: Vec<Line>,
    /// Each part has a line of its own, as it is printed.
    pub is_many_lines: bool,
}

/// How long something took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Its name.
    pub name: String,
    /// How long, as a number to read.
    pub number: String,
    /// How long, to be compared with the others.
    pub length: u64,
}

/// The lanes of a build on one scale of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaneChart {
    /// How long the build takes, in microseconds.
    pub total_us: u64,
    /// The moment that is looked at, and the word for it.
    pub now: Option<(u64, String)>,
    /// One for each worker.
    pub lanes: Vec<WorkerLane>,
    /// What has no room for its name has a letter, and each lane says how busy it was.
    pub with_key: bool,
}

/// What one worker did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkerLane {
    /// Number of the worker, from 1.
    pub number: usize,
    /// What it did, in order, one after the other.
    pub spans: Vec<WorkerSpan>,
}

/// Something that a worker did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkerSpan {
    /// The package, or the link.
    pub name: String,
    /// Start, in microseconds.
    pub from_us: u64,
    /// End, or now.
    pub to_us: u64,
    /// Done, or still at it.
    pub look: Look,
    /// It is on the critical path.
    pub on_path: bool,
}

impl Block {
    /// A text without anything in front.
    pub fn text(text: Vec<Span>) -> Self {
        Self::led(Span::plain(""), text)
    }

    /// A text in one look.
    pub fn said(text: &str, look: Look) -> Self {
        Self::text(vec![Span::new(text, look)])
    }

    /// A text behind something, below whose end it goes on.
    pub fn led(lead: Span, text: Vec<Span>) -> Self {
        Self::Paragraph(Paragraph { lead, text, indent: None })
    }
}

/// A heading, and a text below it.
pub fn headed(heading: &str, look: Look, text: &[markdown::Block]) -> Vec<Block> {
    vec![Block::said(heading, look), Block::Prose(text.to_vec())]
}
