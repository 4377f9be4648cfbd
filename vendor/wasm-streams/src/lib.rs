//! Stands in for wasm-streams. Leptos's server functions stream with it, and what it offers to scripts for that cannot be
//! dropped by the linker: 3 kB for everybody, although Latchkey calls a REST API and has no server functions. Whoever
//! adds one must take this crate out of `[patch.crates-io]`: here a stream only says that it is not there.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::JsValue;

const NOT_HERE: &str = "streams are not part of this app: see vendor/wasm-streams";

/// A stream that is not there.
#[derive(Debug)]
pub struct ReadableStream;

impl ReadableStream {
    pub fn from_raw(_: web_sys::ReadableStream) -> Self {
        Self
    }

    pub fn from_stream<S: Stream<Item = Result<JsValue, JsValue>> + 'static>(_: S) -> Self {
        Self
    }

    /// Throws: there is none.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        wasm_bindgen::throw_str(NOT_HERE)
    }

    /// A stream of one error.
    pub fn into_stream(self) -> NoStream {
        NoStream(Some(JsValue::from_str(NOT_HERE)))
    }
}

/// Says once that it is not there, then ends.
#[derive(Debug)]
pub struct NoStream(Option<JsValue>);

impl Stream for NoStream {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.take().map(Err))
    }
}
