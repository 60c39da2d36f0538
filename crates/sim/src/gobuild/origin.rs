//! Whether a hash is a real one, and stand-ins for hashes of unknown contents.

use crate::hash::{Hash, Hasher};

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Recorded from a real build, so it equals what the real toolchain computes.
    Recorded,
    /// A stand-in for a value that depends on unknown contents. It has the right shape, and two stand-ins are equal
    /// exactly where the real values would be equal.
    Simulated,
}

/// A stand-in for a hash of unknown contents: the same kind and parts always give the same value.
pub fn simulated(kind: &str, parts: &[&[u8]]) -> Hash {
    let mut hasher = Hasher::default();
    hasher.write(b"gostep ");
    hasher.write(kind.as_bytes());
    for part in parts {
        hasher.write(b"\0");
        hasher.write(part);
    }
    hasher.finish()
}
