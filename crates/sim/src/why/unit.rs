//! The actions of one build, with what they depend on, from whatever source.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Serialize, Serializer};

use super::input::Inputs;

/// An action: a package is compiled, or an executable is linked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    /// The compile of a package.
    Compile(String),
    /// The link of a main package.
    Link(String),
}

impl Action {
    /// The package.
    pub fn package(&self) -> &str {
        match self {
            Self::Compile(package) | Self::Link(package) => package,
        }
    }

    /// Whether it is a link.
    pub fn is_link(&self) -> bool {
        matches!(self, Self::Link(_))
    }
}

/// As the go command names it in `GODEBUG=gocachehash=1`: `build PACKAGE`, `link PACKAGE`.
impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Compile(package) => write!(f, "build {package}"),
            Self::Link(package) => write!(f, "link {package}"),
        }
    }
}

impl Serialize for Action {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// What is known of an action.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    /// Whether the package is one of the standard library.
    pub standard: bool,
    /// The inputs but for imports.
    pub inputs: Inputs,
    /// The imported packages, or for a link all packages of the program, each with what tells its content apart if that is
    /// known.
    pub imports: BTreeMap<String, Option<String>>,
    /// The action ID; `None` if it is not known.
    pub id: Option<String>,
    /// Whether the tool ran: only a log shows it.
    pub ran: bool,
    /// Whether lines of it are missing or changed, so that its inputs are not known.
    pub is_torn: bool,
}

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// What `GODEBUG=gocachehash=1` makes the go command print.
    Hashes,
    /// What `go build -x` or `go build -n` prints.
    Log,
    /// What `go list -json -deps` prints.
    List,
}

/// One of the two builds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// What the text was.
    pub kind: Kind,
    /// The actions.
    pub units: BTreeMap<Action, Unit>,
    /// The actions in the order of the text.
    pub order: Vec<Action>,
}

impl Side {
    /// An empty one.
    pub fn new(kind: Kind) -> Self {
        Self { kind, units: BTreeMap::new(), order: Vec::new() }
    }

    /// Adds an action. One that is there already stays as it was.
    pub fn add(&mut self, action: Action, unit: Unit) {
        if !self.units.contains_key(&action) {
            self.order.push(action.clone());
            self.units.insert(action, unit);
        }
    }
}
