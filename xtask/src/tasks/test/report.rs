//! What the steps of a test run came to.

use std::fmt::Write;
use std::time::{Duration, Instant};

use anyhow::Result;

use crate::step::{readable, say};

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
}

impl Counts {
    /// A step that is one check in itself, and held.
    pub(crate) const ONE_PASSED: Self = Self { passed: 1, failed: 0 };

    const ONE_FAILED: Self = Self { passed: 0, failed: 1 };
}

struct Step {
    name: &'static str,
    counts: Counts,
    time: Duration,
}

/// The steps so far.
#[derive(Default)]
pub(crate) struct Report {
    steps: Vec<Step>,
}

impl Report {
    /// Runs a step, says what it came to, and goes on whether it failed or not. An error counts as one failure.
    pub(crate) fn step(&mut self, name: &'static str, run: impl FnOnce() -> Result<Counts>) {
        say(&format!("[{}] {name}", self.steps.len() + 1));
        let started = Instant::now();
        let counts = run().unwrap_or_else(|error| {
            eprintln!("\nerror: {name}: {error:#}");
            Counts::ONE_FAILED
        });
        self.add(name, counts, started.elapsed());
    }

    fn add(&mut self, name: &'static str, counts: Counts, time: Duration) {
        let verdict = verdict(counts);
        println!(
            "    {verdict}: {name}, {} passed, {} failed, {}",
            counts.passed,
            counts.failed,
            readable(time)
        );
        self.steps.push(Step { name, counts, time });
    }

    /// All steps together.
    pub(crate) fn counts(&self) -> Counts {
        self.steps.iter().fold(Counts::default(), |sum, step| Counts {
            passed: sum.passed + step.counts.passed,
            failed: sum.failed + step.counts.failed,
        })
    }

    /// A table of the steps, and the closing line.
    pub(crate) fn summary(&self) -> String {
        let mut text = format!("\n{:<36} {:<7} {:>7} {:>7}  time\n", "step", "result", "passed", "failed");
        for Step { name, counts, time } in &self.steps {
            let (Counts { passed, failed }, time) = (counts, readable(*time));
            let _ = writeln!(text, "{name:<36} {:<7} {passed:>7} {failed:>7}  {time}", verdict(*counts));
        }
        let Counts { passed, failed } = self.counts();
        let _ = writeln!(text, "\n{passed} passed, {failed} failed");
        text
    }
}

fn verdict(counts: Counts) -> &'static str {
    if counts.failed == 0 { "ok" } else { "FAILED" }
}

#[cfg(test)]
mod tests {
    use anyhow::bail;

    use super::*;

    #[test]
    fn the_summary_ends_with_the_sum() {
        let mut report = Report::default();
        report.step("one", || Ok(Counts { passed: 12, failed: 0 }));
        report.step("two", || bail!("broken"));
        report.step("three", || Ok(Counts { passed: 3, failed: 2 }));
        assert_eq!(report.counts(), Counts { passed: 15, failed: 3 });
        assert!(report.summary().ends_with("\n15 passed, 3 failed\n"));
        assert_eq!(report.summary().matches("passed, ").count(), 1);
    }
}
