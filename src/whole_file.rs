//! Files that are written whole or not at all.

use std::io::Write;
use std::path::Path;

use tempfile::NamedTempFile;

/// Writes a file that is nobody else's business, so that there is either the old one or the whole new one. With `sync`
/// it is on the disk when this returns, which takes its time.
///
/// # Errors
/// What the system said; the old file is as it was.
pub fn write(path: &Path, bytes: &[u8], sync: bool) -> std::io::Result<()> {
    let mut file = NamedTempFile::new_in(folder(path))?;
    file.write_all(bytes)?;
    if sync {
        file.as_file().sync_all()?;
    }
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// The same for a file that is passed on: whoever may read other new files, or the old one, may read it. A link stays one,
/// and so does what is no file (`/dev/null`, a pipe): a new file in its place would be a surprise.
///
/// # Errors
/// What the system said; the old file is as it was.
pub fn publish(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let old = path.metadata();
    if old.as_ref().is_ok_and(|old| !old.is_file()) {
        return std::fs::OpenOptions::new().write(true).open(path)?.write_all(bytes);
    }
    let path = &path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let file = public(path, bytes)?;
    if let Ok(old) = old {
        file.as_file().set_permissions(old.permissions())?;
    }
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// The same for one that is not there yet.
///
/// # Errors
/// What the system said, also if there is such a file.
pub fn create(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    public(path, bytes)?.persist_noclobber(path).map_err(|error| error.error)?;
    Ok(())
}

/// A file without its name, with what the user's mask allows.
fn public(path: &Path, bytes: &[u8]) -> std::io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder(path))?;
    file.write_all(bytes)?;
    Ok(file)
}

fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn files_that_are_passed_on_can_be_read_as_others() {
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let folder = tempfile::tempdir().unwrap();
        let [usual, private, passed_on, new] = ["usual", "private", "passed-on", "new"].map(|n| folder.path().join(n));
        fs::write(&usual, "x").unwrap();
        write(&private, b"x", false).unwrap();
        publish(&passed_on, b"x").unwrap();
        create(&new, b"x").unwrap();
        assert_eq!(mode(&private), 0o600);
        assert_eq!((mode(&passed_on), mode(&new)), (mode(&usual), mode(&usual)));

        fs::set_permissions(&usual, fs::Permissions::from_mode(0o640)).unwrap();
        publish(&usual, b"y").unwrap();
        assert_eq!((mode(&usual), fs::read_to_string(&usual).unwrap().as_str()), (0o640, "y"));
        assert_eq!(create(&usual, b"z").unwrap_err().kind(), std::io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read_to_string(&usual).unwrap(), "y");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 4, "nothing is left lying about");
    }

    #[test]
    fn links_and_pipes_stay_what_they_are() {
        let folder = tempfile::tempdir().unwrap();
        let [file, link, pipe] = ["file", "link", "pipe"].map(|name| folder.path().join(name));
        fs::write(&file, "old").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        publish(&link, b"new").unwrap();
        assert!(link.symlink_metadata().unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&file).unwrap(), "new");

        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let reader = std::thread::spawn({
            let pipe = pipe.clone();
            move || fs::read_to_string(pipe).unwrap()
        });
        publish(&pipe, b"new").unwrap();
        assert_eq!(reader.join().unwrap(), "new");
        assert!(!pipe.metadata().unwrap().is_file());
        assert!(publish(folder.path(), b"new").is_err());
    }
}
