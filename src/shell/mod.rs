//! What surrounds every page: the skip link, the top bar, the main menu, notices.

mod access_notice;
mod brand;
pub(crate) mod connection_banner;
mod dismiss;
pub mod flyout;
pub mod main_menu;
pub(crate) mod menu_entry;
mod page;
mod public_frame;
mod skip_link;
mod theme;
pub mod theme_switch;
mod top_bar;
mod unsaved;
pub mod user_menu;

use leptos::prelude::*;

use access_notice::tell_about_access;
use connection_banner::ConnectionBanner;
use main_menu::MainMenu;
use skip_link::SkipLink;
use top_bar::TopBar;

pub use page::Page;
pub use public_frame::PublicFrame;
pub use unsaved::guard_unsaved;

/// The frame around every page of somebody who is signed in. The children are the page.
#[component]
pub fn Shell(children: Children) -> impl IntoView {
    let drawer = RwSignal::new(false);
    tell_about_access();
    view! {
        <SkipLink />
        <div class="shell">
            <MainMenu drawer />
            <div class="shell-content" prop:inert=move || drawer.get()>
                <TopBar drawer />
                <ConnectionBanner />
                <main id="main" tabindex="-1">{children()}</main>
            </div>
        </div>
    }
    .into_any()
}
