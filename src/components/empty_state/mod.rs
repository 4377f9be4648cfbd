#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::{Icon, IconName};

/// Said where there is nothing to list: what would be here, and how to get it. The children are a sentence or a button.
#[component]
pub fn EmptyState(
    #[prop(into)] title: TextProp,
    #[prop(default = IconName::NOTHING)] icon: IconName,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty-state">
            <span class="empty-state-icon"><Icon name=icon /></span>
            <p class="empty-state-title">{move || title.get()}</p>
            {children.map(|children| view! { <div class="empty-state-body">{children()}</div> })}
        </div>
    }
    .into_any()
}
