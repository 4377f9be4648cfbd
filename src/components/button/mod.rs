mod link;
#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use super::{Icon, IconName, Spinner, use_announcer};
use crate::text;

pub use link::ButtonLink;

/// How much a button asks to be pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one thing to do here; at most one in a view.
    Primary,
    #[default]
    Secondary,
    /// Takes something away from somebody.
    Danger,
    /// Among text, or beside many others.
    Quiet,
}

impl ButtonKind {
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button-primary",
            Self::Secondary => "button",
            Self::Danger => "button button-danger",
            Self::Quiet => "button button-quiet",
        }
    }
}

/// A button with words on it. While `busy` it keeps its width and its focus, ignores presses and says that it works.
///
/// Pass `on_press`, or listen with `on:click`, or make it `submit` its form.
#[component]
pub fn Button(
    #[prop(optional)] kind: ButtonKind,
    #[prop(optional)] icon: Option<IconName>,
    #[prop(optional, into)] on_press: Option<Callback<()>>,
    #[prop(optional, into)] busy: Signal<bool>,
    #[prop(optional, into)] disabled: Signal<bool>,
    #[prop(optional)] submit: bool,
    /// Takes the focus when the dialog around it opens.
    #[prop(optional)]
    autofocus: bool,
    #[prop(optional)] node_ref: NodeRef<leptos::html::Button>,
    children: Children,
) -> impl IntoView {
    let announcer = use_announcer();
    Effect::new(move |was: Option<bool>| {
        let is = busy.get();
        match was {
            Some(false) if is => announcer.polite(text!(common.working)),
            Some(true) if !is => announcer.retract(text!(common.working)),
            _ => {}
        }
        is
    });
    let press = move |event: leptos::ev::MouseEvent| {
        if busy.get_untracked() {
            event.prevent_default();
            event.stop_immediate_propagation();
        } else if let Some(on_press) = on_press {
            on_press.run(());
        }
    };
    view! {
        <button
            class=kind.class()
            type=if submit { "submit" } else { "button" }
            disabled=move || disabled.get()
            aria-disabled=move || busy.get().then_some("true")
            aria-busy=move || busy.get().then_some("true")
            autofocus=autofocus
            node_ref=node_ref
            on:click=press
        >
            {icon.map(|name| view! { <Icon name /> })}
            <span class="button-label">{children()}</span>
            {move || busy.get().then(|| view! { <Spinner /> })}
        </button>
    }
    .into_any()
}
