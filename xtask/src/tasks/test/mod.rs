//! `cargo xtask test`: everything that must hold, cheapest first.
//!
//! A failure does not stop what comes after it. The last line is `N passed, N failed`; linters, builds and the size check
//! count as one each, the test runners as what they report.

mod api;
mod closing_lines;
mod e2e;
mod host;
mod lint;
mod report;
mod web;

use std::process::ExitCode;

use anyhow::Result;
use clap::ValueEnum;

use self::report::{Counts, Report};
use super::size;

/// A part of the tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// Formatting and clippy, for this machine and for the browser
    Lint,
    /// Tests that run on this machine: server, contract, xtask
    Host,
    /// Calls made up from the OpenAPI document, to the real server; `-- --long` makes up far more of them
    Api,
    /// Component and page tests in Chromium and Firefox
    Web,
    /// That a cold load of the web app keeps its budget
    Size,
    /// The whole journey, with the real server in a real browser
    E2e,
}

impl Part {
    /// In the order of their cost.
    const ALL: [Self; 6] = [Self::Lint, Self::Host, Self::Api, Self::Web, Self::Size, Self::E2e];
}

/// Runs all parts or one. `arguments` are for the test runner of that one part.
pub(crate) fn run(only: Option<Part>, arguments: &[String]) -> Result<ExitCode> {
    let mut report = Report::default();
    for part in Part::ALL {
        if only.is_none_or(|it| it == part) {
            run_part(part, arguments, &mut report);
        }
    }
    print!("{}", report.summary());
    Ok(if report.counts().failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn run_part(part: Part, arguments: &[String], report: &mut Report) {
    match part {
        Part::Lint => lint::run(report),
        Part::Host => host::run(arguments, report),
        Part::Api => api::run(arguments, report),
        Part::Web => web::run(arguments, report),
        Part::Size => report.step("size of the cold load", || size::run().map(|()| Counts::ONE_PASSED)),
        Part::E2e => e2e::run(arguments, report),
    }
}
