//! The commands that the tools are called with, each in an environment of its own making.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::{TRUNK, WASM_BINDGEN, WebToolchain, lean_std, wasm_opt};
use crate::{process, project};

/// What the cargo that called us set for itself; a cargo that we call must not take it for its own.
const LEAKING: [&str; 6] =
    ["CARGO", "CARGO_TARGET_DIR", "CARGO_BUILD_TARGET", "CARGO_ENCODED_RUSTFLAGS", "RUSTC", "RUSTFLAGS"];

/// cargo for this machine's own programs, in the root of the project, with the toolchain that runs xtask.
pub(crate) fn host_cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(project::root());
    command
}

/// A program looked for in `folders`, then on PATH, then beside rustup, without the settings of the cargo that called
/// us.
pub(crate) fn plain(program: &str, folders: &[PathBuf]) -> Command {
    let path = search_path(folders);
    // The operating system would look the program up on our own PATH, not on the one that it is given.
    let found = env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file());
    let mut command = Command::new(found.unwrap_or_else(|| program.into()));
    for name in LEAKING {
        command.env_remove(name);
    }
    command.env("PATH", path);
    command
}

/// The path of a program on PATH or beside rustup.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    env::split_paths(&search_path(&[])).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// Whether a program of this name is on PATH or beside rustup.
pub(crate) fn is_there(program: &str) -> bool {
    find(program).is_some()
}

/// PATH with `folders` in front, and behind them the folder of rustup's programs, which a reduced PATH may lack.
fn search_path(folders: &[PathBuf]) -> OsString {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let rustup = home.map(|home| home.join("bin")).filter(|folder| folder.join("rustup").exists());
    let present = env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(rustup).chain(env::split_paths(&present));
    env::join_paths(all).unwrap_or(present)
}

/// Commands that build for the browser.
pub(crate) struct Web {
    toolchain: WebToolchain,
}

impl Web {
    /// Finds or installs the compiler for the browser.
    pub(crate) fn set_up() -> Result<Self> {
        Ok(Self { toolchain: WebToolchain::find_or_install()? })
    }

    /// cargo with the compiler for the browser. The caller names the target.
    pub(crate) fn cargo(&self) -> Command {
        self.command("cargo", &[])
    }

    /// Trunk with wasm-bindgen; installs what is missing. A build that ships brings a wasm-bindgen of its own, and gets
    /// wasm-opt.
    pub(crate) fn trunk(&self, binding: Option<PathBuf>) -> Result<Command> {
        let ships = binding.is_some();
        let mut folders = binding.into_iter().collect::<Vec<_>>();
        folders.extend([TRUNK.programs()?, WASM_BINDGEN.programs()?]);
        if ships {
            folders.push(wasm_opt::programs()?);
        }
        let mut command = self.command("trunk", &folders);
        // A failed build is told by the compiler, not by where in Trunk it was noticed.
        command.env("TRUNK_SKIP_VERSION_CHECK", "true").env("RUST_BACKTRACE", "0");
        if ships {
            lean_std::apply(&mut command, &self.toolchain)?;
        }
        Ok(command)
    }

    /// The compiler's version, one line.
    pub(crate) fn compiler(&self) -> Result<String> {
        process::output(self.command("rustc", &[]).arg("-V")).context("could not ask for rustc's version")
    }

    /// What else a build that ships depends on.
    pub(crate) fn standard_library(&self) -> Result<String> {
        lean_std::version(&self.toolchain)
    }

    /// The command line that runs the browser tests without xtask.
    pub(crate) fn tests_by_hand(&self) -> String {
        self.toolchain.by_hand()
    }

    fn command(&self, program: &str, folders: &[PathBuf]) -> Command {
        let mut command = self.toolchain.command(program, folders);
        command.env("CARGO_TARGET_DIR", project::web_target_dir()).current_dir(project::root());
        command
    }
}
