#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use crate::components::Card;
use crate::platform::page;
use crate::session::{SignInForm, use_session};
use crate::shell::PublicFrame;
use crate::text;

/// Where everybody begins. Once somebody is signed in, the app goes to the page that was asked for.
#[component]
pub fn SignInPage() -> impl IntoView {
    let session = use_session();
    let email = RwSignal::new(String::new());
    page::set_title(&text!(shell.tab_title, page = text!(session.sign_in)));
    view! {
        <PublicFrame>
            <div class="sign-in">
                <Card>
                    <h1 class="sign-in-title" tabindex="-1">{text!(session.title)}</h1>
                    <SignInForm session email on_signed_in=move |new| session.set(new) />
                    <p class="sign-in-help">{text!(session.help)}</p>
                </Card>
            </div>
        </PublicFrame>
    }
    .into_any()
}
