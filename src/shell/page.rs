use leptos::prelude::*;
use leptos::text_prop::TextProp;

use crate::components::{Breadcrumb, Crumb};
use crate::place::Place;
use crate::platform::page;
use crate::text;

/// What every page is built in: its title as the `h1`, where it is, and the title of the tab.
#[component]
pub fn Page(
    #[prop(into)] title: TextProp,
    /// From below Home down to the page itself.
    crumbs: Vec<Crumb>,
    /// The title of the tab, if it says more than the page's.
    #[prop(optional, into)]
    tab_title: Option<TextProp>,
    children: Children,
) -> impl IntoView {
    let of_tab = tab_title.unwrap_or_else(|| title.clone());
    Effect::new(move || page::set_title(&text!(shell.tab_title, page = of_tab.get().to_string())));
    let home = Crumb::link(text!(shell.home), Place::Dashboard.path());
    let crumbs: Vec<Crumb> = std::iter::once(home).chain(crumbs).collect();
    view! {
        <div class="page">
            <div class="page-head">
                <h1 class="page-title" tabindex="-1">{move || title.get()}</h1>
                <Breadcrumb crumbs />
            </div>
            <div class="page-body">{children()}</div>
        </div>
    }
    .into_any()
}
