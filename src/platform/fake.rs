//! Stand-ins for the browser in tests and stories.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use latchkey_contract::PlainSecret;

use super::clipboard::{Clipboard, ClipboardAccess, CopyOutcome, LocalFuture};
use super::timer::{Clock, Timers};

/// A clock that stands still until it is told to go on.
#[derive(Clone, Default)]
pub struct FakeClock(Rc<FakeClockState>);

#[derive(Default)]
struct FakeClockState {
    now: Cell<f64>,
    last: Cell<u32>,
    pending: RefCell<Vec<FakeCall>>,
}

struct FakeCall {
    id: u32,
    at: f64,
    act: Box<dyn FnOnce()>,
}

impl FakeClock {
    /// Milliseconds since 1970.
    pub fn at(now: f64) -> Self {
        let clock = Self::default();
        clock.0.now.set(now);
        clock
    }

    pub fn timers(&self) -> Timers {
        Timers::new(Rc::new(self.clone()))
    }

    /// Lets `ms` pass and calls, in order, what was to happen in that time.
    pub fn advance(&self, ms: u32) {
        let until = self.0.now.get() + f64::from(ms);
        while let Some(call) = self.next_before(until) {
            self.0.now.set(call.at);
            (call.act)();
        }
        self.0.now.set(until);
    }

    /// How many calls are still to come.
    pub fn pending(&self) -> usize {
        self.0.pending.borrow().len()
    }

    fn next_before(&self, until: f64) -> Option<FakeCall> {
        let mut pending = self.0.pending.borrow_mut();
        let next = pending
            .iter()
            .enumerate()
            .filter(|(_, call)| call.at <= until)
            .min_by(|(_, a), (_, b)| a.at.total_cmp(&b.at).then(a.id.cmp(&b.id)))
            .map(|(index, _)| index)?;
        Some(pending.remove(next))
    }
}

impl Clock for FakeClock {
    fn now(&self) -> f64 {
        self.0.now.get()
    }

    fn call_after(&self, ms: u32, act: Box<dyn FnOnce()>) -> u32 {
        let id = self.0.last.get() + 1;
        self.0.last.set(id);
        let at = self.0.now.get() + f64::from(ms);
        self.0.pending.borrow_mut().push(FakeCall { id, at, act });
        id
    }

    fn cancel(&self, id: u32) {
        self.0.pending.borrow_mut().retain(|call| call.id != id);
    }
}

/// A clipboard that remembers what was written to it, or refuses, or is not there.
#[derive(Clone)]
pub struct FakeClipboard(Rc<FakeClipboardState>);

struct FakeClipboardState {
    outcome: Cell<CopyOutcome>,
    written: RefCell<Option<String>>,
    writes_begun: Cell<u32>,
}

impl FakeClipboard {
    /// A clipboard with which every copy ends in `outcome`.
    pub fn that(outcome: CopyOutcome) -> Self {
        let written = RefCell::default();
        Self(Rc::new(FakeClipboardState { outcome: Cell::new(outcome), written, writes_begun: Cell::new(0) }))
    }

    pub fn clipboard(&self) -> Clipboard {
        Clipboard::new(Rc::new(self.clone()))
    }

    /// What was copied last.
    pub fn text(&self) -> Option<String> {
        self.0.written.borrow().clone()
    }

    /// How many writes were begun, whatever became of them; a write must begin inside the click.
    pub fn writes_begun(&self) -> u32 {
        self.0.writes_begun.get()
    }

    fn begin(&self) {
        self.0.writes_begun.set(self.0.writes_begun.get() + 1);
    }

    fn put(&self, text: &str) -> CopyOutcome {
        if self.0.outcome.get() == CopyOutcome::Done {
            *self.0.written.borrow_mut() = Some(text.to_owned());
        }
        self.0.outcome.get()
    }
}

impl ClipboardAccess for FakeClipboard {
    fn is_available(&self) -> bool {
        self.0.outcome.get() != CopyOutcome::Unavailable
    }

    fn write_text(&self, text: &str) -> LocalFuture<CopyOutcome> {
        self.begin();
        let copied = self.put(text);
        Box::pin(async move { copied })
    }

    fn write_promise(&self, text: LocalFuture<Option<PlainSecret>>) -> LocalFuture<CopyOutcome> {
        self.begin();
        let this = self.clone();
        Box::pin(async move {
            match text.await {
                Some(text) => this.put(text.expose()),
                None => CopyOutcome::Refused,
            }
        })
    }
}
