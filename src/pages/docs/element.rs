use leptos::html::custom;
use leptos::prelude::*;

/// An element that never changes. All of the reference is made of this one view type: `view!` would make one for each kind of
/// element, and each of them weighs hundreds of bytes of WebAssembly.
#[derive(Default)]
pub struct Element {
    tag: &'static str,
    class: Option<&'static str>,
    id: Option<String>,
    href: Option<String>,
    label: Option<String>,
    labelled_by: Option<String>,
    tabindex: Option<&'static str>,
    translate: Option<&'static str>,
}

impl Element {
    pub fn new(tag: &'static str) -> Self {
        Self { tag, ..Self::default() }
    }

    pub fn class(self, class: &'static str) -> Self {
        Self { class: Some(class), ..self }
    }

    pub fn id(self, id: &str) -> Self {
        Self { id: Some(id.to_owned()), ..self }
    }

    pub fn href(self, href: String) -> Self {
        Self { href: Some(href), ..self }
    }

    /// What screen readers call it.
    pub fn label(self, label: String) -> Self {
        Self { label: Some(label), ..self }
    }

    /// The id of what names it.
    pub fn labelled_by(self, id: &str) -> Self {
        Self { labelled_by: Some(id.to_owned()), ..self }
    }

    /// Takes the focus when the program gives it.
    pub fn focusable(self) -> Self {
        Self { tabindex: Some("-1"), ..self }
    }

    /// Words of a program and not of a language.
    pub fn untranslated(self) -> Self {
        Self { translate: Some("no"), ..self }
    }

    pub fn with(self, children: Vec<AnyView>) -> AnyView {
        custom(self.tag)
            .attr("class", self.class)
            .attr("id", self.id)
            .attr("href", self.href)
            .attr("aria-label", self.label)
            .attr("aria-labelledby", self.labelled_by)
            .attr("tabindex", self.tabindex)
            .attr("translate", self.translate)
            .child(children)
            .into_any()
    }

    pub fn with_text(self, text: impl Into<String>) -> AnyView {
        self.with(vec![words(text)])
    }
}

/// An element with a class.
pub fn element(tag: &'static str, class: &'static str, children: Vec<AnyView>) -> AnyView {
    Element::new(tag).class(class).with(children)
}

pub fn code(text: impl Into<String>) -> AnyView {
    Element::new("code").untranslated().with_text(text)
}

/// The name of a member, a parameter, a variant.
pub fn name(text: impl Into<String>) -> AnyView {
    Element::new("code").class("docs-member-name").untranslated().with_text(text)
}

/// The mark of what must be given.
pub fn required(label: &str) -> AnyView {
    Element::new("span").class("docs-required").with_text(label)
}

pub fn words(text: impl Into<String>) -> AnyView {
    text.into().into_any()
}
