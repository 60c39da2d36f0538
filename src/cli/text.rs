//! Reads files and standard input.

use std::io::Read;

/// The name of a file in messages; `-` is standard input.
pub fn shown(path: &str) -> &str {
    if path == "-" { "standard input" } else { path }
}

/// All bytes of a file, or of standard input for `-`.
pub fn read_bytes(path: &str) -> std::io::Result<Vec<u8>> {
    if path != "-" {
        return std::fs::read(path);
    }
    let mut bytes = Vec::new();
    std::io::stdin().read_to_end(&mut bytes)?;
    Ok(bytes)
}
