use std::cell::RefCell;
use std::rc::Rc;

use futures_channel::oneshot;

use crate::platform::Handle;

/// Calls that wait for a dialog to be answered.
#[derive(Clone, Copy)]
pub(super) struct Waiting(Handle<RefCell<Vec<oneshot::Sender<bool>>>>);

impl Waiting {
    pub(super) fn new() -> Self {
        Self(Handle::new(Rc::default()))
    }

    /// Whether to go on.
    pub(super) fn wait(self) -> impl Future<Output = bool> + 'static {
        let (tell, told) = oneshot::channel();
        if let Some(waiting) = self.0.get() {
            waiting.borrow_mut().push(tell);
        }
        async move { told.await.unwrap_or(false) }
    }

    pub(super) fn answer(self, go_on: bool) {
        let waiting = self.0.get().map(|waiting| waiting.take()).unwrap_or_default();
        for call in waiting {
            _ = call.send(go_on);
        }
    }
}
