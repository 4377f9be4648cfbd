//! All tabs of a browser share one cookie: when another tab signs in as somebody else, this one is told so.

#[cfg(feature = "stories")]
pub mod stories;

use latchkey_contract::session::{Account, Session};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{CurrentSession, SignInAgain};
use crate::api::ApiError;
use crate::components::{Button, ButtonKind, Dialog};
use crate::platform::page;
use crate::text;

/// Compares whose page this is with who is signed in.
#[derive(Clone, Copy)]
pub struct OtherTab {
    session: CurrentSession,
    sign_in_again: SignInAgain,
    /// Who is signed in instead.
    stranger: RwSignal<Option<Account>>,
    open: RwSignal<bool>,
    asking: StoredValue<bool>,
    /// True once the backend called the session over, until it is asked.
    ended: StoredValue<bool>,
}

impl OtherTab {
    pub fn new(session: CurrentSession, sign_in_again: SignInAgain) -> Self {
        Self {
            session,
            sign_in_again,
            stranger: RwSignal::new(None),
            open: RwSignal::new(false),
            asking: StoredValue::new(false),
            ended: StoredValue::new(false),
        }
    }

    /// Whether the dialog is to be open.
    pub(crate) fn is_asking(self) -> Signal<bool> {
        self.open.into()
    }

    /// Asks the backend who is signed in and acts on it. Being offline changes nothing.
    pub fn check(self) {
        self.ask(false);
    }

    /// Asks the backend whether the session that it called over is: a session whose token was changed lives on. Without an
    /// answer it is over.
    pub(super) fn check_ended(self) {
        self.ask(true);
    }

    fn ask(self, is_ended: bool) {
        if is_ended {
            self.ended.set_value(true);
        }
        if self.asking.get_value() {
            return;
        }
        self.asking.set_value(true);
        spawn_local(async move {
            let mut answer = self.session.ask().await;
            // The token may have been changed while the question was under way.
            if answer.as_ref().is_err_and(ApiError::is_not_signed_in) {
                answer = self.session.ask().await;
            }
            if self.asking.try_set_value(false).is_some() {
                return;
            }
            let is_ended = self.ended.try_update_value(std::mem::take).unwrap_or_default();
            match answer {
                Ok(session) => self.meet(session),
                Err(error) if is_ended || error.is_not_signed_in() => self.sign_in_again.open(),
                Err(_) => {}
            }
        });
    }

    fn meet(self, session: Session) {
        match untrack(|| self.session.account_id()) {
            Some(mine) if mine != session.account.id => {
                self.stranger.set(Some(session.account));
                self.session.doubt();
                self.open.set(true);
            }
            // The other tab signed in again, or signed in where this one still shows the sign-in page.
            _ => {
                self.stranger.set(None);
                self.open.set(false);
                self.sign_in_again.resume(session);
            }
        }
    }
}

/// One for the app.
#[component]
pub fn OtherTabDialog(other_tab: OtherTab) -> impl IntoView {
    let words = move || {
        let email = |account: Option<Account>| account.map(|account| account.email).unwrap_or_default();
        let stranger = email(other_tab.stranger.get());
        let mine = email(other_tab.session.account().get());
        text!(session.other_tab.why, stranger = stranger, mine = mine)
    };
    view! {
        <Dialog
            open=other_tab.open
            title=text!(session.other_tab.title)
            role="alertdialog"
            describedby="other-tab-why"
            // Whatever is done on this page from now on would be done as the other user, who is not to see what was typed.
            on_dismiss=move |()| page::start_over()
        >
            <p id="other-tab-why">{words}</p>
            <div class="dialog-actions">
                <Button kind=ButtonKind::Primary autofocus=true on_press=move |()| page::start_over()>
                    {text!(session.other_tab.reload)}
                </Button>
            </div>
        </Dialog>
    }
    .into_any()
}
