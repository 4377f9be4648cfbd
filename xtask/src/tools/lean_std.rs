//! The standard library as the web app that ships wants it: built from its sources with the app, without the messages of
//! panics, which nobody reads in a browser. That makes the app a tenth smaller.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::Result;

use super::WebToolchain;
use super::environment::{is_there, plain};
use crate::step::say;
use crate::{process, project};

/// What cargo and the compiler are told for it. They are not stable yet; `RUSTC_BOOTSTRAP` lets a stable compiler take them.
/// The flags are added to those in `.cargo/config.toml`. A cargo that Trunk calls for this machine must not see any of it.
pub(crate) const SETTINGS: [(&str, &str); 4] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    (
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none",
    ),
];

/// Has the command build the library too, where its sources are there or can be had.
pub(super) fn apply(command: &mut Command, toolchain: &WebToolchain) -> Result<()> {
    if has_sources(toolchain)? || (is_there("rustup") && added_by_rustup() && has_sources(toolchain)?) {
        command.envs(SETTINGS);
    } else {
        println!(
            "    The sources of the standard library are missing, so the app will be a tenth larger. To get them, \
             run `rustup component add rust-src`."
        );
    }
    Ok(())
}

/// Tells a build with one library from a build with the other.
pub(super) fn version(toolchain: &WebToolchain) -> Result<String> {
    Ok(if has_sources(toolchain)? { SETTINGS.map(|(_, value)| value).join(" ") } else { String::new() })
}

fn has_sources(toolchain: &WebToolchain) -> Result<bool> {
    let root = process::output(toolchain.command("rustc", &[]).args(["--print", "sysroot"]))?;
    Ok(sources_in(Path::new(&root)).is_file())
}

fn sources_in(root: &Path) -> PathBuf {
    root.join("lib/rustlib/src/rust/library/std/Cargo.toml")
}

fn added_by_rustup() -> bool {
    say("Adding the sources of the standard library to the Rust toolchain (a minute at most)");
    let mut rustup = plain("rustup", &[]);
    rustup.args(["component", "add", "rust-src"]).current_dir(project::root());
    process::run(&mut rustup, Duration::from_secs(5 * 60)).is_ok()
}
