use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Timestamp;
use crate::secret::{Password, expose_password};

/// Header, `1`, of a reading that nobody asked for: the page made it by itself. It does not postpone the session's end.
pub const UNATTENDED: &str = "latchkey-unattended";

/// Body of `POST /api/v1/session`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignIn {
    pub email: String,
    #[serde(serialize_with = "expose_password")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Password))]
    pub password: Password,
}

/// Body of `POST /api/v1/session/step-up`: the password once more, for acts that touch a secret.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StepUp {
    #[serde(serialize_with = "expose_password")]
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Password))]
    pub password: Password,
}

/// Who is signed in, and for how long.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Session {
    pub account: Account,
    /// When the session ends if nothing more is done in it.
    pub expires_at: Timestamp,
    /// Until when acts that touch a secret are allowed without asking for the password again.
    pub stepped_up_until: Timestamp,
}

/// One of the caller's own sessions, as `GET /api/v1/sessions` lists it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnSession {
    pub id: Uuid,
    /// The session that asks.
    pub is_current: bool,
    /// The `User-Agent` at sign-in, at most 256 characters; empty if there was none.
    pub user_agent: String,
    /// The address that the session was last seen at.
    pub address: String,
    pub signed_in_at: Timestamp,
    /// Accurate to a minute.
    pub last_seen_at: Timestamp,
}

/// Answer of `GET /api/v1/sessions`, last seen first. An account has at most [`SESSIONS_MAX`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnSessions {
    pub items: Vec<OwnSession>,
}

/// Sessions that an account may have at once; one more ends the one that began first.
pub const SESSIONS_MAX: u32 = 20;

/// The account behind a session.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Account {
    pub id: Uuid,
    pub email: String,
    pub first_name: String,
    pub last_name: String,
    pub role: Role,
    /// The role as the portal names it, e.g. `Billing Admin`.
    pub role_name: String,
    /// Absent for portal administrators, who belong to no company.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<Company>,
    /// IANA name, e.g. `Europe/Berlin`; absent means the browser's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
}

impl Account {
    pub fn full_name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name).trim().to_owned()
    }

    pub fn is_administrator(&self) -> bool {
        self.role == Role::Administrator
    }
}

/// What an account may do in the portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Role {
    /// A user of a company.
    User,
    /// A portal administrator: decides on API access, owns no credential.
    Administrator,
}

/// The tenant that users and resources belong to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Company {
    pub id: Uuid,
    pub name: String,
}
