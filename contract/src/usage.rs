use std::iter::Sum;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Timestamp;
use crate::credential::{CredentialState, LastUse};

/// Answer of `GET /api/v1/api-access/usage`: what the caller's own API keys were used for in the last 24 hours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ApiUsage {
    /// Calls are counted from here on.
    pub since: Timestamp,
    /// Calls of all keys together.
    pub calls: CallCounts,
    /// Newest first: the key that works, and revoked ones that were used meanwhile.
    pub keys: Vec<KeyUsage>,
}

/// What one API key was used for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KeyUsage {
    pub credential_id: Uuid,
    pub api_key: String,
    pub state: CredentialState,
    /// Absent until the key is used for the first time, which may be longer ago than the calls that are counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_used: Option<LastUse>,
    pub calls: CallCounts,
}

/// How many calls were made, by the class of the status that was answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CallCounts {
    /// Answered with 2xx.
    pub success: u64,
    /// Refused with 4xx, those that were held back (429) and those whose caller hung up included.
    pub client_error: u64,
    /// Failed with 5xx.
    pub server_error: u64,
}

impl CallCounts {
    pub fn total(&self) -> u64 {
        self.success.saturating_add(self.client_error).saturating_add(self.server_error)
    }
}

impl Sum for CallCounts {
    fn sum<I: Iterator<Item = Self>>(counts: I) -> Self {
        counts.fold(Self::default(), |sum, counts| Self {
            success: sum.success.saturating_add(counts.success),
            client_error: sum.client_error.saturating_add(counts.client_error),
            server_error: sum.server_error.saturating_add(counts.server_error),
        })
    }
}
