use async_trait::async_trait;
use latchkey_server::clock::Clock;
use tokio::sync::watch;

/// A clock that stands still until it is told to go on.
pub(crate) struct TestClock(watch::Sender<i64>);

impl TestClock {
    /// 2026-03-01T09:30:00Z.
    pub(crate) const START: i64 = 1_772_357_400_000;

    pub(crate) fn new() -> Self {
        Self(watch::Sender::new(Self::START))
    }

    pub(crate) fn advance(&self, millis: i64) {
        self.0.send_modify(|now| *now += millis);
    }
}

#[async_trait]
impl Clock for TestClock {
    fn now(&self) -> i64 {
        *self.0.borrow()
    }

    fn elapsed(&self) -> i64 {
        self.now()
    }

    async fn until(&self, instant: i64) {
        let _ = self.0.subscribe().wait_for(|now| *now >= instant).await;
    }
}
