use leptos::prelude::*;

use super::Story;
use super::setting::Setting;
use crate::text;

/// One link a story, grouped by what they show.
#[component]
pub(super) fn Sidebar(stories: Vec<Story>, setting: RwSignal<Setting>) -> impl IntoView {
    let groups =
        stories.chunk_by(|a, b| a.group == b.group).map(|group| group_view(group, setting)).collect_view();
    view! {
        <nav class="workshop-nav" aria-label=text!(preview.stories)>
            <p class="workshop-title">{text!(preview.title)}</p>
            {groups}
        </nav>
    }
    .into_any()
}

fn group_view(stories: &[Story], setting: RwSignal<Setting>) -> AnyView {
    let name = stories.first().map(|story| story.group);
    let links = stories
        .iter()
        .map(|story| {
            let id = story.id();
            let own = id.clone();
            let href =
                move || setting.with(|setting| Setting { story: id.clone(), ..setting.clone() }.to_hash());
            let current = move || setting.with(|setting| setting.story == own).then_some("page");
            view! { <li><a href=href aria-current=current>{story.name}</a></li> }.into_any()
        })
        .collect_view();
    view! {
        <h2>{name}</h2>
        <ul>{links}</ul>
    }
    .into_any()
}
