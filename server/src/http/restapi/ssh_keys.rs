use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::auth::ApiCaller;
use super::cloud_call::in_time;
use super::envelope::{enabled, list};
use crate::cloud::SshKey;
use crate::http::Portal;
use crate::http::openapi::tags;
use crate::http::problem::ApiError;

/// A public key that instances let in.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SshKeyItem {
    uuid: Uuid,
    name: String,
    is_active: bool,
    /// The company's name.
    domain_name: String,
    /// `ENABLED` or `DISABLED`.
    status: String,
}

list! {
    /// SSH keys.
    SshKeyList, "listSSHKeyResponse", SshKeyItem
}

impl From<SshKey> for SshKeyItem {
    fn from(key: SshKey) -> Self {
        Self {
            uuid: key.id,
            name: key.name,
            is_active: key.is_active,
            domain_name: key.domain_name,
            status: enabled(key.is_active).to_owned(),
        }
    }
}

pub(crate) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(list_ssh_keys))
}

/// List SSH keys
///
/// The SSH keys of the key's company.
#[utoipa::path(
    get, path = "/restapi/sshkey/sshkeyList", tag = tags::SSH_KEYS, operation_id = "listSshKeys",
    security(("apikey" = [], "secretkey" = [])),
    responses((status = 200, body = SshKeyList, description = "All SSH keys in one answer.",
        example = json!({"count": 1, "listSSHKeyResponse": [{"uuid": "01954d10-0000-7000-8000-000000000047",
            "name": "laptop", "isActive": true, "domainName": "Demo Ltd", "status": "ENABLED"}]})))
)]
async fn list_ssh_keys(
    State(portal): State<Portal>,
    caller: ApiCaller,
) -> Result<Json<SshKeyList>, ApiError> {
    let keys = in_time(portal.cloud.ssh_keys(caller.tenant())).await?;
    Ok(Json(keys.into_iter().collect()))
}
