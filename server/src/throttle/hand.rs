use std::sync::atomic::{AtomicI64, Ordering};

use crate::clock::Clock;

/// A clock that a test moves by hand.
pub(super) struct Hand {
    elapsed: AtomicI64,
    /// What the clock on the wall shows beyond that.
    ahead: AtomicI64,
}

impl Hand {
    pub(super) fn new() -> Self {
        Self { elapsed: AtomicI64::new(0), ahead: AtomicI64::new(1_772_357_400_000) }
    }

    pub(super) fn advance(&self, millis: i64) {
        self.elapsed.fetch_add(millis, Ordering::Relaxed);
    }

    /// Somebody sets the clock on the wall back.
    pub(super) fn set_back(&self, millis: i64) {
        self.ahead.fetch_sub(millis, Ordering::Relaxed);
    }
}

impl Clock for Hand {
    fn now(&self) -> i64 {
        self.elapsed() + self.ahead.load(Ordering::Relaxed)
    }

    fn elapsed(&self) -> i64 {
        self.elapsed.load(Ordering::Relaxed)
    }
}
