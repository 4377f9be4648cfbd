//! `cargo xtask start`: the portal with demo data, in the foreground.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::server;
use super::web_build::{self, Entry, Mode};
use crate::process;

/// Builds what has changed, then becomes the server: Ctrl-C reaches it directly.
pub(crate) fn run(port: u16, data: &Path) -> Result<()> {
    let web = web_build::run(Entry::App, Mode::Quick, false)?;
    let program = server::build_quick()?;
    let mut server = Command::new(program);
    server.args(["serve", "--demo", "--port", &port.to_string(), "--data"]).arg(data);
    process::become_command(server.arg("--web").arg(web))
}
