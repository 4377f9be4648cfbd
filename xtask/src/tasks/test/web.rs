//! The component and page tests, in each browser.

use std::time::Duration;

use anyhow::Result;

use super::closing_lines;
use super::report::{Counts, Report};
use crate::process;
use crate::tasks::web_runner::BROWSER;
use crate::tools::{Browser, TARGET, WASM_BINDGEN, Web};

const LIMIT: Duration = Duration::from_secs(30 * 60);

/// Runs the tests in Chromium, then in Firefox. `arguments` go to the test runner.
pub(crate) fn run(arguments: &[String], report: &mut Report) {
    report.step("browser tests, Chromium", || tests_in(Browser::Chromium, "chromium", arguments));
    report.step("browser tests, Firefox", || tests_in(Browser::Firefox, "firefox", arguments));
}

fn tests_in(browser: Browser, name: &str, arguments: &[String]) -> Result<Counts> {
    // Installed here, so that the time it takes is not taken for a hanging test.
    browser.driver()?;
    WASM_BINDGEN.program()?;
    let mut cargo = Web::set_up()?.cargo();
    cargo.args(["test", "--package", "latchkey", "--target", TARGET, "--test", "web", "--"]).args(arguments);
    let (status, lines) = process::watch(cargo.env(BROWSER, name), LIMIT)?;
    closing_lines::of_cargo(&lines, status)
}
