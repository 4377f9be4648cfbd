use leptos::prelude::document;

use crate::platform::storage;

/// Where the choice is kept; `index.html` reads it before the first paint.
const STORED_AS: &str = "latchkey.theme";

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Theme {
    Light,
    Dark,
    /// As the system says.
    #[default]
    System,
}

impl Theme {
    pub(super) const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::System];

    pub(super) fn chosen() -> Self {
        match storage::read(STORED_AS).as_deref() {
            Some("light") => Self::Light,
            Some("dark") => Self::Dark,
            _ => Self::System,
        }
    }

    pub(super) fn choose(self) {
        let root = document().document_element();
        match self.name() {
            Some(name) => {
                storage::write(STORED_AS, name);
                _ = root.map(|root| root.set_attribute("data-theme", name));
            }
            None => {
                storage::remove(STORED_AS);
                _ = root.map(|root| root.remove_attribute("data-theme"));
            }
        }
    }

    fn name(self) -> Option<&'static str> {
        match self {
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
            Self::System => None,
        }
    }
}
