use std::time::Duration;

use super::Wait;

/// Where a caller stands with a quota, as answers tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// What the quota is called.
    pub policy: &'static str,
    /// Requests a minute.
    pub per_minute: u32,
    /// Requests that could follow at once.
    pub remaining: u32,
    /// Seconds until there is room for one more.
    pub more_in: Wait,
}

/// A request that went beyond its quota.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exhausted(pub Allowance);

impl Exhausted {
    pub(super) fn new(policy: &'static str, per_minute: u32, wait: Duration) -> Self {
        let more_in = Wait::from_millis(i64::try_from(wait.as_millis()).unwrap_or(i64::MAX));
        Self(Allowance { policy, per_minute, remaining: 0, more_in })
    }
}
