use leptos::prelude::*;

use crate::platform::focus;
use crate::text;

/// Takes the keyboard past the menus.
#[component]
pub(super) fn SkipLink() -> impl IntoView {
    let skip = |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        focus::focus_id("main");
    };
    view! { <a class="skip-link" href="#main" on:click=skip>{text!(shell.skip)}</a> }.into_any()
}
