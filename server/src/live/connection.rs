use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use latchkey_contract::event::LiveEvent;
use latchkey_contract::session::{Account, Role};
use tokio::sync::watch;

use super::OpenStream;
use crate::store::authority::SessionAuthority;
use crate::store::events::{Audience, Replay, StoredEvent};
use crate::store::{Store, StoreError};

/// How often a stream looks by itself: a session's end must be noticed within a second, and another process may write
/// to the same database.
const LOOK_EVERY: Duration = Duration::from_millis(900);

/// Where a stream begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// With what happens from now on.
    Now,
    /// After this position.
    After(i64),
    /// At a position that cannot be read, so that events may have been missed.
    Unknown,
}

/// What is sent next.
#[derive(Clone, Debug, PartialEq)]
pub enum Frame {
    /// The stream is open; it can be resumed from this position even if nothing else is ever sent.
    Opened(i64),
    Event(StoredEvent),
    /// Sent once, before the stream closes. It has no position.
    SessionEnded,
}

/// One browser's stream. Reading it does not prolong the session.
pub struct Connection {
    store: Arc<dyn Store>,
    session: SessionAuthority,
    role: Role,
    audiences: Vec<Audience>,
    position: i64,
    committed: watch::Receiver<u64>,
    stopping: watch::Receiver<bool>,
    place: OpenStream,
    pending: VecDeque<Frame>,
    over: bool,
}

impl Connection {
    /// # Errors
    /// If the store cannot be read.
    pub async fn open(
        store: Arc<dyn Store>,
        stopping: watch::Receiver<bool>,
        (session, account): (SessionAuthority, &Account),
        place: OpenStream,
        start: Start,
    ) -> Result<Self, StoreError> {
        let committed = store.committed();
        let newest = store.newest_event().await?;
        let mut audiences = vec![Audience::User(account.id)];
        if account.is_administrator() {
            audiences.push(Audience::Administrators);
        } else if let Some(company) = &account.company {
            audiences.push(Audience::Company(company.id));
        }
        let (position, missed) = match start {
            Start::Now => (newest, false),
            Start::After(position) => (position, false),
            Start::Unknown => (newest, true),
        };
        let mut pending = VecDeque::from([Frame::Opened(position)]);
        if missed {
            pending.push_back(reset(newest));
        }
        let role = account.role;
        Ok(Self {
            store,
            session,
            role,
            audiences,
            position,
            committed,
            stopping,
            place,
            pending,
            over: false,
        })
    }

    /// What is to be sent next; `None` when the stream ends.
    pub async fn next(&mut self) -> Option<Frame> {
        loop {
            if let Some(frame) = self.pending.pop_front() {
                return Some(frame);
            }
            if self.over {
                return None;
            }
            if let Err(error) = self.look().await {
                tracing::error!(%error, "an event stream ends because the store failed");
                return None;
            }
            if self.pending.is_empty() && !self.over {
                self.wait().await;
            }
        }
    }

    async fn look(&mut self) -> Result<(), StoreError> {
        // What is committed from here on wakes the stream again.
        self.committed.borrow_and_update();
        let session = self.store.living_session(&self.session).await?;
        if session.is_none_or(|session| session.user.account.role != self.role) {
            self.pending.push_back(Frame::SessionEnded);
            self.over = true;
            return Ok(());
        }
        // Read before the events: whatever is committed between the two reads comes with the next look at the latest.
        let newest = self.store.newest_event().await?;
        if newest == self.position {
            return Ok(());
        }
        if newest < self.position {
            // The database was put back to an earlier state.
            self.reset_to(newest);
            return Ok(());
        }
        match self.store.events_after(self.position, &self.audiences).await? {
            Replay::TooOld => self.reset_to(newest),
            Replay::Events(events) => {
                self.position = events.last().map_or(newest, |last| last.id.max(newest));
                self.pending.extend(events.into_iter().map(Frame::Event));
            }
        }
        Ok(())
    }

    fn reset_to(&mut self, newest: i64) {
        self.position = newest;
        self.pending.push_back(reset(newest));
    }

    async fn wait(&mut self) {
        tokio::select! {
            () = stopped(&mut self.stopping) => self.over = true,
            () = self.place.closed() => self.over = true,
            _ = self.committed.changed() => {}
            () = tokio::time::sleep(LOOK_EVERY) => {}
        }
    }
}

async fn stopped(stopping: &mut watch::Receiver<bool>) {
    let _ = stopping.wait_for(|stopping| *stopping).await;
}

fn reset(position: i64) -> Frame {
    Frame::Event(StoredEvent { id: position, event: LiveEvent::Reset })
}
