use crate::platform::random;

/// Marks one intent to create something, so that sending it twice creates it once. Keep it while the same
/// thing is tried again; make a new one for the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdempotencyKey(String);

impl IdempotencyKey {
    pub fn new() -> Self {
        Self(random::token())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for IdempotencyKey {
    fn default() -> Self {
        Self::new()
    }
}
