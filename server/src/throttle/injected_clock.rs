use std::sync::Arc;

use governor::clock::Clock as GovernorClock;
use governor::nanos::Nanos;

use crate::clock::Clock;

/// The server's clock as governor wants it.
#[derive(Clone)]
pub(super) struct InjectedClock(pub(super) Arc<dyn Clock>);

impl GovernorClock for InjectedClock {
    type Instant = Nanos;

    fn now(&self) -> Nanos {
        Nanos::new(u64::try_from(self.0.elapsed()).unwrap_or(0).saturating_mul(1_000_000))
    }
}
