//! How many tests a runner says that it ran, read from the lines it closes with.

use std::process::ExitStatus;

use anyhow::{Result, bail};

use super::report::Counts;

/// What `cargo test` and wasm-bindgen's runner counted: a line `test result: ok. 3 passed; 0 failed; …` a binary.
pub(crate) fn of_cargo(lines: &[String], status: ExitStatus) -> Result<Counts> {
    let counts = lines.iter().filter_map(|line| cargo_line(line)).fold(Counts::default(), |sum, line| {
        Counts { passed: sum.passed + line.passed, failed: sum.failed + line.failed }
    });
    judged(counts, status.success())
}

/// What Playwright counted: lines such as `  2 failed` and `  41 passed (1.2m)` at the end.
pub(crate) fn of_playwright(lines: &[String], status: ExitStatus) -> Result<Counts> {
    let mut counts = Counts::default();
    for (number, word) in lines.iter().filter_map(|line| playwright_line(line)) {
        match word {
            "passed" => counts.passed = number,
            "skipped" => {}
            _ => counts.failed += number,
        }
    }
    judged(counts, status.success())
}

/// What a program counted that ends with the plain line `3 passed, 1 failed`.
pub(crate) fn of_plain(lines: &[String], status: ExitStatus) -> Result<Counts> {
    judged(lines.iter().rev().find_map(|line| plain_line(line)).unwrap_or_default(), status.success())
}

/// A runner that failed without a failed test, or passed without a test, has not tested.
fn judged(mut counts: Counts, succeeded: bool) -> Result<Counts> {
    if succeeded && counts == Counts::default() {
        bail!("no test ran");
    }
    if !succeeded && counts.failed == 0 {
        counts.failed = 1;
    }
    Ok(counts)
}

fn cargo_line(line: &str) -> Option<Counts> {
    let (_, rest) = line.split_once("test result: ")?;
    let (_, rest) = rest.split_once(". ")?;
    let number_before = |word| rest.split("; ").find_map(|part| part.strip_suffix(word)?.trim().parse().ok());
    Some(Counts { passed: number_before("passed")?, failed: number_before("failed")? })
}

fn plain_line(line: &str) -> Option<Counts> {
    let (passed, failed) = line.split_once(" passed, ")?;
    Some(Counts { passed: passed.parse().ok()?, failed: failed.strip_suffix(" failed")?.parse().ok()? })
}

fn playwright_line(line: &str) -> Option<(usize, &str)> {
    let line = line.trim();
    let (number, rest) = line.split_once(' ')?;
    let word = ["passed", "failed", "flaky", "interrupted", "did not run", "skipped"]
        .into_iter()
        .find(|word| rest == *word || (*word == "passed" && rest.starts_with("passed (")))?;
    Some((number.parse().ok()?, word))
}

#[cfg(test)]
mod tests {
    use std::os::unix::process::ExitStatusExt;

    use super::*;

    const SUCCESS: i32 = 0;
    const FAILURE: i32 = 1 << 8;

    fn cargo(text: &str, status: i32) -> Option<(usize, usize)> {
        let lines = text.lines().map(str::to_owned).collect::<Vec<_>>();
        of_cargo(&lines, ExitStatus::from_raw(status)).ok().map(|it| (it.passed, it.failed))
    }

    fn playwright(text: &str, status: i32) -> Option<(usize, usize)> {
        let lines = text.lines().map(str::to_owned).collect::<Vec<_>>();
        of_playwright(&lines, ExitStatus::from_raw(status)).ok().map(|it| (it.passed, it.failed))
    }

    #[test]
    fn each_binary_of_cargo_counts() {
        let text = "running 2 tests\ntest a ... ok\n\
            test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            test result: FAILED. 10 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s\n";
        assert_eq!(cargo(text, FAILURE), Some((12, 3)));
    }

    #[test]
    fn the_runner_for_browsers_counts_too() {
        let text = "test result: ok. 7 passed; 0 failed; 0 ignored; 0 filtered out; finished in 0.41s";
        assert_eq!(cargo(text, SUCCESS), Some((7, 0)));
    }

    #[test]
    fn a_plain_last_line_is_read() {
        let plain = |text: &str, status| {
            let lines = text.lines().map(str::to_owned).collect::<Vec<_>>();
            of_plain(&lines, ExitStatus::from_raw(status)).ok().map(|it| (it.passed, it.failed))
        };
        assert_eq!(plain("1 passed, 0 failed\n\n60 passed, 2 failed\n", FAILURE), Some((60, 2)));
        assert_eq!(plain("60 passed, 0 failed", FAILURE), Some((60, 1)));
        assert_eq!(plain("0 passed, 0 failed", SUCCESS), None);
        assert_eq!(plain("Traceback", FAILURE), Some((0, 1)));
    }

    #[test]
    fn a_failure_is_never_lost() {
        assert_eq!(cargo("error: could not compile", FAILURE), Some((0, 1)));
        assert_eq!(cargo("test result: ok. 7 passed; 0 failed; 0 ignored", FAILURE), Some((7, 1)));
        assert_eq!(playwright("  5 passed (2s)", FAILURE), Some((5, 1)));
    }

    #[test]
    fn a_run_without_tests_is_no_success() {
        assert_eq!(cargo("", SUCCESS), None);
        assert_eq!(cargo("test result: ok. 0 passed; 0 failed; 0 ignored", SUCCESS), None);
        assert_eq!(playwright("  3 skipped", SUCCESS), None);
    }

    #[test]
    fn playwrights_closing_lines_are_read() {
        let text = "Running 47 tests using 1 worker\n  ✓ 1 [chromium] › journey.spec.ts:3:1 › 2 passed things (1.2s)\n\
            \n  2 failed\n    [chromium] › keys.spec.ts:9:1 › reveal\n  1 flaky\n  1 interrupted\n  2 did not run\n  \
            1 skipped\n  40 passed (1.2m)\n";
        assert_eq!(playwright(text, FAILURE), Some((40, 6)));
        assert_eq!(playwright("  40 passed (58.3s)", SUCCESS), Some((40, 0)));
    }
}
