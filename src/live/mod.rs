//! What happens while one looks: the backend's events, by one connection for all tabs of this browser.
//!
//! The tab that holds the Web Lock keeps the only `EventSource` and passes events on by `BroadcastChannel`.
//! Events say what changed, never a secret; whoever cares reads it again. Where the browser has no locks or
//! no channel, each tab listens by itself.

mod backoff;
mod leader;
mod message;
mod stream;

use std::cell::RefCell;
use std::rc::Rc;

use latchkey_contract::event::LiveEvent;
use leptos::prelude::*;
use uuid::Uuid;

use crate::platform::Handle;
use crate::platform::timer::Timers;

pub use leader::Leader;
pub use message::{Message, Said};
pub use stream::{Opener, browser_opener};

/// Whether events arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Connection {
    /// Nobody is signed in, or the first connection is being made.
    Idle,
    Open,
    /// The connection broke and is being made again.
    Lost,
}

/// The live connection. Take it from the context with [`use_live`].
#[derive(Clone, Copy)]
pub struct Live {
    inner: Handle<Inner>,
    connection: RwSignal<Connection>,
}

/// Told which account another window is signed in with.
type OnAccount = dyn Fn(Option<Uuid>);

struct Inner {
    timers: Timers,
    opener: Opener,
    leader: RefCell<Option<Rc<Leader>>>,
    readers: RefCell<Vec<(u32, Reader)>>,
    last_reader: std::cell::Cell<u32>,
    on_broken: RefCell<Option<Rc<dyn Fn()>>>,
    on_account: RefCell<Option<Rc<OnAccount>>>,
}

type Reader = Rc<dyn Fn(&LiveEvent)>;

/// The live connection of the context.
pub fn use_live() -> Live {
    expect_context()
}

impl Live {
    pub fn new(timers: Timers, opener: Opener) -> Self {
        let inner = Inner {
            timers,
            opener,
            leader: RefCell::default(),
            readers: RefCell::default(),
            last_reader: std::cell::Cell::new(0),
            on_broken: RefCell::default(),
            on_account: RefCell::default(),
        };
        Self { inner: Handle::new(Rc::new(inner)), connection: RwSignal::new(Connection::Idle) }
    }

    /// A connection without a backend, for tests and stories: feed it with [`Live::emit`].
    pub fn fake(timers: Timers) -> Self {
        Self::new(timers, Rc::new(|_, _| None))
    }

    pub fn connection(self) -> Signal<Connection> {
        self.connection.into()
    }

    /// Calls `act` on every event for as long as the current owner lives. On [`LiveEvent::Reset`] read
    /// everything again.
    pub fn on_event(self, act: impl Fn(&LiveEvent) + 'static) {
        let Some(inner) = self.inner.get() else { return };
        let id = inner.last_reader.get() + 1;
        inner.last_reader.set(id);
        inner.readers.borrow_mut().push((id, Rc::new(act)));
        on_cleanup(move || {
            if let Some(inner) = self.inner.get() {
                inner.readers.borrow_mut().retain(|(reader, _)| *reader != id);
            }
        });
    }

    /// Tells this tab's readers, as if it had come from the backend.
    pub fn emit(self, event: &LiveEvent) {
        let Some(inner) = self.inner.get() else { return };
        let readers: Vec<Reader> = inner.readers.borrow().iter().map(|(_, act)| Rc::clone(act)).collect();
        for act in readers {
            act(event);
        }
    }

    /// Listens for the events of `account`, in this tab or through another one.
    pub fn start(self, account: Uuid) {
        let Some(inner) = self.inner.get() else { return };
        if inner.leader.borrow().as_ref().is_some_and(|leader| leader.account() == account) {
            return;
        }
        self.stop();
        let leader =
            Leader::start(account, inner.timers, Rc::clone(&inner.opener), move |said| self.hear(said));
        *inner.leader.borrow_mut() = Some(leader);
    }

    pub fn stop(self) {
        let Some(inner) = self.inner.get() else { return };
        let leader = inner.leader.take();
        drop(leader);
        self.connection.set(Connection::Idle);
    }

    /// Tries to connect at once instead of waiting for its turn.
    pub fn retry_now(self) {
        if let Some(leader) = self.leader() {
            leader.retry_now();
        }
    }

    /// Tells the other tabs who is signed in now; `None` if nobody is.
    pub fn tell_account(self, account: Option<Uuid>) {
        if let Some(leader) = self.leader() {
            leader.say(&Message::Account { account });
        }
    }

    /// `act` is called when another tab said who is signed in now.
    pub fn on_account(self, act: impl Fn(Option<Uuid>) + 'static) {
        if let Some(inner) = self.inner.get() {
            *inner.on_account.borrow_mut() = Some(Rc::new(act));
        }
    }

    /// `act` is called each time the connection breaks or cannot be made: the session may be over, or the network gone.
    pub fn on_broken(self, act: impl Fn() + 'static) {
        if let Some(inner) = self.inner.get() {
            *inner.on_broken.borrow_mut() = Some(Rc::new(act));
        }
    }

    fn leader(self) -> Option<Rc<Leader>> {
        self.inner.get()?.leader.borrow().clone()
    }

    fn hear(self, said: Said) {
        let Some(inner) = self.inner.get() else { return };
        match said {
            Said::Event(event) => self.emit(&event),
            Said::Connection(connection) => {
                let before = self.connection.get_untracked();
                self.connection.set(connection);
                // Of a stream that cannot be opened again, only the tab that tries to learns.
                let is_news =
                    before != Connection::Lost || self.leader().is_some_and(|leader| leader.leads());
                if connection == Connection::Lost && is_news {
                    let act = inner.on_broken.borrow().clone();
                    if let Some(act) = act {
                        act();
                    }
                }
            }
            Said::Account(account) => {
                let act = inner.on_account.borrow().clone();
                if let Some(act) = act {
                    act(account);
                }
            }
        }
    }
}
