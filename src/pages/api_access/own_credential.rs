use latchkey_contract::credential::{Credential, CredentialState};
use leptos::prelude::*;

use crate::access::use_access;

/// Shows what an act on a credential answered with, before the event that tells of it comes.
pub(super) fn put_credential() -> impl Fn(Credential) + Copy + Send + Sync + 'static {
    let access = use_access();
    move |credential: Credential| {
        let Some(mut shown) = access.load().with_untracked(|load| load.ready().cloned()) else { return };
        match shown.credentials.iter_mut().find(|it| it.id == credential.id) {
            Some(known) => *known = credential,
            None => shown.credentials.insert(0, credential),
        }
        access.put(shown);
    }
}

/// The credential that can be used; there is at most one.
pub(super) fn active(credentials: &[Credential]) -> Option<&Credential> {
    credentials.iter().find(|credential| credential.state == CredentialState::Active)
}
