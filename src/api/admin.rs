use latchkey_contract::Page;
use latchkey_contract::admin::{
    AccessRequest, Approve, Deny, DisableAccess, EnableAccess, RequestState, UserAccess,
};
use uuid::Uuid;

use super::client::{with_query, written};
use super::{Api, ApiError, Method};

const REQUESTS: &str = "/api/v1/admin/api-requests";
const USERS: &str = "/api/v1/admin/users";

/// For administrators only; anybody else gets `forbidden`. Decisions name the version that was seen; if it is
/// no longer the newest one they get `version-conflict`.
impl Api {
    /// The queue; in every state if `state` is absent.
    pub async fn access_requests(
        self,
        state: Option<RequestState>,
        cursor: Option<&str>,
    ) -> Result<Page<AccessRequest>, ApiError> {
        let parameters = [("state", state.map(name_of)), ("cursor", cursor)];
        self.get(with_query(REQUESTS, &parameters)).await
    }

    pub async fn access_request(self, id: Uuid) -> Result<AccessRequest, ApiError> {
        self.get(format!("{REQUESTS}/{id}")).await
    }

    pub async fn approve_request(self, id: Uuid, body: &Approve) -> Result<AccessRequest, ApiError> {
        self.call(Method::Post, format!("{REQUESTS}/{id}/approve"), written(body)).await
    }

    pub async fn deny_request(self, id: Uuid, body: &Deny) -> Result<AccessRequest, ApiError> {
        self.call(Method::Post, format!("{REQUESTS}/{id}/deny"), written(body)).await
    }

    /// Users and their API access; `search` looks into name, e-mail and company.
    pub async fn users(
        self,
        search: Option<&str>,
        cursor: Option<&str>,
    ) -> Result<Page<UserAccess>, ApiError> {
        self.get(with_query(USERS, &[("search", search), ("cursor", cursor)])).await
    }

    pub async fn disable_access(self, user_id: Uuid, body: &DisableAccess) -> Result<UserAccess, ApiError> {
        self.call(Method::Post, format!("{USERS}/{user_id}/api-access/disable"), written(body)).await
    }

    pub async fn enable_access(self, user_id: Uuid, body: &EnableAccess) -> Result<UserAccess, ApiError> {
        self.call(Method::Post, format!("{USERS}/{user_id}/api-access/enable"), written(body)).await
    }
}

fn name_of(state: RequestState) -> &'static str {
    match state {
        RequestState::Pending => "pending",
        RequestState::Approved => "approved",
        RequestState::Denied => "denied",
        RequestState::Withdrawn => "withdrawn",
    }
}
