#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::text;

/// Lines for a terminal or a program. It can be scrolled with the keyboard. `actions` (a copy button) stand above it.
#[component]
pub fn CodeBlock(
    #[prop(into)] code: TextProp,
    /// What it is, e.g. "curl command".
    #[prop(optional, into)]
    label: Option<TextProp>,
    #[prop(optional, into)] actions: Option<ViewFn>,
) -> impl IntoView {
    let name = label.clone();
    view! {
        <div class="code-block">
            {(label.is_some() || actions.is_some())
                .then(|| {
                    view! {
                        <div class="code-block-bar">
                            <span class="code-block-label">{label.map(|label| move || label.get())}</span>
                            {actions.map(|actions| actions.run())}
                        </div>
                    }
                })}
            <pre
                tabindex="0"
                role="group"
                aria-label=move || {
                    name.as_ref().map_or_else(|| text!(common.code_example).to_owned(), |name| name.get().to_string())
                }
            >
                <code translate="no">{move || code.get()}</code>
            </pre>
        </div>
    }
    .into_any()
}
