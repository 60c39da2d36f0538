//! What comparing a log with the simulation comes to.

use super::canonical::Conflict;
use super::foreign::Foreign;
use super::schedule::OrderProblem;

/// The outcome of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Lines of the log.
    pub lines: usize,
    /// Commands of the log.
    pub commands: usize,
    /// Packages that are compiled.
    pub packages: usize,
    /// Lines before and behind the log that are none of the go command's.
    pub noise: usize,
    /// What is wrong, if anything is.
    pub problem: Option<Mismatch>,
}

/// Why a log is not what the simulation says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// The log is of another command, or of a build with what is not modelled.
    Foreign {
        /// The line that shows it.
        line: usize,
        /// What it is of.
        what: Foreign,
    },
    /// The log has no line `WORK=…`: its beginning was cut off.
    NoStart,
    /// Several logs one after the other.
    SeveralLogs {
        /// How many.
        logs: usize,
        /// First line of the second.
        line: usize,
    },
    /// Nothing was built: all was in the cache, or the target was up to date.
    NothingBuilt,
    /// Some packages came out of the cache.
    Warm {
        /// Those that were not compiled.
        cached: Vec<String>,
    },
    /// The build failed.
    Failed {
        /// The package, as in the line `# PACKAGE`.
        package: String,
        /// Line of that.
        line: usize,
        /// The first message.
        message: String,
    },
    /// The log is that of another program.
    OtherProgram {
        /// Packages that only the log has.
        only_log: Vec<String>,
        /// Packages that only the simulation has.
        only_ours: Vec<String>,
    },
    /// The log ends too early; what there is agrees.
    CutShort {
        /// The package that the log's last line is about.
        last: String,
        /// The first command that is missing, and its package.
        next: String,
        /// Package of that.
        next_package: String,
        /// How many commands are missing.
        commands: usize,
        /// How many packages lack some or all of their commands.
        packages: usize,
        /// Only main is missing, and all of it: so it looks if the executable was in place before the build.
        whole_main: bool,
    },
    /// Commands differ.
    Differs {
        /// The first difference.
        first: Difference,
        /// How many more lines differ.
        more: usize,
        /// Packages in which they are.
        packages: Vec<String>,
    },
    /// The commands are the same, but no run of the plan prints them in this order.
    Order(OrderProblem),
}

/// One line that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Line of the log where it shows.
    pub line: usize,
    /// The package.
    pub package: String,
    /// What differs.
    pub kind: DifferenceKind,
}

/// How a line can differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DifferenceKind {
    /// The same command with other words.
    Changed {
        /// As simulated.
        ours: String,
        /// As logged.
        theirs: String,
    },
    /// The log lacks it in this place; it may stand elsewhere, at a line.
    Missing(String, Option<usize>),
    /// The log lacks it, behind the last line of its package.
    Lacks(String),
    /// The log has it in this place, the simulation has not; it may belong elsewhere, before a line.
    Extra(String, Option<usize>),
    /// A build ID or cache name breaks the pattern.
    Name(String, Conflict),
}
