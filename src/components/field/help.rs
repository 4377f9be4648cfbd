use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::components::unique_id;
use crate::text;

/// The "?" beside a label: a button that shows a sentence (a toggletip), by click, keyboard and touch alike.
/// Escape or leaving it hides the sentence.
#[component]
pub(super) fn HelpMark(label: TextProp, help: TextProp) -> impl IntoView {
    let open = RwSignal::new(false);
    let button = NodeRef::<html::Button>::new();
    let id = unique_id("help");
    let controls = id.clone();
    let keys = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            // Only this, not the dialog around it.
            event.prevent_default();
            event.stop_propagation();
            open.set(false);
        }
    };
    view! {
        <span class="help">
            <button
                class="help-mark"
                type="button"
                aria-label=move || text!(common.help_for, label = label.get().to_string())
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-controls=controls
                node_ref=button
                on:click=move |_| open.update(|open| *open = !*open)
                on:keydown=keys
                on:blur=move |_| open.set(false)
            >
                "?"
            </button>
            <span class="help-bubble" class:help-bubble-open=move || open.get() id=id role="status">
                {move || open.get().then(|| help.get())}
            </span>
        </span>
    }
    .into_any()
}
