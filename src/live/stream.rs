use std::cell::{Cell, RefCell};
use std::rc::Rc;

use latchkey_contract::event::LiveEvent;

use super::backoff;
use crate::api::events;
use crate::json;
use crate::platform::event_source::{self, OpenStream, StreamNews};
use crate::platform::timer::{Timer, Timers};

/// Opens a stream at an address; a test puts its own in.
pub type Opener = Rc<dyn Fn(&str, Rc<dyn Fn(StreamNews)>) -> Option<Box<dyn OpenStream>>>;

/// `EventSource`.
pub fn browser_opener() -> Opener {
    Rc::new(event_source::open)
}

/// What the connection of this tab tells.
pub(super) enum Heard {
    Opened,
    Event { id: String, event: LiveEvent },
    Lost,
}

/// A connection that is made again whenever it breaks, resuming where it was. Closed on drop.
pub(super) struct Stream {
    timers: Timers,
    opener: Opener,
    tell: Box<dyn Fn(Heard)>,
    position: RefCell<Option<String>>,
    open: RefCell<Option<Box<dyn OpenStream>>>,
    failures: Cell<u32>,
    waiting: RefCell<Option<Timer>>,
}

impl Stream {
    pub(super) fn start(
        timers: Timers,
        opener: Opener,
        position: Option<String>,
        tell: impl Fn(Heard) + 'static,
    ) -> Rc<Self> {
        let stream = Rc::new(Self {
            timers,
            opener,
            tell: Box::new(tell),
            position: RefCell::new(position),
            open: RefCell::default(),
            failures: Cell::new(0),
            waiting: RefCell::default(),
        });
        stream.connect();
        stream
    }

    /// Connects at once if it is not connected.
    pub(super) fn retry_now(self: &Rc<Self>) {
        let waiting = self.waiting.take();
        if let Some(waiting) = waiting {
            waiting.cancel();
            self.connect();
        }
    }

    fn connect(self: &Rc<Self>) {
        let address = events::address(self.position.borrow().as_deref());
        let weak = Rc::downgrade(self);
        let opened = (self.opener)(
            &address,
            Rc::new(move |news| {
                if let Some(stream) = weak.upgrade() {
                    stream.hear(news);
                }
            }),
        );
        *self.open.borrow_mut() = opened;
    }

    fn hear(self: &Rc<Self>, news: StreamNews) {
        match news {
            StreamNews::Opened => {
                self.failures.set(0);
                (self.tell)(Heard::Opened);
                // Whatever happened between the page's first reading and now was told to nobody.
                if self.position.borrow().is_none() {
                    (self.tell)(Heard::Event { id: String::new(), event: LiveEvent::Reset });
                }
            }
            StreamNews::Message { id, data } => {
                if !id.is_empty() {
                    *self.position.borrow_mut() = Some(id.clone());
                }
                let event = json::read(&data).unwrap_or(LiveEvent::Unknown);
                (self.tell)(Heard::Event { id, event });
            }
            StreamNews::Lost => self.wait(),
        }
    }

    fn wait(self: &Rc<Self>) {
        self.failures.set(self.failures.get() + 1);
        let weak = Rc::downgrade(self);
        let again = self.timers.after(backoff::wait_ms(self.failures.get()), move || {
            if let Some(stream) = weak.upgrade() {
                stream.waiting.take();
                stream.connect();
            }
        });
        *self.waiting.borrow_mut() = Some(again);
        (self.tell)(Heard::Lost);
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        if let Some(waiting) = self.waiting.take() {
            waiting.cancel();
        }
    }
}
