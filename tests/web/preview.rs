use std::collections::HashSet;

use latchkey::preview::{WITHOUT_STORIES, all};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{mount, tick};

#[wasm_bindgen_test]
fn every_component_has_a_story() {
    assert_eq!(WITHOUT_STORIES, &[] as &[&str], "these files have components and no stories");
}

#[wasm_bindgen_test]
fn every_story_has_an_address_of_its_own() {
    let mut seen = HashSet::new();
    for story in all() {
        assert!(seen.insert(story.id()), "there are two stories {}", story.id());
    }
}

#[wasm_bindgen_test]
async fn every_story_can_be_shown() {
    for story in all() {
        let mounted = mount(story.view);
        tick().await;
        assert!(mounted.container.child_element_count() > 0, "{} shows nothing", story.id());
    }
}
