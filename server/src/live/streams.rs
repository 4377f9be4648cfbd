use std::collections::{HashMap, VecDeque};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::oneshot;
use uuid::Uuid;

/// The open streams of every session. A session may have a few; one more closes its oldest.
#[derive(Default)]
pub struct Streams {
    open: Mutex<HashMap<Uuid, VecDeque<Slot>>>,
    next: AtomicU64,
}

struct Slot {
    number: u64,
    /// Dropping it closes the stream.
    _keep: oneshot::Sender<()>,
}

/// A stream's place among its session's streams, given back on drop.
pub struct OpenStream {
    streams: Arc<Streams>,
    session: Uuid,
    number: u64,
    closed: oneshot::Receiver<()>,
}

impl Streams {
    /// Streams that one session may have at a time. A browser allows six connections an origin over HTTP/1.1.
    pub const PER_SESSION: usize = 8;

    pub fn open(self: &Arc<Self>, session: Uuid) -> OpenStream {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let (keep, closed) = oneshot::channel();
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let slots = open.entry(session).or_default();
        slots.push_back(Slot { number, _keep: keep });
        if slots.len() > Self::PER_SESSION {
            slots.pop_front();
        }
        OpenStream { streams: self.clone(), session, number, closed }
    }

    /// How many streams are open now.
    pub fn count(&self) -> usize {
        self.open.lock().unwrap_or_else(PoisonError::into_inner).values().map(VecDeque::len).sum()
    }
}

impl OpenStream {
    /// Waits until a newer stream of the session needs this one's place.
    pub async fn closed(&mut self) {
        let _ = (&mut self.closed).await;
    }
}

impl Drop for OpenStream {
    fn drop(&mut self) {
        let mut open = self.streams.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(slots) = open.get_mut(&self.session) {
            slots.retain(|slot| slot.number != self.number);
            if slots.is_empty() {
                open.remove(&self.session);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_oldest_stream_gives_way_and_places_are_given_back() {
        let streams = Arc::new(Streams::default());
        let session = Uuid::from_u128(1);
        let mut open: Vec<_> = (0..=Streams::PER_SESSION).map(|_| streams.open(session)).collect();
        assert_eq!(streams.count(), Streams::PER_SESSION);
        open[0].closed().await;
        assert!(open[1].closed.try_recv().is_err_and(|error| error == oneshot::error::TryRecvError::Empty));
        drop(open);
        assert_eq!(streams.count(), 0);
    }
}
