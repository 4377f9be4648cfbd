use std::cell::RefCell;
use std::rc::Rc;

use futures_channel::oneshot;
use latchkey_contract::session::{Session, UNATTENDED};
use leptos::task::spawn_local;
use uuid::Uuid;

use super::session::SESSION;
use super::{Answer, ApiError, Method, Request, Response, Transport, TransportError};
use crate::json;

/// A transport that looks for the session before it reports a call as not signed in. The session's token changes each
/// time the password is confirmed, so a call that was under way with the former token is refused although the session
/// lives on. Such a call did nothing: it is sent once more.
pub struct SessionCheck(Rc<State>);

struct State {
    backend: Rc<dyn Transport>,
    /// The account that the page belongs to.
    account: Box<dyn Fn() -> Option<Uuid>>,
    /// Calls that wait for one answer; `None` while nobody asks.
    waiting: RefCell<Option<Vec<oneshot::Sender<Option<Uuid>>>>>,
}

impl SessionCheck {
    /// `account` tells whose calls these are: none is sent once more as somebody else.
    pub fn new(backend: Rc<dyn Transport>, account: impl Fn() -> Option<Uuid> + 'static) -> Self {
        Self(Rc::new(State { backend, account: Box::new(account), waiting: RefCell::default() }))
    }
}

impl Transport for SessionCheck {
    fn send(&self, request: Request) -> Answer {
        // These calls are themselves about who is signed in.
        if request.path == SESSION {
            return self.0.backend.send(request);
        }
        Box::pin(send(Rc::clone(&self.0), request))
    }
}

async fn send(state: Rc<State>, request: Request) -> Result<Response, TransportError> {
    let account = (state.account)();
    let answer = state.backend.send(request.clone()).await?;
    let is_refused = answer.status == 401 && ApiError::of(&answer).is_not_signed_in();
    if is_refused && account.is_some() && state.signed_in().await == account {
        return state.backend.send(request).await;
    }
    Ok(answer)
}

impl State {
    /// The account that is signed in. Calls that are refused together ask once.
    async fn signed_in(self: &Rc<Self>) -> Option<Uuid> {
        let (tell, told) = oneshot::channel();
        let is_first = {
            let mut waiting = self.waiting.borrow_mut();
            let is_first = waiting.is_none();
            waiting.get_or_insert_default().push(tell);
            is_first
        };
        if is_first {
            let this = Rc::clone(self);
            // Not within this call, which may be dropped while others wait.
            spawn_local(async move {
                let account = this.ask().await;
                for call in this.waiting.take().unwrap_or_default() {
                    _ = call.send(account);
                }
            });
        }
        told.await.ok().flatten()
    }

    async fn ask(&self) -> Option<Uuid> {
        let headers = vec![(UNATTENDED, "1".to_owned())];
        let question = Request { method: Method::Get, path: SESSION.to_owned(), body: None, headers };
        let answer = self.backend.send(question).await.ok().filter(|answer| answer.status == 200)?;
        json::read::<Session>(&answer.body).map(|session| session.account.id)
    }
}
