//! Serves the web app: from memory, where it is put once at start from a directory or out of the program itself.

mod asset;
mod content_encoding;
#[cfg(feature = "embed-web")]
mod embedded;

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use axum::extract::{Request, State};
use axum::http::header::{ALLOW, CONTENT_TYPE};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};

pub use self::asset::Asset;
use super::Portal;
use super::headers::content_security_policy;
use super::problem::ApiError;
use super::problem_document::{Complete, ForScript};
use super::restapi::has_key_headers;

const INDEX: &str = "index.html";
const NOT_BUILT: &str = "The web app is not built into this server.\n\n\
    In a checkout of Latchkey, run:  cargo xtask start\n\
    Or name a directory that holds the built web app:  latchkey-server serve --web DIR\n";

/// The files of the web app, by path without a leading slash.
pub struct WebApp {
    files: HashMap<String, Asset>,
    folders: HashSet<String>,
    policy: HeaderValue,
}

#[derive(Debug, thiserror::Error)]
pub enum WebError {
    #[error("the web app in {} cannot be read: {source}", dir.display())]
    Read { dir: PathBuf, source: std::io::Error },
    #[error("there is no index.html in {}; build the web app with `cargo xtask web-build` first", dir.display())]
    NoIndex { dir: PathBuf },
}

impl WebApp {
    /// What is built into the program; empty without the feature `embed-web`.
    pub fn built_in() -> Self {
        #[cfg(feature = "embed-web")]
        let files = embedded::files();
        #[cfg(not(feature = "embed-web"))]
        let files = Vec::new();
        Self::of(files)
    }

    /// # Errors
    /// If the directory cannot be read or holds no `index.html`.
    pub fn from_dir(dir: &Path) -> Result<Self, WebError> {
        let files = asset::read_dir(dir).map_err(|source| WebError::Read { dir: dir.to_owned(), source })?;
        let app = Self::of(files);
        if app.files.contains_key(INDEX) { Ok(app) } else { Err(WebError::NoIndex { dir: dir.to_owned() }) }
    }

    /// The policy that the app's own page needs.
    pub(super) fn content_security_policy(&self) -> HeaderValue {
        self.policy.clone()
    }

    fn of(files: Vec<(String, Vec<u8>)>) -> Self {
        let files = asset::gather(files);
        let folders = files
            .keys()
            .filter_map(|path| path.split_once('/'))
            .map(|(folder, _)| folder.to_owned())
            .collect();
        let index = files.get(INDEX).map(Asset::text).unwrap_or_default();
        let policy = HeaderValue::from_str(&content_security_policy(&index))
            .unwrap_or(HeaderValue::from_static("default-src 'none'"));
        Self { files, folders, policy }
    }

    /// An address inside the app, such as `company/profile/api-info`: its page is `index.html`. A missing file is not one.
    fn is_page(&self, path: &str) -> bool {
        let (first, last) = (path.split('/').next().unwrap_or(path), path.rsplit('/').next().unwrap_or(path));
        !last.contains('.') && !self.folders.contains(first) && !is_api(path)
    }
}

/// Tells whether an address is below one of the two APIs, whose own answers say what is wrong.
fn is_api(path: &str) -> bool {
    matches!(path.split('/').next(), Some("api" | "restapi"))
}

/// The fallback of the whole router.
pub(super) async fn serve(State(portal): State<Portal>, request: Request) -> Response {
    let whole = request.uri().path();
    let path = whole.trim_start_matches('/');
    if has_key_headers(request.headers()) && !is_api(whole.strip_prefix('/').unwrap_or(whole)) {
        return outside_of_the_api(&portal).await;
    }
    let asset = portal.web.files.get(if path.is_empty() { INDEX } else { path });
    if asset.is_none() && !portal.web.is_page(path) {
        return ApiError::of_status(StatusCode::NOT_FOUND).into_response();
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let refusal = ApiError::of_status(StatusCode::METHOD_NOT_ALLOWED);
        return ([(ALLOW, HeaderValue::from_static("GET, HEAD"))], refusal).into_response();
    }
    match asset.or_else(|| portal.web.files.get(INDEX)) {
        Some(asset) => asset.answer(request.headers()),
        None => not_built(),
    }
}

/// A script must not take a page for an answer.
async fn outside_of_the_api(portal: &Portal) -> Response {
    let base = match portal.config.restapi_url().await {
        Some(url) => url,
        None => format!("{}/restapi", portal.site.origins.first().map_or("", String::as_str)),
    };
    let refusal = ApiError::not_found(format!(
        "The API is not at this address. Call it at its base address, {base}, for example {base}/zone/zonelist."
    ));
    let mut response = refusal.into_response();
    response.extensions_mut().insert(ForScript);
    response
}

fn not_built() -> Response {
    let text = HeaderValue::from_static("text/plain; charset=utf-8");
    let mut response = (StatusCode::SERVICE_UNAVAILABLE, [(CONTENT_TYPE, text)], NOT_BUILT).into_response();
    response.extensions_mut().insert(Complete);
    response
}
