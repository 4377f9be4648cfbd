use serde::Deserialize;
use uuid::Uuid;

use super::AccessState;
use crate::Timestamp;

/// [`super::AccessStatus`] as it is read: one flat object. What serde derives for a tagged enum would keep a copy of
/// everything it reads and weighs several times as much in the web app.
#[derive(Deserialize)]
pub(super) struct AccessStatus {
    state: AccessState,
    request_id: Option<Uuid>,
    sent_at: Option<Timestamp>,
    decided_by: Option<String>,
    decided_at: Option<Timestamp>,
    reason: Option<String>,
}

impl TryFrom<AccessStatus> for super::AccessStatus {
    type Error = &'static str;

    fn try_from(flat: AccessStatus) -> Result<Self, Self::Error> {
        let decided_by = flat.decided_by.ok_or("`decided_by` is missing");
        let decided_at = flat.decided_at.ok_or("`decided_at` is missing");
        let why = "`reason` is missing";
        Ok(match flat.state {
            AccessState::Disabled => Self::Disabled,
            AccessState::Pending => Self::Pending {
                request_id: flat.request_id.ok_or("`request_id` is missing")?,
                sent_at: flat.sent_at.ok_or("`sent_at` is missing")?,
                reason: flat.reason,
            },
            AccessState::Denied => Self::Denied {
                decided_by: decided_by?,
                decided_at: decided_at?,
                reason: flat.reason.ok_or(why)?,
            },
            AccessState::Approved => Self::Approved { decided_by: decided_by?, decided_at: decided_at? },
            AccessState::Suspended => Self::Suspended {
                decided_by: decided_by?,
                decided_at: decided_at?,
                reason: flat.reason.ok_or(why)?,
            },
        })
    }
}
