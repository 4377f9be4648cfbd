#[cfg(feature = "stories")]
pub mod stories;

use latchkey_contract::password::PASSWORD_MIN;
use leptos::prelude::*;

use super::form::Form;
use crate::components::{Icon, IconName};
use crate::text;

/// What a new password must be, told before it is typed and ticked off as it is.
#[component]
pub fn Rules(form: Form) -> impl IntoView {
    let length = text!(profile.password.rule_length, min = PASSWORD_MIN);
    let different = text!(profile.password.rule_different).to_owned();
    let same = text!(profile.password.rule_same).to_owned();
    view! {
        <div class="password-rules">
            <p>{text!(profile.password.rules)}</p>
            <ul>
                {rule(length, move || form.is_long_enough())}
                {rule(different, move || form.is_different())}
                {rule(same, move || form.is_repeated())}
            </ul>
        </div>
    }
    .into_any()
}

fn rule(words: String, is_met: impl Fn() -> bool + Copy + Send + Sync + 'static) -> AnyView {
    let met = Memo::new(move |_| is_met());
    let mark = move || met.get().then(|| view! { <Icon name=IconName::DONE /> });
    let state =
        move || if met.get() { text!(profile.password.rule_met) } else { text!(profile.password.rule_open) };
    view! {
        <li class="password-rule" class:password-rule-met=move || met.get()>
            <span class="password-rule-mark">{mark}</span>
            <span>{words}<span class="visually-hidden">" ("{state}")"</span></span>
        </li>
    }
    .into_any()
}
