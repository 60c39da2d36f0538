//! Questions of a checked lesson. Texts are Markdown with their facts filled in; what is right is already known.

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What is asked.
    pub text: String,
    /// What kind of answer it wants, and which ones are right.
    pub kind: Kind,
    /// From weak to strong.
    pub hints: Vec<String>,
    /// Said after a right answer; may be empty.
    pub right: String,
    /// Said after a wrong one; may be empty.
    pub wrong: String,
}

/// Kinds of questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Some of a few sentences are true.
    Choice {
        /// The sentences.
        options: Vec<Choice>,
        /// Whether several may be chosen; else exactly one is right.
        many: bool,
    },
    /// A number.
    Number {
        /// The right one.
        answer: i64,
        /// What is counted, if it is the length of a list.
        counted: Option<Vec<String>>,
    },
}

/// One of the sentences to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The sentence.
    pub text: String,
    /// Whether it is right.
    pub right: bool,
    /// Said when it was chosen; may be empty.
    pub why: String,
}
