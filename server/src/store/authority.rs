//! Authorities: the rights by which acts are done. An act of the store takes one, checks it under the write lock in its
//! own transaction, and stamps its audit entry there, so nothing commits for a session or a key that ended before it.

use std::net::IpAddr;

use async_trait::async_trait;
use uuid::Uuid;

use super::StoreError;
use super::sessions::SessionDigest;

/// A living session. It outlives changes of the session's token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionAuthority {
    pub session: Uuid,
    pub user: Uuid,
    /// The address of the request.
    pub address: IpAddr,
}

/// A session whose user confirmed a factor within the last [`super::sessions::STEP_UP`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepUpAuthority(pub SessionAuthority);

/// A session of a portal administrator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AdministratorAuthority(pub SessionAuthority);

/// A session in which the password was found right just now. It is for one act, which gives the session a new token
/// (ASVS 5.0, 7.2.4).
#[derive(Clone, Copy, Debug)]
pub struct PasswordAuthority<'a> {
    pub session: SessionAuthority,
    /// The hash that the password was checked against. Checking takes a while, and the act is refused if it is another
    /// by then.
    pub password_hash: &'a str,
    /// The digest of the token that the request came with. Of two acts at once only the first changes the token.
    pub present: SessionDigest,
    /// The digest of the new token.
    pub next: SessionDigest,
}

/// A pair of API key and secret key that was found right. It ends with the key, with the secret's version, and with its
/// owner's API access.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyAuthority {
    pub credential: Uuid,
    pub secret_version: u32,
    pub user: Uuid,
    pub company: Uuid,
    /// The address of the request, if it is known.
    pub address: Option<IpAddr>,
}

/// The operator at the command line, or the server following its settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OperatorAuthority;

/// An authority that lasts for more than one act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authority {
    Session(SessionAuthority),
    Administrator(AdministratorAuthority),
    Key(KeyAuthority),
}

#[async_trait]
pub trait Authorities {
    /// Checks that an authority holds now, for reads that are under way.
    async fn check_authority(&self, authority: &Authority) -> Result<(), AuthorityError>;
}

/// The authority of an act has ended, or does not suffice.
#[derive(Debug, thiserror::Error)]
pub enum AuthorityError {
    /// The session has ended or expired, or its account is disabled.
    #[error("the session has ended")]
    SessionEnded,
    #[error("the session has no recent step-up")]
    StepUpRequired,
    #[error("the account is not a portal administrator")]
    NotAdministrator,
    /// The password, the account or the session changed after the password was checked.
    #[error("the password that was checked is no longer the account's")]
    PasswordChanged,
    /// The API key was revoked, or this secret replaced.
    #[error("the API key or its secret has ended")]
    KeyEnded,
    #[error("the owner's API access is not granted")]
    AccessNotGranted,
    #[error(transparent)]
    Store(#[from] StoreError),
}
