//! Hashes over contents that nobody knows.

use crate::hash::{Hash, Hasher};

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Recorded from a real build: it is what the real toolchain would have.
    Recorded,
    /// Stands for a value that depends on contents nobody knows: right in shape, and equal to others exactly where
    /// the real one is.
    Simulated,
}

/// A stable stand-in for a hash over contents that nobody knows.
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
