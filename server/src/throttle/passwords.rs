use std::net::IpAddr;
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, PoisonError};

use lru::LruCache;
use sha2::{Digest, Sha256};

use super::{AddressGroup, Wait};
use crate::clock::{Clock, HOUR, MINUTE, SECOND};
use crate::email_key::email_key;

/// How many clients, and how many pairs of account and client, are remembered.
const REMEMBERED: NonZeroUsize = NonZeroUsize::new(10_000).unwrap();
/// A client may fail this many times as often as one account at that client: an office shares an address.
const CLIENT_FACTOR: u32 = 10;
const LONGEST_DELAY: i64 = 5 * MINUTE;
const FORGOTTEN_AFTER: i64 = HOUR;

/// Slows down guessing of passwords: per client address, and per account at that address. An account is never locked:
/// its owner, at another address, notices nothing.
pub struct PasswordThrottle {
    clock: Arc<dyn Clock>,
    free: u32,
    clients: Mutex<LruCache<AddressGroup, Failures>>,
    accounts: Mutex<LruCache<AccountAtClient, Failures>>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct AccountAtClient([u8; 32], AddressGroup);

#[derive(Clone, Copy, Default)]
struct Failures {
    count: u32,
    /// As [`Clock::elapsed`] counts, like `last`.
    blocked_until: i64,
    last: i64,
}

/// A password about to be checked. It counts as a failure unless [`Attempt::succeeded`] is called, so that attempts
/// made at the same time are counted too.
#[must_use]
pub struct Attempt<'a> {
    throttle: &'a PasswordThrottle,
    client: AddressGroup,
    account: AccountAtClient,
}

impl PasswordThrottle {
    /// `free` is how many failures an account at one address has before delays begin.
    pub fn new(clock: Arc<dyn Clock>, free: u32) -> Self {
        Self {
            clock,
            free: free.max(1),
            clients: Mutex::new(LruCache::new(REMEMBERED)),
            accounts: Mutex::new(LruCache::new(REMEMBERED)),
        }
    }

    /// Asks for an attempt at the password of the account with this e-mail address, known or not.
    ///
    /// # Errors
    /// How long this client has to wait first.
    pub fn begin(&self, email: &str, address: IpAddr) -> Result<Attempt<'_>, Wait> {
        let client = AddressGroup::from(address);
        let account = AccountAtClient(Sha256::digest(email_key(email)).into(), client);
        let now = self.clock.elapsed();
        let mut clients = self.clients.lock().unwrap_or_else(PoisonError::into_inner);
        let mut accounts = self.accounts.lock().unwrap_or_else(PoisonError::into_inner);
        // Only looked at: whoever is held back must not push others out of the memory.
        let known = [clients.peek(&client), accounts.peek(&account)].into_iter().flatten();
        if let Some(until) = known.map(|failures| failures.blocked_until).max().filter(|until| *until > now) {
            return Err(Wait::from_millis(until - now));
        }
        clients
            .get_or_insert_mut(client, Failures::default)
            .charge(now, self.free.saturating_mul(CLIENT_FACTOR));
        accounts.get_or_insert_mut(account, Failures::default).charge(now, self.free);
        Ok(Attempt { throttle: self, client, account })
    }

    /// How many clients and accounts are remembered now.
    pub fn remembered(&self) -> usize {
        self.clients.lock().unwrap_or_else(PoisonError::into_inner).len()
            + self.accounts.lock().unwrap_or_else(PoisonError::into_inner).len()
    }
}

impl Failures {
    fn charge(&mut self, now: i64, free: u32) {
        if now - self.last > FORGOTTEN_AFTER {
            *self = Self::default();
        }
        self.last = now;
        self.count = self.count.saturating_add(1);
        if let Some(beyond) = self.count.checked_sub(free) {
            let delay = SECOND.checked_shl(beyond.min(20)).unwrap_or(LONGEST_DELAY);
            self.blocked_until = now + delay.min(LONGEST_DELAY);
        }
    }

    fn refund(&mut self) {
        self.count = self.count.saturating_sub(1);
        self.blocked_until = 0;
    }
}

impl Attempt<'_> {
    /// The password was right: the account's failures at this client are forgotten. The client's own others are not,
    /// or one good account would pay for guessing at all others.
    pub fn succeeded(self) {
        self.throttle.accounts.lock().unwrap_or_else(PoisonError::into_inner).pop(&self.account);
        let mut clients = self.throttle.clients.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(of_client) = clients.get_mut(&self.client) {
            of_client.refund();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;
    use crate::throttle::hand::Hand;

    fn throttle() -> (Arc<Hand>, PasswordThrottle) {
        let hand = Arc::new(Hand::new());
        (hand.clone(), PasswordThrottle::new(hand, 3))
    }

    fn address(last: u8) -> IpAddr {
        Ipv4Addr::new(192, 0, 2, last).into()
    }

    fn fail(throttle: &PasswordThrottle, email: &str, from: IpAddr) -> Option<Wait> {
        throttle.begin(email, from).err()
    }

    #[test]
    fn delays_rise_and_end() {
        let (hand, throttle) = throttle();
        let mut waits = Vec::new();
        for _ in 0..24 {
            if let Some(Wait(seconds)) = fail(&throttle, "ada@demo.example", address(1)) {
                waits.push(seconds);
                hand.advance(i64::from(seconds) * SECOND);
            }
        }
        assert_eq!(waits, [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
        hand.advance(2 * HOUR);
        assert_eq!(fail(&throttle, "ada@demo.example", address(1)), None);
        assert_eq!(fail(&throttle, "ada@demo.example", address(1)), None, "an hour later all is forgotten");
    }

    #[test]
    fn the_owner_elsewhere_notices_nothing() {
        let (_, throttle) = throttle();
        for _ in 0..100 {
            let _ = fail(&throttle, "ada@demo.example", address(1));
        }
        assert!(fail(&throttle, "ADA@demo.example ", address(1)).is_some(), "case and spaces change nothing");
        assert!(fail(&throttle, "ada@demo.example", address(2)).is_none());
        assert!(fail(&throttle, "bob@demo.example", address(1)).is_none());
    }

    #[test]
    fn a_clock_that_is_set_back_lengthens_no_delay() {
        let (hand, throttle) = throttle();
        for _ in 0..3 {
            let _ = fail(&throttle, "ada@demo.example", address(1));
        }
        hand.set_back(HOUR);
        assert_eq!(fail(&throttle, "ada@demo.example", address(1)), Some(Wait(1)));
    }

    #[test]
    fn an_account_is_slowed_however_its_address_is_written() {
        let (_, throttle) = throttle();
        for _ in 0..3 {
            assert!(fail(&throttle, "ada@b\u{fc}cher.example", address(1)).is_none());
        }
        for same in ["ada@bu\u{308}cher.example", "Ada@xn--bcher-kva.example"] {
            assert!(fail(&throttle, same, address(1)).is_some());
        }
    }

    #[test]
    fn a_client_that_tries_many_accounts_is_slowed() {
        let (_, throttle) = throttle();
        let waited =
            (0..100).filter(|n| fail(&throttle, &format!("{n}@demo.example"), address(1)).is_some()).count();
        assert_eq!(waited, 70);
    }

    #[test]
    fn a_right_password_clears_the_account() {
        let (_, throttle) = throttle();
        for _ in 0..50 {
            throttle.begin("ada@demo.example", address(1)).unwrap().succeeded();
        }
        let _ = fail(&throttle, "ada@demo.example", address(1));
        assert!(fail(&throttle, "ada@demo.example", address(1)).is_none());
    }

    #[test]
    fn a_client_that_is_held_back_pushes_nobody_out() {
        let (_, throttle) = throttle();
        for _ in 0..4 {
            let _ = fail(&throttle, "ada@demo.example", address(1));
        }
        for n in 0..100 {
            let _ = fail(&throttle, &format!("{n}@demo.example"), address(2));
        }
        let remembered = throttle.remembered();
        for n in 0..2 * REMEMBERED.get() {
            assert!(fail(&throttle, &n.to_string(), address(2)).is_some());
        }
        assert_eq!(throttle.remembered(), remembered);
        assert!(fail(&throttle, "ada@demo.example", address(1)).is_some());
    }

    #[test]
    fn memory_is_bounded() {
        let (_, throttle) = throttle();
        for n in 0..50_000_u32 {
            let _ = fail(&throttle, &n.to_string(), Ipv4Addr::from_bits(n).into());
        }
        assert!(throttle.remembered() <= 2 * REMEMBERED.get());
    }
}
