use axum::http::HeaderMap;
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use data_encoding::BASE64URL_NOPAD;
use rand::TryRng;
use rand::rngs::SysRng;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::problem::ApiError;
use crate::store::sessions::SessionDigest;

const TOKEN_BYTES: usize = 32;
const NAME: &str = "latchkey";
/// Browsers accept this prefix only from https, for this host alone.
const SECURE_NAME: &str = "__Host-latchkey";

/// What a session is known by: 256 random bits that only the browser's cookie holds. Wiped on drop.
pub(crate) struct SessionToken(Zeroizing<String>);

impl SessionToken {
    /// # Errors
    /// 500 if the operating system has no randomness to give.
    pub(crate) fn generate() -> Result<Self, ApiError> {
        let mut bytes = Zeroizing::new([0_u8; TOKEN_BYTES]);
        SysRng.try_fill_bytes(bytes.as_mut()).map_err(|error| {
            tracing::error!(%error, "no randomness");
            ApiError::internal()
        })?;
        Ok(Self(Zeroizing::new(BASE64URL_NOPAD.encode(bytes.as_ref()))))
    }

    /// The token that a browser sent, if it has the form of one.
    pub(crate) fn from_headers(headers: &HeaderMap, secure: bool) -> Option<Self> {
        let jar = CookieJar::from_headers(headers);
        let value = jar.get(name(secure))?.value();
        let decoded = Zeroizing::new(BASE64URL_NOPAD.decode(value.as_bytes()).ok()?);
        (decoded.len() == TOKEN_BYTES).then(|| Self(Zeroizing::new(value.to_owned())))
    }

    /// What the store knows it by.
    pub(crate) fn digest(&self) -> SessionDigest {
        SessionDigest(Sha256::digest(self.0.as_bytes()).into())
    }

    /// The `Set-Cookie` that gives it to the browser, for as long as the browser is open.
    pub(crate) fn cookie(&self, secure: bool) -> Cookie<'static> {
        cookie(self.0.as_str().to_owned(), secure)
    }
}

/// The `Set-Cookie` that takes the token away again.
pub(crate) fn removal(secure: bool) -> Cookie<'static> {
    let mut cookie = cookie(String::new(), secure);
    cookie.make_removal();
    cookie
}

fn cookie(value: String, secure: bool) -> Cookie<'static> {
    Cookie::build((name(secure), value))
        .http_only(true)
        .same_site(SameSite::Strict)
        .path("/")
        .secure(secure)
        .build()
}

fn name(secure: bool) -> &'static str {
    if secure { SECURE_NAME } else { NAME }
}
