//! The authority of reads. It is checked before the read, which may take a while, and once more before the answer is given:
//! nobody is told anything after their session or key has ended.

use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::{Request, State};
use axum::http::Extensions;
use axum::middleware::Next;
use axum::response::Response;

use super::Portal;
use super::problem::ApiError;
use super::same_origin::is_safe;
use crate::store::authority::Authority;

/// The authority that a request was let in with, noted by the extractors for [`check_again`].
#[derive(Clone, Default)]
pub(super) struct ReadAuthority(Arc<Mutex<Option<Authority>>>);

impl ReadAuthority {
    /// Notes an authority in the place of a lesser one.
    pub(super) fn note(request: &Extensions, authority: Authority) {
        if let Some(Self(noted)) = request.get() {
            *noted.lock().unwrap_or_else(PoisonError::into_inner) = Some(authority);
        }
    }

    fn take(&self) -> Option<Authority> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// Middleware around routes that read. Acts check their authority themselves, in their own transaction.
///
/// # Errors
/// Those of the authority, if it has ended meanwhile.
pub(crate) async fn check_again(
    State(portal): State<Portal>,
    mut request: Request,
    next: Next,
) -> Result<Response, ApiError> {
    if !is_safe(request.method()) {
        return Ok(next.run(request).await);
    }
    let noted = ReadAuthority::default();
    request.extensions_mut().insert(noted.clone());
    let response = next.run(request).await;
    if let Some(authority) = noted.take().filter(|_| response.status().is_success()) {
        portal.store.check_authority(&authority).await?;
    }
    Ok(response)
}
