use leptos::prelude::*;

use super::brand::Brand;
use super::user_menu::UserMenu;
use crate::components::{IconButton, IconName};
use crate::text;

/// The bar above the page: the product, the button that opens the drawer on phones, and whose page this is.
#[component]
pub(super) fn TopBar(drawer: RwSignal<bool>) -> impl IntoView {
    view! {
        <header class="top-bar">
            <span class="drawer-button-place">
                <IconButton
                    icon=IconName::MENU
                    label=text!(shell.menu.open)
                    expanded=drawer
                    controls="main-menu"
                    on_press=move |()| drawer.set(true)
                />
            </span>
            <Brand />
            <div class="top-bar-end">
                <UserMenu />
            </div>
        </header>
    }
    .into_any()
}
