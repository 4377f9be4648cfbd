//! The style sheet of what comes in chunks. The page names it in a `<template>`, where the browser leaves it alone.

use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlLinkElement, HtmlTemplateElement};

/// Begins to load it, unless that was done before. A page without such a template has all its styles already.
pub fn begin() -> Option<HtmlLinkElement> {
    let template = document().get_element_by_id("chunk-style")?.dyn_into::<HtmlTemplateElement>().ok()?;
    let link = template.content().first_element_child()?.dyn_into::<HtmlLinkElement>().ok()?;
    document().head()?.append_child(&link).ok()?;
    Some(link)
}

/// Loads it, unless that was done before, and waits until it applies.
///
/// # Errors
/// It could not be loaded. The next call tries again.
pub async fn load() -> Result<(), JsValue> {
    let Some(link) = begin() else { return Ok(()) };
    let loaded = js_sys::Promise::new(&mut |done, failed| {
        link.set_onload(Some(&done));
        link.set_onerror(Some(&failed));
    });
    let loaded = JsFuture::from(loaded).await.map(drop);
    if loaded.is_err() {
        put_back(&link);
    }
    loaded
}

fn put_back(link: &Element) {
    let template =
        document().get_element_by_id("chunk-style").and_then(|it| it.dyn_into::<HtmlTemplateElement>().ok());
    if let Some(template) = template {
        _ = template.content().append_child(link);
    }
}
