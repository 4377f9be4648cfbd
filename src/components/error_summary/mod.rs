#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use super::{Alert, AlertKind, changing};
use crate::platform::focus;
use crate::text;

/// A field that was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedField {
    /// The id of an element that holds the field's control.
    pub place: String,
    pub label: &'static str,
    pub message: &'static str,
}

impl RefusedField {
    /// Puts the keyboard into the field.
    pub fn focus(&self) {
        focus_field(&self.place);
    }
}

/// Puts the keyboard into the field that the element with the id `place` holds.
pub fn focus_field(place: &str) {
    focus::focus_first(&format!("#{place} .input"));
}

/// What is wrong with a form, all in one place; each line leads to its field. Nothing while nothing is wrong.
#[component]
pub fn ErrorSummary(#[prop(into)] refused: Signal<Vec<RefusedField>>) -> impl IntoView {
    let line = |field: RefusedField| {
        let href = format!("#{}", field.place);
        let words = format!("{}: {}", field.label, field.message);
        let go = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            field.focus();
        };
        view! { <li><a href=href on:click=go>{words}</a></li> }.into_any()
    };
    let summary = changing(move || {
        let refused = refused.get();
        let title = title(refused.len())?;
        let lines = refused.into_iter().map(line).collect_view();
        Some(view! { <Alert kind=AlertKind::Danger title><ul class="error-summary">{lines}</ul></Alert> })
    });
    summary.into_any()
}

/// How many fields need attention, in words; `None` if there are none.
pub fn title(refused: usize) -> Option<String> {
    match refused {
        0 => None,
        1 => Some(text!(common.refused_one).to_owned()),
        _ => Some(text!(common.refused_several, count = refused)),
    }
}
