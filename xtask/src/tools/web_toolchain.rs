//! The Rust compiler for the browser: the toolchain in use, with the standard library for WebAssembly.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result};

use super::debian_std;
use super::environment::{is_there, plain};
use crate::step::say;
use crate::{process, project};

/// The target triple of the browser.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// The rustup toolchain that stands for Debian's compiler.
const LINKED: &str = "latchkey-web";

const LIMIT: Duration = Duration::from_secs(5 * 60);

const ADVICE: &str = "the Rust compiler cannot build for the browser yet; please run \
                      `rustup target add wasm32-unknown-unknown`, then run this again";

/// How cargo is told which compiler builds for the browser.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct WebToolchain {
    /// The name of the rustup toolchain; none for the one in use.
    name: Option<&'static str>,
    /// Folders to look for cargo and rustc in, before PATH.
    folders: Vec<PathBuf>,
}

impl WebToolchain {
    /// The first that works of: the toolchain in use, Debian's compiler as set up earlier, the toolchain in use after
    /// rustup added the target, and Debian's compiler with a standard library that we build.
    pub(crate) fn find_or_install() -> Result<Self> {
        let in_use = Self::default();
        let linked = Self { name: Some(LINKED), ..Self::default() };
        let has_rustup = is_there("rustup");
        if in_use.works()? {
            return Ok(in_use);
        }
        if has_rustup && linked.works()? {
            return Ok(linked);
        }
        if has_rustup && added_by_rustup() && in_use.works()? {
            return Ok(in_use);
        }
        let programs = debian_std::install().context(ADVICE)?;
        if !has_rustup {
            return Ok(Self { name: None, folders: vec![programs] });
        }
        link()?;
        Ok(linked)
    }

    /// The command in the environment of this toolchain.
    pub(crate) fn command(&self, program: &str, folders: &[PathBuf]) -> Command {
        let mut command = plain(program, &[folders, &self.folders].concat());
        if let Some(name) = self.name {
            command.env("RUSTUP_TOOLCHAIN", name);
        }
        command
    }

    /// The command line that runs the browser tests without xtask.
    pub(crate) fn by_hand(&self) -> String {
        let name = self.name.map(|name| format!("RUSTUP_TOOLCHAIN={name} CARGO_TARGET_DIR=target/web "));
        format!("{}cargo test --target {TARGET}", name.unwrap_or_default())
    }

    /// Whether it compiles and links a test for the browser.
    fn works(&self) -> Result<bool> {
        let folder = project::web_target_dir();
        let source = folder.join("probe.rs");
        crate::files::write_if_changed(&source, b"")?;
        let mut rustc = self.command("rustc", &[]);
        rustc.args(["--test", "--target", TARGET, "-o"]).arg(folder.join("probe.wasm")).arg(source);
        Ok(process::output(&mut rustc).is_ok())
    }
}

fn added_by_rustup() -> bool {
    say("Adding the browser target to the Rust toolchain (a minute at most)");
    let mut rustup = plain("rustup", &[]);
    rustup.args(["target", "add", TARGET]).current_dir(project::root());
    match process::run(&mut rustup, LIMIT) {
        Ok(()) => true,
        Err(error) => {
            println!("    It could not be added: {error:#}");
            false
        }
    }
}

fn link() -> Result<()> {
    let mut rustup = plain("rustup", &[]);
    rustup.args(["toolchain", "link", LINKED, debian_std::PREFIX]);
    process::run(&mut rustup, LIMIT)
}
