//! What the event stream `GET /api/v1/events` tells. Events say what changed; the reader fetches the rest.

mod flat;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::api_access::AccessState;
use crate::resource::ResourceKind;

/// The `data` of one server-sent event. Its SSE `id` is the position to resume from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", try_from = "flat::LiveEvent")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum LiveEvent {
    /// The caller's own API access changed.
    AccessChanged { state: AccessState },
    /// One of the caller's own credentials was created, given a new secret or revoked.
    CredentialsChanged,
    /// One of the caller's own API keys was used. Told every few seconds at most, however often that is.
    KeyUsed,
    /// The caller's own profile changed in another window.
    ProfileChanged,
    /// Something was added to the caller's own activity.
    ActivityAdded,
    /// Something of this kind was made, changed or is gone. Sent to the users of the company that it belongs to.
    ResourcesChanged { resource: ResourceKind },
    /// The administrators' queue changed. Sent to administrators only.
    RequestsChanged { request_id: Uuid },
    /// A user's API access changed. Sent to administrators only.
    UserAccessChanged { user_id: Uuid },
    /// Events were missed (too old an id): read everything again.
    Reset,
    /// The session is over; the stream closes after this.
    SessionEnded,
    /// An event of a newer backend that this version does not know.
    Unknown,
}
