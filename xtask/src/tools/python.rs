//! Python, for the clients that the end-to-end tests call the API with.

use std::path::PathBuf;

use anyhow::{Result, bail};

use super::apt;
use super::environment::{find, plain};
use crate::process;

/// Where apt puts it.
const PACKAGED: &str = "/usr/bin/python3";

/// A Python that has the package `requests`; installs both if they are missing and apt can be used.
pub(crate) fn python_with_requests() -> Result<PathBuf> {
    if let Some(python) = found() {
        return Ok(python);
    }
    apt::install("Python with its package requests (half a minute)", &["python3", "python3-requests"])?;
    match found() {
        Some(python) => Ok(python),
        None => bail!("Python cannot import its package requests; try `pip install requests`"),
    }
}

fn found() -> Option<PathBuf> {
    let has_requests = |python: &PathBuf| {
        let program = python.to_string_lossy();
        process::output(plain(&program, &[]).args(["-c", "import requests"])).is_ok()
    };
    find("python3").into_iter().chain([PathBuf::from(PACKAGED)]).find(has_requests)
}
