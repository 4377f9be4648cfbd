use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::cloud::Outcome;

/// What an act has led to. What takes time has begun.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Done {
    /// What was acted on.
    uuid: Uuid,
    /// The same as `uuid`.
    job_id: Uuid,
    /// In capitals: how it is now, e.g. `STARTING` or `DELETED`.
    status: String,
}

impl From<Outcome> for Done {
    fn from(outcome: Outcome) -> Self {
        Self { uuid: outcome.id, job_id: outcome.id, status: outcome.status.into_owned() }
    }
}
