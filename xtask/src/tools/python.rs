//! Python, for the clients that the end-to-end tests call the API with, and for the tests that make calls up.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Result, bail};

use super::environment::{find, plain};
use super::{apt, cache};
use crate::process;
use crate::step::say;

/// Where apt puts it.
const PACKAGED: &str = "/usr/bin/python3";
/// Makes calls up from an OpenAPI document. What it makes up depends on the other one's version too.
const SCHEMATHESIS: &str = "4.32.5";
const HYPOTHESIS: &str = "6.170.17";
const LIMIT: Duration = Duration::from_secs(10 * 60);

/// A Python that has the package `requests`; installs both if they are missing and apt can be used.
pub(crate) fn python_with_requests() -> Result<PathBuf> {
    if let Some(python) = that_imports("requests") {
        return Ok(python);
    }
    apt::install("Python with its package requests (half a minute)", &["python3", "python3-requests"])?;
    match that_imports("requests") {
        Some(python) => Ok(python),
        None => bail!("Python cannot import its package requests; try `pip install requests`"),
    }
}

/// A Python of our own with Schemathesis; installs it if it is missing.
pub(crate) fn python_with_schemathesis() -> Result<PathBuf> {
    const PYTHON: &str = "bin/python3";
    let folder = cache::ensure(&format!("schemathesis-{SCHEMATHESIS}"), PYTHON, |folder| {
        say("Installing Schemathesis, which makes calls of the API up (a minute)");
        let venv = python_with_venv()?;
        run(&venv, &["-m", "venv", "--clear"], folder)?;
        let packages = [format!("schemathesis=={SCHEMATHESIS}"), format!("hypothesis=={HYPOTHESIS}")];
        let mut pip = Command::new(folder.join(PYTHON));
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]).args(packages);
        process::run(&mut pip, LIMIT)
    })?;
    Ok(folder.join(PYTHON))
}

/// A Python that can make folders of packages of their own; installs it if it is missing and apt can be used.
fn python_with_venv() -> Result<PathBuf> {
    if let Some(python) = that_imports("venv, ensurepip") {
        return Ok(python);
    }
    apt::install("Python with its package venv (half a minute)", &["python3", "python3-venv"])?;
    match that_imports("venv, ensurepip") {
        Some(python) => Ok(python),
        None => bail!(
            "Python cannot import its packages venv and ensurepip; install them with your system's package manager"
        ),
    }
}

fn run(python: &Path, arguments: &[&str], folder: &Path) -> Result<()> {
    process::run(Command::new(python).args(arguments).arg(folder), LIMIT)
}

fn that_imports(packages: &str) -> Option<PathBuf> {
    let imports = |python: &PathBuf| {
        let program = python.to_string_lossy();
        process::output(plain(&program, &[]).arg("-c").arg(format!("import {packages}"))).is_ok()
    };
    find("python3").into_iter().chain([PathBuf::from(PACKAGED)]).find(imports)
}
