use std::sync::atomic::{AtomicI64, Ordering};

use latchkey_server::clock::Clock;

/// A clock that stands still until it is told to go on.
pub(crate) struct TestClock(AtomicI64);

impl TestClock {
    /// 2026-03-01T09:30:00Z.
    pub(crate) const START: i64 = 1_772_357_400_000;

    pub(crate) fn new() -> Self {
        Self(AtomicI64::new(Self::START))
    }

    pub(crate) fn advance(&self, millis: i64) {
        self.0.fetch_add(millis, Ordering::SeqCst);
    }
}

impl Clock for TestClock {
    fn now(&self) -> i64 {
        self.0.load(Ordering::SeqCst)
    }
}
