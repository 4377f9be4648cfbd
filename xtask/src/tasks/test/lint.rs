//! Formatting and clippy.

use std::process::Command;
use std::time::Duration;

use anyhow::Result;

use super::report::{Counts, Report};
use crate::process;
use crate::tools::{TARGET, Web, host_cargo};

/// The packages that run on this machine.
pub(crate) const HOST_PACKAGES: [&str; 6] =
    ["--package", "latchkey-contract", "--package", "latchkey-server", "--package", "xtask"];

const LIMIT: Duration = Duration::from_secs(30 * 60);
const DENY: [&str; 3] = ["--", "-D", "warnings"];

/// Checks every crate, without running any.
pub(crate) fn run(report: &mut Report) {
    report.step("formatting", || checked(host_cargo().args(["fmt", "--all", "--check"])));
    report.step("clippy, this machine", || {
        checked(host_cargo().args(["clippy", "--all-targets"]).args(HOST_PACKAGES).args(DENY))
    });
    report.step("clippy, browser", || {
        let web = Web::set_up()?;
        // As it ships; as one piece it is linted with the tests.
        checked(clippy(&web).args(["--lib", "--bins", "--features", "split"]).args(DENY))
    });
    report.step("clippy, browser, tests and stories", || {
        let web = Web::set_up()?;
        checked(clippy(&web).args(["--all-targets", "--features", "stories"]).args(DENY))
    });
}

fn clippy(web: &Web) -> Command {
    let mut cargo = web.cargo();
    cargo.args(["clippy", "--package", "latchkey", "--target", TARGET]);
    cargo
}

fn checked(command: &mut Command) -> Result<Counts> {
    process::run(command, LIMIT)?;
    Ok(Counts::ONE_PASSED)
}
