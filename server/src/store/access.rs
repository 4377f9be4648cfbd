use async_trait::async_trait;
use latchkey_contract::Page;
use latchkey_contract::admin::{AccessRequest, RequestState, UserAccess};
use latchkey_contract::api_access::AccessStatus;
use uuid::Uuid;

use super::authority::{AdministratorAuthority, AuthorityError, SessionAuthority};
use super::credentials::NewCredential;
use super::{PageRequest, StoreError};

/// A decision on a request.
#[derive(Clone, Debug)]
pub enum Verdict {
    Approve,
    Deny { reason: String },
}

#[derive(Debug, thiserror::Error)]
pub enum RequestAccessError {
    /// There is nothing to ask for in this state: pending, approved or suspended.
    #[error("API access cannot be requested in this state")]
    WrongState,
    #[error(transparent)]
    Authority(#[from] AuthorityError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

#[derive(Debug, thiserror::Error)]
pub enum WithdrawError {
    #[error("there is no pending request")]
    WrongState,
    #[error(transparent)]
    Authority(#[from] AuthorityError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

#[derive(Debug, thiserror::Error)]
pub enum DecideError {
    #[error("no such request")]
    NotFound,
    /// Somebody was first; what is there now comes with it.
    #[error("the request was changed meanwhile")]
    VersionConflict(Box<AccessRequest>),
    #[error(transparent)]
    Authority(#[from] AuthorityError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

#[derive(Debug, thiserror::Error)]
pub enum ChangeAccessError {
    #[error("no such user")]
    NotFound,
    #[error("the user's API access was changed meanwhile")]
    VersionConflict(Box<UserAccess>),
    /// The version is right, but access cannot be disabled or enabled from this state.
    #[error("the user's API access is in a state in which this cannot be done")]
    WrongState(Box<UserAccess>),
    #[error(transparent)]
    Authority(#[from] AuthorityError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Which requests an administrator wants to see.
#[derive(Clone, Copy, Debug, Default)]
pub struct RequestFilter {
    pub state: Option<RequestState>,
}

#[async_trait]
pub trait ApiAccess {
    async fn access_status(&self, user: Uuid) -> Result<AccessStatus, StoreError>;
    /// Files a request and returns it. With `auto`, the same transaction approves it with that credential.
    async fn request_access(
        &self,
        by: &SessionAuthority,
        reason: Option<&str>,
        auto: Option<NewCredential>,
    ) -> Result<AccessRequest, RequestAccessError>;
    async fn withdraw_request(&self, by: &SessionAuthority) -> Result<(), WithdrawError>;
    async fn access_request(&self, id: Uuid) -> Result<Option<AccessRequest>, StoreError>;
    async fn access_requests(
        &self,
        filter: RequestFilter,
        page: PageRequest,
    ) -> Result<Page<AccessRequest>, StoreError>;
    /// Decides if `version` is still the present one. An approval stores `first` as the user's first credential unless
    /// the user has an active one already.
    async fn decide_request(
        &self,
        by: &AdministratorAuthority,
        id: Uuid,
        version: u32,
        verdict: Verdict,
        first: Option<NewCredential>,
    ) -> Result<AccessRequest, DecideError>;
    /// Users of companies with their API access; `search` matches name, e-mail and company without case.
    async fn user_accesses(
        &self,
        search: Option<&str>,
        page: PageRequest,
    ) -> Result<Page<UserAccess>, StoreError>;
    async fn user_access(&self, user: Uuid) -> Result<Option<UserAccess>, StoreError>;
    /// Suspends granted access: every key of the user is refused at once.
    async fn disable_access(
        &self,
        by: &AdministratorAuthority,
        user: Uuid,
        version: u32,
        reason: &str,
    ) -> Result<UserAccess, ChangeAccessError>;
    /// Grants access to a user who has none or whose access is suspended; keys that were not revoked work again, and
    /// `first` is stored if the user has no active one. A pending request is thereby approved.
    async fn enable_access(
        &self,
        by: &AdministratorAuthority,
        user: Uuid,
        version: u32,
        first: NewCredential,
    ) -> Result<UserAccess, ChangeAccessError>;
}
