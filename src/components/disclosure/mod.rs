#[cfg(feature = "stories")]
pub mod stories;

use leptos::html;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::{Icon, IconName};

/// A line that opens to show more.
#[component]
pub fn Disclosure(
    #[prop(into)] summary: TextProp,
    /// Follows and sets whether it is open.
    #[prop(optional)]
    open: RwSignal<bool>,
    children: Children,
) -> impl IntoView {
    let details = NodeRef::<html::Details>::new();
    let toggled = move |_| {
        if let Some(element) = details.get_untracked() {
            open.set(element.open());
        }
    };
    view! {
        <details class="disclosure" open=move || open.get() node_ref=details on:toggle=toggled>
            <summary class="disclosure-summary">
                <Icon name=IconName::FORWARD />
                <span>{move || summary.get()}</span>
            </summary>
            <div class="disclosure-body">{children()}</div>
        </details>
    }
    .into_any()
}
