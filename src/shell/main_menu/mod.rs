#[cfg(feature = "stories")]
pub mod stories;

use leptos::html;
use leptos::prelude::*;

use super::brand::Brand;
use super::flyout::Flyout;
use super::menu_entry::{self, MenuEntry};
use crate::app::use_place;
use crate::components::{Icon, IconButton, IconName, changing};
use crate::place::Place;
use crate::platform::events::on_document;
use crate::platform::focus;
use crate::portal_config::use_config;
use crate::session::use_session;
use crate::text;
use wasm_bindgen::JsCast;

/// The main menu: a bar down the edge, on phones a drawer that `drawer` opens.
#[component]
pub fn MainMenu(drawer: RwSignal<bool>) -> impl IntoView {
    let place = use_place();
    let session = use_session();
    let navigation = NodeRef::<html::Nav>::new();
    Effect::new(move || {
        place.track();
        drawer.set(false);
    });
    Effect::new(move |was: Option<bool>| {
        let is = drawer.get();
        match was {
            Some(false) if is => focus::focus_first(".main-menu-close-place button"),
            // After this effect: until then the button is part of what is inert.
            Some(true) if !is => request_animation_frame(move || {
                // Who went to another page is on its heading by now, and stays there.
                let in_menu =
                    navigation.try_get_untracked().flatten().is_some_and(|menu| focus::is_within(&menu));
                if in_menu || focus::current().is_none() {
                    focus::focus_first(".drawer-button-place button");
                }
            }),
            _ => {}
        }
        is
    });
    on_document("keydown", move |event| {
        let event = event.dyn_ref::<web_sys::KeyboardEvent>();
        if drawer.get_untracked()
            && event.is_some_and(|event| event.key() == "Escape" && !event.default_prevented())
        {
            drawer.set(false);
        }
    });
    let administration = changing(move || {
        session.is_administrator().then(|| {
            view! {
                <li>
                    <Flyout
                        label=text!(shell.menu.administration)
                        icon=IconName::ADMINISTRATION
                        heading=text!(shell.menu.administration)
                        entries=menu_entry::administration()
                        place
                    />
                </li>
            }
        })
    });
    view! {
        <div class="drawer-backdrop" hidden=move || !drawer.get() on:click=move |_| drawer.set(false)></div>
        <nav
            class="main-menu"
            class:main-menu-open=move || drawer.get()
            id="main-menu"
            aria-label=text!(shell.menu.label)
            node_ref=navigation
        >
            <div class="main-menu-head">
                <Brand />
                <span class="main-menu-close-place">
                    <IconButton
                        icon=IconName::CLOSE
                        label=text!(shell.menu.close)
                        on_press=move |()| drawer.set(false)
                    />
                </span>
            </div>
            <ul class="main-menu-list">
                <Links entries=menu_entry::before_company() place />
                <li>
                    <Flyout
                        label=text!(shell.menu.company)
                        icon=IconName::COMPANY
                        heading=text!(shell.menu.my_organization)
                        entries=menu_entry::my_organization()
                        place
                    />
                </li>
                <Links entries=menu_entry::after_company() place />
                {administration}
            </ul>
        </nav>
    }
    .into_any()
}

#[component]
fn Links(entries: Vec<MenuEntry>, place: Signal<Place>) -> impl IntoView {
    let config = use_config();
    let link = move |entry: MenuEntry| {
        let current = move || match place.get() {
            here if here == entry.place => Some("page"),
            here if here.section() == entry.place => Some("true"),
            _ => None,
        };
        view! {
            <li>
                <a
                    class="menu-entry"
                    class:menu-entry-current=move || current().is_some()
                    href=entry.place.path()
                    aria-current=current
                >
                    <Icon name=entry.icon />
                    <span>{entry.label}</span>
                </a>
            </li>
        }
        .into_any()
    };
    let shown = move || {
        let entries = entries.iter().filter(|entry| !config.is_hidden(entry.place));
        entries.map(|entry| link(*entry)).collect_view()
    };
    shown.into_any()
}
