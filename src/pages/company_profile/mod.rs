//! "Company > Profile": a card in two columns, the sidebar and the chosen section.

mod sidebar;
#[cfg(feature = "stories")]
pub mod stories;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::components::{Crumb, unique_id};
use crate::place::Place;
use crate::shell::Page;
use crate::text;

pub use sidebar::ProfileSidebar;

/// What every section of "Company > Profile" is built in. `title` stands in the grey bar and in the title of
/// the tab.
#[component]
pub fn ProfilePage(
    section: Place,
    #[prop(into)] title: TextProp,
    /// A second section, under the one of the children.
    #[prop(optional, into)]
    below: Option<ViewFn>,
    children: Children,
) -> impl IntoView {
    let heading = unique_id("section");
    let labelledby = heading.clone();
    let tab_title = title.clone();
    view! {
        <Page title=text!(shell.profile_menu.title) tab_title crumbs=vec![Crumb::here(text!(shell.menu.profile))]>
            <div class="profile-card card">
                <ProfileSidebar section />
                <div class="profile-sections">
                    <section class="profile-section" aria-labelledby=labelledby>
                        <div class="card-bar">
                            <h2 class="card-bar-title" id=heading>{move || title.get()}</h2>
                        </div>
                        <div class="card-body">{children()}</div>
                    </section>
                    {below.map(|below| below.run())}
                </div>
            </div>
        </Page>
    }
    .into_any()
}
