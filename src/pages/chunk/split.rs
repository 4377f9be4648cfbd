#![allow(unsafe_code, reason = "what the macro makes of a function whose code is fetched")]

use std::cell::RefCell;

use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::{Chunk, Pages};
use crate::api::ApiError;

thread_local! {
    static THERE: RefCell<Vec<(Chunk, Pages)>> = const { RefCell::new(Vec::new()) };
}

/// The pages of a chunk that was fetched before.
pub(super) fn at_hand(chunk: Chunk) -> Option<Pages> {
    THERE.with_borrow(|there| there.iter().find(|(it, _)| *it == chunk).map(|(_, pages)| *pages))
}

/// Fetches a chunk. It fails only where the backend cannot be reached, and may be tried again.
pub(super) async fn fetch(chunk: Chunk) -> Result<Pages, ApiError> {
    let pages = match chunk {
        Chunk::Overview => overview().await,
        Chunk::Profile => profile().await,
        Chunk::Administration => administration().await,
        Chunk::Docs => docs().await,
        Chunk::KeyTools => key_tools().await,
    };
    let pages = pages.map_err(|_| ApiError::Offline)?;
    THERE.with_borrow_mut(|there| there.push((chunk, pages)));
    Ok(pages)
}

#[wasm_split(overview, wasm_split_path = ::leptos::wasm_split, fallible)]
fn overview() -> Result<Pages, SplitLoaderError> {
    Ok(super::overview)
}

#[wasm_split(profile, wasm_split_path = ::leptos::wasm_split, fallible)]
fn profile() -> Result<Pages, SplitLoaderError> {
    Ok(super::profile)
}

#[wasm_split(administration, wasm_split_path = ::leptos::wasm_split, fallible)]
fn administration() -> Result<Pages, SplitLoaderError> {
    Ok(super::administration)
}

#[wasm_split(docs, wasm_split_path = ::leptos::wasm_split, fallible)]
fn docs() -> Result<Pages, SplitLoaderError> {
    Ok(super::docs)
}

#[wasm_split(key_tools, wasm_split_path = ::leptos::wasm_split, fallible)]
fn key_tools() -> Result<Pages, SplitLoaderError> {
    Ok(super::key_tools)
}
