//! The end-to-end tests: the program that ships the web app, in a real browser.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result};

use super::closing_lines;
use super::report::{Counts, Report};
use crate::process;
use crate::tasks::server;
use crate::tasks::web_build::{self, Entry, Mode};
use crate::tools::{e2e_npm, python_with_requests};

const LIMIT: Duration = Duration::from_secs(40 * 60);

/// Builds what the tests need, then runs them. `arguments` go to Playwright.
pub(crate) fn run(arguments: &[String], report: &mut Report) {
    let mut built = Built::default();
    let build = |place: &mut Option<PathBuf>, path: Result<PathBuf>| -> Result<Counts> {
        *place = Some(path?);
        Ok(Counts::ONE_PASSED)
    };
    // The web app as it ships: what is tested is what people get.
    report.step("build of the web app", || {
        build(&mut built.web, web_build::run(Entry::App, Mode::Release, false))
    });
    report.step("build of the preview", || {
        build(&mut built.preview, web_build::run(Entry::Preview, Mode::Quick, false))
    });
    report.step("build of the server", || build(&mut built.server, server::build_quick()));
    report.step("end-to-end tests", || tests(&built, arguments));
}

#[derive(Default)]
struct Built {
    web: Option<PathBuf>,
    preview: Option<PathBuf>,
    server: Option<PathBuf>,
}

fn tests(built: &Built, arguments: &[String]) -> Result<Counts> {
    const NOT_BUILT: &str = "what they test was not built";
    let mut npm = e2e_npm("test")?;
    npm.arg("--")
        .args(arguments)
        .env("LATCHKEY_SERVER_BIN", built.server.as_ref().context(NOT_BUILT)?)
        .env("LATCHKEY_WEB_DIST", built.web.as_ref().context(NOT_BUILT)?)
        .env("PYTHON", python_with_requests()?)
        .env("LATCHKEY_PREVIEW_DIR", built.preview.as_ref().context(NOT_BUILT)?);
    let (status, lines) = process::watch(&mut npm, LIMIT)?;
    closing_lines::of_playwright(&lines, status)
}
