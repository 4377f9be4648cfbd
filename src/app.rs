//! The app: what it runs on, where the reader is, and what is shown there.

mod content;
mod navigation;
mod services;

use leptos::prelude::*;
use leptos_router::components::Router;

use crate::components::{Announcer, Notices};
use crate::session::{OtherTabDialog, SignInAgainDialog, StepUpDialog};
use content::Content;

pub use navigation::{Navigation, use_place};
pub use services::{Provided, Services, provide_account, provide_services};

/// The whole web app, on the real browser and backend.
#[component]
pub fn App() -> impl IntoView {
    view! { <AppOn services=Services::browser() /> }
}

/// The whole web app on the services that it is given.
#[component]
pub fn AppOn(services: Services) -> impl IntoView {
    let Provided { session, step_up, sign_in_again, other_tab, .. } = provide_services(services);
    leptos::task::spawn_local(session.load());
    view! {
        <Router>
            <Content />
            <Notices />
            <SignInAgainDialog sign_in_again />
            <StepUpDialog step_up />
            <OtherTabDialog other_tab />
            <Announcer />
        </Router>
    }
    .into_any()
}
