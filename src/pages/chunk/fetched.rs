use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Part, source};
use crate::api::use_api;
use crate::app::Navigation;
use crate::components::{ErrorState, Skeleton, changing};
use crate::pages::Starting;
use crate::place::Place;
use crate::platform::page;

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
    changing(move || match fetched.get() {
        None if matches!(part, Part::Page(Place::SignIn)) => view! { <Starting /> }.into_any(),
        None => view! { <Skeleton lines=6 /> }.into_any(),
        Some(Ok(parts)) => parts(part),
        Some(Err(error)) => view! { <ErrorState error on_retry=move |()| fetch(true) /> }.into_any(),
    })
}
