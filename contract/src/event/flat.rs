use serde::Deserialize;
use uuid::Uuid;

use crate::api_access::AccessState;
use crate::resource::ResourceKind;

/// [`super::LiveEvent`] as it is read, for the same reason as the status of an API access: it weighs less.
#[derive(Deserialize)]
pub(super) struct LiveEvent {
    kind: Kind,
    state: Option<AccessState>,
    resource: Option<ResourceKind>,
    request_id: Option<Uuid>,
    user_id: Option<Uuid>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    AccessChanged,
    CredentialsChanged,
    KeyUsed,
    ProfileChanged,
    ActivityAdded,
    ResourcesChanged,
    RequestsChanged,
    UserAccessChanged,
    Reset,
    SessionEnded,
    #[serde(other)]
    Unknown,
}

impl TryFrom<LiveEvent> for super::LiveEvent {
    type Error = &'static str;

    fn try_from(flat: LiveEvent) -> Result<Self, Self::Error> {
        Ok(match flat.kind {
            Kind::AccessChanged => Self::AccessChanged { state: flat.state.ok_or("`state` is missing")? },
            Kind::CredentialsChanged => Self::CredentialsChanged,
            Kind::KeyUsed => Self::KeyUsed,
            Kind::ProfileChanged => Self::ProfileChanged,
            Kind::ActivityAdded => Self::ActivityAdded,
            Kind::ResourcesChanged => {
                Self::ResourcesChanged { resource: flat.resource.ok_or("`resource` is missing")? }
            }
            Kind::RequestsChanged => {
                Self::RequestsChanged { request_id: flat.request_id.ok_or("`request_id` is missing")? }
            }
            Kind::UserAccessChanged => {
                Self::UserAccessChanged { user_id: flat.user_id.ok_or("`user_id` is missing")? }
            }
            Kind::Reset => Self::Reset,
            Kind::SessionEnded => Self::SessionEnded,
            Kind::Unknown => Self::Unknown,
        })
    }
}
