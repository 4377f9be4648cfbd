use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use super::by_id;

/// The name that a screen reader calls an element by: as much of the W3C's rules as these tests need.
pub(crate) fn accessible_name(element: &Element) -> String {
    if let Some(ids) = element.get_attribute("aria-labelledby") {
        return ids.split_whitespace().map(|id| words(&by_id(id))).collect::<Vec<_>>().join(" ");
    }
    if let Some(label) = element.get_attribute("aria-label") {
        return label;
    }
    words(element)
}

fn words(element: &Element) -> String {
    let mut text = String::new();
    collect(element, &mut text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn collect(node: &Node, text: &mut String) {
    let children = node.child_nodes();
    for index in 0..children.length() {
        let child = children.get(index).unwrap();
        match child.dyn_ref::<Element>() {
            Some(element) if element.get_attribute("aria-hidden").as_deref() == Some("true") => {}
            Some(element) => collect(element, text),
            None if child.node_type() == Node::TEXT_NODE => {
                text.push_str(&child.text_content().unwrap_or_default());
            }
            None => {}
        }
    }
}
