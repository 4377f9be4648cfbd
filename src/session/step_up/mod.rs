//! Step-up: acts that touch a secret need a password given lately.

mod dialog;
#[cfg(feature = "stories")]
pub mod stories;
use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use futures_channel::oneshot;
use latchkey_contract::session::StepUp as Confirm;
use latchkey_contract::{Password, PlainSecret};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::CurrentSession;
use super::waiting::Waiting;
use crate::api::{Api, ApiError};
use crate::i18n::format::milliseconds;
use crate::platform::Handle;
use crate::platform::clipboard::{Clipboard, CopyOutcome};
use crate::platform::timer::Timers;

pub use dialog::StepUpDialog;

/// Time that an act may take on its way to the backend, in milliseconds.
const MARGIN_MS: f64 = 5_000.0;

/// Await it before calling the backend. Fails if the password was not the right one; the dialog has said so
/// already, and the act is begun anew with the next try.
pub type Ready = Pin<Box<dyn Future<Output = Result<(), ApiError>>>>;

type Begin = Rc<dyn Fn(Ready)>;

/// Asks for the password when an act needs it. Take it from the context with [`use_step_up`].
///
/// Calls through the guarded client need nothing of this: the dialog opens by itself and the call goes on.
/// Only an act that must start inside a click (a copy) goes through [`StepUp::in_click`].
#[derive(Clone, Copy)]
pub struct StepUp {
    /// Without the guard.
    api: Api,
    session: CurrentSession,
    timers: Timers,
    open: RwSignal<bool>,
    waiting: Waiting,
    begun: Handle<RefCell<Option<Begun>>>,
}

struct Begun {
    begin: Begin,
    given_up: Box<dyn FnOnce()>,
}

/// The step-up of the context.
pub fn use_step_up() -> StepUp {
    expect_context()
}

impl StepUp {
    /// `api` must not be guarded.
    pub fn new(api: Api, session: CurrentSession, timers: Timers) -> Self {
        let begun = Handle::new(Rc::default());
        Self { api, session, timers, open: RwSignal::new(false), waiting: Waiting::new(), begun }
    }

    /// Whether the password was given lately enough, as far as this tab knows.
    pub fn is_fresh(self) -> bool {
        let until = self
            .session
            .session()
            .with_untracked(|session| session.as_ref().map(|it| milliseconds(&it.stepped_up_until)));
        until.is_some_and(|until| until - MARGIN_MS > self.timers.now())
    }

    /// Whether the dialog is to be open.
    pub(crate) fn is_asking(self) -> Signal<bool> {
        self.open.into()
    }

    /// Opens the dialog and waits. `false` if the reader closed it.
    pub fn ask(self) -> impl Future<Output = bool> + 'static {
        let answer = self.waiting.wait();
        self.open.set(true);
        answer
    }

    /// Begins an act inside a click: inside this one if the password was given lately, else inside the one
    /// that confirms it. `given_up` is called if the reader closes the dialog.
    pub fn in_click(self, begin: impl Fn(Ready) + 'static, given_up: impl FnOnce() + 'static) {
        if self.is_fresh() {
            begin(Box::pin(async { Ok(()) }));
            return;
        }
        let begun = Begun { begin: Rc::new(begin), given_up: Box::new(given_up) };
        self.replace_begun(Some(begun));
        self.open.set(true);
    }

    /// Copies a secret that `fetch` brings, without showing it. Call it inside the click. Closing the dialog
    /// ends in an error that [`ApiError::is_step_up_required`].
    pub fn copy<F>(
        self,
        clipboard: Clipboard,
        fetch: impl Fn() -> F + 'static,
    ) -> Pin<Box<dyn Future<Output = Result<CopyOutcome, ApiError>>>>
    where
        F: Future<Output = Result<PlainSecret, ApiError>> + 'static,
    {
        if !clipboard.is_available() {
            return Box::pin(async { Ok(CopyOutcome::Unavailable) });
        }
        let (tell, told) = oneshot::channel();
        let tell = Rc::new(RefCell::new(Some(tell)));
        let fetch = Rc::new(fetch);
        let begin = move |ready: Ready| {
            let fetch = Rc::clone(&fetch);
            let confirmed = Rc::new(RefCell::new(true));
            let refused = Rc::clone(&confirmed);
            let copied = clipboard.copy_promise(async move {
                if let Err(error) = ready.await {
                    *refused.borrow_mut() = false;
                    return Err(error);
                }
                fetch().await
            });
            let tell = Rc::clone(&tell);
            spawn_local(async move {
                let copied = copied.await;
                // A wrong password is the dialog's affair: the copy is begun anew by the next try.
                if *confirmed.borrow()
                    && let Some(tell) = tell.borrow_mut().take()
                {
                    _ = tell.send(copied);
                }
            });
        };
        self.in_click(begin, || {});
        Box::pin(async move { told.await.unwrap_or_else(|_| Err(ApiError::step_up_required())) })
    }

    /// Called inside the click that confirms the password.
    fn confirm(self, password: Password, done: impl FnOnce(Option<ApiError>) + 'static) {
        let (tell, told) = oneshot::channel::<Result<(), ApiError>>();
        let begin =
            self.begun.get().and_then(|begun| begun.borrow().as_ref().map(|begun| Rc::clone(&begun.begin)));
        if let Some(begin) = begin {
            begin(Box::pin(async move { told.await.unwrap_or(Err(ApiError::Offline)) }));
        }
        spawn_local(async move {
            match self.api.step_up(&Confirm { password }).await {
                Ok(session) => {
                    self.session.set(session);
                    self.replace_begun(None);
                    self.open.try_set(false);
                    _ = tell.send(Ok(()));
                    self.waiting.answer(true);
                    done(None);
                }
                Err(error) => {
                    _ = tell.send(Err(error.clone()));
                    done(Some(error));
                }
            }
        });
    }

    pub(crate) fn give_up(self) {
        self.open.set(false);
        if let Some(begun) = self.replace_begun(None) {
            (begun.given_up)();
        }
        self.waiting.answer(false);
    }

    fn replace_begun(self, begun: Option<Begun>) -> Option<Begun> {
        let cell = self.begun.get()?;
        cell.replace(begun)
    }
}
