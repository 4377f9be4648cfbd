use leptos::prelude::*;

use crate::access::use_access;
use crate::components::{Icon, IconName, changing, unique_id};
use crate::place::{Elsewhere, Place};
use crate::portal_config::use_config;
use crate::session::use_session;
use crate::text;

/// In the portal's order.
const SECTIONS: [Place; 7] = [
    Place::MyProfile,
    Place::ChangePassword,
    Place::Elsewhere(Elsewhere::PaymentSettings),
    Place::Elsewhere(Elsewhere::Credits),
    Place::ApiAccess,
    Place::Elsewhere(Elsewhere::NotificationSettings),
    Place::Elsewhere(Elsewhere::AccountDeleteRequest),
];

/// The sections of "Company > Profile"; on phones a disclosure that names the current one. Entries that one
/// may not use are left out.
#[component]
pub fn ProfileSidebar(section: Place) -> impl IntoView {
    let config = use_config();
    let session = use_session();
    let was_granted = use_access().was_granted();
    let open = RwSignal::new(false);
    let id = unique_id("profile-sections");
    let controls = id.clone();
    let name = move |place: Place| match place {
        Place::ApiAccess if !was_granted.get() => text!(shell.profile_menu.request_api_access),
        _ => place.name(),
    };
    let is_left_out = move |place: Place| match place {
        Place::ApiAccess => session.is_administrator(),
        _ => config.is_hidden(place),
    };
    let links = changing(move || {
        let link = |place: Place| {
            let here = (place == section).then_some("page");
            view! {
                <li>
                    <a class="profile-link" href=place.path() aria-current=here>{move || name(place)}</a>
                </li>
            }
            .into_any()
        };
        SECTIONS.into_iter().filter(|place| !is_left_out(*place)).map(link).collect_view()
    });
    view! {
        <nav class="profile-sidebar" aria-label=text!(shell.profile_menu.label)>
            <button
                class="profile-sidebar-toggle"
                type="button"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-controls=controls
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <span>{move || name(section)}</span>
                <Icon name=IconName::EXPAND />
            </button>
            <ul class="profile-links" class:profile-links-open=move || open.get() id=id>{links}</ul>
        </nav>
    }
    .into_any()
}
