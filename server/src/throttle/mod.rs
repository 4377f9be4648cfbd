//! Rate limits. Their state lives in memory, is bounded, and is forgotten at a restart.

mod address;
mod allowance;
mod calls;
#[cfg(test)]
mod hand;
mod injected_clock;
mod passwords;
mod restapi;

use std::fmt;
use std::num::NonZeroU32;

pub use address::AddressGroup;
pub use allowance::{Allowance, Exhausted};
pub use calls::CallThrottle;
pub use passwords::{Attempt, PasswordThrottle};
pub use restapi::RestapiThrottle;

/// Tests of one key that its owner may have made within a minute.
pub const KEY_TESTS: NonZeroU32 = NonZeroU32::new(12).unwrap();

/// Seconds to wait before the next attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait(pub u32);

impl fmt::Display for Wait {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(seconds) = self;
        write!(f, "{seconds} second{}", if *seconds == 1 { "" } else { "s" })
    }
}

impl Wait {
    fn from_millis(millis: i64) -> Self {
        let seconds = u64::try_from(millis).unwrap_or(0).max(1).div_ceil(1000);
        Self(u32::try_from(seconds).unwrap_or(u32::MAX))
    }
}
