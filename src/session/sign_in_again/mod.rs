//! The session ended while somebody was at work: ask for the password over the page, and go on.

#[cfg(feature = "stories")]
pub mod stories;

use latchkey_contract::session::Session;
use leptos::prelude::*;
use uuid::Uuid;

use super::waiting::Waiting;
use super::{CurrentSession, SignInForm};
use crate::components::Dialog;
use crate::live::Live;
use crate::text;

/// Has the reader sign in again. Nothing typed on the page is lost, unless another user signs in.
#[derive(Clone, Copy)]
pub struct SignInAgain {
    session: CurrentSession,
    live: Live,
    open: RwSignal<bool>,
    waiting: Waiting,
}

impl SignInAgain {
    pub fn new(session: CurrentSession, live: Live) -> Self {
        Self { session, live, open: RwSignal::new(false), waiting: Waiting::new() }
    }

    /// Whether the dialog is to be open.
    pub(crate) fn is_asking(self) -> Signal<bool> {
        self.open.into()
    }

    /// Opens the dialog and waits. `false` if the call must not go on: the dialog was closed, or another user
    /// signed in.
    pub fn ask(self) -> impl Future<Output = bool> + 'static {
        let answer = self.waiting.wait();
        self.open();
        answer
    }

    /// Opens the dialog, where somebody was signed in.
    pub fn open(self) {
        if untrack(|| self.session.account_id()).is_some() && !self.session.is_leaving() {
            self.live.stop();
            self.session.doubt();
            self.open.set(true);
        } else {
            self.waiting.answer(false);
        }
    }

    /// Closes the dialog: this tab has a session of `session`'s account again.
    pub fn resume(self, session: Session) {
        let before: Option<Uuid> = untrack(|| self.session.account_id());
        let same = before == Some(session.account.id);
        self.open.try_set(false);
        self.live.start(session.account.id);
        self.session.set(session);
        self.waiting.answer(same);
    }

    /// Closes the dialog; what waited for it is refused.
    pub(crate) fn give_up(self) {
        self.open.set(false);
        self.waiting.answer(false);
    }
}

/// One for the app; it opens when the session is over.
#[component]
pub fn SignInAgainDialog(sign_in_again: SignInAgain) -> impl IntoView {
    let session = sign_in_again.session;
    let live = sign_in_again.live;
    let busy = RwSignal::new(false);
    let signed_in = move |new: Session| {
        let account = new.account.id;
        sign_in_again.resume(new);
        live.tell_account(Some(account));
    };
    let form = move || {
        let known = untrack(|| session.account().get()).map(|account| account.email).unwrap_or_default();
        let email = RwSignal::new(known);
        view! {
            <p id="sign-in-again-why">{text!(session.again.why)}</p>
            <SignInForm session email busy on_signed_in=signed_in on_cancel=move |()| sign_in_again.give_up() />
        }
        .into_any()
    };
    view! {
        <Dialog
            open=sign_in_again.open
            title=text!(session.again.title)
            describedby="sign-in-again-why"
            busy
            on_dismiss=move |()| sign_in_again.give_up()
        >
            {form()}
        </Dialog>
    }
    .into_any()
}
