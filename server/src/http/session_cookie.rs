use axum::http::HeaderMap;
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use data_encoding::BASE64URL_NOPAD;
use rand::TryRng;
use rand::rngs::SysRng;
use sha2::{Digest, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::problem::ApiError;
use crate::store::sessions::{Reauthenticated, SessionDigest};

const ID_BYTES: usize = 16;
const SECRET_BYTES: usize = 32;
const NAME: &str = "latchkey";
/// Browsers accept this prefix only from https, for this host alone.
const SECURE_NAME: &str = "__Host-latchkey";

/// The content of the cookie: a session's id and 256 random bits that only the browser holds. Wiped on drop.
pub(crate) struct SessionToken {
    pub session: Uuid,
    secret: Zeroizing<[u8; SECRET_BYTES]>,
}

impl SessionToken {
    /// The token of a new session.
    ///
    /// # Errors
    /// 500 if the operating system has no randomness to give.
    pub(crate) fn generate() -> Result<Self, ApiError> {
        Self::generate_for(Uuid::now_v7())
    }

    /// Another token for a session that is there.
    ///
    /// # Errors
    /// 500 if the operating system has no randomness to give.
    pub(crate) fn generate_for(session: Uuid) -> Result<Self, ApiError> {
        let mut secret = Zeroizing::new([0_u8; SECRET_BYTES]);
        SysRng.try_fill_bytes(secret.as_mut()).map_err(|error| {
            tracing::error!(%error, "no randomness");
            ApiError::internal()
        })?;
        Ok(Self { session, secret })
    }

    /// The token that a browser sent, if it has the form of one.
    pub(crate) fn from_headers(headers: &HeaderMap, secure: bool) -> Option<Self> {
        let jar = CookieJar::from_headers(headers);
        let value = jar.get(name(secure))?.value();
        let decoded = Zeroizing::new(BASE64URL_NOPAD.decode(value.as_bytes()).ok()?);
        let (session, secret) = decoded.split_first_chunk::<ID_BYTES>()?;
        let secret = <[u8; SECRET_BYTES]>::try_from(secret).ok()?;
        Some(Self { session: Uuid::from_bytes(*session), secret: Zeroizing::new(secret) })
    }

    pub(crate) fn digest(&self) -> SessionDigest {
        SessionDigest(Sha256::digest(self.secret.as_ref()).into())
    }

    /// The `Set-Cookie` that gives it to the browser, for as long as the browser is open.
    pub(crate) fn cookie(&self, secure: bool) -> Cookie<'static> {
        let bytes = Zeroizing::new([self.session.as_bytes(), self.secret.as_slice()].concat());
        cookie(BASE64URL_NOPAD.encode(&bytes), secure)
    }

    /// The `Set-Cookie` of a session's new token, if the session has it.
    pub(crate) fn cookie_after(&self, reauthenticated: &Reauthenticated, secure: bool) -> CookieJar {
        let cookies = CookieJar::new();
        if reauthenticated.has_new_token { cookies.add(self.cookie(secure)) } else { cookies }
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

/// The cookie's name, which over https binds it to this host.
pub(crate) fn name(secure: bool) -> &'static str {
    if secure { SECURE_NAME } else { NAME }
}
