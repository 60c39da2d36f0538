//! Why a program is refused.

use crate::said::Said;
use thiserror::Error;

/// Why a program cannot be read, or cannot be simulated by gostep.
#[derive(Debug, Error)]
#[error("{}", self.said())]
pub enum ProgramError {
    /// The file cannot be read.
    Unreadable {
        /// The file as the user named it.
        path: String,
        /// The error of the operating system.
        source: std::io::Error,
    },
    /// The file is not text.
    NotText {
        /// The file as the user named it.
        path: String,
        /// What it is instead.
        what: Said,
    },
    /// There is no embedded program with this name.
    UnknownProgram {
        /// The name as the user wrote it.
        name: String,
        /// The most similar name, or all names.
        hint: Said,
    },
    /// The text is not JSON, or its JSON has another shape than expected.
    Json {
        /// Name of the input, as messages show it.
        origin: String,
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What is wrong and what to do.
        problem: Said,
    },
    /// An action graph without durations of this program.
    Timings {
        /// Name of the input, as messages show it.
        origin: String,
        /// What is wrong and what to do.
        problem: Said,
    },
    /// A list that is not of one plain build, or that does not match the environment given with it.
    List {
        /// Name of the input, as messages show it.
        origin: String,
        /// What is wrong and what to do.
        problem: Said,
    },
    /// The list has no packages.
    Empty {
        /// Name of the input, as messages show it.
        origin: String,
    },
    /// `go list` itself reported an error for a package.
    Listed {
        /// Name of the input, as messages show it.
        origin: String,
        /// Import path.
        package: String,
        /// The message of go list.
        message: String,
    },
    /// A package is listed twice.
    Twice {
        /// Name of the input, as messages show it.
        origin: String,
        /// Import path.
        package: String,
    },
    /// A package imports one that the list lacks.
    MissingImport {
        /// Name of the input, as messages show it.
        origin: String,
        /// The importing package.
        package: String,
        /// The missing one.
        import: String,
        /// ` (did you mean …?)` or nothing.
        hint: Said,
    },
    /// The imports form a cycle.
    Cycle {
        /// Name of the input, as messages show it.
        origin: String,
        /// The packages of the cycle, the first one repeated at the end.
        cycle: Vec<String>,
    },
    /// No package of the list was named on the command line.
    NoRoot {
        /// Name of the input, as messages show it.
        origin: String,
        /// Number of packages in the list.
        packages: usize,
    },
    /// The package to build is a library.
    NoMain {
        /// Import path.
        package: String,
        /// Name in the package clause.
        name: String,
    },
    /// The package uses something that is not modelled.
    NotModelled {
        /// Import path.
        package: String,
        /// The feature, as in `uses cgo (net.go)`.
        what: Said,
        /// What the user can do, or empty.
        hint: Said,
    },
    /// The environment or a flag has a setting that is not modelled.
    Setting(Said),
    /// A recorded program in a newer format.
    TooNew {
        /// Name of the input, as messages show it.
        origin: String,
        /// Version of the format in the file.
        format: u32,
        /// The newest version that this gostep can read.
        known: u32,
    },
}

impl ProgramError {
    /// What there is to say.
    pub fn said(&self) -> Said {
        match self {
            Self::Unreadable { path, source, .. } => said!("cannot read {path}: {source}", path, source),
            Self::NotText { path, what, .. } => {
                said!("{path}: this is {what}; give what the go command printed", path, what)
            }
            Self::UnknownProgram { name, hint, .. } => said!("there is no program {name:?}; {hint}", name, hint),
            Self::Json { origin, line, column, problem, .. } => {
                said!("{origin}:{line}:{column}: {problem}", origin, line, column, problem)
            }
            Self::Timings { origin, problem } | Self::List { origin, problem } => {
                said!("{origin}: {problem}", origin, problem)
            }
            Self::Empty { origin, .. } => {
                said!("{origin}: the list has no packages; write it with `go list -json -deps TARGET`", origin)
            }
            Self::Listed { origin, package, message, .. } => said!(
                "{origin}: go list reports an error for package {package}: {message}; mend the program and list it again",
                origin,
                package,
                message
            ),
            Self::Twice { origin, package, .. } => {
                said!("{origin}: package {package} is listed twice", origin, package)
            }
            Self::MissingImport { origin, package, import, hint, .. } => said!(
                "{origin}: package {package} imports {import}, which is not in the list{hint}; list the program with `go list -json -deps`",
                origin,
                package,
                import,
                hint
            ),
            Self::Cycle { origin, cycle, .. } => said!("{origin}: import cycle: {}", cycle.join(" -> "), origin),
            Self::NoRoot { origin, packages, .. } => said!(
                "{origin}: no package to build: all {packages} packages are marked DepOnly; the list should end with the main package",
                origin,
                packages
            ),
            Self::NoMain { package, name, .. } => said!(
                "no main package: the list ends with {package} of package {name}, which go build compiles and throws away; list a main package",
                package,
                name
            ),
            Self::NotModelled { package, what, hint, .. } => {
                said!("package {package} {what}, which gostep does not model{hint}", package, what, hint)
            }
            Self::Setting(said) => said.clone(),
            Self::TooNew { origin, format, known, .. } => said!(
                "{origin}: program format {format} is newer than this gostep knows ({known}); update gostep",
                origin,
                format,
                known
            ),
        }
    }
}
