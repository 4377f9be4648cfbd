use std::cell::Cell;
use std::rc::Rc;

use latchkey_contract::session::UNATTENDED;

use crate::api::{Answer, Request, Transport};
use crate::platform::events::on_window;
use crate::platform::timer::Timers;

/// For how long after the reader's last act the page's calls are theirs, in milliseconds.
const LATELY: f64 = 60_000.0;

/// Stands before the backend and marks what the page asks for while nobody is at it. A live event makes a page read again,
/// and that must not prolong a session that nobody uses.
pub struct Attention {
    backend: Rc<dyn Transport>,
    timers: Timers,
    last_act: Rc<Cell<f64>>,
}

impl Attention {
    /// Notices what the reader does for as long as the current owner lives. Opening the page is an act, too.
    pub fn new(backend: Rc<dyn Transport>, timers: Timers) -> Self {
        let last_act = Rc::new(Cell::new(timers.now()));
        for act in ["pointerdown", "keydown"] {
            let last_act = Rc::clone(&last_act);
            on_window(act, move |_| last_act.set(timers.now()));
        }
        Self { backend, timers, last_act }
    }
}

impl Transport for Attention {
    fn send(&self, mut request: Request) -> Answer {
        if self.timers.now() - self.last_act.get() > LATELY {
            request.headers.push((UNATTENDED, "1".to_owned()));
        }
        self.backend.send(request)
    }
}
