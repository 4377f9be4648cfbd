//! Where the parts of the project are.

use std::env;
use std::path::{Path, PathBuf};

/// The root of the repository: the folder above that holds `xtask/Cargo.toml`, looked for from the current folder
/// upwards, else the checkout this program was compiled from.
pub(crate) fn root() -> PathBuf {
    let here = env::current_dir().unwrap_or_default();
    let above = here.ancestors().find(|folder| folder.join("xtask/Cargo.toml").is_file());
    let compiled_from = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    above.or(compiled_from).map(Path::to_path_buf).unwrap_or_default()
}

/// Where cargo puts what it builds for this machine.
pub(crate) fn target_dir() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// Where cargo puts what it builds for the browser: its own folder, because the two may use different toolchains.
pub(crate) fn web_target_dir() -> PathBuf {
    root().join("target/web")
}

/// Where the style sheets are that pages link.
pub(crate) fn bundled_css() -> PathBuf {
    root().join("target/style")
}
