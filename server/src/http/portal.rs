use std::ops::Deref;
use std::sync::Arc;

use tokio::sync::watch;

use super::config_json::ConfigJson;
use super::web::{Asset, WebApp};
use crate::call_log::CallLog;
use crate::clock::Clock;
use crate::cloud::Cloud;
use crate::live::Streams;
use crate::passwords::Passwords;
use crate::secrets::Issuer;
use crate::settings::{Approval, Site};
use crate::store::Store;
use crate::throttle::{CallThrottle, PasswordThrottle, RestapiThrottle};

/// What every request may need. Cheap to clone.
#[derive(Clone)]
pub struct Portal(Arc<PortalParts>);

pub struct PortalParts {
    pub store: Arc<dyn Store>,
    /// What `/restapi` lists and moves.
    pub cloud: Arc<dyn Cloud>,
    pub issuer: Issuer,
    pub passwords: Passwords,
    pub clock: Arc<dyn Clock>,
    pub site: Site,
    pub approval: Approval,
    pub password_throttle: PasswordThrottle,
    pub restapi_throttle: RestapiThrottle,
    pub call_throttle: CallThrottle,
    /// How often a key may be tested, see [`crate::throttle::KEY_TESTS`].
    pub test_throttle: CallThrottle,
    pub call_log: CallLog,
    pub streams: Arc<Streams>,
    pub web: WebApp,
    pub config: ConfigJson,
    /// The OpenAPI document, see [`super::openapi_json`].
    pub openapi: Asset,
    /// Becomes true when the server is told to stop: event streams end.
    pub stopping: watch::Receiver<bool>,
}

impl Portal {
    pub fn new(parts: PortalParts) -> Self {
        Self(Arc::new(parts))
    }
}

impl Deref for Portal {
    type Target = PortalParts;

    fn deref(&self) -> &PortalParts {
        &self.0
    }
}
