#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use super::field::Field;
use super::form::{Difference, Form};
use crate::components::{Alert, AlertKind, Button, focus_field};
use crate::i18n::format;
use crate::text;

/// Tells what another window saved while this form was being filled, and lets the reader choose where both typed something.
#[component]
pub fn Conflict(form: Form, differences: RwSignal<Vec<Difference>>) -> impl IntoView {
    let panel = move || {
        let all = differences.get();
        (!all.is_empty()).then(|| {
            let clash = all.iter().any(|difference| difference.typed.is_some());
            if clash { clash_view(form, differences, &all) } else { taken_over_view(differences, &all) }
        })
    };
    panel.into_any()
}

fn clash_view(form: Form, differences: RwSignal<Vec<Difference>>, all: &[Difference]) -> AnyView {
    let keep = move |()| close(differences);
    let take = move |()| {
        for difference in differences.get_untracked() {
            form.value(difference.field).set(difference.theirs);
        }
        close(differences);
    };
    let list = list(all);
    view! {
        <Alert kind=AlertKind::Warning title=text!(profile.conflict.clash)>
            <p>{text!(profile.conflict.choose)}</p>
            {list}
            <div class="profile-conflict-actions">
                <Button on_press=keep>{text!(profile.conflict.keep)}</Button>
                <Button on_press=take>{text!(profile.conflict.take)}</Button>
            </div>
        </Alert>
    }
    .into_any()
}

fn taken_over_view(differences: RwSignal<Vec<Difference>>, all: &[Difference]) -> AnyView {
    let list = list(all);
    view! {
        <Alert title=text!(profile.conflict.taken_over)>
            {list}
            <div class="profile-conflict-actions">
                <Button on_press=move |()| close(differences)>{text!(common.dismiss)}</Button>
            </div>
        </Alert>
    }
    .into_any()
}

/// The panel goes, and the focus with it, to the first field that it was about.
fn close(differences: RwSignal<Vec<Difference>>) {
    let first = differences.with_untracked(|all| all.first().map(|difference| difference.field.place()));
    differences.set(Vec::new());
    if let Some(place) = first {
        focus_field(&place);
    }
}

fn list(all: &[Difference]) -> AnyView {
    let line = |difference: &Difference| {
        let field = difference.field;
        let typed = difference.typed.as_deref().map(|typed| {
            view! { <dd>{text!(profile.conflict.typed_here)}" "<strong>{in_words(field, typed)}</strong></dd> }
        });
        view! {
            <div class="profile-conflict-field">
                <dt>{field.label()}</dt>
                <dd>{text!(profile.conflict.saved_there)}" "<strong>{in_words(field, &difference.theirs)}</strong></dd>
                {typed}
            </div>
        }
        .into_any()
    };
    let lines = all.iter().map(line).collect_view();
    view! { <dl class="profile-conflict">{lines}</dl> }.into_any()
}

fn in_words(field: Field, value: &str) -> String {
    match field {
        Field::TimeZone if value.is_empty() => text!(profile.browsers_time_zone).to_owned(),
        _ if value.is_empty() => text!(profile.conflict.empty).to_owned(),
        Field::CountryCode => format::country(value),
        _ => value.to_owned(),
    }
}
