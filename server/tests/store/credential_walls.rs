//! Nobody but its owner reaches a credential: not a colleague, not another company, not an administrator.

use latchkey_contract::api_access::AccessState;
use latchkey_contract::credential::{CredentialState, RevealPurpose};
use latchkey_contract::session::Account;
use latchkey_server::store::credentials::CredentialError;
use uuid::Uuid;

use crate::house::{House, TestResult, key_owner};

on_every_database!(
    a_foreign_credential_is_not_found,
    an_unknown_credential_is_not_found,
    everybody_sees_their_own_credentials_only,
    everybody_sees_their_own_activity_only,
);

async fn a_foreign_credential_is_not_found(house: &House) -> TestResult {
    for user in [&house.dana, &house.colin, &house.otto] {
        house.bring(user, AccessState::Approved).await?;
    }
    let key = house.credential(&house.dana).await?;
    let digest = house.digest(&house.dana, key.id).await?;
    for stranger in [&house.colin, &house.otto, &house.ada] {
        refuses_everything(house, stranger, key.id).await?;
    }
    let untouched = house.credential(&house.dana).await?;
    assert_eq!((untouched.state, untouched.secret_version), (CredentialState::Active, 1));
    assert!(house.store.key_holder(&key.api_key, digest).await?.is_some());
    Ok(())
}

async fn an_unknown_credential_is_not_found(house: &House) -> TestResult {
    house.bring(&house.dana, AccessState::Approved).await?;
    refuses_everything(house, &house.dana, Uuid::now_v7()).await
}

async fn everybody_sees_their_own_credentials_only(house: &House) -> TestResult {
    house.bring(&house.dana, AccessState::Approved).await?;
    for stranger in [&house.colin, &house.otto, &house.ada] {
        assert!(house.store.credentials(stranger.id).await?.is_empty());
    }
    Ok(())
}

async fn everybody_sees_their_own_activity_only(house: &House) -> TestResult {
    house.bring(&house.dana, AccessState::Approved).await?;
    for stranger in [&house.colin, &house.otto, &house.bert] {
        let entries = house.store.activity(stranger.id, crate::house::first_page(10)).await?.items;
        assert_eq!(entries.len(), 2, "only the account's creation and its sign-in");
    }
    Ok(())
}

async fn refuses_everything(house: &House, stranger: &Account, id: Uuid) -> TestResult {
    let by = house.stepped_up(stranger);
    let secret = house.issuer.new_secret(key_owner(&house.dana), id, 2);
    let refusals = [
        house.store.next_secret_version(stranger.id, id).await.err(),
        house.store.fetch_secret(&by, id, RevealPurpose::Show).await.err(),
        house.store.fetch_secret(&by, id, RevealPurpose::Copy).await.err(),
        house.store.replace_secret(&by, id, 2, secret).await.err(),
        house.store.revoke_credential(&by.0, id).await.err(),
        house.store.own_pair(&by.0, id).await.err(),
    ];
    for refusal in refusals {
        assert!(matches!(refusal, Some(CredentialError::NotFound)), "{refusal:?}");
    }
    Ok(())
}
