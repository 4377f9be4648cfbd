//! The style sheet of what comes in chunks. The page names it in a `<template>`, where the browser leaves it alone.

use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlLinkElement, HtmlTemplateElement};

/// The link, once it is in the page's head.
const LINK: &str = "chunk-style-link";
const TEMPLATE: &str = "chunk-style";

/// Begins to load it, unless that was done before. `None` for a page without such a template, which has all its styles.
pub fn begin() -> Option<HtmlLinkElement> {
    if let Some(link) = document().get_element_by_id(LINK) {
        return link.dyn_into().ok();
    }
    let link = template()?.content().first_element_child()?.dyn_into::<HtmlLinkElement>().ok()?;
    link.set_id(LINK);
    document().head()?.append_child(&link).ok()?;
    Some(link)
}

/// Loads it, unless that was done before, and waits until it applies.
///
/// # Errors
/// It could not be loaded. The next call tries again.
pub async fn load() -> Result<(), JsValue> {
    let Some(link) = begin().filter(|link| link.sheet().is_none()) else { return Ok(()) };
    let loaded = js_sys::Promise::new(&mut |done, failed| {
        // Refused only for a listener that is none.
        _ = link.add_event_listener_with_callback("load", &done);
        _ = link.add_event_listener_with_callback("error", &failed);
    });
    let loaded = JsFuture::from(loaded).await.map(drop);
    if loaded.is_err() {
        put_back(&link);
    }
    loaded
}

fn put_back(link: &HtmlLinkElement) {
    link.remove_attribute("id").ok();
    if let Some(template) = template() {
        _ = template.content().append_child(link);
    }
}

fn template() -> Option<HtmlTemplateElement> {
    document().get_element_by_id(TEMPLATE)?.dyn_into().ok()
}
