//! The whole app, or a part of it, on a fake backend.

use std::cell::RefCell;
use std::rc::Rc;

use latchkey::api::Method;
use latchkey::api::fake::FakeBackend;
use latchkey::app::{AppOn, Provided, Services, provide_account, provide_services};
use latchkey::live::Live;
use latchkey::pages::fixture;
use latchkey::platform::clipboard::CopyOutcome;
use latchkey::platform::fake::{FakeClipboard, FakeClock};
use latchkey_contract::api_access::{AccessStatus, ApiAccess};
use latchkey_contract::session::{Account, Session};
use latchkey_contract::{Page, Timestamp};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::{Mounted, frame, mount, tick};

pub(crate) const SESSION: &str = "/api/v1/session";
pub(crate) const STEP_UP: &str = "/api/v1/session/step-up";
pub(crate) const API_ACCESS: &str = "/api/v1/api-access";

/// A session whose password was asked for too long ago to touch a secret.
pub(crate) fn not_stepped_up(account: Account) -> Session {
    Session {
        stepped_up_until: Timestamp("2026-03-02T08:00:00.000Z".to_owned()),
        ..fixture::session(account)
    }
}

/// Another user of Demo Ltd.
pub(crate) fn colleague() -> Account {
    Account {
        id: uuid::Uuid::from_u128(2),
        email: "colleague@demo.example".to_owned(),
        first_name: "Cole".to_owned(),
        ..fixture::user()
    }
}

/// A backend with `session` signed in, and what every page of the shell reads.
pub(crate) fn backend_with(session: &Session) -> FakeBackend {
    let backend = FakeBackend::new();
    backend.answer(Method::Get, SESSION, session);
    answer_pages(&backend);
    backend
}

/// What every page of the shell reads, with nothing in it.
pub(crate) fn answer_pages(backend: &FakeBackend) {
    let access = ApiAccess { status: AccessStatus::Disabled, credentials: Vec::new() };
    backend.answer(Method::Get, API_ACCESS, &access);
    backend.answer(Method::Get, "/api/v1/activity", &Page::<u8> { items: Vec::new(), next: None });
}

/// The app that is on the page.
pub(crate) struct OpenApp {
    pub(crate) page: Mounted,
    pub(crate) live: Live,
    pub(crate) clock: FakeClock,
    path_before: String,
}

/// Opens the whole app at `path`.
pub(crate) async fn open_app(backend: &FakeBackend, path: &str) -> OpenApp {
    frame().await;
    let path_before = path_now();
    go_to(path);
    let clock = FakeClock::at(fixture::NOW);
    let kept = Rc::new(RefCell::new(None));
    let page = {
        let (backend, clock, kept) = (backend.clone(), clock.clone(), Rc::clone(&kept));
        mount(move || {
            let services = Services::fake(&backend, &clock);
            *kept.borrow_mut() = Some(services.live);
            view! { <AppOn services /> }.into_any()
        })
    };
    tick().await;
    let live = kept.borrow_mut().take().unwrap();
    OpenApp { page, live, clock, path_before }
}

impl Drop for OpenApp {
    fn drop(&mut self) {
        go_to(&self.path_before);
    }
}

/// A part of the app that is on the page.
pub(crate) struct OpenPart {
    pub(crate) page: Mounted,
    pub(crate) clipboard: FakeClipboard,
    pub(crate) provided: Provided,
}

/// Puts a part of the app on the page, with `session` signed in.
pub(crate) async fn open_part(
    backend: &FakeBackend,
    session: Session,
    part: impl FnOnce(Provided) -> AnyView + 'static,
) -> OpenPart {
    frame().await;
    let clock = FakeClock::at(fixture::NOW);
    let clipboard = FakeClipboard::that(CopyOutcome::Done);
    let kept = Rc::new(RefCell::new(None));
    let page = {
        let (backend, clock, clipboard, kept) =
            (backend.clone(), clock.clone(), clipboard.clone(), Rc::clone(&kept));
        mount(move || {
            let services = Services { clipboard: clipboard.clipboard(), ..Services::fake(&backend, &clock) };
            let provided = provide_services(services);
            provided.session.set(session);
            provide_account();
            *kept.borrow_mut() = Some(provided);
            part(provided)
        })
    };
    tick().await;
    let provided = kept.borrow_mut().take().unwrap();
    OpenPart { page, clipboard, provided }
}

/// Path and query in the address bar.
pub(crate) fn path_now() -> String {
    let location = window().location();
    location.pathname().unwrap() + &location.search().unwrap()
}

fn go_to(path: &str) {
    window().history().unwrap().replace_state_with_url(&JsValue::NULL, "", Some(path)).unwrap();
}
