//! esbuild, which shortens scripts. Trunk's own minifier does not read what wasm-bindgen writes.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::Result;

use super::{cache, npm};
use crate::process;
use crate::step::say;

const VERSION: &str = "0.25.12";
const PROGRAM: &str = "node_modules/.bin/esbuild";

/// Shortens a script in its place; installs esbuild first if it is missing.
pub(crate) fn minify(script: &Path) -> Result<()> {
    let folder = cache::ensure(&format!("esbuild-{VERSION}"), PROGRAM, |folder| {
        let mut command = npm()?;
        say(&format!("Installing esbuild {VERSION} (about 5 s)"));
        command.args(["install", "--no-audit", "--no-fund", "--prefix", "."]);
        command.arg(format!("esbuild@{VERSION}")).current_dir(folder);
        process::run(&mut command, Duration::from_secs(10 * 60))
    })?;
    let mut command = Command::new(folder.join(PROGRAM));
    // What wasm-bindgen writes imports the same script once for each chunk, which is odd but right.
    command.args(["--minify", "--format=esm", "--log-level=error", "--allow-overwrite"]);
    command.arg(script).arg(format!("--outfile={}", script.display()));
    process::run(&mut command, Duration::from_secs(60))
}
