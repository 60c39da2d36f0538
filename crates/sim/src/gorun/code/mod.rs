//! A program as operations on a small stack machine: what a goroutine does between two things that it asks of the runtime.

mod arithmetic;
mod compile;
mod expressions;
mod goroutine;
mod library;
mod op;
mod statements;
mod value;

pub use compile::compile;
pub use goroutine::{Goroutine, Line, Turn};
pub use op::{Ask, Code, Op, Routine};
pub use value::{Cell, ChanId, Closure, SyncId, Value};
