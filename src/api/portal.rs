use latchkey_contract::portal_config::PortalConfig;

use super::{Api, ApiError};

impl Api {
    /// What the operator set for the web app.
    pub async fn portal_config(self) -> Result<PortalConfig, ApiError> {
        self.get("/config.json".into()).await
    }

    /// The OpenAPI 3.1 document of the backend, as text; readable without a session.
    pub async fn openapi(self) -> Result<String, ApiError> {
        self.text("/api/v1/openapi.json".into()).await
    }
}
