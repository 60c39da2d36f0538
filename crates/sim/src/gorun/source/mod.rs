//! The Go that can be run: a part of the language, read from a source file.
//!
//! What a lesson about goroutines needs is here: functions and closures, integers, strings and durations, loops,
//! channels and `select`, `sync.Mutex` and `sync.WaitGroup`, `defer`, `panic`, `os.Exit`. What is not here is refused
//! at its place, by name; nothing is skipped.

pub mod ast;
mod declarations;
mod error;
mod expressions;
mod parser;
mod statements;
mod token;
mod types;

pub use ast::Place;
pub use declarations::parse;
pub use error::SourceError;
pub use token::{Token, tokens};
