use std::collections::{HashMap, VecDeque};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::oneshot;
use uuid::Uuid;

/// The open streams of every account. A session may have a few, and an account not many more; one more closes the oldest.
#[derive(Default)]
pub struct Streams {
    open: Mutex<HashMap<Uuid, VecDeque<Slot>>>,
    next: AtomicU64,
}

struct Slot {
    number: u64,
    session: Uuid,
    /// Dropping it closes the stream.
    _keep: oneshot::Sender<()>,
}

/// A stream's place among its account's streams, given back on drop.
pub struct OpenStream {
    streams: Arc<Streams>,
    account: Uuid,
    number: u64,
    closed: oneshot::Receiver<()>,
}

impl Streams {
    /// Streams that one session may have at a time. A browser allows six connections an origin over HTTP/1.1.
    pub const PER_SESSION: usize = 8;
    /// Streams that all sessions of an account may have at a time: one for each of twenty browsers, and then some.
    pub const PER_ACCOUNT: usize = 32;

    pub fn open(self: &Arc<Self>, account: Uuid, session: Uuid) -> OpenStream {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let (keep, closed) = oneshot::channel();
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let slots = open.entry(account).or_default();
        slots.push_back(Slot { number, session, _keep: keep });
        if slots.iter().filter(|slot| slot.session == session).count() > Self::PER_SESSION
            && let Some(oldest) = slots.iter().position(|slot| slot.session == session)
        {
            slots.remove(oldest);
        }
        if slots.len() > Self::PER_ACCOUNT {
            slots.pop_front();
        }
        OpenStream { streams: self.clone(), account, number, closed }
    }

    /// How many streams are open now.
    pub fn count(&self) -> usize {
        self.open.lock().unwrap_or_else(PoisonError::into_inner).values().map(VecDeque::len).sum()
    }
}

impl OpenStream {
    /// Waits until a newer stream of the session or the account needs this one's place.
    pub async fn closed(&mut self) {
        let _ = (&mut self.closed).await;
    }
}

impl Drop for OpenStream {
    fn drop(&mut self) {
        let mut open = self.streams.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(slots) = open.get_mut(&self.account) {
            slots.retain(|slot| slot.number != self.number);
            if slots.is_empty() {
                open.remove(&self.account);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACCOUNT: Uuid = Uuid::from_u128(1);

    fn is_open(stream: &mut OpenStream) -> bool {
        stream.closed.try_recv().is_err_and(|error| error == oneshot::error::TryRecvError::Empty)
    }

    #[tokio::test]
    async fn the_oldest_stream_gives_way_and_places_are_given_back() {
        let streams = Arc::new(Streams::default());
        let session = Uuid::from_u128(2);
        let mut other = streams.open(ACCOUNT, Uuid::from_u128(3));
        let mut open: Vec<_> = (0..=Streams::PER_SESSION).map(|_| streams.open(ACCOUNT, session)).collect();
        assert_eq!(streams.count(), Streams::PER_SESSION + 1);
        open[0].closed().await;
        assert!(is_open(&mut open[1]) && is_open(&mut other));
        drop((open, other));
        assert_eq!(streams.count(), 0);
    }

    #[tokio::test]
    async fn an_account_has_no_more_streams_than_that_in_all_its_sessions() {
        let streams = Arc::new(Streams::default());
        let mut open: Vec<_> = (0..=Streams::PER_ACCOUNT as u128)
            .map(|number| streams.open(ACCOUNT, Uuid::from_u128(10 + number)))
            .collect();
        assert_eq!(streams.count(), Streams::PER_ACCOUNT);
        open[0].closed().await;
        assert!(is_open(&mut open[1]));
        let mut of_another = streams.open(Uuid::from_u128(2), Uuid::from_u128(3));
        assert!(is_open(&mut open[1]) && is_open(&mut of_another));
    }
}
