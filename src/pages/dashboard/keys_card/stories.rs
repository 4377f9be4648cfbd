use latchkey_contract::Timestamp;
use latchkey_contract::credential::{Credential, CredentialState};
use latchkey_contract::usage::{ApiUsage, CallCounts, KeyUsage};
use leptos::prelude::*;

use super::KeysCard;
use crate::api::Method;
use crate::api::fake::FakeBackend;
use crate::pages::api_access::fixtures;
use crate::pages::fixture::on_fake;
use crate::preview::Story;

pub const USAGE: &str = "/api/v1/api-access/usage";

pub fn stories() -> Vec<Story> {
    let group = "Dashboard: use of API keys";
    vec![
        Story::new(group, "Used", || with(&used())),
        Story::new(group, "Not used yet", || {
            with(&usage(vec![key(fixtures::credential(), counts(0, 0, 0))]))
        }),
        Story::new(group, "A revoked key was used too", || {
            let revoked = Credential {
                last_used: fixtures::used_credential().last_used,
                ..fixtures::revoked_credential()
            };
            let keys = vec![
                key(fixtures::second_credential(), counts(12, 0, 0)),
                key(revoked, counts(1_840_512, 31, 4)),
            ];
            with(&usage(keys))
        }),
        Story::new(group, "No key", || with(&usage(Vec::new()))),
        Story::new(group, "Loading", || on(FakeBackend::new().hold())),
        Story::new(group, "Not there", || on(&FakeBackend::new())),
    ]
}

/// One key that a script uses.
pub fn used() -> ApiUsage {
    usage(vec![key(fixtures::used_credential(), counts(1_840, 3, 0))])
}

/// What keys were used for, all together.
pub fn usage(keys: Vec<KeyUsage>) -> ApiUsage {
    let calls = keys.iter().map(|key| key.calls).sum();
    ApiUsage { since: Timestamp("2026-03-01T09:00:00.000Z".to_owned()), calls, keys }
}

pub fn key(credential: Credential, calls: CallCounts) -> KeyUsage {
    let Credential { id: credential_id, api_key, state, last_used, .. } = credential;
    debug_assert!(state == CredentialState::Active || calls.total() > 0, "the backend leaves it out");
    KeyUsage { credential_id, api_key, state, last_used, calls }
}

pub fn counts(success: u64, client_error: u64, server_error: u64) -> CallCounts {
    CallCounts { success, client_error, server_error }
}

fn with(usage: &ApiUsage) -> AnyView {
    on(FakeBackend::new().answer(Method::Get, USAGE, usage))
}

fn on(backend: &FakeBackend) -> AnyView {
    on_fake(backend);
    view! { <KeysCard /> }.into_any()
}
