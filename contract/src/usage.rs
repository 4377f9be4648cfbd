use serde::{Deserialize, Serialize};

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
