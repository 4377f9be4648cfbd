#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::{Icon, IconName};
use crate::text;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AlertKind {
    #[default]
    Info,
    Success,
    Warning,
    Danger,
}

impl AlertKind {
    pub fn icon(self) -> IconName {
        match self {
            Self::Info => IconName::INFO,
            Self::Success => IconName::SUCCESS,
            Self::Warning => IconName::WARNING,
            Self::Danger => IconName::DANGER,
        }
    }

    /// For those who do not see the colour.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Info => text!(common.info),
            Self::Success => text!(common.success),
            Self::Warning => text!(common.warning),
            Self::Danger => text!(common.danger),
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Info => "alert",
            Self::Success => "alert alert-success",
            Self::Warning => "alert alert-warning",
            Self::Danger => "alert alert-danger",
        }
    }
}

/// A message in the flow of the page.
#[component]
pub fn Alert(
    #[prop(optional)] kind: AlertKind,
    #[prop(optional, into)] title: Option<TextProp>,
    /// Read at once by screen readers when it appears. Only for what the reader's own act brought about.
    #[prop(optional)]
    live: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <div class=kind.class() role=live.then_some("alert")>
            <Icon name=kind.icon() />
            <span class="visually-hidden">{kind.in_words()}": "</span>
            <div class="alert-body">
                {title.map(|title| view! { <p class="alert-title">{move || title.get()}</p> })}
                {children()}
            </div>
        </div>
    }
    .into_any()
}
