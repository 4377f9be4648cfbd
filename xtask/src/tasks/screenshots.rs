//! `cargo xtask screenshots`: the pictures that the documentation shows.

use std::time::Duration;

use anyhow::Result;

use super::server;
use super::web_build::{self, Entry, Mode};
use crate::process;
use crate::tools::e2e_npm;

const LIMIT: Duration = Duration::from_secs(10 * 60);

/// Builds what has changed, then takes every picture of a portal with fresh demo data.
pub(crate) fn run() -> Result<()> {
    let web = web_build::run(Entry::App, Mode::Quick, false)?;
    let server = server::build_quick()?;
    let mut npm = e2e_npm("screenshots")?;
    process::run(npm.env("LATCHKEY_SERVER_BIN", server).env("LATCHKEY_WEB_DIST", web), LIMIT)
}
