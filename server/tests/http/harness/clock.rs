use std::sync::atomic::{AtomicI64, Ordering};

use async_trait::async_trait;
use latchkey_server::clock::Clock;
use tokio::sync::watch;

/// A clock that stands still until it is told to go on.
pub(crate) struct TestClock {
    elapsed: watch::Sender<i64>,
    /// By how much the clock on the wall was set back.
    behind: AtomicI64,
}

impl TestClock {
    /// 2026-03-01T09:30:00Z.
    pub(crate) const START: i64 = 1_772_357_400_000;

    pub(crate) fn new() -> Self {
        Self { elapsed: watch::Sender::new(Self::START), behind: AtomicI64::new(0) }
    }

    pub(crate) fn advance(&self, millis: i64) {
        self.elapsed.send_modify(|elapsed| *elapsed += millis);
    }

    /// Somebody sets the clock on the wall back.
    pub(crate) fn set_back(&self, millis: i64) {
        self.behind.fetch_add(millis, Ordering::Relaxed);
    }
}

#[async_trait]
impl Clock for TestClock {
    fn now(&self) -> i64 {
        self.elapsed() - self.behind.load(Ordering::Relaxed)
    }

    fn elapsed(&self) -> i64 {
        *self.elapsed.borrow()
    }

    async fn until(&self, elapsed: i64) {
        let _ = self.elapsed.subscribe().wait_for(|now| *now >= elapsed).await;
    }
}
