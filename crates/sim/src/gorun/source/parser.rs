//! A parser: the tokens of a file, and where it stands. What it reads is in the files beside this one.

use super::ast::Place;
use super::error::SourceError;
use super::token::{Token, tokens};

/// How deep expressions, statements and types may stand in one another.
const DEPTH: usize = 200;

/// Where a parser stands.
pub struct Parser {
    all: Vec<(Place, Token)>,
    at: usize,
    depth: usize,
    /// Whether `{` begins a block here and not a literal, as after `if`.
    pub before_block: bool,
}

impl Parser {
    /// The tokens of a text.
    pub fn of(text: &str) -> Result<Self, SourceError> {
        Ok(Self { all: tokens(text)?, at: 0, depth: 0, before_block: false })
    }

    /// The next token, which stays.
    pub fn peek(&self) -> Option<&Token> {
        self.all.get(self.at).map(|(_, token)| token)
    }

    /// Where the next token stands.
    pub fn place(&self) -> Place {
        self.all.get(self.at).or(self.all.last()).map_or(Place { line: 1, column: 1 }, |(place, _)| *place)
    }

    /// Takes the next token.
    pub fn next(&mut self) -> Option<Token> {
        let token = self.peek().cloned();
        self.at += 1;
        token
    }

    /// A position to come back to.
    pub fn mark(&self) -> usize {
        self.at
    }

    /// Goes back to a position.
    pub fn back_to(&mut self, mark: usize) {
        self.at = mark;
    }

    /// Whether a sign is next; it is taken then.
    pub fn takes(&mut self, sign: &str) -> bool {
        let found = matches!(self.peek(), Some(Token::Sign(next)) if *next == sign);
        self.at += usize::from(found);
        found
    }

    /// Whether a sign is next.
    pub fn sees(&self, sign: &str) -> bool {
        matches!(self.peek(), Some(Token::Sign(next)) if *next == sign)
    }

    /// Whether a word is next; it is taken then.
    pub fn takes_word(&mut self, word: &str) -> bool {
        let found = self.sees_word(word);
        self.at += usize::from(found);
        found
    }

    /// Whether a word is next.
    pub fn sees_word(&self, word: &str) -> bool {
        matches!(self.peek(), Some(Token::Word(next)) if next == word)
    }

    /// Takes ends of statements, as many as there are.
    pub fn skip_ends(&mut self) {
        while self.peek() == Some(&Token::End) {
            self.at += 1;
        }
    }

    /// Takes a sign, or says that it is missing.
    pub fn expect(&mut self, sign: &'static str) -> Result<(), SourceError> {
        if self.takes(sign) { Ok(()) } else { Err(self.unexpected(&format!("`{sign}`"))) }
    }

    /// Takes a name, or says that it is missing.
    pub fn name(&mut self, what: &str) -> Result<String, SourceError> {
        match self.peek() {
            Some(Token::Word(name)) => {
                let name = name.clone();
                self.at += 1;
                Ok(name)
            }
            _ => Err(self.unexpected(what)),
        }
    }

    /// That something else was expected here.
    pub fn unexpected(&self, expected: &str) -> SourceError {
        let found = match self.peek() {
            None => "the file ends".to_owned(),
            Some(Token::End) => "the line ends".to_owned(),
            Some(Token::Word(word)) => format!("`{word}` stands"),
            Some(Token::Int(number)) => format!("`{number}` stands"),
            Some(Token::Text(_)) => "a string stands".to_owned(),
            Some(Token::Sign(sign)) => format!("`{sign}` stands"),
        };
        SourceError::at(self.place(), format!("{found} here, where {expected} was expected"))
    }

    /// Runs a parser one level deeper, but not too deep.
    pub fn deeper<T>(&mut self, parse: impl FnOnce(&mut Self) -> Result<T, SourceError>) -> Result<T, SourceError> {
        if self.depth == DEPTH {
            return Err(SourceError::at(self.place(), "this is nested too deeply"));
        }
        self.depth += 1;
        let parsed = parse(self);
        self.depth -= 1;
        parsed
    }
}
