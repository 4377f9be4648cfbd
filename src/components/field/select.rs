use leptos::html;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::frame::Frame;
use crate::text;

/// One choice of a [`SelectField`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelectOption {
    pub value: String,
    pub label: String,
}

impl SelectOption {
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into() }
    }
}

/// One of several, from a list. A value that the list lacks is added to it, so that it is not lost unseen.
#[component]
pub fn SelectField(
    #[prop(into)] label: TextProp,
    value: RwSignal<String>,
    options: Vec<SelectOption>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    #[prop(optional, into)] help: Option<TextProp>,
    #[prop(optional)] required: bool,
    /// What stands for no choice; "Choose…" if absent. Pass `None` for a list that always has a choice.
    #[prop(default = Some(text!(common.choose).to_owned()))]
    placeholder: Option<String>,
    #[prop(optional, into)] autocomplete: Option<&'static str>,
    #[prop(optional, into)] disabled: Signal<bool>,
    #[prop(optional)] node_ref: NodeRef<html::Select>,
) -> impl IntoView {
    let frame = Frame::new(label, help, required, error);
    let known = options.iter().map(|option| option.value.clone()).collect::<Vec<_>>();
    let unknown =
        move || value.with(|value| (!value.is_empty() && !known.contains(value)).then(|| value.clone()));
    let option = move |choice: SelectOption| {
        let own = choice.value.clone();
        view! { <option value=choice.value selected=move || value.with(|value| *value == own)>{choice.label}</option> }
    };
    let control = view! {
        <div class="select">
            <select
                class="input"
                id=frame.id.clone()
                required=required
                autocomplete=autocomplete
                disabled=move || disabled.get()
                aria-invalid=frame.invalid()
                aria-describedby=frame.described_by(None)
                on:change=move |event| value.set(event_target_value(&event))
                node_ref=node_ref
            >
                {placeholder.map(|text| option(SelectOption::new("", text)))}
                {options.into_iter().map(option).collect_view()}
                {move || unknown().map(|value| option(SelectOption::new(value.clone(), value)))}
            </select>
        </div>
    };
    frame.around(control.into_any())
}
