use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Timestamp;
use crate::secret::{PlainSecret, expose_secret_key};

/// An API key and what may be told of its secret key, which is never part of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Credential {
    pub id: Uuid,
    /// Public: `lkp_` and 24 base62 characters.
    pub api_key: String,
    pub state: CredentialState,
    pub created_at: Timestamp,
    /// When the present secret key was made.
    pub secret_created_at: Timestamp,
    /// Counts the secrets this key has had, from 1.
    pub secret_version: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revoked_at: Option<Timestamp>,
    /// Absent until the key is used for the first time. A second or so behind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_used: Option<LastUse>,
}

/// The newest call that was made with a key and its right secret key, whatever was answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LastUse {
    pub at: Timestamp,
    /// Where the caller was: an IPv4 or IPv6 address.
    pub address: String,
    /// The method and the route's template, e.g. `GET /restapi/instance/instanceList`.
    pub route: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum CredentialState {
    Active,
    Revoked,
}

/// Body of `POST /api/v1/credentials/{id}/secret/reveal`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RevealSecret {
    pub purpose: RevealPurpose,
}

/// What the secret is fetched for; recorded in the audit log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum RevealPurpose {
    /// To be shown on the screen.
    Show,
    /// To be put on the clipboard without being shown.
    Copy,
}

/// The one answer that carries a secret key. Sent with `Cache-Control: no-store`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RevealedSecret {
    /// `lks_`, 40 base62 characters, then 6 that are the CRC-32 of everything before.
    #[serde(serialize_with = "expose_secret_key")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Password))]
    pub secret_key: PlainSecret,
    pub secret_version: u32,
}
