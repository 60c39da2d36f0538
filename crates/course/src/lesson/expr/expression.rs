//! Expressions as data, the words that they are written in, and what can be wrong with them.

use gostep_sim::said::Said;

use crate::lesson::problem::Ground;

/// An expression, with the byte offset at which it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expr {
    /// Where it begins.
    pub at: usize,
    /// What it is.
    pub kind: ExprKind,
}

/// Kinds of expressions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExprKind {
    /// `53`
    Number(i64),
    /// `'fmt'`
    Text(String),
    /// `packages` or `imports('fmt')`
    Fact {
        /// Its name.
        name: String,
        /// What is in the brackets.
        args: Vec<Expr>,
    },
    /// `not linked`
    Not(Box<Expr>),
    /// `a + b`
    Binary(Operator, Box<(Expr, Expr)>),
}

/// What stands between two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`: without a remainder
    Divide,
    /// `==`
    Equal,
    /// `!=`
    Differ,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    Greater,
    /// `>=`
    AtLeast,
    /// `in`: a text in a list
    In,
    /// `and`: both conditions
    And,
    /// `or`: one of two conditions, or both
    Or,
}

/// How tight `not` binds what stands behind it: tighter than `and`, and less than a comparison.
pub(super) const NOT_STRENGTH: u8 = 3;

impl Operator {
    /// As it is written.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Divide => "/",
            Self::Equal => "==",
            Self::Differ => "!=",
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::Greater => ">",
            Self::AtLeast => ">=",
            Self::In => "in",
            Self::And => "and",
            Self::Or => "or",
        }
    }

    /// Higher binds tighter.
    pub(super) fn strength(self) -> u8 {
        match self {
            Self::Multiply | Self::Divide => 6,
            Self::Add | Self::Subtract => 5,
            Self::Equal | Self::Differ | Self::Less | Self::AtMost | Self::Greater | Self::AtLeast | Self::In => 4,
            Self::And => 2,
            Self::Or => 1,
        }
    }
}

/// What is wrong, and at which byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExprError {
    /// Byte offset.
    pub at: usize,
    /// What is wrong.
    pub message: Said,
    /// What to do.
    pub help: Said,
    /// What it lies in.
    pub ground: Ground,
}

impl ExprError {
    /// An error at a byte.
    pub fn new(at: usize, message: impl Into<Said>, help: impl Into<Said>) -> Self {
        Self { at, message: message.into(), help: help.into(), ground: Ground::Text }
    }

    /// An error at a byte that lies in the build as it stands.
    pub fn misfit(at: usize, message: impl Into<Said>, help: impl Into<Said>) -> Self {
        Self { ground: Ground::Build, ..Self::new(at, message, help) }
    }
}

/// A word or sign of an expression as written.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    Number(i64),
    Text(String),
    Name(String),
    Operator(Operator),
    Not,
    Open,
    Close,
    Comma,
}
