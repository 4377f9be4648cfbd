//! The standard library for WebAssembly where rustup can fetch nothing: Debian's compiler `rustc-web` comes with the
//! sources of its library, which we build once.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use super::web_toolchain::TARGET;
use super::{apt, cache};
use crate::step::say;
use crate::{files, process, project};

/// Where Debian installs its compiler.
pub(crate) const PREFIX: &str = "/usr";

const RUSTC: &str = "/usr/bin/rustc";
const CARGO: &str = "/usr/bin/cargo";
const LINKER: &str = "/usr/bin/rust-lld";
const PACKAGES: [&str; 5] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "rust-web-clippy"];
/// The crate that is built only for the library beneath it.
const SEED: &str = "latchkey_std_seed";
const LIMIT: Duration = Duration::from_secs(30 * 60);

/// Installs Debian's compiler, builds its library for the browser, and gives the folder of its programs.
pub(crate) fn install() -> Result<PathBuf> {
    apt::install("Debian's Rust compiler for the web (about a minute)", &PACKAGES)?;
    install_linker()?;
    build_std()?;
    Ok(Path::new(PREFIX).join("bin"))
}

/// The linker is a link into the package of one LLVM version, which the compiler's package does not ask for.
fn install_linker() -> Result<()> {
    if Path::new(LINKER).exists() {
        return Ok(());
    }
    let target = fs::read_link(LINKER).with_context(|| format!("there is no linker {LINKER}"))?;
    let package = linker_package(&target).with_context(|| format!("{LINKER} leads nowhere"))?;
    apt::install("the linker for the web (a few seconds)", &[&package])
}

fn linker_package(link: &Path) -> Option<String> {
    let parts = link.iter().rev().filter_map(|part| part.to_str());
    let mut versions = parts.filter_map(|part| part.rsplit('-').next()?.parse::<u32>().ok());
    versions.next().map(|version| format!("lld-{version}"))
}

fn build_std() -> Result<()> {
    let library =
        process::output(Command::new(RUSTC).args(["--print", "target-libdir", "--target", TARGET]))?;
    let library = Path::new(&library);
    say("Building the standard library for the browser (about a minute, once)");
    let seed = cache::root()?.join("std-seed");
    files::remove_folder(&seed)?;
    files::write(&seed.join("src/lib.rs"), b"")?;
    files::write(&seed.join("Cargo.toml"), manifest().as_bytes())?;
    let mut cargo = super::environment::plain(CARGO, &[]);
    cargo
        .args(["build", "--release", "--target", TARGET, "-Zbuild-std=std,panic_abort,test"])
        .current_dir(&seed)
        .env_remove("RUSTUP_TOOLCHAIN")
        .env("RUSTC", RUSTC)
        .env("RUSTC_BOOTSTRAP", "1")
        // Without the bitcode a later build with link-time optimization fails.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes");
    process::run(&mut cargo, LIMIT)?;
    replace_library(&seed.join(format!("target/{TARGET}/release/deps")), library)?;
    files::remove_folder(&seed)
}

/// Puts the built libraries in the compiler's folder. What was compiled against others before is of no use.
fn replace_library(built: &Path, library: &Path) -> Result<()> {
    let is_library = |path: &Path| path.extension().is_some_and(|it| it == "rlib");
    let built = files::walk(built, &is_library)?;
    if built.is_empty() {
        bail!("the build of the standard library made no library");
    }
    files::remove_folder(library)?;
    files::remove_folder(&project::web_target_dir())?;
    fs::create_dir_all(library).with_context(|| format!("could not make {}", library.display()))?;
    for path in built {
        let name = path.file_name().unwrap_or_default();
        if !name.to_string_lossy().starts_with(&format!("lib{SEED}")) {
            fs::copy(&path, library.join(name))
                .with_context(|| format!("could not write to {}", library.display()))?;
        }
    }
    Ok(())
}

fn manifest() -> String {
    format!("[package]\nname = \"{SEED}\"\nversion = \"0.0.0\"\nedition = \"2021\"\n\n[workspace]\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_linkers_package_is_read_from_its_link() {
        assert_eq!(linker_package(Path::new("lld-22")), Some("lld-22".to_owned()));
        assert_eq!(linker_package(Path::new("../lib/llvm-19/bin/lld")), Some("lld-19".to_owned()));
        assert_eq!(linker_package(Path::new("nowhere")), None);
    }
}
