use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tokio::sync::{mpsc, oneshot};
use tokio::time::{MissedTickBehavior, interval};

use super::telling::Telling;
use crate::store::StoreError;
use crate::store::api_calls::{ApiCall, ApiCalls};

/// How often what was handed in is written: what a crash can lose.
const EVERY: Duration = Duration::from_secs(1);
/// Calls that are written in one transaction: acts wait only as long as that takes.
const BATCH: usize = 500;
const TOO_MANY_REQUESTS: u16 = 429;

/// Takes calls out of the buffer and writes them.
pub struct CallWriter {
    buffer: mpsc::Receiver<ApiCall>,
    /// Taken out of the buffer and not yet written.
    batch: Vec<ApiCall>,
    /// When the last of the batch was handed in, by the clock on the wall (UTC milliseconds).
    handed_in: i64,
    telling: Telling,
    dropped: Arc<AtomicU64>,
    /// How many of the dropped calls the log was told of.
    told: u64,
}

impl CallWriter {
    pub(super) fn new(buffer: mpsc::Receiver<ApiCall>, dropped: Arc<AtomicU64>) -> Self {
        Self {
            buffer,
            batch: Vec::with_capacity(BATCH),
            handed_in: 0,
            telling: Telling::default(),
            dropped,
            told: 0,
        }
    }

    /// Writes every second until `finish` is sent or gone, and then what is left.
    pub async fn run(mut self, store: Arc<dyn ApiCalls>, mut finish: oneshot::Receiver<()>) {
        let mut seconds = interval(EVERY);
        seconds.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                _ = &mut finish => break,
                _ = seconds.tick() => self.write(&*store).await,
            }
        }
        self.buffer.close();
        self.telling.end_rests();
        self.write(&*store).await;
        let lost = self.batch.len() + self.buffer.len();
        if lost > 0 {
            tracing::error!(lost, "calls made with keys were not recorded");
        }
    }

    /// Writes all that was handed in, and tells owners of it. What the store refuses is kept for the next time.
    pub async fn write(&mut self, store: &dyn ApiCalls) {
        self.log_dropped();
        if let Err(error) = self.record(store).await {
            tracing::error!(%error, "calls made with keys were not recorded; this is tried again in a second");
            return;
        }
        let due = self.telling.due();
        if due.is_empty() {
            return;
        }
        match store.tell_of_use(&due).await {
            Ok(()) => self.telling.told(&due),
            Err(error) => {
                tracing::error!(%error, "owners were not told of the use of their keys; this is tried again")
            }
        }
    }

    async fn record(&mut self, store: &dyn ApiCalls) -> Result<(), StoreError> {
        loop {
            self.take();
            if self.batch.is_empty() {
                return Ok(());
            }
            store.record_calls(&self.batch, self.handed_in).await?;
            self.telling.used(&self.batch);
            self.batch.clear();
        }
    }

    fn take(&mut self) {
        while self.batch.len() < BATCH
            && let Ok(call) = self.buffer.try_recv()
        {
            self.add(call);
        }
    }

    /// Calls that were held back cost their caller nothing, so they must not fill the disk: alike ones become one.
    fn add(&mut self, call: ApiCall) {
        self.handed_in = call.at.saturating_add(call.duration_ms.into());
        let alike = (call.status == TOO_MANY_REQUESTS)
            .then(|| self.batch.iter_mut().rev().find(|known| is_alike(known, &call)))
            .flatten();
        match alike {
            Some(known) => {
                known.times = known.times.saturating_add(call.times);
                known.at = call.at;
            }
            None => self.batch.push(call),
        }
    }

    fn log_dropped(&mut self) {
        let dropped = self.dropped.load(Ordering::Relaxed);
        if dropped > self.told {
            tracing::warn!(dropped = dropped - self.told, "calls came faster than they can be recorded");
            self.told = dropped;
        }
    }
}

fn is_alike(one: &ApiCall, other: &ApiCall) -> bool {
    let key = |call: &ApiCall| (call.credential_id, call.status, call.address, call.method);
    key(one) == key(other) && one.route == other.route
}
