//! Who calls: extractors that let a handler begin only when the caller may do what it does.

use std::net::IpAddr;
use std::ops::Deref;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use latchkey_contract::ProblemKind;
use latchkey_contract::session::{Account, Company, Session, UNATTENDED};

use super::Portal;
use super::client_address::ClientAddress;
use super::problem::ApiError;
use super::same_origin::is_safe;
use super::session_cookie::SessionToken;
use crate::clock::{MINUTE, timestamp};
use crate::store::audit::Actor;
use crate::store::sessions::{Confirmation, SessionLimits, StoredSession};

/// How long a password counts for acts that touch a secret, in milliseconds.
pub(crate) const STEP_UP: i64 = 10 * MINUTE;
/// A session's last use is written down at most this often.
const TOUCH_EVERY: i64 = MINUTE;

/// Somebody with a living session. Each call but a marked reading postpones its idle end.
#[derive(Clone)]
pub(crate) struct SignedIn {
    pub session: StoredSession,
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

/// A user of a company who gave the password within the last ten minutes of this session.
#[derive(Clone)]
pub(crate) struct SteppedUp(pub CompanyUser);

impl SignedIn {
    pub(crate) fn account(&self) -> &Account {
        &self.session.user.account
    }

    /// The caller as the audit log records them.
    pub(crate) fn actor(&self) -> Actor {
        Actor {
            user_id: Some(self.account().id),
            name: self.account().full_name(),
            address: Some(self.address.to_string()),
            at: self.now,
        }
    }

    /// What an act is done with for which the caller's password was checked.
    pub(crate) fn confirmation(&self) -> Confirmation<'_> {
        Confirmation { session: self.session.digest, password_hash: &self.session.user.password_hash }
    }

    pub(crate) fn to_contract(&self) -> Session {
        to_contract(&self.session)
    }
}

/// What a browser is told of a session.
pub(crate) fn to_contract(session: &StoredSession) -> Session {
    let SessionLimits { idle, absolute } = SessionLimits::STANDARD;
    Session {
        account: session.user.account.clone(),
        expires_at: timestamp((session.last_seen_at + idle).min(session.created_at + absolute)),
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
        let alive = portal.store.session(token.digest(), now, SessionLimits::STANDARD).await?;
        let session = alive.ok_or_else(ApiError::not_signed_in)?;
        Ok(Self(SignedIn { session, address, now }))
    }
}

impl FromRequestParts<Portal> for SignedIn {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, ApiError> {
        let Unattended(mut signed_in) = Unattended::from_request_parts(parts, portal).await?;
        let Self { session, now, .. } = &mut signed_in;
        if is_attended(parts) && *now - session.last_seen_at >= TOUCH_EVERY {
            portal.store.touch_session(session.digest, *now).await?;
            session.last_seen_at = *now;
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
            return Err(ApiError::forbidden("Only portal administrators may do this. Ask one of them."));
        }
        Ok(Self(signed_in))
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

impl FromRequestParts<Portal> for SteppedUp {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, portal: &Portal) -> Result<Self, ApiError> {
        let user = CompanyUser::from_request_parts(parts, portal).await?;
        if user.now - user.session.stepped_up_at >= STEP_UP {
            return Err(ApiError::new(
                ProblemKind::StepUpRequired,
                "This touches a secret key, so your password is needed again. Confirm it and repeat the request.",
            ));
        }
        Ok(Self(user))
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

impl Deref for SteppedUp {
    type Target = CompanyUser;

    fn deref(&self) -> &CompanyUser {
        &self.0
    }
}
