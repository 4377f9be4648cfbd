use latchkey_contract::activity::Act;

use crate::components::IconName;
use crate::text;

/// What was done, in words.
pub fn in_words(act: Act) -> &'static str {
    match act {
        Act::SignedIn => text!(activity.act.signed_in),
        Act::SignedOut => text!(activity.act.signed_out),
        Act::SessionEnded => text!(activity.act.session_ended),
        Act::OtherSessionsEnded => text!(activity.act.other_sessions_ended),
        Act::AccountCreated => text!(activity.act.account_created),
        Act::AccountDisabled => text!(activity.act.account_disabled),
        Act::AccountEnabled => text!(activity.act.account_enabled),
        Act::ProfileChanged => text!(activity.act.profile_changed),
        Act::EmailChanged => text!(activity.act.email_changed),
        Act::PasswordChanged => text!(activity.act.password_changed),
        Act::PasswordReset => text!(activity.act.password_reset),
        Act::AccessRequested => text!(activity.act.access_requested),
        Act::RequestWithdrawn => text!(activity.act.request_withdrawn),
        Act::AccessApproved => text!(activity.act.access_approved),
        Act::AccessDenied => text!(activity.act.access_denied),
        Act::AccessDisabled => text!(activity.act.access_disabled),
        Act::AccessEnabled => text!(activity.act.access_enabled),
        Act::CredentialCreated => text!(activity.act.credential_created),
        Act::SecretRevealed => text!(activity.act.secret_revealed),
        Act::SecretCopied => text!(activity.act.secret_copied),
        Act::SecretReplaced => text!(activity.act.secret_replaced),
        Act::CredentialRevoked => text!(activity.act.credential_revoked),
        Act::InstanceCreated => text!(activity.act.instance_created),
        Act::InstanceStarted => text!(activity.act.instance_started),
        Act::InstanceStopped => text!(activity.act.instance_stopped),
        Act::InstanceDestroyed => text!(activity.act.instance_destroyed),
        Act::InstanceRenamed => text!(activity.act.instance_renamed),
        Act::InstanceResized => text!(activity.act.instance_resized),
        Act::IsoAttached => text!(activity.act.iso_attached),
        Act::IsoDetached => text!(activity.act.iso_detached),
        Act::SshKeyReset => text!(activity.act.ssh_key_reset),
        Act::NetworkCreated => text!(activity.act.network_created),
        Act::NetworkAttached => text!(activity.act.network_attached),
        Act::NetworkDetached => text!(activity.act.network_detached),
        Act::NetworkDeleted => text!(activity.act.network_deleted),
        Act::VolumeCreated => text!(activity.act.volume_created),
        Act::VolumeAttached => text!(activity.act.volume_attached),
        Act::VolumeDetached => text!(activity.act.volume_detached),
        Act::VolumeDeleted => text!(activity.act.volume_deleted),
        Act::VmSnapshotCreated => text!(activity.act.vm_snapshot_created),
        Act::VmSnapshotDeleted => text!(activity.act.vm_snapshot_deleted),
        Act::Unknown => text!(activity.act.unknown),
    }
}

pub fn icon(act: Act) -> IconName {
    match act {
        Act::SignedIn => IconName::USER,
        Act::SignedOut | Act::SessionEnded | Act::OtherSessionsEnded => IconName::SIGN_OUT,
        Act::AccountCreated | Act::ProfileChanged | Act::EmailChanged => IconName::PROFILE,
        Act::PasswordChanged | Act::PasswordReset => IconName::LOCK,
        Act::AccessRequested => IconName::SEND,
        Act::RequestWithdrawn => IconName::WITHDRAW,
        Act::AccountEnabled | Act::AccessApproved | Act::AccessEnabled => IconName::SUCCESS,
        Act::AccountDisabled | Act::AccessDenied | Act::AccessDisabled => IconName::FORBIDDEN,
        Act::CredentialCreated => IconName::KEY,
        Act::SecretRevealed => IconName::SHOW,
        Act::SecretCopied => IconName::COPY,
        Act::SecretReplaced => IconName::REPLACE,
        Act::CredentialRevoked => IconName::REVOKE,
        Act::InstanceCreated
        | Act::InstanceStarted
        | Act::InstanceStopped
        | Act::InstanceDestroyed
        | Act::InstanceRenamed
        | Act::InstanceResized
        | Act::IsoAttached
        | Act::IsoDetached
        | Act::SshKeyReset
        | Act::VolumeCreated
        | Act::VolumeAttached
        | Act::VolumeDetached
        | Act::VolumeDeleted
        | Act::VmSnapshotCreated
        | Act::VmSnapshotDeleted => IconName::COMPUTE,
        Act::NetworkCreated | Act::NetworkAttached | Act::NetworkDetached | Act::NetworkDeleted => {
            IconName::NETWORK
        }
        Act::Unknown => IconName::ACTIVITY,
    }
}
