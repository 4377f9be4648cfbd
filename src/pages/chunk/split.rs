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

/// Fetches a chunk. It fails only where the backend cannot be reached, and may be tried again.
pub(super) async fn fetch(chunk: Chunk) -> Result<Parts, ApiError> {
    chunk_style::load().await.map_err(|_| ApiError::Offline)?;
    let parts = match chunk {
        Chunk::Overview => overview().await,
        Chunk::Compute => compute().await,
        Chunk::Network => network().await,
        Chunk::Profile => profile().await,
        Chunk::Administration => administration().await,
        Chunk::Docs => docs().await,
        Chunk::KeyTools => key_tools().await,
        Chunk::Elsewhere => elsewhere().await,
        Chunk::Session => session().await,
        Chunk::Access => access().await,
    };
    let parts = parts.map_err(|_| ApiError::Offline)?;
    THERE.with_borrow_mut(|there| there.push((chunk, parts)));
    Ok(parts)
}

#[wasm_split(overview, wasm_split_path = ::leptos::wasm_split, fallible)]
fn overview() -> Result<Parts, SplitLoaderError> {
    Ok(super::overview)
}

#[wasm_split(compute, wasm_split_path = ::leptos::wasm_split, fallible)]
fn compute() -> Result<Parts, SplitLoaderError> {
    Ok(super::compute)
}

#[wasm_split(network, wasm_split_path = ::leptos::wasm_split, fallible)]
fn network() -> Result<Parts, SplitLoaderError> {
    Ok(super::network)
}

#[wasm_split(profile, wasm_split_path = ::leptos::wasm_split, fallible)]
fn profile() -> Result<Parts, SplitLoaderError> {
    Ok(super::profile)
}

#[wasm_split(administration, wasm_split_path = ::leptos::wasm_split, fallible)]
fn administration() -> Result<Parts, SplitLoaderError> {
    Ok(super::administration)
}

#[wasm_split(docs, wasm_split_path = ::leptos::wasm_split, fallible)]
fn docs() -> Result<Parts, SplitLoaderError> {
    Ok(super::docs)
}

#[wasm_split(elsewhere, wasm_split_path = ::leptos::wasm_split, fallible)]
fn elsewhere() -> Result<Parts, SplitLoaderError> {
    Ok(super::elsewhere)
}

#[wasm_split(session, wasm_split_path = ::leptos::wasm_split, fallible)]
fn session() -> Result<Parts, SplitLoaderError> {
    Ok(super::session)
}

#[wasm_split(access, wasm_split_path = ::leptos::wasm_split, fallible)]
fn access() -> Result<Parts, SplitLoaderError> {
    Ok(super::access)
}

#[wasm_split(key_tools, wasm_split_path = ::leptos::wasm_split, fallible)]
fn key_tools() -> Result<Parts, SplitLoaderError> {
    Ok(super::tools)
}
