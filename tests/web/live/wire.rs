//! Connections that a test holds in its hand.

use std::cell::RefCell;
use std::rc::Rc;

use latchkey::live::Opener;
use latchkey::platform::event_source::{OpenStream, StreamNews};

/// Everything that was opened, in order, and whether it still is.
#[derive(Clone, Default)]
pub(super) struct Wires(Rc<RefCell<Vec<Wire>>>);

struct Wire {
    address: String,
    tell: Rc<dyn Fn(StreamNews)>,
    open: Rc<RefCell<bool>>,
}

struct Closing(Rc<RefCell<bool>>);

impl OpenStream for Closing {}

impl Drop for Closing {
    fn drop(&mut self) {
        *self.0.borrow_mut() = false;
    }
}

impl Wires {
    pub(super) fn opener(&self) -> Opener {
        let wires = Rc::clone(&self.0);
        Rc::new(move |address, tell| {
            let open = Rc::new(RefCell::new(true));
            wires.borrow_mut().push(Wire { address: address.to_owned(), tell, open: Rc::clone(&open) });
            Some(Box::new(Closing(open)))
        })
    }

    pub(super) fn addresses(&self) -> Vec<String> {
        self.0.borrow().iter().map(|wire| wire.address.clone()).collect()
    }

    /// How many are open.
    pub(super) fn open(&self) -> usize {
        self.0.borrow().iter().filter(|wire| *wire.open.borrow()).count()
    }

    /// Something arrives on the latest.
    pub(super) fn tell(&self, news: StreamNews) {
        let tell = Rc::clone(&self.0.borrow().last().unwrap().tell);
        tell(news);
    }

    pub(super) fn event(&self, id: &str, data: &str) {
        self.tell(StreamNews::Message { id: id.to_owned(), data: data.to_owned() });
    }
}
