#[cfg(feature = "stories")]
pub mod stories;

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::dismiss::{Step, close_when_done, move_by_arrows};
use super::menu_entry::MenuEntry;
use crate::components::{Icon, IconName, changing, unique_id};
use crate::place::Place;
use crate::platform::focus;
use crate::portal_config::use_config;

/// An entry of the main menu that opens a list of further entries beside it. Opens by click and by keyboard
/// (arrow keys go straight into the list); closes on Escape, outside, and when one arrives at another page.
#[component]
pub fn Flyout(
    label: &'static str,
    icon: IconName,
    /// The heading of the list.
    heading: &'static str,
    entries: Vec<MenuEntry>,
    #[prop(into)] place: Signal<Place>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let container = NodeRef::<html::Div>::new();
    let button = NodeRef::<html::Button>::new();
    let list = NodeRef::<html::Div>::new();
    let top = RwSignal::new(String::new());
    let id = unique_id("flyout");
    let heading_id = unique_id("flyout-heading");
    let labelledby = heading_id.clone();
    let config = use_config();
    close_when_done(open, container, button);
    Effect::new(move || {
        place.track();
        open.set(false);
    });

    let show = move || {
        if let Some(button) = button.get_untracked() {
            // Whole pixels: printing fractions would be the only use of code that everybody had to load.
            top.set(format!("{}px", button.get_bounding_client_rect().top() as i32));
        }
        open.set(true);
    };
    let press = move |_| if open.get_untracked() { open.set(false) } else { show() };
    let keys = move |event: leptos::ev::KeyboardEvent| {
        let on_button = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        let on_button = on_button.is_some_and(|target| target.tag_name().eq_ignore_ascii_case("button"));
        if !on_button {
            move_by_arrows(&event, list);
        } else if matches!(event.key().as_str(), "ArrowDown" | "ArrowRight") {
            event.prevent_default();
            show();
            // The list is there only after the effects of opening it.
            request_animation_frame(move || {
                if let Some(list) = list.get_untracked() {
                    focus::step(&list, "a", Step::First);
                }
            });
        }
    };
    let is_current = {
        let entries = entries.clone();
        move || entries.iter().any(|entry| holds(entry, place.get()))
    };
    let links = changing(move || {
        let link = |entry: MenuEntry| {
            let here = move || holds(&entry, place.get()).then_some("page");
            view! {
                <li>
                    <a class="flyout-link" href=entry.place.path() aria-current=here on:click=move |_| open.set(false)>
                        <Icon name=entry.icon />
                        <span>{entry.label}</span>
                    </a>
                </li>
            }
            .into_any()
        };
        let shown = entries.iter().filter(|entry| !config.is_hidden(entry.place));
        shown.map(|entry| link(*entry)).collect_view()
    });
    let controls = id.clone();
    view! {
        <div class="flyout-anchor" node_ref=container on:keydown=keys>
            <button
                class="menu-entry"
                class:menu-entry-current=is_current
                type="button"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-controls=controls
                node_ref=button
                on:click=press
            >
                <Icon name=icon />
                <span>{label}</span>
            </button>
            <div
                class="flyout"
                id=id
                role="group"
                aria-labelledby=labelledby
                hidden=move || !open.get()
                style:--flyout-top=move || top.get()
                node_ref=list
            >
                <p class="flyout-heading" id=heading_id>{heading}</p>
                <ul>{links}</ul>
            </div>
        </div>
    }
    .into_any()
}

/// All sections of "Company > Profile" are behind the entry "Profile".
fn holds(entry: &MenuEntry, place: Place) -> bool {
    entry.place == place || (entry.place == Place::MyProfile && place.is_profile())
}
