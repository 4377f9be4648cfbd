#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BadgeKind {
    #[default]
    Neutral,
    Info,
    Success,
    Warning,
    Danger,
}

impl BadgeKind {
    fn class(self) -> &'static str {
        match self {
            Self::Neutral => "badge",
            Self::Info => "badge badge-info",
            Self::Success => "badge badge-success",
            Self::Warning => "badge badge-warning",
            Self::Danger => "badge badge-danger",
        }
    }
}

/// Where something stands, in a word or two. The colour only repeats what the word says.
#[component]
pub fn StatusBadge(#[prop(optional)] kind: BadgeKind, children: Children) -> impl IntoView {
    view! { <span class=kind.class()>{children()}</span> }.into_any()
}
