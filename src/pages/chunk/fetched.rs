use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Part, source};
use crate::api::use_api;
use crate::app::Navigation;
use crate::components::{ErrorState, Skeleton, changing};
use crate::pages::{Starting, stand_in};
use crate::place::Place;
use crate::platform::page;
use crate::shell::PublicFrame;

/// A part whose chunk is on its way.
#[component]
pub(super) fn Fetched(part: Part) -> impl IntoView {
    let api = use_api();
    let navigation = use_context::<Navigation>();
    let fetched = RwSignal::new(None);
    let fetch = move |again: bool| {
        fetched.set(None);
        spawn_local(async move {
            let parts = source::fetch(part.chunk()).await;
            // The server answers but has no such chunk: it was upgraded since this app was loaded.
            if again && parts.is_err() && api.portal_config().await.is_ok() {
                page::reload();
                return;
            }
            // Who has gone on to another page in the meantime is not called back, and who chose a part of a page stays there.
            if fetched.try_set(Some(parts)).is_none()
                && let (Part::Page(_), Some(navigation)) = (part, navigation)
            {
                navigation.arrived();
            }
        });
    };
    fetch(false);
    changing(move || {
        let shown = match (part, fetched.get()) {
            (_, Some(Ok(parts))) => return parts(part),
            (Part::Page(place @ Place::SignIn), None) => return view! { <Starting place /> }.into_any(),
            (_, None) => view! { <div aria-busy="true"><Skeleton lines=6 /></div> }.into_any(),
            (_, Some(Err(error))) => view! { <ErrorState error on_retry=move |()| fetch(true) /> }.into_any(),
        };
        match part {
            Part::Page(place @ Place::SignIn) => {
                view! { <PublicFrame>{stand_in(place, shown)}</PublicFrame> }.into_any()
            }
            Part::Page(place) => stand_in(place, shown),
            _ => shown,
        }
    })
}
