use std::hash::{BuildHasher, RandomState};
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::Arc;

use governor::clock::Clock as GovernorClock;
use governor::middleware::NoOpMiddleware;
use governor::nanos::Nanos;
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};

use super::injected_clock::InjectedClock;
use super::{AddressGroup, Exhausted};
use crate::clock::Clock;

const POLICY: &str = "failures";

/// Addresses share this many buckets, which bounds the memory. Sharing one costs a stranger nothing: only calls with
/// a wrong pair are ever charged or held back.
const BUCKETS: u64 = 1 << 14;

/// Counts wrong pairs of API key and secret key per client address. A right pair is never asked about, so guessing
/// cannot slow its owner down.
pub struct RestapiThrottle {
    limiter: RateLimiter<u64, HashMapStateStore<u64>, InjectedClock, NoOpMiddleware<Nanos>>,
    clock: InjectedClock,
    per_minute: NonZeroU32,
    hasher: RandomState,
}

impl RestapiThrottle {
    /// `per_minute` wrong pairs are answered with 401, later ones with 429.
    pub fn new(clock: Arc<dyn Clock>, per_minute: NonZeroU32) -> Self {
        let clock = InjectedClock(clock);
        let limiter =
            RateLimiter::new(Quota::per_minute(per_minute), HashMapStateStore::default(), clock.clone());
        Self { limiter, clock, per_minute, hasher: RandomState::new() }
    }

    /// Charges a wrong pair.
    ///
    /// # Errors
    /// When this address has presented too many.
    pub fn charge(&self, address: IpAddr) -> Result<(), Exhausted> {
        let bucket = self.hasher.hash_one(AddressGroup::from(address)) % BUCKETS;
        self.limiter.check_key(&bucket).map_err(|refused| {
            Exhausted::new(POLICY, self.per_minute.get(), refused.wait_time_from(self.clock.now()))
        })
    }

    /// How many buckets are in use.
    pub fn remembered(&self) -> usize {
        self.limiter.len()
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;
    use crate::clock::SystemClock;
    use crate::throttle::{Allowance, Wait};

    #[test]
    fn failures_of_one_address_are_held_back_and_memory_is_bounded() {
        let throttle = RestapiThrottle::new(Arc::new(SystemClock), NonZeroU32::new(10).unwrap());
        let one = IpAddr::from(Ipv4Addr::new(192, 0, 2, 1));
        assert_eq!((0..20).filter(|_| throttle.charge(one).is_ok()).count(), 10);
        let Exhausted(Allowance { more_in: Wait(seconds), .. }) = throttle.charge(one).unwrap_err();
        assert!((1..=6).contains(&seconds), "{seconds}");
        for n in 0..100_000 {
            let _ = throttle.charge(Ipv4Addr::from_bits(n).into());
        }
        assert!(throttle.remembered() as u64 <= BUCKETS);
    }
}
