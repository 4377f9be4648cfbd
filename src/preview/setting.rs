use leptos::prelude::*;
use web_sys::UrlSearchParams;

use crate::i18n::{Locale, set_locale};

/// What is shown and how. It lives in the address after `#`, so that a picture can be linked to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Setting {
    pub(super) story: String,
    /// `light` or `dark`; empty for what the system says.
    pub(super) theme: String,
    /// `ltr` or `rtl`.
    pub(super) direction: String,
    /// CSS pixels; empty for all there is.
    pub(super) width: String,
    /// `en` or `en-XA`.
    pub(super) locale: String,
}

impl Setting {
    /// From the address of this window.
    pub(super) fn read() -> Self {
        let hash = window().location().hash().unwrap_or_default();
        let get = |name: &str, otherwise: &str| {
            UrlSearchParams::new_with_str(hash.trim_start_matches('#'))
                .ok()
                .and_then(|params| params.get(name))
                .unwrap_or_else(|| otherwise.to_owned())
        };
        Self {
            story: get("story", ""),
            theme: get("theme", ""),
            direction: get("direction", "ltr"),
            width: get("width", ""),
            locale: get("locale", "en"),
        }
    }

    /// With the leading `#`.
    pub(super) fn to_hash(&self) -> String {
        let members = [
            ("story", &self.story),
            ("theme", &self.theme),
            ("direction", &self.direction),
            ("width", &self.width),
            ("locale", &self.locale),
        ];
        let members = members.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>();
        format!("#{}", members.join("&"))
    }

    /// Makes this window's page look like that.
    pub(super) fn apply(&self) {
        set_locale(if self.locale == "en-XA" { Locale::en_XA } else { Locale::en });
        if let Some(page) = document().document_element() {
            // Setting an attribute fails only for names that are no names.
            _ = page.set_attribute("data-theme", &self.theme);
            _ = page.set_attribute("dir", &self.direction);
            _ = page.set_attribute("lang", &self.locale);
        }
    }
}
