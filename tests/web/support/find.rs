use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::{Mounted, accessible_name};

impl Mounted {
    /// The one element of that role and name.
    pub(crate) fn by_role(&self, role: &str, name: &str) -> Element {
        let found = self.all_by_role(role, name);
        assert_eq!(found.len(), 1, "{role} {name:?} in {}", self.container.inner_html());
        found.into_iter().next().unwrap()
    }

    pub(crate) fn has_role(&self, role: &str, name: &str) -> bool {
        !self.all_by_role(role, name).is_empty()
    }

    pub(crate) fn all_by_role(&self, role: &str, name: &str) -> Vec<Element> {
        let all = self.container.query_selector_all("*").unwrap();
        (0..all.length())
            .map(|index| all.get(index).unwrap().unchecked_into::<Element>())
            .filter(|element| role_of(element).as_deref() == Some(role) && is_shown(element))
            .filter(|element| accessible_name(element) == name)
            .collect()
    }

    /// The control whose `<label>` says exactly that, a mark for required fields aside.
    pub(crate) fn by_label(&self, label: &str) -> HtmlInputElement {
        let labels = self.container.query_selector_all("label").unwrap();
        let found = (0..labels.length())
            .map(|index| labels.get(index).unwrap().unchecked_into::<Element>())
            .find(|element| accessible_name(element) == label)
            .unwrap_or_else(|| panic!("no label {label:?} in {}", self.container.inner_html()));
        by_id(&found.get_attribute("for").unwrap()).unchecked_into()
    }

    /// Everything that can be read, what only screen readers hear included.
    pub(crate) fn text(&self) -> String {
        self.container.text_content().unwrap_or_default()
    }

    pub(crate) fn says(&self, text: &str) -> bool {
        self.text().contains(text)
    }
}

pub(crate) fn by_id(id: &str) -> Element {
    document().get_element_by_id(id).unwrap_or_else(|| panic!("no element #{id}"))
}

/// The element that has the focus.
pub(crate) fn focused() -> Option<Element> {
    document().active_element()
}

/// Whether neither it nor anything around it is hidden.
pub(crate) fn is_shown(element: &Element) -> bool {
    let hidden = element.closest("[hidden], [aria-hidden=true], dialog:not([open])").unwrap().is_some();
    let folded = element.closest("details:not([open])").unwrap().is_some()
        && element.closest("summary").unwrap().is_none();
    !hidden && !folded
}

fn role_of(element: &Element) -> Option<String> {
    if let Some(role) = element.get_attribute("role") {
        return Some(role);
    }
    let role = match element.tag_name().to_lowercase().as_str() {
        "a" if element.has_attribute("href") => "link",
        "button" => "button",
        "dialog" => "dialog",
        "h1" | "h2" | "h3" => "heading",
        "nav" => "navigation",
        "textarea" => "textbox",
        "select" => "combobox",
        "input" => match element.get_attribute("type").as_deref() {
            Some("radio") => "radio",
            Some("checkbox") => "checkbox",
            _ => "textbox",
        },
        _ => return None,
    };
    Some(role.to_owned())
}
