//! What can be wrong with a program's description.

use thiserror::Error;

/// Why a program cannot be read, or is not one that gostep can simulate.
#[derive(Debug, Error)]
pub enum ProgramError {
    /// The file cannot be read.
    #[error("cannot read {path}: {source}")]
    Unreadable {
        /// As the user named it.
        path: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file has something else than text.
    #[error("{path}: this is {what}; give what the go command printed")]
    NotText {
        /// As the user named it.
        path: String,
        /// What it is.
        what: String,
    },
    /// Not a name of an embedded program.
    #[error("there is no program {name:?}; {hint}")]
    UnknownProgram {
        /// As the user wrote it.
        name: String,
        /// The nearest name, or all names.
        hint: String,
    },
    /// The text is not JSON of the expected shape.
    #[error("{origin}:{line}:{column}: {problem}")]
    Json {
        /// File name.
        origin: String,
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What is wrong and what to do.
        problem: String,
    },
    /// An action graph that tells no durations of this program.
    #[error("{origin}: {problem}")]
    Timings {
        /// File name.
        origin: String,
        /// What is wrong and what to do.
        problem: String,
    },
    /// A list that is not of one plain build, or not of the environment that it is given with.
    #[error("{origin}: {problem}")]
    List {
        /// File name.
        origin: String,
        /// What is wrong and what to do.
        problem: String,
    },
    /// No package at all.
    #[error("{origin}: the list has no packages; write it with `go list -json -deps TARGET`")]
    Empty {
        /// File name.
        origin: String,
    },
    /// `go list` itself reported an error for a package.
    #[error("{origin}: go list reports an error for package {package}: {message}; mend the program and list it again")]
    Listed {
        /// File name.
        origin: String,
        /// Import path.
        package: String,
        /// The message of go list.
        message: String,
    },
    /// The same import path twice.
    #[error("{origin}: package {package} is listed twice")]
    Twice {
        /// File name.
        origin: String,
        /// Import path.
        package: String,
    },
    /// An import that the list lacks.
    #[error(
        "{origin}: package {package} imports {import}, which is not in the list{hint}; list the program with `go list -json -deps`"
    )]
    MissingImport {
        /// File name.
        origin: String,
        /// The importing package.
        package: String,
        /// The missing one.
        import: String,
        /// ` (did you mean …?)` or nothing.
        hint: String,
    },
    /// Imports that lead back to where they started.
    #[error("{origin}: import cycle: {}", cycle.join(" -> "))]
    Cycle {
        /// File name.
        origin: String,
        /// The packages of the cycle, the first one repeated at the end.
        cycle: Vec<String>,
    },
    /// Nothing in the list was named on the command line.
    #[error(
        "{origin}: no package to build: all {packages} packages are marked DepOnly; the list should end with the main package"
    )]
    NoRoot {
        /// File name.
        origin: String,
        /// How many packages there are.
        packages: usize,
    },
    /// Several packages were named on the command line.
    #[error("{origin}: the list has {} packages to build ({}); gostep simulates a go build of one package: list one main package", roots.len(), shorten(roots))]
    SeveralRoots {
        /// File name.
        origin: String,
        /// Import paths.
        roots: Vec<String>,
    },
    /// The package to build is a library.
    #[error(
        "no main package: the list ends with {package} of package {name}, which go build compiles and throws away; give -o FILE to build its archive, or list a main package"
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
        /// `uses cgo (net.go)`.
        what: String,
        /// What to do, or nothing.
        hint: String,
    },
    /// A setting that is not modelled.
    #[error("{0}")]
    Setting(String),
    /// A recorded program of a later format.
    #[error("{origin}: program format {format} is newer than this gostep knows ({known}); update gostep")]
    TooNew {
        /// File name.
        origin: String,
        /// The file's format.
        format: u32,
        /// The newest known one.
        known: u32,
    },
}

fn shorten(roots: &[String]) -> String {
    const SHOWN: usize = 4;
    let mut text = roots.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(", ");
    if roots.len() > SHOWN {
        text.push_str(", …");
    }
    text
}
