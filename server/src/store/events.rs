use async_trait::async_trait;
use latchkey_contract::event::LiveEvent;
use uuid::Uuid;

use super::StoreError;

/// Who may read an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    User(Uuid),
    /// Every user of a company.
    Company(Uuid),
    Administrators,
}

/// An event with its position in the stream.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredEvent {
    pub id: i64,
    pub event: LiveEvent,
}

/// What follows a position.
#[derive(Clone, Debug, PartialEq)]
pub enum Replay {
    Events(Vec<StoredEvent>),
    /// Events after this position are gone, or too many to repeat, or it is no position of this database: read
    /// everything again.
    TooOld,
}

#[async_trait]
pub trait Events {
    /// Changes whenever this process has committed an act, so that event streams need not wait for their next look.
    /// Other processes on the same database are seen at that next look.
    fn committed(&self) -> tokio::sync::watch::Receiver<u64>;
    /// The position of the newest event, 0 if there is none.
    async fn newest_event(&self) -> Result<i64, StoreError>;
    /// Events after `position` for any of `audiences`, oldest first.
    async fn events_after(&self, position: i64, audiences: &[Audience]) -> Result<Replay, StoreError>;
    /// Removes events older than `before` (UTC milliseconds), and the oldest where there are very many.
    async fn purge_events(&self, before: i64) -> Result<(), StoreError>;
}
