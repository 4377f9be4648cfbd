use std::sync::atomic::{AtomicI64, Ordering};

use crate::clock::Clock;

/// A clock that a test moves by hand.
pub(super) struct Hand(AtomicI64);

impl Hand {
    pub(super) fn new() -> Self {
        Self(AtomicI64::new(1_772_357_400_000))
    }

    pub(super) fn advance(&self, millis: i64) {
        self.0.fetch_add(millis, Ordering::Relaxed);
    }
}

impl Clock for Hand {
    fn now(&self) -> i64 {
        self.0.load(Ordering::Relaxed)
    }
}
