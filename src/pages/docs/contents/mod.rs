#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use super::address_of;
use super::operation::{self, heading_id};
use super::search::Search;
use crate::components::{Icon, IconName, unique_id};
use crate::platform::focus;
use crate::text;

/// Links to the operations that share a tag.
pub struct ContentsGroup {
    pub title: String,
    pub links: Vec<ContentsLink>,
}

pub struct ContentsLink {
    /// Its number in the search.
    pub section: usize,
    /// The section's id on the page.
    pub id: String,
    /// Empty for what is no operation.
    pub method: String,
    pub label: String,
}

/// What there is on the page; on a narrow one behind a button. Only what the search leaves is listed.
#[component]
pub fn Contents(groups: Vec<ContentsGroup>, search: Search) -> impl IntoView {
    let open = RwSignal::new(false);
    let id = unique_id("contents");
    let groups = groups.into_iter().map(|group| group_view(group, search, open)).collect_view();
    view! {
        <nav class="docs-contents" aria-label=text!(docs.contents)>
            <button
                class="docs-contents-toggle"
                type="button"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-controls=id.clone()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <span>{text!(docs.contents)}</span>
                <Icon name=IconName::EXPAND />
            </button>
            <div class="docs-contents-list" class:docs-contents-open=move || open.get() id=id>{groups}</div>
        </nav>
    }
    .into_any()
}

fn group_view(group: ContentsGroup, search: Search, open: RwSignal<bool>) -> AnyView {
    let sections: Vec<usize> = group.links.iter().map(|link| link.section).collect();
    let is_empty = move || !sections.iter().any(|section| search.shows(*section));
    let links = group.links.into_iter().map(|link| link_view(link, search, open)).collect_view();
    view! {
        <div class="docs-contents-group" hidden=is_empty>
            <p class="docs-contents-title">{group.title}</p>
            <ul>{links}</ul>
        </div>
    }
    .into_any()
}

fn link_view(link: ContentsLink, search: Search, open: RwSignal<bool>) -> AnyView {
    let ContentsLink { section, id, method, label } = link;
    let href = address_of(&id);
    // The router moves the page, the focus goes along.
    let go = move |_| {
        open.set(false);
        focus::focus_id(&heading_id(&id));
    };
    view! {
        <li hidden=move || !search.shows(section)>
            <a class="docs-contents-link" href=href on:click=go>
                <span>{label}</span>
                {(!method.is_empty()).then(|| view! { " "{operation::method(&method)} })}
            </a>
        </li>
    }
    .into_any()
}
