use async_trait::async_trait;
use uuid::Uuid;

use super::StoreError;

/// How long an answer is remembered, in milliseconds.
pub const REMEMBERED: i64 = 24 * 60 * 60 * 1000;
/// After how many milliseconds a request that never finished (the server died) no longer stands in the way.
pub const IN_FLIGHT_AT_MOST: i64 = 60 * 1000;

/// What an `Idempotency-Key` is good for: one principal on one route.
#[derive(Clone, Copy, Debug)]
pub struct RequestKey<'a> {
    pub principal: Uuid,
    /// The route's template, e.g. `POST /api/v1/credentials`.
    pub route: &'a str,
    /// The header's value.
    pub key: &'a str,
}

/// What is to be done with a request that carries an `Idempotency-Key`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Begin {
    /// Do it, then call [`Idempotency::finish_request`] or [`Idempotency::abandon_request`].
    Fresh,
    /// It was done; this was the answer.
    Replay { status: u16, body: String },
    /// The key was used with another body.
    OtherBody,
    /// The first request is still being worked on.
    InFlight,
}

#[async_trait]
pub trait Idempotency {
    /// `body_digest` is SHA-256 of the request's body; `now` is UTC milliseconds.
    async fn begin_request(
        &self,
        request: RequestKey<'_>,
        body_digest: [u8; 32],
        now: i64,
    ) -> Result<Begin, StoreError>;
    /// Remembers the answer, whose body must hold no secret.
    async fn finish_request(
        &self,
        request: RequestKey<'_>,
        status: u16,
        body: &str,
    ) -> Result<(), StoreError>;
    /// Forgets a request that was begun and failed, so that it may be tried again.
    async fn abandon_request(&self, request: RequestKey<'_>) -> Result<(), StoreError>;
    /// Removes what is older than [`REMEMBERED`], or as far ahead.
    async fn purge_requests(&self, now: i64) -> Result<(), StoreError>;
}
