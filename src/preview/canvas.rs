use leptos::prelude::*;

use super::app::find;
use super::setting::Setting;
use super::{Story, all};
use crate::components::{Announcer, Notices, provide_announcer, provide_notices};
use crate::text;

/// One story alone on the page. It is built anew when a switch is thrown, the language included.
#[component]
pub(super) fn Canvas(setting: RwSignal<Setting>) -> impl IntoView {
    let stories = StoredValue::new(all());
    let story = move || {
        let setting = setting.get();
        setting.apply();
        provide_announcer();
        provide_notices();
        let story = stories.with_value(|stories| find(stories, &setting.story));
        view! {
            {story.map(headings)}
            <div class="canvas">{story.map(|story| (story.view)())}</div>
            <Announcer />
            <Notices />
        }
        .into_any()
    };
    // No landmark: the frame stands in the preview's own, and a whole page brings its own.
    view! { <div>{story}</div> }.into_any()
}

/// A story is a piece of a page. These are the headings that it would stand under, heard and not seen.
fn headings(story: Story) -> AnyView {
    view! {
        <div class="visually-hidden">
            <h1>{text!(preview.title)}</h1>
            <h2>{story.group}</h2>
            <h3>{story.name}</h3>
        </div>
    }
    .into_any()
}
