use leptos::prelude::*;

use super::setting::Setting;
use crate::components::unique_id;
use crate::text;

/// The switches: theme, direction, width, language.
#[component]
pub(super) fn Controls(setting: RwSignal<Setting>) -> impl IntoView {
    let theme = [
        ("", text!(preview.theme_auto)),
        ("light", text!(preview.theme_light)),
        ("dark", text!(preview.theme_dark)),
    ];
    let direction = [("ltr", text!(preview.ltr)), ("rtl", text!(preview.rtl))];
    let width = [("", text!(preview.width_full)), ("320", "320 px"), ("375", "375 px"), ("768", "768 px")];
    let locale = [("en", text!(preview.english)), ("en-XA", text!(preview.pseudo))];
    view! {
        <div class="workshop-controls" role="group" aria-label=text!(preview.settings)>
            {switch(text!(preview.theme), &theme, setting, |setting| &mut setting.theme)}
            {switch(text!(preview.direction), &direction, setting, |setting| &mut setting.direction)}
            {switch(text!(preview.width), &width, setting, |setting| &mut setting.width)}
            {switch(text!(preview.locale), &locale, setting, |setting| &mut setting.locale)}
        </div>
    }
    .into_any()
}

fn switch(
    label: &'static str,
    choices: &[(&'static str, &'static str)],
    setting: RwSignal<Setting>,
    member: fn(&mut Setting) -> &mut String,
) -> AnyView {
    let id = unique_id("switch");
    let target = id.clone();
    let options = choices.iter().map(|&(value, label)| {
        let selected = move || *member(&mut setting.get()) == value;
        view! { <option value=value selected=selected>{label}</option> }
    });
    let options = options.collect_view();
    view! {
        <label class="workshop-switch" for=target>
            <span>{label}</span>
            <select
                class="input"
                id=id
                on:change=move |event| setting.update(|setting| *member(setting) = event_target_value(&event))
            >
                {options}
            </select>
        </label>
    }
    .into_any()
}
