//! The tests that run on this machine.

use std::time::Duration;

use super::report::Report;
use super::{closing_lines, lint};
use crate::process;
use crate::tools::host_cargo;

const LIMIT: Duration = Duration::from_secs(40 * 60);

/// Tests the server, the contract and xtask. `arguments` go to each test binary.
pub(crate) fn run(arguments: &[String], report: &mut Report) {
    report.step("tests on this machine", || {
        let mut cargo = host_cargo();
        cargo.args(["test", "--no-fail-fast"]).args(lint::HOST_PACKAGES).arg("--").args(arguments);
        let (status, lines) = process::watch(&mut cargo, LIMIT)?;
        closing_lines::of_cargo(&lines, status)
    });
}
