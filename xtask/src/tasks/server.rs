//! The server program.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::Result;

use crate::step::say;
use crate::tools::host_cargo;
use crate::{process, project};

const PROGRAM: &str = "latchkey-server";
const LIMIT: Duration = Duration::from_secs(40 * 60);

/// Builds the server quickly, for this machine; the web app stays outside of it.
pub(crate) fn build_quick() -> Result<PathBuf> {
    say("Building the server (about 4 min at first, then seconds)");
    process::run(host_cargo().args(["build", "--package", PROGRAM]), LIMIT)?;
    Ok(project::target_dir().join("debug").join(PROGRAM))
}

/// Builds the server as it ships, with the release build of the web app inside, which must be there.
pub(crate) fn build_release() -> Result<PathBuf> {
    say("Building the server that ships (about 8 min at first)");
    let mut cargo = host_cargo();
    cargo.args(["build", "--release", "--package", PROGRAM, "--features", "embed-web"]);
    process::run(&mut cargo, LIMIT)?;
    Ok(project::target_dir().join("release").join(PROGRAM))
}
