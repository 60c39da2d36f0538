//! Values of a running program.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use crate::gorun::source::ast::Type;

/// A variable. Closures share it with the function around them.
pub type Cell = Rc<RefCell<Value>>;

/// Number of a channel, in the order in which they were made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ChanId(pub usize);

/// Number of a mutex or wait group, in the order in which they were made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SyncId(pub usize);

/// A function with the variables that it took from outside.
#[derive(Debug)]
pub struct Closure {
    /// Number of the function in [`Code`](super::Code).
    pub function: usize,
    /// The variables that it shares.
    pub shares: Vec<Cell>,
}

/// A value.
#[derive(Clone, Debug, Default)]
pub enum Value {
    /// `nil`, and what a call without a result gives.
    #[default]
    Nil,
    /// A whole number.
    Int(i64),
    /// A string.
    Text(Rc<str>),
    /// `true` or `false`.
    Bool(bool),
    /// A `time.Duration`, in nanoseconds.
    Duration(i64),
    /// A `time.Time`, in nanoseconds since the start of the process.
    Time(u64),
    /// `struct{}{}`
    Empty,
    /// A channel.
    Chan(ChanId),
    /// A function.
    Func(Rc<Closure>),
    /// A slice.
    Slice(Rc<Vec<Value>>),
    /// A `sync.Mutex` or a pointer to it.
    Mutex(SyncId),
    /// A `sync.WaitGroup` or a pointer to it.
    WaitGroup(SyncId),
    /// What depends on how long something took, and so on the machine.
    Unknown,
}

impl Value {
    /// The value of a variable to which none was given. Values of package sync have none: each is made.
    pub fn zero(of: &Type) -> Self {
        match of {
            Type::Int => Self::Int(0),
            Type::String => Self::Text("".into()),
            Type::Bool => Self::Bool(false),
            Type::Duration => Self::Duration(0),
            Type::Time => Self::Time(0),
            Type::Empty => Self::Empty,
            Type::Slice(_) => Self::Slice(Rc::default()),
            Type::Chan(_) | Type::Func | Type::Any | Type::Error | Type::Mutex | Type::WaitGroup | Type::Pointer(_) => {
                Self::Nil
            }
        }
    }
}

/// As `fmt.Println` prints it.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nil => f.write_str("<nil>"),
            Self::Int(number) => write!(f, "{number}"),
            Self::Text(text) => f.write_str(text),
            Self::Bool(is) => write!(f, "{is}"),
            Self::Duration(ns) => f.write_str(&duration(*ns)),
            Self::Empty => f.write_str("{}"),
            Self::Slice(values) => {
                let values: Vec<String> = values.iter().map(Self::to_string).collect();
                write!(f, "[{}]", values.join(" "))
            }
            Self::Time(_) | Self::Chan(_) | Self::Func(_) | Self::Mutex(_) | Self::WaitGroup(_) | Self::Unknown => {
                f.write_str("?")
            }
        }
    }
}

/// A duration as `time.Duration` writes it: the largest unit that leaves a whole part, and hours and minutes before seconds.
pub fn duration(ns: i64) -> String {
    let sign = if ns < 0 { "-" } else { "" };
    let ns = ns.unsigned_abs();
    let text = match ns {
        0 => return "0s".to_owned(),
        1..1_000 => format!("{ns}ns"),
        1_000..1_000_000 => format!("{}µs", fraction(ns, 1_000)),
        1_000_000..1_000_000_000 => format!("{}ms", fraction(ns, 1_000_000)),
        _ => {
            let (minutes, rest) = (ns / 60_000_000_000, ns % 60_000_000_000);
            let seconds = format!("{}s", fraction(rest, 1_000_000_000));
            match (minutes / 60, minutes % 60) {
                (0, 0) => seconds,
                (0, minutes) => format!("{minutes}m{seconds}"),
                (hours, minutes) => format!("{hours}h{minutes}m{seconds}"),
            }
        }
    };
    format!("{sign}{text}")
}

fn fraction(ns: u64, unit: u64) -> String {
    let rest = format!("{:0width$}", ns % unit, width = unit.to_string().len() - 1);
    let rest = rest.trim_end_matches('0');
    if rest.is_empty() { (ns / unit).to_string() } else { format!("{}.{rest}", ns / unit) }
}

#[cfg(test)]
mod tests {
    use super::duration;

    #[test]
    fn durations_are_written_as_go_writes_them() {
        let cases = [
            (0, "0s"),
            (1, "1ns"),
            (1_500, "1.5µs"),
            (100_000_000, "100ms"),
            (5_000_000_000, "5s"),
            (1_500_000_000, "1.5s"),
            (60_000_000_000, "1m0s"),
            (3_661_000_000_000, "1h1m1s"),
            (-20_000_000, "-20ms"),
        ];
        for (ns, text) in cases {
            assert_eq!(duration(ns), text);
        }
    }
}
