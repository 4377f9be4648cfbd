//! Files and folders.

use std::fmt::Write;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// Every file under `folder`, sorted, entering only what `enter` accepts (it is given each file and folder).
pub(crate) fn walk(folder: &Path, enter: &dyn Fn(&Path) -> bool) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let entries =
            fs::read_dir(&folder).with_context(|| format!("could not read {}", folder.display()))?;
        for entry in entries {
            let path = entry?.path();
            if !enter(&path) {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// The content of a file; the error names the file.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("could not read {}", path.display()))
}

/// The text of a file; the error names the file.
pub(crate) fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("could not read {}", path.display()))
}

/// Writes a file and the folders above it; the error names the file.
pub(crate) fn write(path: &Path, content: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("could not make {}", folder.display()))?;
    }
    fs::write(path, content).with_context(|| format!("could not write {}", path.display()))
}

/// Writes a file unless it has this content already, so that nothing that watches it wakes up.
pub(crate) fn write_if_changed(path: &Path, content: &[u8]) -> Result<()> {
    if fs::read(path).is_ok_and(|present| present == content) {
        return Ok(());
    }
    write(path, content)
}

/// Removes a folder with all that is in it, if it exists.
pub(crate) fn remove_folder(path: &Path) -> Result<()> {
    if !path.exists() {
        return Ok(());
    }
    fs::remove_dir_all(path).with_context(|| format!("could not remove {}", path.display()))
}

/// The SHA-256 of the files' paths (below `root`) and contents, in hexadecimal.
pub(crate) fn digest(root: &Path, files: &[PathBuf]) -> Result<String> {
    let mut hasher = Sha256::new();
    for file in files {
        let content = read(file)?;
        hasher.update(file.strip_prefix(root).unwrap_or(file).to_string_lossy().as_bytes());
        hasher.update([0]);
        hasher.update((content.len() as u64).to_le_bytes());
        hasher.update(&content);
    }
    Ok(in_hex(&hasher.finalize()))
}

/// The SHA-256 of one content, in hexadecimal.
pub(crate) fn digest_of(content: &[u8]) -> String {
    in_hex(&Sha256::digest(content))
}

fn in_hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Lets everybody who may read the file run it.
pub(crate) fn make_executable(path: &Path) -> Result<()> {
    fs::set_permissions(path, fs::Permissions::from_mode(0o755))
        .with_context(|| format!("could not make {} executable", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_tells_content_names_and_boundaries_apart() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let root = folder.path();
        let digest_of = |files: &[(&str, &str)]| -> Result<String> {
            let paths = files.iter().map(|(name, _)| root.join(name)).collect::<Vec<_>>();
            for ((_, content), path) in files.iter().zip(&paths) {
                write(path, content.as_bytes())?;
            }
            digest(root, &paths)
        };
        let base = digest_of(&[("a", "one"), ("b", "two")])?;
        assert_eq!(base, digest_of(&[("a", "one"), ("b", "two")])?);
        assert_ne!(base, digest_of(&[("a", "one"), ("b", "tw0")])?);
        assert_ne!(base, digest_of(&[("a", "one"), ("c", "two")])?);
        assert_ne!(base, digest_of(&[("a", "onetwo"), ("b", "")])?);
        Ok(())
    }

    #[test]
    fn an_unchanged_file_is_not_touched() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("deep/file");
        write_if_changed(&path, b"content")?;
        let before = fs::metadata(&path)?.modified()?;
        write_if_changed(&path, b"content")?;
        assert_eq!(before, fs::metadata(&path)?.modified()?);
        write_if_changed(&path, b"other")?;
        assert_eq!(read_text(&path)?, "other");
        Ok(())
    }
}
