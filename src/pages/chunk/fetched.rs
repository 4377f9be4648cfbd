use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Chunk, split};
use crate::api::use_api;
use crate::app::Navigation;
use crate::components::{ErrorState, Skeleton};
use crate::place::Place;
use crate::platform::page;

/// A page whose chunk is on its way.
#[component]
pub(super) fn Fetched(chunk: Chunk, place: Place) -> impl IntoView {
    let api = use_api();
    let navigation = use_context::<Navigation>();
    let fetched = RwSignal::new(None);
    let fetch = move |again: bool| {
        fetched.set(None);
        spawn_local(async move {
            let pages = split::fetch(chunk).await;
            // The server answers but has no such chunk: it was upgraded since this app was loaded.
            if again && pages.is_err() && api.portal_config().await.is_ok() {
                page::reload();
                return;
            }
            // Who has gone on to another page in the meantime is not called back, and who chose a part of a page stays there.
            if fetched.try_set(Some(pages)).is_none()
                && chunk != Chunk::KeyTools
                && let Some(navigation) = navigation
            {
                navigation.arrived();
            }
        });
    };
    fetch(false);
    view! {
        {move || match fetched.get() {
            None => view! { <Skeleton lines=6 /> }.into_any(),
            Some(Ok(pages)) => pages(place),
            Some(Err(error)) => view! { <ErrorState error on_retry=move |()| fetch(true) /> }.into_any(),
        }}
    }
    .into_any()
}
