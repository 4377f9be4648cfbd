use std::num::NonZeroU32;
use std::path::PathBuf;
use std::sync::Arc;

use latchkey_server::cloud::Cloud;
use latchkey_server::http::web::WebApp;
use latchkey_server::settings::{Approval, Site};

use super::ORIGIN;

/// How a portal is set up for a test.
pub(crate) struct Options {
    pub(crate) approval: Approval,
    pub(crate) site: Site,
    pub(crate) web: WebApp,
    pub(crate) portal_config: Option<PathBuf>,
    pub(crate) sign_in_failures: u32,
    pub(crate) restapi_failures: NonZeroU32,
    /// Absent for the embedded one.
    pub(crate) cloud: Option<Arc<dyn Cloud>>,
    pub(crate) restapi_calls: NonZeroU32,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            approval: Approval::Admin,
            site: Site {
                origins: vec![ORIGIN.to_owned()],
                secure: false,
                hsts_include_subdomains: false,
                trusted_proxies: Vec::new(),
            },
            web: WebApp::built_in(),
            portal_config: None,
            sign_in_failures: 10,
            restapi_failures: NonZeroU32::new(60).unwrap(),
            cloud: None,
            // The clock of the tests stands still, so a bucket never fills again.
            restapi_calls: NonZeroU32::new(1_000_000).unwrap(),
        }
    }
}
