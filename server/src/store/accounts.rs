use async_trait::async_trait;
use latchkey_contract::profile::{Profile, ProfileFields};
use latchkey_contract::session::{Account, Company};
use uuid::Uuid;

use super::StoreError;
use super::authority::{AuthorityError, OperatorAuthority, PasswordAuthority, SessionAuthority};
use super::sessions::Reauthenticated;

/// An account as the server needs it; the password is there as an argon2 hash in PHC form.
#[derive(Clone)]
pub struct User {
    pub account: Account,
    pub password_hash: String,
    pub disabled: bool,
}

/// What is needed to create an account.
pub struct NewUser {
    pub email: String,
    pub password_hash: String,
    pub first_name: String,
    pub last_name: String,
    /// The role as the portal names it, e.g. `Billing Admin`.
    pub role_name: String,
    /// A user belongs to a company; `None` makes a portal administrator.
    pub company_id: Option<Uuid>,
}

#[derive(Debug, thiserror::Error)]
pub enum CreateUserError {
    #[error("another account has this e-mail address")]
    EmailTaken,
    #[error(transparent)]
    Store(#[from] StoreError),
}

#[derive(Debug, thiserror::Error)]
pub enum ChangeProfileError {
    #[error("the profile was changed meanwhile")]
    VersionConflict,
    #[error("another account has this e-mail address")]
    EmailTaken,
    #[error("a new e-mail address needs the present password")]
    Unconfirmed,
    #[error(transparent)]
    Authority(#[from] AuthorityError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The right to change a profile: a new e-mail address needs the password.
#[derive(Clone, Copy, Debug)]
pub enum ProfileAuthority<'a> {
    Session(SessionAuthority),
    Password(PasswordAuthority<'a>),
}

/// A profile after a change.
pub struct ChangedProfile {
    pub profile: Profile,
    /// The session with its new token, after a change of the e-mail address.
    pub reauthenticated: Option<Reauthenticated>,
}

#[async_trait]
pub trait Accounts {
    /// Finds the company of this name or creates it.
    async fn ensure_company(&self, name: &str, by: OperatorAuthority) -> Result<Company, StoreError>;
    async fn create_user(&self, user: NewUser, by: OperatorAuthority) -> Result<Account, CreateUserError>;
    async fn user(&self, id: Uuid) -> Result<Option<User>, StoreError>;
    /// E-mail addresses are compared in NFC, without case, and with their domains in ASCII.
    async fn user_by_email(&self, email: &str) -> Result<Option<User>, StoreError>;
    async fn has_users(&self) -> Result<bool, StoreError>;
    async fn profile(&self, user: Uuid) -> Result<Option<Profile>, StoreError>;
    /// Changes the profile if `version` is still the present one. A new `primary_email` needs a
    /// [`ProfileAuthority::Password`]; it ends every other session of the account and gives this one a new token.
    async fn change_profile(
        &self,
        by: ProfileAuthority<'_>,
        version: u32,
        fields: &ProfileFields,
    ) -> Result<ChangedProfile, ChangeProfileError>;
    /// Fills in an account's profile, its e-mail address excepted.
    async fn fill_in_profile(
        &self,
        user: Uuid,
        fields: &ProfileFields,
        by: OperatorAuthority,
    ) -> Result<(), StoreError>;
    /// The owner changes the password. Every other session of the account ends, and this one has a new token.
    async fn change_password(
        &self,
        by: PasswordAuthority<'_>,
        password_hash: &str,
    ) -> Result<Reauthenticated, AuthorityError>;
    /// An operator sets a password. Every session of the account ends.
    async fn reset_password(
        &self,
        user: Uuid,
        password_hash: &str,
        by: OperatorAuthority,
    ) -> Result<(), StoreError>;
    /// Disables an account: its sessions end and its keys are refused.
    async fn disable_user(&self, user: Uuid, by: OperatorAuthority) -> Result<(), StoreError>;
    /// Enables an account that was disabled: it can sign in again, and its keys work again.
    async fn enable_user(&self, user: Uuid, by: OperatorAuthority) -> Result<(), StoreError>;
}
