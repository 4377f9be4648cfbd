use leptos::html;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::frame::Frame;

/// One line of text.
#[component]
pub fn TextField(
    #[prop(into)] label: TextProp,
    value: RwSignal<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    /// A sentence behind the "?" mark.
    #[prop(optional, into)]
    help: Option<TextProp>,
    #[prop(optional)] required: bool,
    /// The input's type: `text`, `email`, `tel`, `search`.
    #[prop(default = "text")]
    kind: &'static str,
    /// What browsers and password managers may fill in, e.g. `given-name`; `off` for nothing.
    #[prop(optional, into)]
    autocomplete: Option<&'static str>,
    #[prop(optional, into)] placeholder: Option<String>,
    #[prop(optional, into)] disabled: Signal<bool>,
    #[prop(optional)] autofocus: bool,
    #[prop(optional)] node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    let frame = Frame::new(label, help, required, error);
    let control = view! {
        <input
            class="input"
            type=kind
            dir=matches!(kind, "email" | "tel").then_some("auto")
            id=frame.id.clone()
            required=required
            autocomplete=autocomplete
            placeholder=placeholder
            autofocus=autofocus
            disabled=move || disabled.get()
            aria-invalid=frame.invalid()
            aria-describedby=frame.described_by(None)
            prop:value=move || value.get()
            on:input=move |event| value.set(event_target_value(&event))
            node_ref=node_ref
        />
    };
    frame.around(control.into_any())
}
