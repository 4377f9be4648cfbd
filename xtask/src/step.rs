//! Saying what is being done.

use std::time::Duration;

/// Says what is done now, with how long it may take where that is more than a few seconds.
pub(crate) fn say(what: &str) {
    println!("\n==> {what}");
}

/// A time as a person reads it: `45 s`, `3 min 20 s`.
pub(crate) fn readable(time: Duration) -> String {
    match time.as_secs() {
        seconds @ 0..60 => format!("{seconds} s"),
        seconds => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_readable() {
        assert_eq!(readable(Duration::from_millis(900)), "0 s");
        assert_eq!(readable(Duration::from_secs(59)), "59 s");
        assert_eq!(readable(Duration::from_secs(200)), "3 min 20 s");
    }
}
