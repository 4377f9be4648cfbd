use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Timestamp;

/// One entry of "My Activity": something done by, or to, the caller's account.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Activity {
    pub id: Uuid,
    pub at: Timestamp,
    pub act: Act,
    /// Name of the person who did it.
    pub actor: String,
    /// The API key it was about, or that a script did it with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub api_key: Option<String>,
    /// Name that the resource had which it was done to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resource: Option<String>,
    /// The reason that was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// What was done; the same words as in the audit log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Act {
    SignedIn,
    SignedOut,
    /// One of the account's sessions was ended from another one, or to make room for a new one.
    SessionEnded,
    /// All other sessions of the account were ended.
    OtherSessionsEnded,
    AccountCreated,
    AccountDisabled,
    AccountEnabled,
    ProfileChanged,
    EmailChanged,
    PasswordChanged,
    PasswordReset,
    AccessRequested,
    RequestWithdrawn,
    AccessApproved,
    AccessDenied,
    AccessDisabled,
    AccessEnabled,
    CredentialCreated,
    SecretRevealed,
    SecretCopied,
    SecretReplaced,
    CredentialRevoked,
    InstanceCreated,
    InstanceStarted,
    InstanceStopped,
    InstanceDestroyed,
    InstanceRenamed,
    InstanceResized,
    IsoAttached,
    IsoDetached,
    SshKeyReset,
    NetworkCreated,
    NetworkAttached,
    NetworkDetached,
    NetworkDeleted,
    VolumeCreated,
    VolumeAttached,
    VolumeDetached,
    VolumeDeleted,
    VmSnapshotCreated,
    VmSnapshotDeleted,
    /// An act of a newer backend that this version does not know.
    #[serde(other)]
    Unknown,
}
