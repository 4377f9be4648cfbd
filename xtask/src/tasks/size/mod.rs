//! `cargo xtask size`: what a cold load of API Info weighs, against a budget.

mod cold_load;

use anyhow::{Result, bail};

use self::cold_load::{Asset, cold_load};
use super::web_build::{self, Entry, Mode};
use crate::step::say;

/// The most bytes, compressed with brotli, that a cold load may take.
const MOST_BYTES: usize = 215_000;
/// The most requests that a cold load may take.
const MOST_REQUESTS: usize = 12;
/// What the page asks the server for, beside its files, until API Info is complete. The access is read again once events
/// come, for what happened in between.
const CALLS: [&str; 5] =
    ["/config.json", "/api/v1/session", "/api/v1/api-access", "/api/v1/events", "/api/v1/api-access"];

/// Builds what ships, prints its weight file by file, and fails above the budget.
pub(crate) fn run() -> Result<()> {
    let dist = web_build::run(Entry::App, Mode::Release, false)?;
    let assets = cold_load(&dist)?;
    say("The cold load of API Info");
    print!("{}", table(&assets));
    let (bytes, requests) = (total(&assets, |asset| asset.brotli), assets.len() + CALLS.len());
    println!("\nRequests: {requests} ({} files, and {})", assets.len(), CALLS.join(", "));
    println!("Budget:   {} bytes of brotli, {MOST_REQUESTS} requests", thousands(MOST_BYTES));
    check(bytes, requests)
}

fn check(bytes: usize, requests: usize) -> Result<()> {
    if bytes > MOST_BYTES {
        bail!(
            "the cold load is {} bytes over its limit of {}",
            thousands(bytes - MOST_BYTES),
            thousands(MOST_BYTES)
        );
    }
    if requests > MOST_REQUESTS {
        bail!("the cold load takes {} requests more than its budget", requests - MOST_REQUESTS);
    }
    Ok(())
}

fn table(assets: &[Asset]) -> String {
    let sum = Asset {
        name: "total".to_owned(),
        raw: total(assets, |asset| asset.raw),
        gzip: total(assets, |asset| asset.gzip),
        brotli: total(assets, |asset| asset.brotli),
    };
    let mut lines = format!("{:<44} {:>10} {:>10} {:>10}\n", "file", "raw", "gzip", "brotli");
    for Asset { name, raw, gzip, brotli } in assets.iter().chain([&sum]) {
        let (raw, gzip, brotli) = (thousands(*raw), thousands(*gzip), thousands(*brotli));
        lines.push_str(&format!("{name:<44} {raw:>10} {gzip:>10} {brotli:>10}\n"));
    }
    lines
}

fn total(assets: &[Asset], of: impl Fn(&Asset) -> usize) -> usize {
    assets.iter().map(of).sum()
}

/// A number with its thousands set apart: `180,000`.
fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_budget_is_a_limit_that_may_be_reached() {
        assert!(check(MOST_BYTES, MOST_REQUESTS).is_ok());
        assert!(check(MOST_BYTES + 1, 1).is_err_and(|error| error.to_string().contains("1 bytes over")));
        assert!(
            check(1, MOST_REQUESTS + 1).is_err_and(|error| error.to_string().contains("1 requests more"))
        );
    }

    #[test]
    fn the_table_sums_each_column() {
        let asset = |name: &str, raw, gzip, brotli| Asset { name: name.to_owned(), raw, gzip, brotli };
        let table = table(&[asset("a.js", 1_000, 400, 300), asset("b.wasm", 1_234_567, 600, 500)]);
        let last = table.lines().last().map(|line| line.split_whitespace().collect::<Vec<_>>());
        assert_eq!(last, Some(vec!["total", "1,235,567", "1,000", "800"]));
    }

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!(["1", "999", "1,000", "12,345,678"], [1, 999, 1000, 12_345_678].map(thousands));
    }
}
