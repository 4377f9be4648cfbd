use leptos::prelude::*;

use super::Navigation;

/// What the reader chose on a page, kept in its address: a reload, a link and the way back lead to the same.
#[derive(Clone, Copy)]
pub struct Chosen {
    name: &'static str,
    /// Follows the address. Empty for what needs no choice.
    pub value: RwSignal<String>,
    navigation: Option<Navigation>,
}

/// What the address has under `name`; what is not a choice there counts as none. A part of the app that has no address keeps
/// it to itself.
pub fn use_chosen(name: &'static str, is_choice: fn(&str) -> bool) -> Chosen {
    let navigation = use_context::<Navigation>();
    let value = RwSignal::new(String::new());
    if let Some(navigation) = navigation {
        let now = move || navigation.query(name).map(|now| if is_choice(&now) { now } else { String::new() });
        value.set(untrack(now).unwrap_or_default());
        Effect::new(move || {
            if let Some(now) = now() {
                value.maybe_update(|value| std::mem::replace(value, now.clone()) != now);
            }
        });
    }
    Chosen { name, value, navigation }
}

impl Chosen {
    /// Writes the choice to the address.
    pub fn keep(self) {
        if let Some(navigation) = self.navigation {
            self.value.with_untracked(|value| navigation.set_query(self.name, value));
        }
    }
}
