use latchkey_contract::resource::{ResourceSort, SortOrder};
use leptos::prelude::*;

use crate::components::{SelectField, SelectOption};
use crate::text;

/// The order in which a list begins needs no word.
const NAME: &str = "";
const NAME_DESCENDING: &str = "name-descending";
const STATE: &str = "state";
const LAST_CHANGE: &str = "last-change";

pub(super) fn is_choice(word: &str) -> bool {
    [NAME, NAME_DESCENDING, STATE, LAST_CHANGE].contains(&word)
}

/// What the word of a choice stands for.
pub(super) fn of(word: &str) -> (ResourceSort, SortOrder) {
    match word {
        NAME_DESCENDING => (ResourceSort::Name, SortOrder::Descending),
        STATE => (ResourceSort::State, SortOrder::Ascending),
        LAST_CHANGE => (ResourceSort::LastChange, SortOrder::Descending),
        _ => (ResourceSort::Name, SortOrder::Ascending),
    }
}

/// Chooses the order of a list.
#[component]
pub(super) fn Sorting(sort: RwSignal<String>) -> impl IntoView {
    let options = vec![
        SelectOption::new(NAME, text!(resources.sort.name)),
        SelectOption::new(NAME_DESCENDING, text!(resources.sort.name_descending)),
        SelectOption::new(STATE, text!(resources.sort.state)),
        SelectOption::new(LAST_CHANGE, text!(resources.sort.last_change)),
    ];
    view! { <SelectField label=text!(resources.sort.label) value=sort options placeholder=None /> }.into_any()
}
