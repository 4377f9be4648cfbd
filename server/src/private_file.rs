//! Small files that only their owner may read. They are written aside and then given their name, so that nobody ever
//! reads half of one.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use tempfile::NamedTempFile;

/// # Errors
/// [`io::ErrorKind::AlreadyExists`] if there is such a file.
pub(crate) fn create(path: &Path, text: &str) -> io::Result<()> {
    written_aside(path, text)?.persist_noclobber(path)?;
    sync_folder(path)
}

pub(crate) fn replace(path: &Path, text: &str) -> io::Result<()> {
    written_aside(path, text)?.persist(path)?;
    sync_folder(path)
}

fn written_aside(path: &Path, text: &str) -> io::Result<NamedTempFile> {
    // Temporary files have mode 0600.
    let mut aside = NamedTempFile::new_in(folder(path))?;
    aside.write_all(text.as_bytes())?;
    aside.as_file().sync_all()?;
    Ok(aside)
}

fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Makes the new name survive a power failure.
#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    File::open(folder(path))?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_path: &Path) -> io::Result<()> {
    Ok(())
}
