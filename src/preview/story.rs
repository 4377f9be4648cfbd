use leptos::prelude::*;

/// One picture in the preview.
#[derive(Clone, Copy)]
pub struct Story {
    /// What it shows, e.g. `Button`.
    pub group: &'static str,
    /// In which state, e.g. `Busy`.
    pub name: &'static str,
    pub view: fn() -> AnyView,
}

impl Story {
    pub const fn new(group: &'static str, name: &'static str, view: fn() -> AnyView) -> Self {
        Self { group, name, view }
    }

    /// The story's place in the address, e.g. `button/while-busy`.
    pub fn id(&self) -> String {
        let slug = |text: &str| {
            let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
            words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
        };
        format!("{}/{}", slug(self.group), slug(self.name))
    }
}
