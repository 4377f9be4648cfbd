use leptos::prelude::*;

use super::brand::Brand;
use super::skip_link::SkipLink;
use super::theme_switch::ThemeSwitch;
use crate::components::ButtonLink;
use crate::place::Place;
use crate::session::sign_in_address;
use crate::text;

/// The frame around what one may read without being signed in.
#[component]
pub fn PublicFrame(
    /// The page itself, which signing in leads back to; without one there is no link to the sign-in page.
    #[prop(optional, into)]
    here: Option<Place>,
    children: Children,
) -> impl IntoView {
    let sign_in = here.map(|here| {
        view! { <ButtonLink href=sign_in_address(&here.into()).to_string()>{text!(session.sign_in)}</ButtonLink> }
    });
    view! {
        <SkipLink />
        <div class="public-frame">
            <header class="top-bar">
                <Brand />
                <div class="top-bar-end">
                    <ThemeSwitch />
                    {sign_in}
                </div>
            </header>
            <main id="main" tabindex="-1">{children()}</main>
        </div>
    }
    .into_any()
}
