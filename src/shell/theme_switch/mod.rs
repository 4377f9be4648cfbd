#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use super::theme::Theme;
use crate::components::{Icon, IconName, unique_id};
use crate::text;

/// Light, dark, or as the system says.
#[component]
pub fn ThemeSwitch() -> impl IntoView {
    let chosen = RwSignal::new(Theme::chosen());
    let group = unique_id("theme");
    let choice = move |theme: Theme| {
        let (icon, label) = match theme {
            Theme::Light => (IconName::LIGHT, text!(shell.theme.light)),
            Theme::Dark => (IconName::DARK, text!(shell.theme.dark)),
            Theme::System => (IconName::SYSTEM_THEME, text!(shell.theme.system)),
        };
        let choose = move |_| {
            theme.choose();
            chosen.set(theme);
        };
        view! {
            <label class="theme-choice" title=label>
                <input
                    class="visually-hidden"
                    type="radio"
                    name=group.clone()
                    prop:checked=move || chosen.get() == theme
                    on:change=choose
                />
                <Icon name=icon />
                <span class="visually-hidden">{label}</span>
            </label>
        }
        .into_any()
    };
    view! {
        <fieldset class="theme-switch">
            <legend class="visually-hidden">{text!(shell.theme.label)}</legend>
            {Theme::ALL.map(choice).collect_view()}
        </fieldset>
    }
    .into_any()
}
