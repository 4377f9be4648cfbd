//! The folder where installed tools are kept, one `TOOL-VERSION` folder a tool.

use std::env;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::files;

/// `$XDG_CACHE_HOME/latchkey`, else `~/.cache/latchkey`.
pub(crate) fn root() -> Result<PathBuf> {
    let given = env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|folder| folder.is_absolute());
    let folder = match given {
        Some(folder) => folder,
        None => env::home_dir().context("no home folder: set HOME or XDG_CACHE_HOME")?.join(".cache"),
    };
    Ok(folder.join("latchkey"))
}

/// The folder of a tool, installed by `install` if `proof`, a path in it, is missing. `install` is given an empty
/// folder that takes the tool's place only when it is complete.
pub(crate) fn ensure(tool: &str, proof: &str, install: impl FnOnce(&Path) -> Result<()>) -> Result<PathBuf> {
    ensure_in(&root()?, tool, proof, install)
}

fn ensure_in(
    root: &Path,
    tool: &str,
    proof: &str,
    install: impl FnOnce(&Path) -> Result<()>,
) -> Result<PathBuf> {
    let folder = root.join(tool);
    if folder.join(proof).exists() {
        return Ok(folder);
    }
    fs::create_dir_all(root).with_context(|| format!("could not make {}", root.display()))?;
    let _alone = lock(root)?;
    if folder.join(proof).exists() {
        return Ok(folder);
    }
    let unfinished = root.join(format!(".{tool}.unfinished"));
    files::remove_folder(&unfinished)?;
    fs::create_dir(&unfinished)?;
    install(&unfinished).with_context(|| format!("could not install {tool}"))?;
    if !unfinished.join(proof).exists() {
        bail!("the installation of {tool} ended without {proof}");
    }
    files::remove_folder(&folder)?;
    fs::rename(&unfinished, &folder).with_context(|| format!("could not make {}", folder.display()))?;
    Ok(folder)
}

/// Keeps two commands from installing at the same time, until dropped.
fn lock(root: &Path) -> Result<File> {
    let file = File::create(root.join(".lock"))?;
    if file.try_lock().is_err() {
        println!("    Waiting for another cargo xtask that is installing tools …");
        file.lock()?;
    }
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interrupted_install_is_not_taken_for_a_finished_one() -> Result<()> {
        let root = tempfile::tempdir()?;
        let half = |folder: &Path| -> Result<()> {
            files::write(&folder.join("bin/half"), b"")?;
            bail!("interrupted")
        };
        assert!(ensure_in(root.path(), "tool-1", "bin/tool", half).is_err());
        assert!(!root.path().join("tool-1").exists());

        let whole = |folder: &Path| files::write(&folder.join("bin/tool"), b"");
        let folder = ensure_in(root.path(), "tool-1", "bin/tool", whole)?;
        assert!(folder.join("bin/tool").exists() && !folder.join("bin/half").exists());

        let again = |_: &Path| -> Result<()> { bail!("installed twice") };
        assert_eq!(ensure_in(root.path(), "tool-1", "bin/tool", again)?, folder);
        Ok(())
    }

    #[test]
    fn an_install_without_its_tool_fails() -> Result<()> {
        let root = tempfile::tempdir()?;
        let nothing = |_: &Path| Ok(());
        assert!(ensure_in(root.path(), "tool-1", "bin/tool", nothing).is_err());
        Ok(())
    }
}
