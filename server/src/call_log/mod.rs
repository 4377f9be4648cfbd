//! The record of calls that scripts make: a bounded buffer in memory, written to the store in batches by one task, so that
//! no answer waits for the database. A crash loses what the last second brought.

mod telling;
mod writer;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use tokio::sync::mpsc;

use crate::store::api_calls::ApiCall;

pub use writer::CallWriter;

/// Calls that may wait to be written.
pub const BUFFERED: usize = 10_000;

/// Where calls are handed in.
pub struct CallLog {
    buffer: mpsc::Sender<ApiCall>,
    dropped: Arc<AtomicU64>,
}

impl CallLog {
    /// A log whose buffer holds `capacity` calls, and the one who writes them.
    pub fn new(capacity: usize) -> (Self, CallWriter) {
        let (buffer, calls) = mpsc::channel(capacity);
        let dropped = Arc::new(AtomicU64::new(0));
        (Self { buffer, dropped: dropped.clone() }, CallWriter::new(calls, dropped))
    }

    /// Hands a call in. Never waits: when the buffer is full the call is dropped and counted.
    pub fn record(&self, call: ApiCall) {
        if self.buffer.try_send(call).is_err() {
            self.dropped.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// How many calls were dropped since the start.
    pub fn dropped(&self) -> u64 {
        self.dropped.load(Ordering::Relaxed)
    }
}

#[cfg(test)]
mod tests;
