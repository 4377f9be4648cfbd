use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use latchkey_contract::event::LiveEvent;
use uuid::Uuid;

use super::stream::{Heard, Stream};
use super::{Connection, Message, Opener, Said};
use crate::json;
use crate::platform::broadcast::Channel;
use crate::platform::locks::{self, Lock};
use crate::platform::timer::Timers;

/// Name of the channel between the tabs.
const CHANNEL: &str = "latchkey";

/// This tab's part in sharing the one connection of an account: it leads, or it listens and waits to lead.
/// Dropping it gives the lead to the next tab.
pub struct Leader {
    account: Uuid,
    timers: Timers,
    opener: Opener,
    hear: Box<dyn Fn(Said)>,
    position: RefCell<Option<String>>,
    stream: RefCell<Option<Rc<Stream>>>,
    channel: RefCell<Option<Channel>>,
    lock: RefCell<Option<Lock>>,
    open: Cell<bool>,
}

impl Leader {
    pub fn start(account: Uuid, timers: Timers, opener: Opener, hear: impl Fn(Said) + 'static) -> Rc<Self> {
        let leader = Rc::new(Self {
            account,
            timers,
            opener,
            hear: Box::new(hear),
            position: RefCell::default(),
            stream: RefCell::default(),
            channel: RefCell::default(),
            lock: RefCell::default(),
            open: Cell::new(false),
        });
        let others = Rc::downgrade(&leader);
        *leader.channel.borrow_mut() = Channel::open(CHANNEL, move |text| {
            with(&others, |leader| leader.hear_other(&text));
        });
        leader.say(&Message::Hello { account });
        if !leader.stand_in_line() {
            leader.lead();
        }
        leader
    }

    pub fn account(&self) -> Uuid {
        self.account
    }

    /// Whether this tab keeps the connection.
    pub fn leads(&self) -> bool {
        self.stream.borrow().is_some()
    }

    /// Says something to the other tabs.
    pub fn say(&self, message: &Message) {
        if let (Some(channel), Ok(text)) = (&*self.channel.borrow(), serde_json::to_string(message)) {
            channel.say(&text);
        }
    }

    pub fn retry_now(&self) {
        let stream = self.stream.borrow().clone();
        if let Some(stream) = stream {
            stream.retry_now();
        }
    }

    /// `false` where tabs cannot share: each has to listen by itself.
    fn stand_in_line(self: &Rc<Self>) -> bool {
        if self.channel.borrow().is_none() {
            return false;
        }
        let weak = Rc::downgrade(self);
        let lock = locks::request(&format!("latchkey-live-{}", self.account), move || {
            with(&weak, |leader| leader.lead());
        });
        let waits = lock.is_some();
        *self.lock.borrow_mut() = lock;
        waits
    }

    fn lead(self: &Rc<Self>) {
        let weak = Rc::downgrade(self);
        let position = self.position.borrow().clone();
        let stream = Stream::start(self.timers, Rc::clone(&self.opener), position, move |heard| {
            with(&weak, |leader| leader.hear_stream(heard));
        });
        *self.stream.borrow_mut() = Some(stream);
    }

    fn hear_stream(&self, heard: Heard) {
        let account = self.account;
        match heard {
            Heard::Opened => self.connected(true),
            Heard::Lost => self.connected(false),
            Heard::Event { id, event } => {
                self.say(&Message::Event { account, id: id.clone(), event: event.clone() });
                self.take(id, event);
            }
        }
    }

    fn connected(&self, open: bool) {
        self.open.set(open);
        self.say(&Message::Connected { account: self.account, open });
        (self.hear)(Said::Connection(if open { Connection::Open } else { Connection::Lost }));
    }

    fn hear_other(&self, text: &str) {
        match json::read(text) {
            Some(Message::Event { account, id, event }) if account == self.account => self.take(id, event),
            Some(Message::Connected { account, open }) if account == self.account && !self.leads() => {
                (self.hear)(Said::Connection(if open { Connection::Open } else { Connection::Lost }));
            }
            Some(Message::Hello { account }) if account == self.account && self.leads() => {
                self.say(&Message::Connected { account, open: self.open.get() });
            }
            Some(Message::Account { account }) => (self.hear)(Said::Account(account)),
            // Another account's, or of another version of the app.
            _ => {}
        }
    }

    fn take(&self, id: String, event: LiveEvent) {
        if !id.is_empty() {
            *self.position.borrow_mut() = Some(id);
        }
        (self.hear)(Said::Event(event));
    }
}

fn with(leader: &Weak<Leader>, act: impl FnOnce(&Rc<Leader>)) {
    if let Some(leader) = leader.upgrade() {
        act(&leader);
    }
}
