//! `cargo xtask web-runner`: what cargo calls to run a browser test.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use serde_json::{Value, json};

use crate::tools::{Browser, WASM_BINDGEN};
use crate::{files, process, project};

/// The environment variable that chooses the browser: `chromium` (the default) or `firefox`.
pub(crate) const BROWSER: &str = "LATCHKEY_BROWSER";

/// Seconds that all tests of one binary together may take.
const TEST_TIMEOUT: &str = "180";
/// Seconds that the browser's driver may take to start on a busy machine.
const DRIVER_TIMEOUT: &str = "60";

/// Becomes wasm-bindgen's test runner in the chosen browser.
pub(crate) fn run(arguments: &[OsString]) -> Result<()> {
    let browser = chosen()?;
    let (variable, driver) = browser.driver()?;
    let mut runner = Command::new(WASM_BINDGEN.program()?);
    for other in ["CHROMEDRIVER", "GECKODRIVER", "SAFARIDRIVER", "MSEDGEDRIVER"] {
        runner.env_remove(other).env_remove(format!("{other}_REMOTE"));
    }
    runner.args(arguments).env(variable, driver);
    for (name, value) in
        [("WASM_BINDGEN_TEST_TIMEOUT", TEST_TIMEOUT), ("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", DRIVER_TIMEOUT)]
    {
        if env::var_os(name).is_none() {
            runner.env(name, value);
        }
    }
    if let Some((option, program)) = browser.named() {
        runner.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings_with(option, &program)?);
    }
    process::become_command(&mut runner)
}

fn chosen() -> Result<Browser> {
    match env::var(BROWSER) {
        Ok(name) => match Browser::from_str(&name, true) {
            Ok(browser) => Ok(browser),
            Err(_) => bail!("{BROWSER}={name} is no browser of these tests; use chromium or firefox"),
        },
        Err(_) => Ok(Browser::Chromium),
    }
}

/// The path of settings like `webdriver.json`, with the browser that an environment variable names.
fn settings_with(option: &str, program: &std::path::Path) -> Result<PathBuf> {
    let root = project::root();
    let mut settings: Value = serde_json::from_slice(&files::read(&root.join("webdriver.json"))?)
        .context("webdriver.json is not understood")?;
    settings[option]["binary"] = json!(program);
    let path = root.join(format!("target/webdriver-{}.json", option.replace(':', "-")));
    files::write(&path, settings.to_string().as_bytes())?;
    Ok(path)
}
