use leptos::prelude::*;

use super::ButtonKind;
use crate::components::{Icon, IconName};

/// A link that looks like a button, for going somewhere else.
#[component]
pub fn ButtonLink(
    #[prop(into)] href: String,
    #[prop(optional)] kind: ButtonKind,
    #[prop(optional)] icon: Option<IconName>,
    /// Opens outside the portal, in a new tab.
    #[prop(optional)]
    external: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <a
            class=kind.class()
            href=href
            target=external.then_some("_blank")
            rel=external.then_some("noopener noreferrer")
        >
            {icon.map(|name| view! { <Icon name /> })}
            <span class="button-label">{children()}</span>
            {external.then(|| view! { <Icon name=IconName::EXTERNAL_LINK /> })}
        </a>
    }
    .into_any()
}
