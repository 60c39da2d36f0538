//! What programs call of the library, by name.

use super::op::Ask;
use super::value::Value;

/// What a name of a package is.
pub enum Member {
    /// Something to call, with at least and at most so many arguments.
    Call(Ask, usize, usize),
    /// A constant.
    Constant(Value),
}

const MANY: usize = 100;

/// The member of a package, if it can be run.
pub fn member(package: &str, name: &str) -> Option<Member> {
    use Member::{Call, Constant};
    let unit = |ns| Some(Constant(Value::Duration(ns)));
    match (package, name) {
        ("fmt", "Println") => Some(Call(Ask::Println, 0, MANY)),
        ("fmt", "Printf") => Some(Call(Ask::Printf, 1, MANY)),
        ("fmt", "Print") => Some(Call(Ask::Print, 0, MANY)),
        ("fmt", "Sprintf") => Some(Call(Ask::Sprintf, 1, MANY)),
        ("os", "Exit") => Some(Call(Ask::Exit, 1, 1)),
        ("runtime", "Gosched") => Some(Call(Ask::Gosched, 0, 0)),
        ("runtime", "Goexit") => Some(Call(Ask::Goexit, 0, 0)),
        ("runtime", "NumGoroutine") => Some(Call(Ask::NumGoroutine, 0, 0)),
        ("time", "Sleep") => Some(Call(Ask::Sleep, 1, 1)),
        ("time", "Now") => Some(Call(Ask::Now, 0, 0)),
        ("time", "Since") => Some(Call(Ask::Since, 1, 1)),
        ("time", "Nanosecond") => unit(1),
        ("time", "Microsecond") => unit(1_000),
        ("time", "Millisecond") => unit(1_000_000),
        ("time", "Second") => unit(1_000_000_000),
        ("time", "Minute") => unit(60_000_000_000),
        ("time", "Hour") => unit(3_600_000_000_000),
        _ => None,
    }
}

/// A function that every file has.
pub fn built_in(name: &str) -> Option<(Ask, usize, usize)> {
    match name {
        "panic" => Some((Ask::Panic, 1, 1)),
        "recover" => Some((Ask::Recover, 0, 0)),
        "close" => Some((Ask::Close, 1, 1)),
        "println" => Some((Ask::Report, 0, MANY)),
        _ => None,
    }
}

/// A method of a variable of package sync.
pub fn method(name: &str) -> Option<(Ask, usize)> {
    match name {
        "Lock" => Some((Ask::Lock, 0)),
        "Unlock" => Some((Ask::Unlock, 0)),
        "Add" => Some((Ask::Add, 1)),
        "Done" => Some((Ask::Done, 0)),
        "Wait" => Some((Ask::Wait, 0)),
        _ => None,
    }
}
