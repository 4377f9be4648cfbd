mod flat;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Timestamp;
use crate::credential::Credential;

/// Answer of `GET /api/v1/api-access`: the caller's own API access and the credentials that go with it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ApiAccess {
    pub status: AccessStatus,
    /// Newest first, revoked ones included; never a secret.
    pub credentials: Vec<Credential>,
}

/// Where a user's API access stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case", try_from = "flat::AccessStatus")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum AccessStatus {
    /// Never asked for, or withdrawn.
    Disabled,
    /// Asked for; an administrator has not decided yet.
    Pending { request_id: Uuid, sent_at: Timestamp, reason: Option<String> },
    /// Refused. The user may ask again.
    Denied { decided_by: String, decided_at: Timestamp, reason: String },
    /// Granted.
    Approved { decided_by: String, decided_at: Timestamp },
    /// Granted once, then switched off by an administrator: every key of the user is refused.
    Suspended { decided_by: String, decided_at: Timestamp, reason: String },
}

/// The bare name of an [`AccessStatus`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum AccessState {
    Disabled,
    Pending,
    Denied,
    Approved,
    Suspended,
}

impl AccessStatus {
    pub fn state(&self) -> AccessState {
        match self {
            Self::Disabled => AccessState::Disabled,
            Self::Pending { .. } => AccessState::Pending,
            Self::Denied { .. } => AccessState::Denied,
            Self::Approved { .. } => AccessState::Approved,
            Self::Suspended { .. } => AccessState::Suspended,
        }
    }
}

impl AccessState {
    /// Whether the portal calls the page "API Info": access is, or was, granted.
    pub fn was_granted(self) -> bool {
        matches!(self, Self::Approved | Self::Suspended)
    }
}

/// Body of `POST /api/v1/api-access/request`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RequestApiAccess {
    /// At most [`crate::validation::REASON_MAX`] characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}
