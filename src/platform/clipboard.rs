//! The clipboard. A write must start inside the click that asked for it: Safari forgets the click while a
//! fetch is under way. So what is written may be a promise.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Promise, Reflect};
use latchkey_contract::PlainSecret;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use super::Handle;

/// How a copy ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyOutcome {
    /// It is on the clipboard.
    Done,
    /// The browser or the reader said no: show the text, select it, and say "Press Ctrl+C".
    Refused,
    /// There is no clipboard here (plain http on a network, an old browser): do the same.
    Unavailable,
}

pub type LocalFuture<T> = Pin<Box<dyn Future<Output = T>>>;

/// What a clipboard can do; the browser's own, or a test's.
pub trait ClipboardAccess {
    fn is_available(&self) -> bool;
    /// Starts to write at once.
    fn write_text(&self, text: &str) -> LocalFuture<CopyOutcome>;
    /// Starts to write at once; `None` gives the write up.
    fn write_promise(&self, text: LocalFuture<Option<PlainSecret>>) -> LocalFuture<CopyOutcome>;
}

/// The clipboard in use. Take it from the context with [`use_clipboard`].
#[derive(Clone, Copy)]
pub struct Clipboard(Handle<dyn ClipboardAccess>);

impl Clipboard {
    pub fn new(access: Rc<dyn ClipboardAccess>) -> Self {
        Self(Handle::new(access))
    }

    pub fn browser() -> Self {
        Self::new(Rc::new(BrowserClipboard))
    }

    /// Whether copying can be tried at all.
    pub fn is_available(self) -> bool {
        self.0.get().is_some_and(|access| access.is_available())
    }

    /// Call it inside a click; the write starts before this returns.
    pub fn copy_text(self, text: &str) -> LocalFuture<CopyOutcome> {
        match self.0.get() {
            Some(access) if access.is_available() => access.write_text(text),
            _ => Box::pin(async { CopyOutcome::Unavailable }),
        }
    }

    /// Call it inside a click; the write starts before this returns and waits for `secret`. Where there is no
    /// clipboard `secret` is not even begun. An error of `secret` is handed through.
    pub fn copy_promise<E: 'static>(
        self,
        secret: impl Future<Output = Result<PlainSecret, E>> + 'static,
    ) -> LocalFuture<Result<CopyOutcome, E>> {
        let Some(access) = self.0.get().filter(|access| access.is_available()) else {
            return Box::pin(async { Ok(CopyOutcome::Unavailable) });
        };
        let failure = Rc::new(RefCell::new(None));
        let failed = Rc::clone(&failure);
        let copied = access.write_promise(Box::pin(async move {
            match secret.await {
                Ok(secret) => Some(secret),
                Err(error) => {
                    *failed.borrow_mut() = Some(error);
                    None
                }
            }
        }));
        Box::pin(async move {
            let copied = copied.await;
            match failure.borrow_mut().take() {
                Some(error) => Err(error),
                None => Ok(copied),
            }
        })
    }
}

/// The clipboard of the context, the browser's own where there is none.
pub fn use_clipboard() -> Clipboard {
    use_context().unwrap_or_else(Clipboard::browser)
}

struct BrowserClipboard;

impl ClipboardAccess for BrowserClipboard {
    fn is_available(&self) -> bool {
        // Outside a secure context `navigator.clipboard` is not there, whatever its type says.
        window().is_secure_context() && !JsValue::from(window().navigator().clipboard()).is_undefined()
    }

    fn write_text(&self, text: &str) -> LocalFuture<CopyOutcome> {
        let written = window().navigator().clipboard().write_text(text);
        Box::pin(outcome(written))
    }

    fn write_promise(&self, text: LocalFuture<Option<PlainSecret>>) -> LocalFuture<CopyOutcome> {
        let Some(constructor) = item_constructor() else {
            return Box::pin(async move {
                match text.await {
                    Some(text) => outcome(window().navigator().clipboard().write_text(text.expose())).await,
                    None => CopyOutcome::Refused,
                }
            });
        };
        let content = future_to_promise(async move {
            let text = text.await.ok_or(JsValue::NULL)?;
            plain_text(text.expose())
        });
        let written = item_with(&constructor, content).map(|item| {
            let items = Array::of1(&item);
            window().navigator().clipboard().write(&items)
        });
        Box::pin(async move {
            match written {
                Ok(written) => outcome(written).await,
                Err(_) => CopyOutcome::Refused,
            }
        })
    }
}

async fn outcome(written: Promise) -> CopyOutcome {
    match JsFuture::from(written).await {
        Ok(_) => CopyOutcome::Done,
        Err(_) => CopyOutcome::Refused,
    }
}

fn item_constructor() -> Option<Function> {
    Reflect::get(&js_sys::global(), &"ClipboardItem".into()).ok()?.dyn_into().ok()
}

fn item_with(constructor: &Function, content: Promise) -> Result<JsValue, JsValue> {
    let formats = Object::new();
    Reflect::set(&formats, &"text/plain".into(), &content)?;
    Reflect::construct(constructor, &Array::of1(&formats))
}

// A promise of a plain string is not understood by every browser that takes a promise of a blob.
fn plain_text(text: &str) -> Result<JsValue, JsValue> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type("text/plain");
    let parts = Array::of1(&text.into());
    web_sys::Blob::new_with_str_sequence_and_options(&parts, &options).map(Into::into)
}
