//! How far a key goes in a build or a run.

/// The kinds of moments to which a key can go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stride {
    /// A command has just begun; in a run, something has just happened.
    Command,
    /// A package or the executable is just finished, and those that waited for it alone are ready; in a run, a goroutine
    /// has just begun to run.
    Package,
}
