use leptos::prelude::*;

use crate::components::Spinner;
use crate::place::Place;
use crate::platform::page;
use crate::text;

/// While the backend is asked who is signed in.
#[component]
pub fn Starting(place: Place) -> impl IntoView {
    let name = place.name();
    page::set_title(&text!(shell.tab_title, page = name));
    view! {
        <main class="starting" id="main" aria-busy="true">
            <h1 class="visually-hidden">{name}</h1>
            <Spinner />
            <p class="visually-hidden" role="status">{text!(common.loading)}</p>
        </main>
    }
    .into_any()
}
