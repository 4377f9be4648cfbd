#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;
use leptos::{ev, html};
use wasm_bindgen::JsCast;

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
    #[prop(optional)] selected: RwSignal<usize>,
) -> impl IntoView {
    let id = StoredValue::new(unique_id("tabs"));
    let tab_id = move |index: usize| id.with_value(|id| format!("{id}-tab-{index}"));
    let panel_id = move || id.with_value(|id| format!("{id}-panel"));
    let count = tabs.len();
    let (list, panel) = (NodeRef::<html::Div>::new(), NodeRef::<html::Div>::new());
    // Attributes that follow by themselves would each cost more than all that is done here.
    Effect::new(move || {
        let now = selected.get();
        if let (Some(list), Some(panel)) = (list.get(), panel.get()) {
            show_selected(&list, now);
            _ = panel.set_attribute("aria-labelledby", &tab_id(now));
        }
    });
    let keys = move |event: ev::KeyboardEvent| {
        let now = selected.get_untracked();
        let Some(next) = next_tab(&event.key(), now, count) else { return };
        event.prevent_default();
        selected.set(next);
        focus::focus_id(&tab_id(next));
    };
    let labels = tabs.iter().enumerate().map(|(index, tab)| {
        let (is_selected, tabindex) = state(selected.get_untracked() == index);
        view! {
            <button
                class="tab"
                type="button"
                role="tab"
                id=tab_id(index)
                aria-selected=is_selected
                aria-controls=panel_id()
                tabindex=tabindex
                on:click=move |_| selected.set(index)
            >
                {tab.label.clone()}
            </button>
        }
        .into_any()
    });
    let labels = labels.collect_view();
    view! {
        <div class="tabs">
            <div class="tab-list" role="tablist" aria-label=label on:keydown=keys node_ref=list>{labels}</div>
            <div
                class="tab-panel"
                role="tabpanel"
                id=panel_id()
                aria-labelledby=tab_id(selected.get_untracked())
                node_ref=panel
            >
                {changing(move || tabs.get(selected.get()).map(|tab| tab.panel.run()))}
            </div>
        </div>
    }
    .into_any()
}

/// `aria-selected` and `tabindex` of a tab.
fn state(is_selected: bool) -> (&'static str, &'static str) {
    if is_selected { ("true", "0") } else { ("false", "-1") }
}

fn show_selected(list: &web_sys::Element, now: usize) {
    let Ok(tabs) = list.query_selector_all("[role=tab]") else { return };
    for index in 0..tabs.length() {
        if let Some(tab) = tabs.get(index).and_then(|tab| tab.dyn_into::<web_sys::Element>().ok()) {
            let (is_selected, tabindex) = state(index as usize == now);
            _ = tab.set_attribute("aria-selected", is_selected);
            _ = tab.set_attribute("tabindex", tabindex);
        }
    }
}

/// `None` for a key that does not move between tabs. Left and right are as the page is written.
fn next_tab(key: &str, now: usize, count: usize) -> Option<usize> {
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
