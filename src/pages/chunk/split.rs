//! The app is cut apart: chunks come from the server.
#![allow(unsafe_code, reason = "what the macro makes of a function whose code is fetched")]

use std::cell::RefCell;

use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::{Chunk, Parts};
use crate::api::ApiError;
use crate::platform::chunk_style;

thread_local! {
    static THERE: RefCell<Vec<(Chunk, Parts)>> = const { RefCell::new(Vec::new()) };
}

/// What builds the parts of a chunk that was fetched before.
pub(super) fn at_hand(chunk: Chunk) -> Option<Parts> {
    THERE.with_borrow(|there| there.iter().find(|(it, _)| *it == chunk).map(|(_, parts)| *parts))
}

/// Fetches a chunk and its styles. It may be tried again.
///
/// # Errors
/// The server could not be reached, or has no such chunk any more.
pub(super) async fn fetch(chunk: Chunk) -> Result<Parts, ApiError> {
    chunk_style::load().await.map_err(|_| ApiError::Offline)?;
    let parts = match chunk {
        Chunk::Session => session().await,
        Chunk::Pages => pages().await,
        Chunk::Seldom => seldom().await,
    };
    let parts = parts.map_err(|_| ApiError::Offline)?;
    THERE.with_borrow_mut(|there| there.push((chunk, parts)));
    Ok(parts)
}

#[wasm_split(session, wasm_split_path = ::leptos::wasm_split, fallible)]
fn session() -> Result<Parts, SplitLoaderError> {
    Ok(super::session)
}

#[wasm_split(pages, wasm_split_path = ::leptos::wasm_split, fallible)]
fn pages() -> Result<Parts, SplitLoaderError> {
    Ok(super::pages)
}

#[wasm_split(seldom, wasm_split_path = ::leptos::wasm_split, fallible)]
fn seldom() -> Result<Parts, SplitLoaderError> {
    Ok(super::seldom)
}
