//! The app: what it runs on, where the reader is, and what is shown there.

mod chosen;
mod content;
pub(crate) mod leave_dialog;
mod navigation;
mod services;

use leptos::prelude::*;
use leptos_router::components::Router;

use crate::components::{Announcer, Notices};
use crate::pages::chunk::{FetchedDialog, Part};
use crate::platform::page;
use content::Content;

pub use chosen::{Chosen, use_chosen};
pub(crate) use leave_dialog::LeaveDialog;
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
            <FetchedDialog
                part=Part::SignInAgain(sign_in_again)
                open=sign_in_again.is_asking()
                give_up=move |()| sign_in_again.give_up()
            />
            <FetchedDialog
                part=Part::StepUp(step_up)
                open=step_up.is_asking()
                give_up=move |()| step_up.give_up()
            />
            <FetchedDialog
                part=Part::OtherTab(other_tab)
                open=other_tab.is_asking()
                give_up=move |()| page::start_over()
            />
            <Announcer />
        </Router>
    }
    .into_any()
}
