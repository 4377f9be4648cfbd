//! The caller of `/api/v1`: extractors that let a handler begin only when the caller may do what it does, and that give the
//! store's acts their authority.

use std::net::IpAddr;
use std::ops::Deref;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use latchkey_contract::ProblemKind;
use latchkey_contract::session::{Account, Company, Session, UNATTENDED};

use super::Portal;
use super::client_address::ClientAddress;
use super::problem::ApiError;
use super::read_authority::ReadAuthority;
use super::same_origin::is_safe;
use super::session_cookie::SessionToken;
use crate::clock::{MINUTE, timestamp};
use crate::secrets::KeyOwner;
use crate::store::authority::{
    AdministratorAuthority, Authority, AuthorityError, PasswordAuthority, SessionAuthority, StepUpAuthority,
};
use crate::store::sessions::{STEP_UP, SessionDigest, StoredSession};

/// A session's last use is written down at most this often.
const TOUCH_EVERY: i64 = MINUTE;

/// Somebody with a living session. Each call but a marked reading postpones its idle end.
#[derive(Clone)]
pub(crate) struct SignedIn {
    pub session: StoredSession,
    /// The digest of the token that the request came with.
    token: SessionDigest,
    pub address: IpAddr,
    /// When the request came, UTC milliseconds.
    pub now: i64,
}

/// Somebody with a living session that this call does not prolong.
#[derive(Clone)]
pub(crate) struct Unattended(pub SignedIn);

/// A portal administrator.
#[derive(Clone)]
pub(crate) struct Administrator(pub SignedIn);

/// A user of a company: only they have API access of their own.
#[derive(Clone)]
pub(crate) struct CompanyUser {
    pub signed_in: SignedIn,
    pub company: Company,
}

/// Somebody who gave the password within the last ten minutes of this session.
#[derive(Clone)]
pub(crate) struct SteppedUp<U>(pub U);

impl SignedIn {
    pub(crate) fn account(&self) -> &Account {
        &self.session.user.account
    }

    pub(crate) fn authority(&self) -> SessionAuthority {
        SessionAuthority { session: self.session.id, user: self.account().id, address: self.address }
    }

    /// The authority of an act for which the caller's password was found right. The session gets the token `next`.
    pub(crate) fn password_authority(&self, next: &SessionToken) -> PasswordAuthority<'_> {
        PasswordAuthority {
            session: self.authority(),
            password_hash: &self.session.user.password_hash,
            present: self.token,
            next: next.digest(),
        }
    }

    pub(crate) fn to_contract(&self) -> Session {
        to_contract(&self.session)
    }
}

impl Administrator {
    pub(crate) fn authority(&self) -> AdministratorAuthority {
        AdministratorAuthority(self.0.authority())
    }
}

impl CompanyUser {
    /// The caller as the owner of keys.
    pub(crate) fn key_owner(&self) -> KeyOwner {
        KeyOwner { user_id: self.account().id, company_id: self.company.id }
    }
}

impl<U: AsRef<SignedIn>> SteppedUp<U> {
    pub(crate) fn authority(&self) -> StepUpAuthority {
        StepUpAuthority(self.0.as_ref().authority())
    }
}

/// What a browser is told of a session.
pub(crate) fn to_contract(session: &StoredSession) -> Session {
    Session {
        account: session.user.account.clone(),
        expires_at: timestamp(session.expires_at()),
        stepped_up_until: timestamp(session.stepped_up_at + STEP_UP),
    }
}

impl FromRequestParts<Portal> for Unattended {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, ApiError> {
        let ClientAddress(address) = ClientAddress::from_request_parts(parts, portal).await?;
        let token = SessionToken::from_headers(&parts.headers, portal.site.secure)
            .ok_or_else(ApiError::not_signed_in)?;
        let now = portal.clock.now();
        let alive = portal.store.session(token.session, token.digest()).await?;
        let session = alive.ok_or_else(ApiError::not_signed_in)?;
        let signed_in = SignedIn { session, token: token.digest(), address, now };
        ReadAuthority::note(&parts.extensions, Authority::Session(signed_in.authority()));
        Ok(Self(signed_in))
    }
}

impl FromRequestParts<Portal> for SignedIn {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, ApiError> {
        let Unattended(mut signed_in) = Unattended::from_request_parts(parts, portal).await?;
        // A last use in the future was noted before somebody set the clock back.
        let age = (signed_in.now - signed_in.session.last_seen_at).abs();
        if is_attended(parts) && age >= TOUCH_EVERY {
            portal.store.touch_session(&signed_in.authority()).await?;
            signed_in.session.last_seen_at = signed_in.now;
        }
        Ok(signed_in)
    }
}

/// Whether somebody asked for it. Whatever changes something was asked for, marked or not.
fn is_attended(parts: &Parts) -> bool {
    !is_safe(&parts.method) || parts.headers.get(UNATTENDED).is_none_or(|mark| mark != "1")
}

impl FromRequestParts<Portal> for Administrator {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, ApiError> {
        let signed_in = SignedIn::from_request_parts(parts, portal).await?;
        if !signed_in.account().is_administrator() {
            return Err(AuthorityError::NotAdministrator.into());
        }
        let administrator = Self(signed_in);
        ReadAuthority::note(&parts.extensions, Authority::Administrator(administrator.authority()));
        Ok(administrator)
    }
}

impl FromRequestParts<Portal> for CompanyUser {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, ApiError> {
        let signed_in = SignedIn::from_request_parts(parts, portal).await?;
        match signed_in.account().company.clone() {
            Some(company) if !signed_in.account().is_administrator() => Ok(Self { signed_in, company }),
            _ => Err(ApiError::forbidden(
                "Portal administrators have no API access of their own. Sign in as a user of a company.",
            )),
        }
    }
}

impl<U> FromRequestParts<Portal> for SteppedUp<U>
where
    U: FromRequestParts<Portal, Rejection = ApiError> + AsRef<SignedIn>,
{
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, ApiError> {
        let user = U::from_request_parts(parts, portal).await?;
        let SignedIn { session, now, .. } = user.as_ref();
        if !session.is_stepped_up(*now) {
            return Err(AuthorityError::StepUpRequired.into());
        }
        Ok(Self(user))
    }
}

impl From<AuthorityError> for ApiError {
    fn from(error: AuthorityError) -> Self {
        match error {
            AuthorityError::SessionEnded | AuthorityError::PasswordChanged => Self::not_signed_in(),
            AuthorityError::StepUpRequired => Self::new(
                ProblemKind::StepUpRequired,
                "This touches a secret key, so your password is needed again. Confirm it and repeat the request.",
            ),
            AuthorityError::NotAdministrator => {
                Self::forbidden("Only portal administrators may do this. Ask one of them.")
            }
            AuthorityError::KeyEnded => Self::invalid_pair(),
            AuthorityError::AccessNotGranted => Self::api_access_disabled(),
            AuthorityError::Store(error) => error.into(),
        }
    }
}

impl AsRef<SignedIn> for SignedIn {
    fn as_ref(&self) -> &SignedIn {
        self
    }
}

impl AsRef<SignedIn> for CompanyUser {
    fn as_ref(&self) -> &SignedIn {
        &self.signed_in
    }
}

impl Deref for Administrator {
    type Target = SignedIn;

    fn deref(&self) -> &SignedIn {
        &self.0
    }
}

impl Deref for CompanyUser {
    type Target = SignedIn;

    fn deref(&self) -> &SignedIn {
        &self.signed_in
    }
}
