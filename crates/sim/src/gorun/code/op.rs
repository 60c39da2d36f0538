//! Operations.

use super::value::Value;
use crate::gorun::source::ast::{Operator, Type};

/// A compiled program.
#[derive(Debug, Default)]
pub struct Code {
    /// Its functions and function literals.
    pub routines: Vec<Routine>,
    /// How many variables the package has.
    pub globals: usize,
    /// Number of the function that gives the variables of the package their values.
    pub start: usize,
    /// Number of `main`.
    pub main: usize,
    /// The packages that it imports.
    pub imports: Vec<String>,
}

/// A compiled function.
#[derive(Debug, Default)]
pub struct Routine {
    /// Its name as a traceback gives it: `main.main`, `main.main.func1`.
    pub name: String,
    /// How many parameters it has.
    pub parameters: usize,
    /// How many variables it has, its parameters first.
    pub slots: usize,
    /// The slots of those that it shares with the function around it.
    pub shares: Vec<usize>,
    /// What it does.
    pub ops: Vec<Op>,
    /// The line of each operation.
    pub lines: Vec<u32>,
}

/// One operation. Values come from a stack and go back to it.
#[derive(Clone, Debug)]
pub enum Op {
    /// Puts a value.
    Put(Value),
    /// Drops a value.
    Drop,
    /// Puts the value of a variable.
    Load(usize),
    /// Takes a value for a variable.
    Store(usize),
    /// Takes a value for a new variable in this slot.
    New(usize),
    /// Makes the variable of a slot a new one with the same value: a round of a loop has its own.
    Renew(usize),
    /// Puts the value of a variable of the package.
    LoadGlobal(usize),
    /// Takes a value for a variable of the package.
    StoreGlobal(usize),
    /// Takes two values, puts one.
    Binary(Operator),
    /// Takes a value, puts its negation.
    Unary(Operator),
    /// Takes a value, puts it as another type.
    Convert(Type),
    /// Takes an index and a slice, puts a value.
    Index,
    /// Takes values, puts a slice.
    Slice(usize),
    /// Puts the length of what it takes.
    Length,
    /// Goes on elsewhere.
    Jump(usize),
    /// Takes a value and goes on elsewhere unless it is `true`.
    Unless(usize),
    /// Puts a function with variables of these slots.
    Func(usize, Vec<usize>),
    /// Takes arguments and then a function, and calls it.
    Call(usize),
    /// Takes arguments and then a function, and calls it when this one ends.
    Defer(usize),
    /// The same with something of the library.
    DeferAsk(Ask, usize),
    /// Ends the function with the value that it takes.
    Return,
    /// Goes round for ever without asking anything of the runtime.
    Spin,
    /// Takes arguments and asks the runtime.
    Ask(Ask, usize),
    /// `select`: takes for each case a channel, and a value where it sends; puts what was received, whether the channel
    /// was open, and the number of the case, or -1 for `default`.
    Select {
        /// Whether each case sends.
        sends: Vec<bool>,
        /// Whether there is a `default`.
        default: bool,
    },
}

/// What a goroutine asks of the runtime or of the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// `fmt.Println`
    Println,
    /// `fmt.Printf`
    Printf,
    /// `fmt.Print`
    Print,
    /// `fmt.Sprintf`
    Sprintf,
    /// `println` to standard error.
    Report,
    /// `go`
    Go,
    /// `time.Sleep`
    Sleep,
    /// `time.Now`
    Now,
    /// `time.Since`
    Since,
    /// `make(chan T, n)`
    MakeChan,
    /// A new `sync.Mutex`.
    NewMutex,
    /// A new `sync.WaitGroup`.
    NewWaitGroup,
    /// The next round of a `range`: takes what is gone through and a number; puts whether there is one, its element and
    /// its index.
    Next,
    /// `ch <- v`
    Send,
    /// `<-ch`
    Receive,
    /// `v, ok := <-ch`
    ReceiveOk,
    /// `close(ch)`
    Close,
    /// `mu.Lock()`
    Lock,
    /// `mu.Unlock()`
    Unlock,
    /// `wg.Add(n)`
    Add,
    /// `wg.Done()`
    Done,
    /// `wg.Wait()`
    Wait,
    /// `runtime.Gosched()`
    Gosched,
    /// `runtime.Goexit()`
    Goexit,
    /// `runtime.NumGoroutine()`
    NumGoroutine,
    /// `panic(v)`
    Panic,
    /// `recover()`
    Recover,
    /// `os.Exit(n)`
    Exit,
}
