//! `config.json`: what the operator sets for the web app. Read at run time, so no rebuild is needed.

mod entries;

use serde::{Deserialize, Serialize};

pub use entries::MenuEntries;

/// Answer of `GET /config.json`. Every member may be left out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PortalConfig {
    /// The base address that scripts call, e.g. `https://portal.example/restapi`; the page's own origin if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub restapi_url: Option<String>,
    /// By entry name, e.g. `billing`, `help-center`, `quota-limit`; see `docs/configuration.md` for all of them.
    #[serde(skip_serializing_if = "MenuEntries::is_empty")]
    #[cfg_attr(feature = "openapi", schema(value_type = std::collections::BTreeMap<String, MenuEntry>))]
    pub entries: MenuEntries,
}

/// What to do with a menu entry that Latchkey does not serve itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MenuEntry {
    /// Where that part of the cloud portal lives (`http` or `https`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    pub hidden: bool,
}
