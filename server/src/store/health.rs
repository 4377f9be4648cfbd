use async_trait::async_trait;

#[async_trait]
pub trait Health {
    /// Tries whether acts can be written: at most once a second, the outcome being shared by all who ask within it. Another
    /// process that writes at the moment changes nothing. `elapsed` is milliseconds as [`crate::clock::Clock::elapsed`] counts.
    async fn can_write(&self, elapsed: i64) -> bool;
}
