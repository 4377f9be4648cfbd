//! The sealing key's file: one line of base64 or hexadecimal that only its owner may read.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::{SealingKey, SealingKeyError};
use crate::private_file;

#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    #[error("the sealing key {} cannot be read or written: {source}", path.display())]
    File { path: PathBuf, source: io::Error },
    #[error(
        "the sealing key {} can be read or written by others (mode {mode:04o}); run: chmod 600 {}",
        path.display(),
        path.display()
    )]
    OpenToOthers { path: PathBuf, mode: u32 },
    #[error("in {}: {source}", path.display())]
    Malformed { path: PathBuf, source: SealingKeyError },
}

/// The key in the file at `path`; `None` if there is no such file.
pub fn read_key_file(path: &Path) -> Result<Option<SealingKey>, KeyFileError> {
    let failed = |source| KeyFileError::File { path: path.to_owned(), source };
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(failed(error)),
    };
    refuse_open_to_others(path, &file)?;
    let mut text = Zeroizing::new(String::with_capacity(256));
    file.take(256).read_to_string(&mut text).map_err(failed)?;
    let key = SealingKey::parse(&text)
        .map_err(|source| KeyFileError::Malformed { path: path.to_owned(), source })?;
    Ok(Some(key))
}

/// Makes a key and keeps it at `path` with mode 0600. If another process made one meanwhile, that one is returned.
pub fn create_key_file(path: &Path) -> Result<SealingKey, KeyFileError> {
    let failed = |source| KeyFileError::File { path: path.to_owned(), source };
    let (key, mut text) = SealingKey::generate().map_err(|error| failed(io::Error::other(error)))?;
    text.push('\n');
    match private_file::create(path, &text) {
        Ok(()) => Ok(key),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            read_key_file(path)?.ok_or_else(|| failed(ErrorKind::NotFound.into()))
        }
        Err(error) => Err(failed(error)),
    }
}

#[cfg(unix)]
fn refuse_open_to_others(path: &Path, file: &File) -> Result<(), KeyFileError> {
    use std::os::unix::fs::MetadataExt;

    let failed = |source| KeyFileError::File { path: path.to_owned(), source };
    let mode = file.metadata().map_err(failed)?.mode() & 0o7777;
    if mode & 0o077 == 0 { Ok(()) } else { Err(KeyFileError::OpenToOthers { path: path.to_owned(), mode }) }
}

#[cfg(not(unix))]
fn refuse_open_to_others(_path: &Path, _file: &File) -> Result<(), KeyFileError> {
    Ok(())
}
