#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::{Icon, IconName};

/// A button that shows only an icon. Its label is what it is called by, and what it says when pointed at.
#[component]
pub fn IconButton(
    #[prop(into)] icon: Signal<IconName>,
    #[prop(into)] label: TextProp,
    #[prop(optional, into)] on_press: Option<Callback<()>>,
    /// For a button that opens something: whether it is open.
    #[prop(optional, into)]
    expanded: Option<Signal<bool>>,
    /// The id of what it opens.
    #[prop(optional, into)]
    controls: Option<String>,
    #[prop(optional)] node_ref: NodeRef<leptos::html::Button>,
) -> impl IntoView {
    let title = label.clone();
    let press = move |_| {
        if let Some(on_press) = on_press {
            on_press.run(());
        }
    };
    view! {
        <button
            class="icon-button"
            type="button"
            aria-label=move || label.get()
            title=move || title.get()
            aria-expanded=move || expanded.map(|open| if open.get() { "true" } else { "false" })
            aria-controls=controls
            node_ref=node_ref
            on:click=press
        >
            {move || view! { <Icon name=icon.get() /> }}
        </button>
    }
    .into_any()
}
