//! What the caller's own API keys are used for.

use std::collections::HashMap;

use axum::Json;
use axum::extract::State;
use latchkey_contract::credential::{Credential, CredentialState};
use latchkey_contract::usage::{ApiUsage, CallCounts, KeyUsage};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::clock::{DAY, timestamp};
use crate::http::Portal;
use crate::http::openapi::answers::{Forbidden, Unauthorized};
use crate::http::openapi::tags;
use crate::http::problem::ApiError;
use crate::http::signed_in::CompanyUser;

/// How far back calls are counted, in milliseconds.
const WINDOW: i64 = DAY;

pub(crate) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(api_usage))
}

/// Read the usage of the own API keys
///
/// Each key with its last use, and how many calls it made in the last 24 hours. A call shows here a second or so later.
#[utoipa::path(
    get, path = "/api/v1/api-access/usage", tag = tags::API_ACCESS, operation_id = "getApiUsage",
    security(("session" = [])),
    responses((status = 200, body = ApiUsage, description = "Keys with their last use and their calls.", example = json!({
        "since": "2026-02-28T09:30:00.000Z", "calls": {"success": 1840, "client_error": 3, "server_error": 0},
        "keys": [{"credential_id": "019cb6f2-0005-7000-8000-000000000001", "api_key": "lkp_7Hq2mXc9TzR4vKb1WnLs6JdY",
            "state": "active", "last_used": {"at": "2026-03-01T09:29:58.120Z", "address": "192.0.2.1",
                "route": "GET /restapi/instance/instanceList"},
            "calls": {"success": 1840, "client_error": 3, "server_error": 0}}]})),
        Unauthorized, Forbidden)
)]
async fn api_usage(State(portal): State<Portal>, user: CompanyUser) -> Result<Json<ApiUsage>, ApiError> {
    let owner = user.account().id;
    let since = user.now - WINDOW;
    let credentials = portal.store.credentials(owner).await?;
    let counts: HashMap<Uuid, CallCounts> =
        portal.store.call_counts(owner, since).await?.into_iter().collect();
    let calls = counts.values().copied().sum();
    let used = |key: Credential| {
        let calls = counts.get(&key.id).copied();
        (key.state == CredentialState::Active || calls.is_some()).then(|| KeyUsage {
            credential_id: key.id,
            api_key: key.api_key,
            state: key.state,
            last_used: key.last_used,
            calls: calls.unwrap_or_default(),
        })
    };
    let keys = credentials.into_iter().filter_map(used).collect();
    Ok(Json(ApiUsage { since: timestamp(since), calls, keys }))
}
