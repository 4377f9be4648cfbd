use std::num::NonZeroU32;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use governor::clock::Clock as GovernorClock;
use governor::middleware::StateInformationMiddleware;
use governor::state::keyed::HashMapStateStore;
use governor::{Quota, RateLimiter};
use uuid::Uuid;

use super::injected_clock::InjectedClock;
use super::{Allowance, Exhausted, Wait};
use crate::clock::Clock;

const POLICY: &str = "calls";
/// After so many charges the keys whose buckets are full again are forgotten: memory holds those that called within a
/// minute, and at most so many more.
const TIDY_EVERY: u32 = 4096;

/// A token bucket for each API key. Charge it only once the pair is proved: an API key is public, and a stranger who knows
/// it must not be able to spend what its owner needs.
pub struct CallThrottle {
    limiter: RateLimiter<Uuid, HashMapStateStore<Uuid>, InjectedClock, StateInformationMiddleware>,
    clock: InjectedClock,
    per_minute: NonZeroU32,
    charges: AtomicU32,
}

impl CallThrottle {
    /// A key may make `per_minute` calls at once, and as many again within a minute, one after the other.
    pub fn new(clock: Arc<dyn Clock>, per_minute: NonZeroU32) -> Self {
        let clock = InjectedClock(clock);
        let limiter =
            RateLimiter::new(Quota::per_minute(per_minute), HashMapStateStore::default(), clock.clone());
        Self { limiter, clock, per_minute, charges: AtomicU32::new(0) }
    }

    /// Charges a call to a credential.
    ///
    /// # Errors
    /// When its bucket is empty. That costs nothing.
    pub fn charge(&self, credential: Uuid) -> Result<Allowance, Exhausted> {
        if self.charges.fetch_add(1, Ordering::Relaxed) % TIDY_EVERY == TIDY_EVERY - 1 {
            self.limiter.retain_recent();
            self.limiter.shrink_to_fit();
        }
        let per_minute = self.per_minute.get();
        match self.limiter.check_key(&credential) {
            Ok(state) => Ok(Allowance {
                policy: POLICY,
                per_minute,
                remaining: state.remaining_burst_capacity(),
                more_in: Wait(60_u32.div_ceil(per_minute)),
            }),
            Err(refused) => Err(Exhausted::new(POLICY, per_minute, refused.wait_time_from(self.clock.now()))),
        }
    }

    /// How many keys are remembered now.
    pub fn remembered(&self) -> usize {
        self.limiter.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::{HOUR, MINUTE, SECOND};
    use crate::throttle::hand::Hand;

    const KEY: Uuid = Uuid::from_u128(1);
    const OTHER_KEY: Uuid = Uuid::from_u128(2);

    fn throttle(per_minute: u32) -> (Arc<Hand>, CallThrottle) {
        let hand = Arc::new(Hand::new());
        (hand.clone(), CallThrottle::new(hand, NonZeroU32::new(per_minute).unwrap()))
    }

    #[test]
    fn a_full_bucket_empties_and_fills_again() {
        let (hand, throttle) = throttle(30);
        let left: Vec<_> = (0..30).map(|_| throttle.charge(KEY).unwrap().remaining).collect();
        assert_eq!(left, (0..30).rev().collect::<Vec<_>>());
        let Exhausted(allowance) = throttle.charge(KEY).unwrap_err();
        assert_eq!(allowance, Allowance { policy: "calls", per_minute: 30, remaining: 0, more_in: Wait(2) });
        hand.advance(2 * SECOND);
        assert_eq!(throttle.charge(KEY).unwrap().remaining, 0);
        assert!(throttle.charge(KEY).is_err());
        hand.advance(MINUTE);
        assert_eq!(throttle.charge(KEY).unwrap(), Allowance { remaining: 29, ..allowance });
    }

    #[test]
    fn a_clock_that_is_set_back_holds_nobody_back() {
        let (hand, throttle) = throttle(1);
        assert!(throttle.charge(KEY).is_ok());
        hand.set_back(HOUR);
        hand.advance(MINUTE);
        assert!(throttle.charge(KEY).is_ok());
    }

    #[test]
    fn each_key_has_its_own_bucket() {
        let (_, throttle) = throttle(1);
        assert!(throttle.charge(KEY).is_ok());
        assert!(throttle.charge(KEY).is_err());
        assert!(throttle.charge(OTHER_KEY).is_ok());
    }

    #[test]
    fn whoever_waits_as_told_is_served() {
        let (hand, throttle) = throttle(7);
        for _ in 0..50 {
            if let Err(Exhausted(Allowance { more_in: Wait(seconds), .. })) = throttle.charge(KEY) {
                hand.advance(i64::from(seconds) * SECOND);
                assert!(throttle.charge(KEY).is_ok(), "after {seconds} s");
            }
        }
    }

    #[test]
    fn keys_that_rest_are_forgotten() {
        let (hand, throttle) = throttle(600);
        for n in 0..100_000 {
            throttle.charge(Uuid::from_u128(n)).unwrap();
            hand.advance(60);
        }
        assert!(throttle.remembered() <= 2 * TIDY_EVERY as usize, "{}", throttle.remembered());
    }
}
