mod slot;
#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use crate::text;

pub use slot::SecretSlot;

/// A secret, or the row of dots that stands for it. The row is the same for every secret: it tells nothing, not even
/// how long it is.
#[component]
pub fn MaskedSecret(
    /// Not called `slot`: to the view macro that is a word of its own.
    secret: SecretSlot,
    /// The id of the element that names it.
    #[prop(into)]
    labelledby: String,
) -> impl IntoView {
    let shown = secret.is_shown();
    view! {
        <div class="secret" role="group" aria-labelledby=labelledby>
            <code class="secret-value" hidden=move || !shown.get() translate="no" node_ref=secret.element></code>
            <span class="secret-dots" hidden=move || shown.get() aria-hidden="true">{DOTS}</span>
            <span class="visually-hidden" hidden=move || shown.get()>{text!(common.hidden_value)}</span>
        </div>
    }
    .into_any()
}

const DOTS: &str = "••••••••••••••••••••••••";
