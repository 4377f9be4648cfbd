//! Tools that are Rust programs, each in one pinned version.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::Result;

use super::cache;
use super::environment::plain;
use crate::process;
use crate::step::say;

/// Builds the web app. 0.22 needs a newer compiler than the workspace.
pub(crate) const TRUNK: CargoTool = CargoTool {
    name: "trunk",
    package: "trunk",
    version: "0.21.14",
    program: "trunk",
    arguments: &["--no-default-features"],
    minutes: 8,
};

/// Makes the bridge between WebAssembly and JavaScript, and runs browser tests. Same version as the crate.
pub(crate) const WASM_BINDGEN: CargoTool = CargoTool {
    name: "wasm-bindgen",
    package: "wasm-bindgen-cli",
    version: "0.2.129",
    program: "wasm-bindgen-test-runner",
    arguments: &[],
    minutes: 3,
};

/// Drives Firefox in browser tests.
pub(crate) const GECKODRIVER: CargoTool = CargoTool {
    name: "geckodriver",
    package: "geckodriver",
    version: "0.37.1",
    program: "geckodriver",
    arguments: &[],
    minutes: 3,
};

const LIMIT: Duration = Duration::from_secs(40 * 60);

/// A Rust program that is installed into the cache.
pub(crate) struct CargoTool {
    name: &'static str,
    package: &'static str,
    version: &'static str,
    /// The program that proves the installation.
    program: &'static str,
    /// More arguments for `cargo install`.
    arguments: &'static [&'static str],
    /// How long compiling it takes on a small machine.
    minutes: u32,
}

impl CargoTool {
    /// The folder of the tool's programs; installs it first if it is missing.
    pub(crate) fn programs(&self) -> Result<PathBuf> {
        let proof = format!("bin/{}", self.program);
        let tool = format!("{}-{}", self.name, self.version);
        Ok(cache::ensure(&tool, &proof, |folder| self.install(folder))?.join("bin"))
    }

    /// The path of the tool's main program; installs it first if it is missing.
    pub(crate) fn program(&self) -> Result<PathBuf> {
        Ok(self.programs()?.join(self.program))
    }

    fn install(&self, folder: &Path) -> Result<()> {
        if has_binstall() {
            say(&format!("Fetching {} {} (a minute at most)", self.name, self.version));
            match process::run(&mut self.fetch(folder), LIMIT) {
                Ok(()) => return Ok(()),
                Err(error) => println!("    No prebuilt {}: {error:#}", self.name),
            }
        }
        say(&format!("Compiling {} {} (about {} min, once)", self.name, self.version, self.minutes));
        process::run(&mut self.compile(folder), LIMIT)
    }

    fn fetch(&self, folder: &Path) -> Command {
        let mut command = plain_cargo();
        command
            .args(["binstall", "--no-confirm", "--disable-strategies", "compile", "--install-path"])
            .arg(folder.join("bin"))
            .arg(format!("{}@{}", self.package, self.version))
            .current_dir(folder);
        command
    }

    fn compile(&self, folder: &Path) -> Command {
        let mut command = plain_cargo();
        command
            .args(["install", "--locked", "--version", self.version, "--root"])
            .arg(folder)
            .args(self.arguments)
            .arg(self.package)
            .current_dir(folder)
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        command
    }
}

/// cargo as a person calls it in a folder of their own: the default toolchain, no settings of the project.
fn plain_cargo() -> Command {
    let mut cargo = plain("cargo", &[]);
    cargo.env_remove("RUSTUP_TOOLCHAIN");
    cargo
}

fn has_binstall() -> bool {
    let asked = plain_cargo().args(["binstall", "-V"]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    asked.is_ok_and(|status| status.success())
}
