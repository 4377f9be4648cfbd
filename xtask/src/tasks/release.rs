//! `cargo xtask release`: the one program that ships.

use anyhow::Result;

use super::server;
use super::web_build::{self, Entry, Mode};
use crate::step::say;

/// Builds the web app and the server as they ship.
pub(crate) fn run() -> Result<()> {
    web_build::run(Entry::App, Mode::Release, false)?;
    let program = server::build_release()?;
    say(&format!("The program is {}; `--help` lists its settings.", program.display()));
    Ok(())
}
