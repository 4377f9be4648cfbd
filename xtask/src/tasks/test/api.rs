//! Calls made up from the OpenAPI document, to the real server.

use std::process::Command;
use std::time::Duration;

use super::closing_lines;
use super::report::{Counts, Report};
use crate::tasks::server;
use crate::tools::python_with_schemathesis;
use crate::{process, project};

const PROGRAM: &str = "server/tests/fuzz/run.py";
const LIMIT: Duration = Duration::from_secs(60 * 60);

/// Builds the server, then tries every operation. `arguments` go to the program that does.
pub(crate) fn run(arguments: &[String], report: &mut Report) {
    let mut built = None;
    report.step("build of the server, for calls", || {
        built = Some(server::build_quick()?);
        Ok(Counts::ONE_PASSED)
    });
    report.step("calls made up from the document", || {
        let server = built.as_ref().ok_or_else(|| anyhow::anyhow!("what is called was not built"))?;
        let mut python = Command::new(python_with_schemathesis()?);
        python.arg("-B").arg(project::root().join(PROGRAM)).arg(server).args(arguments);
        let (status, lines) = process::watch(&mut python, LIMIT)?;
        closing_lines::of_plain(&lines, status)
    });
}
