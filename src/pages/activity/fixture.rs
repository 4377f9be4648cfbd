//! Acts, for stories and tests.

use latchkey_contract::activity::{Act, Activity};
use latchkey_contract::{Page, Timestamp};
use uuid::Uuid;

pub fn activity(id: u128, at: &str, act: Act, actor: &str) -> Activity {
    let about_key = matches!(
        act,
        Act::CredentialCreated
            | Act::SecretRevealed
            | Act::SecretCopied
            | Act::SecretReplaced
            | Act::CredentialRevoked
            | Act::InstanceCreated
    );
    let reasoned = matches!(act, Act::AccessRequested | Act::AccessDenied | Act::AccessDisabled);
    Activity {
        id: Uuid::from_u128(id),
        at: Timestamp(at.to_owned()),
        act,
        actor: actor.to_owned(),
        api_key: about_key.then(|| "lkp_7Yc2mQ9vTz4KpR8sWd3XnB6a".to_owned()),
        resource: (act == Act::InstanceCreated).then(|| "web-1".to_owned()),
        reason: reasoned.then(|| "Nightly backups of the build servers".to_owned()),
    }
}

/// Two days of somebody who asked for API access and got it; there is more before that.
pub fn page() -> Page<Activity> {
    let own = "Uma Userton";
    let items = vec![
        activity(9, "2026-03-02T08:41:00.000Z", Act::SecretCopied, own),
        activity(8, "2026-03-02T08:40:00.000Z", Act::SecretRevealed, own),
        activity(7, "2026-03-02T08:31:00.000Z", Act::CredentialCreated, "Ada Admin"),
        activity(6, "2026-03-02T08:31:00.000Z", Act::AccessApproved, "Ada Admin"),
        activity(5, "2026-03-01T15:10:00.000Z", Act::AccessRequested, own),
        activity(4, "2026-03-01T15:02:00.000Z", Act::SignedIn, own),
        activity(3, "2026-02-20T10:00:00.000Z", Act::ProfileChanged, own),
    ];
    Page { items, next: Some("cursor-3".to_owned()) }
}
