use leptos::prelude::*;

use super::all;
use super::app::find;
use super::setting::Setting;
use crate::components::{Announcer, Notices, provide_announcer, provide_notices};

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
            {story.map(|story| view! { <h1 class="visually-hidden">{format!("{}: {}", story.group, story.name)}</h1> })}
            <div class="canvas">{story.map(|story| (story.view)())}</div>
            <Announcer />
            <Notices />
        }
        .into_any()
    };
    view! { <main class="canvas-main">{story}</main> }.into_any()
}
