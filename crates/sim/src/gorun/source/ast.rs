//! What a source file says, as a tree.

use std::rc::Rc;

/// A place in the source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

/// A source file.
#[derive(Clone, Debug)]
pub struct File {
    /// The packages that it imports.
    pub imports: Vec<(Place, String)>,
    /// Variables and constants of the package, in order.
    pub variables: Vec<Variable>,
    /// Functions, in order.
    pub functions: Vec<Function>,
}

/// `var name T = value`, or a constant.
#[derive(Clone, Debug)]
pub struct Variable {
    /// Where the name stands.
    pub place: Place,
    /// Its name.
    pub name: String,
    /// Its type, if it is written.
    pub of: Option<Type>,
    /// Its value, if it is written.
    pub value: Option<Expr>,
}

/// A function or a function literal.
#[derive(Clone, Debug)]
pub struct Function {
    /// Where `func` stands.
    pub place: Place,
    /// Its name; empty for a literal.
    pub name: String,
    /// Names and types of its parameters.
    pub parameters: Vec<(Place, String, Type)>,
    /// Whether it gives a value back.
    pub result: Option<Type>,
    /// Its statements.
    pub body: Block,
    /// The line of its closing brace.
    pub end: Place,
}

/// Statements between braces.
pub type Block = Vec<Statement>;

/// The types that there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// `int` and its relatives.
    Int,
    /// `string`
    String,
    /// `bool`
    Bool,
    /// `time.Duration`
    Duration,
    /// `time.Time`
    Time,
    /// `chan T`, also with one direction only.
    Chan(Box<Type>),
    /// `func(...)`
    Func,
    /// `[]T`
    Slice(Box<Type>),
    /// `struct{}`
    Empty,
    /// `any`, `interface{}`
    Any,
    /// `error`
    Error,
    /// `sync.Mutex`
    Mutex,
    /// `sync.WaitGroup`
    WaitGroup,
    /// `*T`, of a type of `sync`.
    Pointer(Box<Type>),
}

/// A statement and its place.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Where it begins.
    pub place: Place,
    /// What it says.
    pub kind: StatementKind,
}

/// What a statement says.
#[derive(Clone, Debug)]
pub enum StatementKind {
    /// An expression, for what it does.
    Expr(Expr),
    /// `a, b := x, y` and `var a T`
    Define {
        /// The names; `_` drops a value.
        names: Vec<String>,
        /// The type of `var`.
        of: Option<Type>,
        /// The values, or one that gives two.
        values: Vec<Expr>,
    },
    /// `a = x`, `a += x`, `a++`
    Assign {
        /// What is written.
        to: Expr,
        /// The operator before `=`, if there is one.
        operator: Option<Operator>,
        /// The value.
        value: Expr,
    },
    /// `ch <- v`
    Send(Expr, Expr),
    /// `go f(x)`
    Go(Expr),
    /// `defer f(x)`
    Defer(Expr),
    /// `return`, `return x`
    Return(Option<Expr>),
    /// `if`, with what goes before its condition.
    If {
        /// What goes before.
        first: Option<Box<Statement>>,
        /// The condition.
        condition: Expr,
        /// What is done if it holds.
        then: Block,
        /// What is done otherwise.
        otherwise: Block,
    },
    /// `for first; condition; after { }`
    For {
        /// What goes before.
        first: Option<Box<Statement>>,
        /// The condition; without one it goes on for ever.
        condition: Option<Expr>,
        /// What is done after each round.
        after: Option<Box<Statement>>,
        /// The body.
        body: Block,
    },
    /// `for a, b := range x { }`
    Range {
        /// The names, at most two.
        names: Vec<String>,
        /// What is gone through: a number, a slice or a channel.
        over: Expr,
        /// The body.
        body: Block,
    },
    /// `select { }`
    Select(Vec<Case>),
    /// `break`
    Break,
    /// `continue`
    Continue,
    /// `{ }`
    Block(Block),
}

/// A case of `select`.
#[derive(Clone, Debug)]
pub struct Case {
    /// Where it stands.
    pub place: Place,
    /// What it waits for.
    pub on: CaseOn,
    /// What is done then.
    pub body: Block,
}

/// What a case of `select` waits for.
#[derive(Clone, Debug)]
pub enum CaseOn {
    /// `case ch <- v:`
    Send(Expr, Expr),
    /// `case a, ok := <-ch:`
    Receive(Vec<String>, Expr),
    /// `default:`
    Default,
}

/// An expression and its place.
#[derive(Clone, Debug)]
pub struct Expr {
    /// Where it begins.
    pub place: Place,
    /// What it says.
    pub kind: ExprKind,
}

/// What an expression says.
#[derive(Clone, Debug)]
pub enum ExprKind {
    /// A whole number.
    Int(i64),
    /// A string.
    String(String),
    /// A name, also `true`, `false` and `nil`.
    Name(String),
    /// `package.Name` or `variable.Method`
    Selector(String, String),
    /// `f(x, y)`
    Call(Box<Expr>, Vec<Expr>),
    /// `make(T, n)`
    Make(Type, Option<Box<Expr>>),
    /// `func() { }`
    Func(Rc<Function>),
    /// `<-ch`
    Receive(Box<Expr>),
    /// `&x`
    Address(Box<Expr>),
    /// `-x`, `!x`
    Unary(Operator, Box<Expr>),
    /// `x + y`
    Binary(Operator, Box<Expr>, Box<Expr>),
    /// `x[i]`
    Index(Box<Expr>, Box<Expr>),
    /// `[]T{a, b}`
    Slice(Type, Vec<Expr>),
    /// `struct{}{}`, `sync.Mutex{}`
    Zero(Type),
    /// `T(x)`
    Convert(Type, Box<Expr>),
}

/// An operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
    /// `%`
    Remainder,
    /// `==`
    Equal,
    /// `!=`
    Unequal,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    Greater,
    /// `>=`
    AtLeast,
    /// `&&`
    And,
    /// `||`
    Or,
    /// `!`
    Not,
}
