//! The browsers that the tests run in, and the programs that drive them.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::ValueEnum;

use super::environment::find;
use super::{GECKODRIVER, apt};

/// A browser of the component tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Browser {
    /// Chromium or Chrome
    Chromium,
    /// Firefox
    Firefox,
}

/// A program, the environment variable that may name it, its usual names and places, and its Debian package.
struct Program {
    variable: &'static str,
    names: &'static [&'static str],
    package: &'static str,
}

const CHROMIUM: Program = Program {
    variable: "CHROMIUM",
    names: &[
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ],
    package: "chromium",
};

const CHROMEDRIVER: Program = Program {
    variable: "CHROMEDRIVER",
    names: &["chromedriver", "/usr/lib/chromium/chromedriver", "/usr/lib/chromium-browser/chromedriver"],
    package: "chromium-driver",
};

const FIREFOX: Program = Program {
    variable: "FIREFOX",
    names: &["firefox", "firefox-esr", "/Applications/Firefox.app/Contents/MacOS/firefox"],
    package: "firefox-esr",
};

impl Browser {
    /// The environment variable by which the test runner is told of the driver, and the driver; installs the browser
    /// and the driver if they are missing.
    pub(crate) fn driver(self) -> Result<(&'static str, PathBuf)> {
        match self {
            Self::Chromium => {
                chromium()?;
                Ok(("CHROMEDRIVER", CHROMEDRIVER.find_or_install()?))
            }
            Self::Firefox => {
                FIREFOX.find_or_install()?;
                Ok(("GECKODRIVER", driver_named_or_cached()?))
            }
        }
    }

    /// The browser that an environment variable names, with the WebDriver option that tells the driver of it.
    pub(crate) fn named(self) -> Option<(&'static str, PathBuf)> {
        match self {
            Self::Chromium => Some(("goog:chromeOptions", CHROMIUM.named()?)),
            Self::Firefox => Some(("moz:firefoxOptions", FIREFOX.named()?)),
        }
    }
}

/// Chromium's path; installs it if it is missing.
pub(crate) fn chromium() -> Result<PathBuf> {
    CHROMIUM.find_or_install()
}

fn driver_named_or_cached() -> Result<PathBuf> {
    match env::var_os("GECKODRIVER").map(PathBuf::from).filter(|path| path.is_file()) {
        Some(path) => Ok(path),
        None => GECKODRIVER.program(),
    }
}

impl Program {
    fn find_or_install(&self) -> Result<PathBuf> {
        if let Some(path) = self.named().or_else(|| self.installed()) {
            return Ok(path);
        }
        let what = format!("{} (about a minute)", self.package);
        apt::install(&what, &[self.package])
            .with_context(|| format!("{} is missing; {} may name it", self.package, self.variable))?;
        self.installed().with_context(|| format!("{} was installed but is not found", self.package))
    }

    fn named(&self) -> Option<PathBuf> {
        env::var_os(self.variable).map(PathBuf::from).filter(|path| path.is_file())
    }

    fn installed(&self) -> Option<PathBuf> {
        self.names.iter().find_map(|name| match Path::new(name) {
            path if path.is_absolute() => path.is_file().then(|| path.to_path_buf()),
            _ => find(name),
        })
    }
}
