//! What portal administrators see and decide.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Timestamp;
use crate::api_access::AccessState;

/// A request for API access in the administrators' queue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct AccessRequest {
    pub id: Uuid,
    /// Goes up with every change; a decision names the version it was made on.
    pub version: u32,
    pub state: RequestState,
    pub user_id: Uuid,
    pub user_name: String,
    pub user_email: String,
    pub company_name: String,
    pub sent_at: Timestamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum RequestState {
    Pending,
    Approved,
    Denied,
    Withdrawn,
}

/// How a request ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Decision {
    /// The administrator's name, or the product's where requests are approved automatically.
    pub decided_by: String,
    pub decided_at: Timestamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Body of `POST /api/v1/admin/api-requests/{id}/approve`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Approve {
    pub version: u32,
}

/// Body of `POST /api/v1/admin/api-requests/{id}/deny`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Deny {
    pub version: u32,
    /// Shown to the user; required.
    pub reason: String,
}

/// A user's API access as administrators see it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UserAccess {
    pub user_id: Uuid,
    /// Goes up with every change of this user's access.
    pub version: u32,
    pub user_name: String,
    pub user_email: String,
    pub company_name: String,
    pub state: AccessState,
    /// How many active API keys the user owns.
    pub active_keys: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
}

/// Body of `POST /api/v1/admin/users/{id}/api-access/disable`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DisableAccess {
    pub version: u32,
    /// Shown to the user; required.
    pub reason: String,
}

/// Body of `POST /api/v1/admin/users/{id}/api-access/enable`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EnableAccess {
    pub version: u32,
}
