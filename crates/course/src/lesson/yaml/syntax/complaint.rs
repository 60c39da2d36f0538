//! What the YAML parser complains of. Its errors are words; this is the one place that reads them.

/// Kinds of complaints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Complaint {
    /// A character that can begin nothing here.
    Character,
    /// A backslash in double quotes with something behind it that means nothing.
    Escape,
    /// Something behind a text in quotes.
    BehindQuote,
    /// A text in quotes that does not end.
    OpenQuote,
    /// Text in the line of a `|` or `>`.
    BlockHead,
    /// A line of a block of text that is not indented as the others.
    BlockIndentation,
    /// A block of text, in another way.
    Block,
    /// Lists and mappings inside each other without end.
    TooDeep,
    /// A second `: ` in a line.
    SecondColon,
    /// A line that is no name with a value.
    NoPair,
    /// An item with a dash inside of brackets.
    DashInBrackets,
    /// Brackets that do not fit.
    Brackets,
    /// An item with a dash in the line of its name.
    ListInLine,
    /// The file does not begin as one.
    FirstLine,
    /// A line that is indented as none around it.
    Indentation,
    /// No blank behind a `:` or `-`.
    NoBlank,
    /// A remark in the middle of a text.
    Remark,
    /// A `?`.
    QuestionMark,
    /// A value that is not there.
    NoValue,
    /// Nothing that is known here.
    Other,
}

/// Pieces of the parser's messages, and what they mean: the first one that fits.
const WORDS: &[(&str, Complaint)] = &[
    ("unexpected character", Complaint::Character),
    ("anchor", Complaint::Character),
    ("tag", Complaint::Character),
    ("directive", Complaint::Character),
    ("'%'", Complaint::Character),
    ("escape", Complaint::Escape),
    ("hexadecimal", Complaint::Escape),
    ("trailing content after double-quoted", Complaint::BehindQuote),
    ("quoted scalar", Complaint::OpenQuote),
    ("comment or line break", Complaint::BlockHead),
    ("indented line in block scalar", Complaint::BlockIndentation),
    ("block scalar", Complaint::Block),
    ("recursion limit", Complaint::TooDeep),
    ("mapping values are not allowed", Complaint::SecondColon),
    ("simple key", Complaint::NoPair),
    ("only valid inside a block", Complaint::DashInBrackets),
    ("flow", Complaint::Brackets),
    ("misplaced bracket", Complaint::Brackets),
    ("unexpected eof", Complaint::Brackets),
    ("block sequence entries", Complaint::ListInLine),
    ("document start", Complaint::FirstLine),
    ("expected key", Complaint::Indentation),
    ("'-' indicator", Complaint::Indentation),
    ("invalid indentation", Complaint::Indentation),
    ("must be followed", Complaint::NoBlank),
    ("placement of ':'", Complaint::NoBlank),
    ("comment intercepting", Complaint::Remark),
    ("mapping keys are not allowed", Complaint::QuestionMark),
    ("node content", Complaint::NoValue),
    ("expected next token", Complaint::NoValue),
];

impl Complaint {
    /// What a message of the parser means.
    pub fn of(message: &str) -> Self {
        WORDS.iter().find(|(words, _)| message.contains(words)).map_or(Self::Other, |(_, complaint)| *complaint)
    }
}
