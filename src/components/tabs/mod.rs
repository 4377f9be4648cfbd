#[cfg(feature = "stories")]
pub mod stories;

use leptos::ev;
use leptos::prelude::*;

use super::{changing, unique_id};
use crate::platform::focus;

/// One tab: its label and what it shows.
#[derive(Clone)]
pub struct Tab {
    pub label: String,
    pub panel: ViewFn,
}

impl Tab {
    pub fn new(label: impl Into<String>, panel: impl Into<ViewFn>) -> Self {
        Self { label: label.into(), panel: panel.into() }
    }
}

/// Several views of one thing, one at a time. Arrow keys, Home and End go from tab to tab.
#[component]
pub fn Tabs(
    /// What the tabs choose between, e.g. "Language".
    #[prop(into)]
    label: String,
    tabs: Vec<Tab>,
    #[prop(optional)] selected: RwSignal<u32>,
) -> impl IntoView {
    let ids = Ids(StoredValue::new(unique_id("tabs")));
    let count = tabs.len() as u32;
    let keys = move |event: ev::KeyboardEvent| {
        let now = selected.get_untracked();
        let Some(next) = next_tab(&event.key(), now, count) else { return };
        event.prevent_default();
        selected.set(next);
        focus::focus_id(&ids.tab(next));
    };
    let now = selected.get_untracked();
    let labels = (0..).zip(&tabs).map(|(index, tab)| {
        let (is_selected, tabindex) = state(index == now);
        view! {
            <button
                class="tab"
                type="button"
                role="tab"
                id=ids.tab(index)
                aria-selected=is_selected
                aria-controls=ids.panel()
                tabindex=tabindex
                on:click=move |_| selected.set(index)
            >
                {tab.label.clone()}
            </button>
        }
        .into_any()
    });
    let labels = labels.collect_view();
    let shown = changing(move || {
        let now = selected.get();
        ids.show_selected(now, count);
        tabs.get(now as usize).map(|tab| tab.panel.run())
    });
    view! {
        <div class="tabs">
            <div class="tab-list" role="tablist" aria-label=label on:keydown=keys>{labels}</div>
            <div class="tab-panel" role="tabpanel" id=ids.panel() aria-labelledby=ids.tab(now)>{shown}</div>
        </div>
    }
    .into_any()
}

/// The ids of the tabs and of what they show.
#[derive(Clone, Copy)]
struct Ids(StoredValue<String>);

impl Ids {
    fn tab(self, index: u32) -> String {
        self.0.with_value(|id| format!("{id}-tab-{index}"))
    }

    fn panel(self) -> String {
        self.0.with_value(|id| format!("{id}-panel"))
    }

    /// By hand, once it is in the page: attributes that follow by themselves weigh more than all of this.
    fn show_selected(self, now: u32, count: u32) {
        let set = |id: &str, name: &str, value: &str| {
            if let Some(element) = document().get_element_by_id(id) {
                _ = element.set_attribute(name, value);
            }
        };
        for index in 0..count {
            let (is_selected, tabindex) = state(index == now);
            let id = self.tab(index);
            set(&id, "aria-selected", is_selected);
            set(&id, "tabindex", tabindex);
        }
        set(&self.panel(), "aria-labelledby", &self.tab(now));
    }
}

/// `aria-selected` and `tabindex` of a tab.
fn state(is_selected: bool) -> (&'static str, &'static str) {
    if is_selected { ("true", "0") } else { ("false", "-1") }
}

/// `None` for a key that does not move between tabs. Left and right are as the page is written.
fn next_tab(key: &str, now: u32, count: u32) -> Option<u32> {
    let last = count.checked_sub(1)?;
    let rtl = document()
        .document_element()
        .and_then(|page| page.get_attribute("dir"))
        .is_some_and(|dir| dir == "rtl");
    let (back, forward) = if rtl { ("ArrowRight", "ArrowLeft") } else { ("ArrowLeft", "ArrowRight") };
    match key {
        "Home" => Some(0),
        "End" => Some(last),
        _ if key == back => Some(now.checked_sub(1).unwrap_or(last)),
        _ if key == forward => Some(if now >= last { 0 } else { now + 1 }),
        _ => None,
    }
}
