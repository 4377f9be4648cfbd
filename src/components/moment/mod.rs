#[cfg(feature = "stories")]
pub mod stories;

use latchkey_contract::Timestamp;
use leptos::prelude::*;

use crate::i18n::format::date_time;

/// An instant, as date and time in the reader's time zone.
#[component]
pub fn Moment(
    at: Timestamp,
    /// IANA name, from the profile; the browser's own if `None`.
    #[prop(optional, into)]
    zone: Signal<Option<String>>,
) -> impl IntoView {
    let written = at.clone();
    view! { <time datetime=at.0>{move || date_time(&written, zone.get().as_deref())}</time> }.into_any()
}
