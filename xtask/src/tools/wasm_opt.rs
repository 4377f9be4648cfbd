//! wasm-opt, which shrinks the web app that ships.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::Result;

use super::{cache, npm};
use crate::process;
use crate::step::say;

const VERSION: &str = "132.0.0";
/// What it is called with for a part of the web app; for the rest, Trunk calls it with the same from index.html. What
/// `-Oz` leaves is smaller as it is, but not as it is sent: regular code compresses better.
pub(crate) const ARGUMENTS: [&str; 10] = [
    "-O1",
    "--flatten",
    "--rereloop",
    "-O1",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];
const PROGRAMS: &str = "node_modules/.bin";

/// The folder of wasm-opt; installs it first if it is missing.
pub(crate) fn programs() -> Result<PathBuf> {
    let proof = format!("{PROGRAMS}/wasm-opt");
    let folder = cache::ensure(&format!("binaryen-{VERSION}"), &proof, |folder| {
        let mut command = npm()?;
        say(&format!("Installing wasm-opt from binaryen {VERSION} (about 20 s)"));
        command.args(["install", "--no-audit", "--no-fund", "--prefix", "."]);
        command.arg(format!("binaryen@{VERSION}")).current_dir(folder);
        process::run(&mut command, Duration::from_secs(10 * 60))
    })?;
    Ok(folder.join(PROGRAMS))
}
