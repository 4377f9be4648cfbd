//! `config.json`: what the operator sets for the web app, read again whenever it is asked for.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use latchkey_contract::portal_config::PortalConfig;
use url::Url;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::Portal;
use super::entity::revalidated;
use super::openapi::tags;
use super::problem::ApiError;

/// The file and what was last read from it.
pub struct ConfigJson {
    file: Option<PathBuf>,
    last_good: Mutex<PortalConfig>,
}

#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    #[error("the portal config {} cannot be read: {source}", file.display())]
    Read { file: PathBuf, source: std::io::Error },
    #[error("the portal config {} is not right: {source}", file.display())]
    Parse { file: PathBuf, source: serde_json::Error },
    #[error("in the portal config {}, {member} must be an http or https address", file.display())]
    NotAnAddress { file: PathBuf, member: String },
}

impl ConfigJson {
    /// # Errors
    /// If the file cannot be read now. Later faults of it are logged, and what was read before stays.
    pub fn open(file: Option<PathBuf>) -> Result<Self, ConfigError> {
        let config = file.as_ref().map(read).transpose()?.unwrap_or_default();
        Ok(Self { file, last_good: Mutex::new(config) })
    }

    /// The base address that scripts call, without a slash at its end, if the operator names one.
    pub(super) async fn restapi_url(&self) -> Option<String> {
        let url = self.present().await.restapi_url?;
        Some(url.trim_end_matches('/').to_owned())
    }

    async fn present(&self) -> PortalConfig {
        if let Some(file) = self.file.clone() {
            match tokio::task::spawn_blocking(move || read(&file)).await {
                Ok(Ok(config)) => *self.last_good.lock().unwrap_or_else(PoisonError::into_inner) = config,
                Ok(Err(error)) => tracing::warn!(%error, "the portal config as read before stays in use"),
                Err(error) => tracing::warn!(%error, "the portal config was not read"),
            }
        }
        self.last_good.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

pub(super) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(config))
}

/// Read the portal's configuration
///
/// What the operator set for the web app: links of menu entries, hidden entries, the address that scripts call.
#[utoipa::path(
    get, path = "/config.json", tag = tags::ABOUT, operation_id = "getPortalConfig", security(()),
    responses((status = 200, body = PortalConfig, description = "The configuration."))
)]
async fn config(State(portal): State<Portal>, headers: HeaderMap) -> Result<Response, ApiError> {
    let config = portal.config.present().await;
    let written = serde_json::to_vec(&config).map_err(|_| ApiError::internal())?;
    Ok(revalidated(&headers, "application/json", written.into()))
}

fn read(file: &PathBuf) -> Result<PortalConfig, ConfigError> {
    let text = std::fs::read(file).map_err(|source| ConfigError::Read { file: file.clone(), source })?;
    let config: PortalConfig =
        serde_json::from_slice(&text).map_err(|source| ConfigError::Parse { file: file.clone(), source })?;
    let links = config.entries.iter().filter_map(|(name, entry)| Some((name, entry.link.as_deref()?)));
    let addresses =
        config.restapi_url.as_deref().map(|address| ("restapi_url", address)).into_iter().chain(links);
    for (member, address) in addresses {
        if !is_web_address(address) {
            return Err(ConfigError::NotAnAddress { file: file.clone(), member: member.to_owned() });
        }
    }
    Ok(config)
}

fn is_web_address(address: &str) -> bool {
    Url::parse(address).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}
