//! Node.js and npm, for wasm-opt and the end-to-end tests.

use std::fs;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use super::apt;
use super::browsers::chromium;
use super::environment::plain;
use crate::step::say;
use crate::{files, process, project};

const OLDEST: u32 = 20;
const LIMIT: Duration = Duration::from_secs(15 * 60);

/// npm, with a Node.js that is new enough; installs both if they are missing and apt can be used.
pub(crate) fn npm() -> Result<Command> {
    if !is_new_enough() {
        apt::install("Node.js and npm (about a minute)", &["nodejs", "npm"]).with_context(|| {
            format!("Node.js {OLDEST} or newer with npm is needed: see https://nodejs.org")
        })?;
        if !is_new_enough() {
            bail!(
                "Node.js {OLDEST} or newer with npm is needed, and the packaged one is older: see https://nodejs.org"
            );
        }
    }
    Ok(plain("npm", &[]))
}

/// Installs the packages of the end-to-end tests, unless those of the present lock file are there already.
pub(crate) fn e2e_packages() -> Result<()> {
    let folder = project::root().join("e2e");
    let lock = folder.join("package-lock.json");
    let digest = files::digest(&folder, &[lock])?;
    let stamp = folder.join("node_modules/.latchkey-lock");
    if fs::read_to_string(&stamp).is_ok_and(|stamped| stamped == digest) {
        return Ok(());
    }
    let mut command = npm()?;
    say("Installing the packages of the end-to-end tests (about 20 s)");
    command.args(["ci", "--no-audit", "--no-fund"]).current_dir(&folder);
    command.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    process::run(&mut command, LIMIT)?;
    files::write(&stamp, digest.as_bytes())
}

/// npm, about to run a script of the end-to-end tests in Chromium; installs what that needs.
pub(crate) fn e2e_npm(script: &str) -> Result<Command> {
    e2e_packages()?;
    let mut npm = npm()?;
    npm.args(["run", script]).current_dir(project::root().join("e2e")).env("CHROMIUM", chromium()?);
    Ok(npm)
}

fn is_new_enough() -> bool {
    let asked = |program| process::output(plain(program, &[]).arg("--version"));
    asked("npm").is_ok() && asked("node").is_ok_and(|version| major(&version).is_some_and(|it| it >= OLDEST))
}

fn major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("18.0.0"), Some(18));
        assert_eq!(major("nonsense"), None);
    }
}
