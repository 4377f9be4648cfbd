//! Server-sent events. Opened, listened to, closed on drop; when to try again is the caller's to decide.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventSource, MessageEvent};

/// What a stream tells its reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StreamNews {
    Opened,
    /// `id` is the position to resume from; empty if the event carried none.
    Message {
        id: String,
        data: String,
    },
    /// The stream is over; it does not come back by itself.
    Lost,
}

/// Something that ends when dropped.
pub trait OpenStream {}

/// Opens the stream at `url`.
pub fn open(url: &str, tell: Rc<dyn Fn(StreamNews)>) -> Option<Box<dyn OpenStream>> {
    let source = EventSource::new(url).ok()?;
    let on_open = {
        let tell = Rc::clone(&tell);
        Closure::<dyn FnMut(Event)>::new(move |_| tell(StreamNews::Opened))
    };
    let on_message = {
        let tell = Rc::clone(&tell);
        Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(data) = event.data().as_string() {
                tell(StreamNews::Message { id: event.last_event_id(), data });
            }
        })
    };
    let on_error = {
        let source = source.clone();
        Closure::<dyn FnMut(Event)>::new(move |_| {
            // The browser would try again on its own, every few seconds and for ever.
            source.close();
            tell(StreamNews::Lost);
        })
    };
    source.set_onopen(Some(on_open.as_ref().unchecked_ref()));
    source.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    source.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    Some(Box::new(BrowserStream { source, _on_open: on_open, _on_message: on_message, _on_error: on_error }))
}

struct BrowserStream {
    source: EventSource,
    _on_open: Closure<dyn FnMut(Event)>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(Event)>,
}

impl OpenStream for BrowserStream {}

impl Drop for BrowserStream {
    fn drop(&mut self) {
        self.source.set_onopen(None);
        self.source.set_onmessage(None);
        self.source.set_onerror(None);
        self.source.close();
    }
}
