//! `cargo xtask web-build`: the web app as files that a server can send.

mod bridge;
pub(crate) mod split;

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Result;

use super::bundle_css;
use super::compress::{self, Effort};
use crate::step::say;
use crate::tools::Web;
use crate::{files, process, project};

const LIMIT: Duration = Duration::from_secs(40 * 60);

/// Folders that no part of the web app comes from. All others count, so that a new one is not forgotten.
const NO_INPUT: [&str; 11] = [
    "target",
    "clients",
    "dist",
    "dist-preview",
    "dist-release",
    "server",
    "xtask",
    "e2e",
    "docs",
    "tests",
    "node_modules",
];

/// Files in the root of the project that the web app is made of.
const INPUTS: [&str; 6] =
    ["Cargo.toml", "Cargo.lock", "Trunk.toml", "build.rs", "index.html", "preview.html"];

/// A page that Trunk builds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Entry {
    /// The web app.
    App,
    /// Every component in every state.
    Preview,
}

/// How the web app is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Soon done.
    Quick,
    /// As small as it ships.
    Release,
}

impl Entry {
    /// The page in the root of the project.
    pub(crate) fn page(self) -> &'static str {
        match self {
            Self::App => "index.html",
            Self::Preview => "preview.html",
        }
    }

    /// What it is called within a sentence.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::App => "the web app",
            Self::Preview => "the preview",
        }
    }

    /// What it is called at the start of a sentence.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::App => "The web app",
            Self::Preview => "Preview",
        }
    }

    /// The folder that `trunk serve` writes to: plain `trunk serve` uses the same.
    pub(crate) fn served_from(self) -> &'static str {
        self.folder(Mode::Quick)
    }

    fn folder(self, mode: Mode) -> &'static str {
        match (self, mode) {
            (Self::App, Mode::Quick) => "dist",
            (Self::App, Mode::Release) => "dist-release",
            (Self::Preview, _) => "dist-preview",
        }
    }
}

/// Builds the web app unless it is built already, and gives its folder.
pub(crate) fn run(entry: Entry, mode: Mode, offline: bool) -> Result<PathBuf> {
    let root = project::root();
    let dist = root.join(entry.folder(mode));
    let web = Web::set_up()?;
    let ships = mode == Mode::Release;
    let cut = if ships { format!("{} {}", split::version(), web.standard_library()?) } else { String::new() };
    let inputs = format!("{mode:?} {} {cut} {}", web.compiler()?, inputs(&root)?);
    let stamp = root.join("target/web-builds").join(entry.folder(mode));
    if is_built(&stamp, &inputs, &dist) {
        println!("    {} is built already.", entry.title());
        return Ok(dist);
    }

    let mut trunk = web.trunk(if ships { Some(split::programs()?) } else { None })?;
    bundle_css::run()?;
    // wasm-bindgen leaves files of earlier builds there, and Trunk ships all that it finds.
    files::remove_folder(&project::web_target_dir().join("wasm-bindgen"))?;
    let time = if ships { "about 4 min" } else { "about 2 min at first, then seconds" };
    say(&format!("Building {} ({time})", entry.name()));
    trunk.args(["build", entry.page(), "--dist"]).arg(&dist);
    if ships {
        trunk.args(["--release", "--features", "split"]);
    }
    if offline {
        trunk.arg("--offline");
    }
    process::run(&mut trunk, LIMIT)?;
    if ships {
        split::place(&dist)?;
    }
    let effort = if ships { Effort::Best } else { Effort::Quick };
    say("Compressing it (a few seconds)");
    compress::folder(&dist, effort)?;
    files::write(&stamp, stamped(&inputs, &dist)?.as_bytes())?;
    Ok(dist)
}

/// Whether these inputs made what the folder holds now. A folder that something else wrote to does not count.
fn is_built(stamp: &Path, inputs: &str, dist: &Path) -> bool {
    let now = stamped(inputs, dist).ok();
    now.is_some() && now == files::read_text(stamp).ok()
}

fn stamped(inputs: &str, dist: &Path) -> Result<String> {
    let outputs = files::walk(dist, &|_| true)?;
    Ok(format!("{inputs}\n{}\n", files::digest(dist, &outputs)?))
}

/// The digest of everything that the web app is made of.
fn inputs(root: &Path) -> Result<String> {
    let is_input = |path: &Path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.parent() != Some(root) {
            return true;
        }
        if path.is_file() {
            return INPUTS.contains(&&*name);
        }
        name == ".cargo" || !(name.starts_with('.') || NO_INPUT.contains(&&*name))
    };
    files::digest(root, &files::walk(root, &is_input)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_web_app_is_made_of_counts() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let root = folder.path();
        let put = |name: &str, content: &str| files::write(&root.join(name), content.as_bytes());
        put("src/server/page.rs", "one")?;
        let before = inputs(root)?;
        for other in ["target/x", "dist/x", "server/src/x.rs", "README.md", "log.txt", ".git/x", "docs/x"] {
            put(other, "new")?;
        }
        assert_eq!(before, inputs(root)?);
        put("Cargo.lock", "new")?;
        assert_ne!(before, inputs(root)?);
        put("locales/en.json", "{}")?;
        let with_locale = inputs(root)?;
        assert_ne!(before, with_locale);
        put("src/server/page.rs", "two")?;
        assert_ne!(with_locale, inputs(root)?);
        Ok(())
    }

    #[test]
    fn a_folder_that_was_changed_is_built_again() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let (stamp, dist) = (folder.path().join("stamp"), folder.path().join("dist"));
        assert!(!is_built(&stamp, "inputs", &dist));
        files::write(&dist.join("index.html"), b"built")?;
        assert!(!is_built(&stamp, "inputs", &dist));
        files::write(&stamp, stamped("inputs", &dist)?.as_bytes())?;
        assert!(is_built(&stamp, "inputs", &dist));
        assert!(!is_built(&stamp, "other inputs", &dist));
        files::write(&dist.join("index.html"), b"by trunk serve")?;
        assert!(!is_built(&stamp, "inputs", &dist));
        Ok(())
    }
}
