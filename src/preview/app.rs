use leptos::html;
use leptos::prelude::*;

use super::canvas::Canvas;
use super::controls::Controls;
use super::setting::Setting;
use super::sidebar::Sidebar;
use super::{Story, all};
use crate::platform::events::on_window;
use crate::text;

/// The sidebar, the switches and the story. The story stands in a frame of its own, which is this same page with
/// `?canvas`: only a frame has a width that media queries see.
#[component]
pub fn Preview() -> impl IntoView {
    let setting = RwSignal::new(Setting::read());
    on_window("hashchange", move |_| setting.set(Setting::read()));
    let is_canvas = window().location().search().is_ok_and(|search| search.starts_with("?canvas"));
    if is_canvas {
        view! { <Canvas setting /> }.into_any()
    } else {
        view! { <Workshop setting /> }.into_any()
    }
}

#[component]
fn Workshop(setting: RwSignal<Setting>) -> impl IntoView {
    let stories = StoredValue::new(all());
    let frame = NodeRef::<html::Iframe>::new();
    let shown = move || {
        let id = setting.with(|setting| setting.story.clone());
        stories.with_value(|stories| find(stories, &id))
    };
    let at_first =
        format!("{}?canvas{}", window().location().pathname().unwrap_or_default(), Setting::read().to_hash());
    Effect::new(move || {
        let hash = setting.get().to_hash();
        if window().location().hash().is_ok_and(|now| now != hash) {
            _ = window().location().set_hash(&hash);
        }
        if let Some(canvas) = frame.get().and_then(|frame| frame.content_window()) {
            _ = canvas.location().set_hash(&hash);
        }
    });
    view! {
        <div class="workshop">
            <Sidebar stories=stories.get_value() setting />
            <main class="workshop-main" aria-labelledby="workshop-story">
                <header class="workshop-bar">
                    <h1 id="workshop-story">{move || shown().map(|story| format!("{}: {}", story.group, story.name))}</h1>
                    <Controls setting />
                </header>
                <div class="workshop-stage">
                    <iframe
                        class="workshop-canvas"
                        title=move || shown().map_or_else(|| text!(preview.title).to_owned(), |story| story.name.to_owned())
                        src=at_first
                        style:inline-size=move || setting.with(|setting| match setting.width.as_str() {
                            "" => "100%".to_owned(),
                            width => format!("{width}px"),
                        })
                        node_ref=frame
                    ></iframe>
                </div>
            </main>
        </div>
    }
    .into_any()
}

/// The story of that id; the first one if there is none.
pub(super) fn find(stories: &[Story], id: &str) -> Option<Story> {
    stories.iter().find(|story| story.id() == id).or(stories.first()).copied()
}
