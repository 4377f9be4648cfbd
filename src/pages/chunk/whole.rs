//! The app is built as one piece: all chunks are at hand.

use super::{Chunk, Parts};
use crate::api::ApiError;

/// What builds the parts of a chunk.
pub(super) fn at_hand(chunk: Chunk) -> Option<Parts> {
    Some(match chunk {
        Chunk::Session => super::session,
        Chunk::Pages => super::pages,
        Chunk::Seldom => super::seldom,
    })
}

/// Fetches a chunk; here nothing has to be.
///
/// # Errors
/// Never here.
pub(super) async fn fetch(chunk: Chunk) -> Result<Parts, ApiError> {
    at_hand(chunk).ok_or(ApiError::Offline)
}
