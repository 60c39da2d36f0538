//! Why a program is refused.

use thiserror::Error;

/// Why a program cannot be read, or cannot be simulated by gostep.
#[derive(Debug, Error)]
pub enum ProgramError {
    /// The file cannot be read.
    #[error("cannot read {path}: {source}")]
    Unreadable {
        /// The file as the user named it.
        path: String,
        /// The error of the operating system.
        source: std::io::Error,
    },
    /// The file is not text.
    #[error("{path}: this is {what}; give what the go command printed")]
    NotText {
        /// The file as the user named it.
        path: String,
        /// What it is instead.
        what: String,
    },
    /// There is no embedded program with this name.
    #[error("there is no program {name:?}; {hint}")]
    UnknownProgram {
        /// The name as the user wrote it.
        name: String,
        /// The most similar name, or all names.
        hint: String,
    },
    /// The text is not JSON, or its JSON has another shape than expected.
    #[error("{origin}:{line}:{column}: {problem}")]
    Json {
        /// Name of the input, as messages show it.
        origin: String,
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What is wrong and what to do.
        problem: String,
    },
    /// An action graph without durations of this program.
    #[error("{origin}: {problem}")]
    Timings {
        /// Name of the input, as messages show it.
        origin: String,
        /// What is wrong and what to do.
        problem: String,
    },
    /// A list that is not of one plain build, or that does not match the environment given with it.
    #[error("{origin}: {problem}")]
    List {
        /// Name of the input, as messages show it.
        origin: String,
        /// What is wrong and what to do.
        problem: String,
    },
    /// The list has no packages.
    #[error("{origin}: the list has no packages; write it with `go list -json -deps TARGET`")]
    Empty {
        /// Name of the input, as messages show it.
        origin: String,
    },
    /// `go list` itself reported an error for a package.
    #[error("{origin}: go list reports an error for package {package}: {message}; mend the program and list it again")]
    Listed {
        /// Name of the input, as messages show it.
        origin: String,
        /// Import path.
        package: String,
        /// The message of go list.
        message: String,
    },
    /// A package is listed twice.
    #[error("{origin}: package {package} is listed twice")]
    Twice {
        /// Name of the input, as messages show it.
        origin: String,
        /// Import path.
        package: String,
    },
    /// A package imports one that the list lacks.
    #[error(
        "{origin}: package {package} imports {import}, which is not in the list{hint}; list the program with `go list -json -deps`"
    )]
    MissingImport {
        /// Name of the input, as messages show it.
        origin: String,
        /// The importing package.
        package: String,
        /// The missing one.
        import: String,
        /// ` (did you mean …?)` or nothing.
        hint: String,
    },
    /// The imports form a cycle.
    #[error("{origin}: import cycle: {}", cycle.join(" -> "))]
    Cycle {
        /// Name of the input, as messages show it.
        origin: String,
        /// The packages of the cycle, the first one repeated at the end.
        cycle: Vec<String>,
    },
    /// No package of the list was named on the command line.
    #[error(
        "{origin}: no package to build: all {packages} packages are marked DepOnly; the list should end with the main package"
    )]
    NoRoot {
        /// Name of the input, as messages show it.
        origin: String,
        /// Number of packages in the list.
        packages: usize,
    },
    /// The package to build is a library.
    #[error(
        "no main package: the list ends with {package} of package {name}, which go build compiles and throws away; list a main package"
    )]
    NoMain {
        /// Import path.
        package: String,
        /// Name in the package clause.
        name: String,
    },
    /// The package uses something that is not modelled.
    #[error("package {package} {what}, which gostep does not model{hint}")]
    NotModelled {
        /// Import path.
        package: String,
        /// The feature, as in `uses cgo (net.go)`.
        what: String,
        /// What the user can do, or empty.
        hint: String,
    },
    /// The environment or a flag has a setting that is not modelled.
    #[error("{0}")]
    Setting(String),
    /// A recorded program in a newer format.
    #[error("{origin}: program format {format} is newer than this gostep knows ({known}); update gostep")]
    TooNew {
        /// Name of the input, as messages show it.
        origin: String,
        /// Version of the format in the file.
        format: u32,
        /// The newest version that this gostep can read.
        known: u32,
    },
}
