//! Time as the server sees it: injected, so that tests set it.

use std::sync::LazyLock;
use std::time::{Duration as Span, Instant, SystemTime, UNIX_EPOCH};

use async_trait::async_trait;
use latchkey_contract::Timestamp;
use time::format_description::BorrowedFormatItem;
use time::macros::format_description;
use time::{Duration, OffsetDateTime};

pub const SECOND: i64 = 1000;
pub const MINUTE: i64 = 60 * SECOND;
pub const HOUR: i64 = 60 * MINUTE;
pub const DAY: i64 = 24 * HOUR;

/// Where the present instant comes from.
#[async_trait]
pub trait Clock: Send + Sync {
    /// UTC milliseconds since 1970.
    fn now(&self) -> i64;

    /// Milliseconds since an instant of its own. Unlike [`Clock::now`] it never goes back when somebody sets the machine's
    /// clock, so it is what spans are measured with.
    fn elapsed(&self) -> i64;

    /// Ready once [`Clock::elapsed`] has come to `elapsed`, whatever the machine's clock is set to meanwhile.
    async fn until(&self, elapsed: i64) {
        let wait = u64::try_from(elapsed - self.elapsed()).unwrap_or(0);
        tokio::time::sleep(Span::from_millis(wait)).await;
    }
}

static START: LazyLock<Instant> = LazyLock::new(Instant::now);

/// The machine's own clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> i64 {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
    }

    fn elapsed(&self) -> i64 {
        i64::try_from(START.elapsed().as_millis()).unwrap_or(i64::MAX)
    }
}

const RFC_3339_MILLIS: &[BorrowedFormatItem<'_>] =
    format_description!("[year]-[month]-[day]T[hour]:[minute]:[second].[subsecond digits:3]Z");

/// UTC milliseconds as they travel: RFC 3339 with milliseconds and `Z`. What lies beyond year 9999 is 1970.
pub fn timestamp(millis: i64) -> Timestamp {
    let instant = OffsetDateTime::UNIX_EPOCH
        .checked_add(Duration::milliseconds(millis))
        .unwrap_or(OffsetDateTime::UNIX_EPOCH);
    Timestamp(instant.format(RFC_3339_MILLIS).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_travel_as_rfc_3339_with_milliseconds() {
        assert_eq!(timestamp(1_772_357_400_007).as_str(), "2026-03-01T09:30:00.007Z");
        assert_eq!(timestamp(0).as_str(), "1970-01-01T00:00:00.000Z");
    }
}
