//! Files that are written whole or not at all.

use std::io::Write;
use std::path::Path;

/// Writes a file so that there is either the old one or the whole new one. With `sync` it is on the disk when this
/// returns, which takes its time.
///
/// # Errors
/// What the system said; the old file is as it was.
pub fn write(path: &Path, bytes: &[u8], sync: bool) -> std::io::Result<()> {
    let dir = path.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(dir)?;
    file.write_all(bytes)?;
    if sync {
        file.as_file().sync_all()?;
    }
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}
