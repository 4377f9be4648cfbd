//! `cargo xtask setup`: every tool at once.

use anyhow::Result;

use crate::step::say;
use crate::tools::{Browser, Web, e2e_packages, python_with_requests, python_with_schemathesis, wasm_opt};

/// Installs what is missing of all that building and testing need.
pub(crate) fn run() -> Result<()> {
    let web = Web::set_up()?;
    web.trunk(None)?;
    wasm_opt::programs()?;
    Browser::Chromium.driver()?;
    Browser::Firefox.driver()?;
    e2e_packages()?;
    python_with_requests()?;
    python_with_schemathesis()?;
    say("Everything is installed.");
    println!("    Run the portal:         cargo xtask start");
    println!("    Run every test:         cargo xtask test");
    println!("    Only the browser tests: {}", web.tests_by_hand());
    Ok(())
}
