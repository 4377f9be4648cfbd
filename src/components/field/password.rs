use leptos::html;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::frame::Frame;
use crate::components::{IconButton, IconName};
use crate::text;

/// A password, hidden as it is typed, with a button that shows it.
#[component]
pub fn PasswordField(
    #[prop(into)] label: TextProp,
    value: RwSignal<String>,
    /// `current-password` or `new-password`.
    autocomplete: &'static str,
    #[prop(optional, into)] error: Signal<Option<String>>,
    #[prop(optional, into)] help: Option<TextProp>,
    #[prop(optional)] required: bool,
    #[prop(optional, into)] disabled: Signal<bool>,
    #[prop(optional)] autofocus: bool,
    #[prop(optional)] node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    let frame = Frame::new(label, help, required, error);
    let shown = RwSignal::new(false);
    let icon = Signal::derive(move || if shown.get() { IconName::HIDE } else { IconName::SHOW });
    let toggle = move || if shown.get() { text!(common.hide_password) } else { text!(common.show_password) };
    let control = view! {
        <div class="input-group">
            <input
                class="input"
                type=move || if shown.get() { "text" } else { "password" }
                id=frame.id.clone()
                required=required
                autocomplete=autocomplete
                autocapitalize="none"
                spellcheck="false"
                autofocus=autofocus
                disabled=move || disabled.get()
                aria-invalid=frame.invalid()
                aria-describedby=frame.described_by(None)
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
                node_ref=node_ref
            />
            <IconButton
                icon
                label=toggle
                controls=frame.id.clone()
                on_press=move |()| shown.update(|shown| *shown = !*shown)
            />
        </div>
    };
    frame.around(control.into_any())
}
