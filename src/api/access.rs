use latchkey_contract::api_access::{ApiAccess, RequestApiAccess};
use latchkey_contract::usage::ApiUsage;

use super::client::{nothing, written};
use super::{Api, ApiError, IdempotencyKey, Method};

const API_ACCESS: &str = "/api/v1/api-access";

impl Api {
    /// The caller's own API access and credentials. Administrators have none: `forbidden`.
    pub async fn api_access(self) -> Result<ApiAccess, ApiError> {
        self.get(API_ACCESS.into()).await
    }

    /// What the caller's own keys were used for in the last 24 hours. Administrators have none: `forbidden`.
    pub async fn api_usage(self) -> Result<ApiUsage, ApiError> {
        self.get(format!("{API_ACCESS}/usage")).await
    }

    pub async fn request_api_access(
        self,
        body: &RequestApiAccess,
        key: &IdempotencyKey,
    ) -> Result<ApiAccess, ApiError> {
        self.create(format!("{API_ACCESS}/request"), written(body), key).await
    }

    pub async fn withdraw_request(self) -> Result<ApiAccess, ApiError> {
        self.call(Method::Delete, format!("{API_ACCESS}/request"), nothing()).await
    }
}
