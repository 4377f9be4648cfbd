use leptos::html;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::frame::Frame;
use crate::text;

/// Several lines of text.
#[component]
pub fn TextArea(
    #[prop(into)] label: TextProp,
    value: RwSignal<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    #[prop(optional, into)] help: Option<TextProp>,
    #[prop(optional)] required: bool,
    #[prop(default = 3)] rows: u32,
    /// At most this many characters; how many are left is told when it gets tight.
    #[prop(optional)]
    max: Option<usize>,
    #[prop(optional, into)] disabled: Signal<bool>,
    #[prop(optional)] autofocus: bool,
    #[prop(optional)] node_ref: NodeRef<html::Textarea>,
) -> impl IntoView {
    let frame = Frame::new(label, help, required, error);
    let count_id = format!("{}-count", frame.id);
    let described_by = frame.described_by(max.is_some().then(|| count_id.clone()));
    let left = move || {
        let max = max?;
        let left = value.with(|text| max.saturating_sub(text.chars().count()));
        (left * 5 <= max).then(|| text!(common.characters_left, count = left))
    };
    let control = view! {
        <textarea
            class="input input-area"
            id=frame.id.clone()
            rows=rows
            maxlength=max.map(|max| max.to_string())
            required=required
            autofocus=autofocus
            disabled=move || disabled.get()
            aria-invalid=frame.invalid()
            aria-describedby=described_by
            prop:value=move || value.get()
            on:input=move |event| value.set(event_target_value(&event))
            node_ref=node_ref
        ></textarea>
        {max.map(|_| view! { <p class="field-count" id=count_id>{left}</p> })}
    };
    frame.around(control.into_any())
}
