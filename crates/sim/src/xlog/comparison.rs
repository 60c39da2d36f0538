//! The result of comparing a log with the simulation.

use std::collections::BTreeSet;

use super::canonical::Conflict;
use super::foreign::Foreign;
use super::schedule::OrderProblem;
use super::setting::Setting;
use super::taken::LogToolchain;
use super::warnings::Warning;
use crate::program::Instrument;

/// The result of a comparison: sizes for the report, and the first problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Number of lines in the log.
    pub lines: usize,
    /// Number of commands in the log.
    pub commands: usize,
    /// Number of packages that the simulation compiles.
    pub packages: usize,
    /// Number of lines before and after the log that the go command did not print.
    pub noise: usize,
    /// Warnings in the log, which are not compared.
    pub warnings: Vec<Warning>,
    /// Flags and settings that were taken from the log, since the program does not bring them along.
    pub taken: Vec<Setting>,
    /// Flags and settings that the log shows, but the user gave otherwise.
    pub against: Vec<Setting>,
    /// The problem; `None` if the log agrees with the simulation.
    pub problem: Option<Mismatch>,
}

/// Why a log disagrees with the simulation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// The log is of another command, or of a build that uses something that is not modelled.
    Foreign {
        /// The line that shows this.
        line: usize,
        /// What the log is of.
        what: Foreign,
    },
    /// The log has no line `WORK=…`: its beginning was cut off.
    NoStart,
    /// The text holds several logs, one after the other.
    SeveralLogs {
        /// How many logs.
        logs: usize,
        /// First line of the second log.
        line: usize,
    },
    /// Nothing was built: everything was in the cache, or the target was up to date, or the go command says why.
    NothingBuilt {
        /// What the log says instead, and in which line.
        said: Option<(usize, String)>,
    },
    /// The log links more programs than the build that it is compared with.
    SeveralPrograms {
        /// How many the log links.
        programs: usize,
        /// How many are expected.
        expected: usize,
        /// The line of the second link.
        line: usize,
    },
    /// Some packages were taken from the cache, so the log is not one of a cold build.
    Warm {
        /// The packages that were not compiled.
        cached: Vec<String>,
    },
    /// The build failed.
    Failed {
        /// The package that failed, as in the line `# PACKAGE`.
        package: String,
        /// Number of that line.
        line: usize,
        /// The first message below it.
        message: String,
    },
    /// The log was written by another minor version of Go, or for another system, than the program is described for.
    OtherToolchain(LogToolchain),
    /// The log was written with other flags for instrumented code than the program was listed with.
    OtherInstruments {
        /// The flags of the log.
        log: BTreeSet<Instrument>,
        /// The flags of the program.
        program: BTreeSet<Instrument>,
    },
    /// The log was written with another GOEXPERIMENT than the program was listed with.
    OtherExperiments {
        /// The value of the log.
        log: String,
        /// The value of the program.
        program: String,
    },
    /// gostep cannot build the program with flags or settings that the log shows.
    Refused {
        /// What the log shows.
        settings: Vec<Setting>,
        /// Why it is refused.
        problem: String,
    },
    /// The log is of another program.
    OtherProgram {
        /// Packages that only the log has.
        only_log: Vec<String>,
        /// Packages that only the simulation has.
        only_ours: Vec<String>,
    },
    /// The log ends too early; up to its end it agrees.
    CutShort {
        /// The package that the log's last line is about.
        last: String,
        /// The first command that is missing.
        next: String,
        /// The package of that command.
        next_package: String,
        /// How many commands are missing.
        commands: usize,
        /// How many packages lack some or all of their commands.
        packages: usize,
        /// Exactly the commands of main are missing, all of them. The reason may be that the executable was in place
        /// before the build.
        whole_main: bool,
    },
    /// Commands differ.
    Differs {
        /// The first difference.
        first: Difference,
        /// How many other lines differ.
        more: usize,
        /// The packages in which lines differ.
        packages: Vec<String>,
    },
    /// The commands are the same, but no schedule of the plan prints them in this order.
    Order(OrderProblem),
}

/// One difference, at a line of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Line of the log where it shows.
    pub line: usize,
    /// The package that the line is about.
    pub package: String,
    /// What differs.
    pub kind: DifferenceKind,
}

/// The kinds of differences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DifferenceKind {
    /// The same command with other arguments.
    Changed {
        /// As simulated.
        ours: String,
        /// As logged.
        theirs: String,
    },
    /// The log lacks this line here. The number is the line of the log where it stands instead, if it stands anywhere.
    Missing(String, Option<usize>),
    /// The log lacks this line, and it has no later line of the package.
    Lacks(String),
    /// The log has this line here and the simulation does not. The number is the line of the log before which it
    /// belongs, if the simulation has it at all.
    Extra(String, Option<usize>),
    /// A build ID or the name of a cache file breaks the pattern of equality (in this line of the log).
    Name(String, Conflict),
}
