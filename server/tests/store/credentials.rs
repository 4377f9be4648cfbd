use latchkey_contract::activity::Act;
use latchkey_contract::api_access::AccessState;
use latchkey_contract::credential::{CredentialState, RevealPurpose};
use latchkey_contract::event::LiveEvent;
use latchkey_server::secrets::SecretDigest;
use latchkey_server::store::authority::{OperatorAuthority, StepUpAuthority};
use latchkey_server::store::credentials::{CredentialError, EndReason, EndedPair};
use latchkey_server::store::events::Audience;

use crate::house::{House, TestResult, company_of, first_page, key_owner};

on_every_database!(
    a_pair_opens_its_owners_door,
    half_a_pair_opens_nothing,
    a_fetched_secret_is_recorded_for_what_it_was_fetched_for,
    a_replaced_secret_stops_at_once,
    of_two_replacements_at_once_one_wins,
    a_revoked_key_is_refused_for_good,
    a_revoked_key_makes_room_for_another,
    tells_the_end_of_a_right_old_pair,
    a_second_active_key_is_refused,
    suspended_access_refuses_the_key_until_it_is_enabled,
    a_key_can_be_revoked_while_access_is_suspended,
    a_disabled_account_is_refused_until_it_is_enabled,
    credentials_need_granted_access,
    the_sealing_key_of_a_secret_is_known,
);

async fn a_pair_opens_its_owners_door(house: &House) -> TestResult {
    house.bring(&house.dana, AccessState::Approved).await?;
    let key = house.credential(&house.dana).await?;
    assert_eq!((key.state, key.secret_version, key.revoked_at.clone()), (CredentialState::Active, 1, None));
    let digest = house.digest(&house.dana, key.id).await?;
    let holder = house.store.key_holder(&key.api_key, digest).await?.ok_or("refused")?;
    assert_eq!((holder.credential_id, holder.user_id), (key.id, house.dana.id));
    assert_eq!(holder.company_id, company_of(&house.dana));
    assert!(holder.access_granted);
    Ok(())
}

async fn half_a_pair_opens_nothing(house: &House) -> TestResult {
    house.bring(&house.dana, AccessState::Approved).await?;
    house.bring(&house.colin, AccessState::Approved).await?;
    let danas = house.credential(&house.dana).await?;
    let colins = house.credential(&house.colin).await?;
    let danas_digest = house.digest(&house.dana, danas.id).await?;
    let colins_digest = house.digest(&house.colin, colins.id).await?;
    for (api_key, digest) in [
        (danas.api_key.as_str(), colins_digest),
        (colins.api_key.as_str(), danas_digest),
        (danas.api_key.as_str(), SecretDigest::of("lks_wrong")),
        (danas.api_key.as_str(), SecretDigest::of("")),
        ("lkp_unknown", danas_digest),
        ("", danas_digest),
    ] {
        assert!(house.store.key_holder(api_key, digest).await?.is_none(), "{api_key}");
    }
    Ok(())
}

async fn a_fetched_secret_is_recorded_for_what_it_was_fetched_for(house: &House) -> TestResult {
    house.bring(&house.dana, AccessState::Approved).await?;
    let key = house.credential(&house.dana).await?;
    for (purpose, act) in
        [(RevealPurpose::Show, Act::SecretRevealed), (RevealPurpose::Copy, Act::SecretCopied)]
    {
        let since = house.store.newest_event().await?;
        let by = house.by(&house.dana);
        let stored = house.store.fetch_secret(&StepUpAuthority(by), key.id, purpose).await?;
        assert_eq!(stored.version, 1);
        assert!(house.issuer.open(&stored, key_owner(&house.dana), key.id)?.expose().starts_with("lks_"));
        let entry = house.store.activity(house.dana.id, first_page(1)).await?.items.remove(0);
        assert_eq!((entry.act, entry.api_key.as_ref()), (act, Some(&key.api_key)));
        assert_eq!(house.told(since, Audience::User(house.dana.id)).await?, [LiveEvent::ActivityAdded]);
    }
    Ok(())
}

async fn a_replaced_secret_stops_at_once(house: &House) -> TestResult {
    house.bring(&house.dana, AccessState::Approved).await?;
    let key = house.credential(&house.dana).await?;
    let old = house.digest(&house.dana, key.id).await?;
    let version = house.store.next_secret_version(house.dana.id, key.id).await?;
    assert_eq!(version, 2);
    let since = house.store.newest_event().await?;
    let secret = house.issuer.new_secret(key_owner(&house.dana), key.id, version);
    let new = secret.digest;
    let by = house.by(&house.dana);
    let replaced = house.store.replace_secret(&StepUpAuthority(by), key.id, version, secret).await?;
    assert_eq!((replaced.api_key.as_str(), replaced.secret_version), (key.api_key.as_str(), 2));
    assert!(replaced.secret_created_at > key.secret_created_at);
    assert!(house.store.key_holder(&key.api_key, old).await?.is_none());
    assert!(house.store.key_holder(&key.api_key, new).await?.is_some());
    assert_eq!(house.digest(&house.dana, key.id).await?.as_bytes(), new.as_bytes());
    let told = house.told(since, Audience::User(house.dana.id)).await?;
    assert!(told.contains(&LiveEvent::CredentialsChanged));
    Ok(())
}

async fn of_two_replacements_at_once_one_wins(house: &House) -> TestResult {
    house.bring(&house.dana, AccessState::Approved).await?;
    let key = house.credential(&house.dana).await?;
    let version = house.store.next_secret_version(house.dana.id, key.id).await?;
    let replace = || {
        let secret = house.issuer.new_secret(key_owner(&house.dana), key.id, version);
        let by = house.by(&house.dana);
        async move { house.store.replace_secret(&StepUpAuthority(by), key.id, version, secret).await }
    };
    let lost = match tokio::join!(replace(), replace()) {
        (Ok(_), Err(lost)) | (Err(lost), Ok(_)) => lost,
        _ => return Err("not exactly one of them won".into()),
    };
    assert!(matches!(lost, CredentialError::VersionConflict));
    assert_eq!(house.credential(&house.dana).await?.secret_version, 2);
    Ok(())
}

async fn a_revoked_key_is_refused_for_good(house: &House) -> TestResult {
    house.bring(&house.dana, AccessState::Approved).await?;
    let key = house.credential(&house.dana).await?;
    let digest = house.digest(&house.dana, key.id).await?;
    let by = house.by(&house.dana);
    let revoked = house.store.revoke_credential(&by, key.id).await?;
    assert_eq!(revoked.state, CredentialState::Revoked);
    assert!(revoked.revoked_at.is_some());
    assert!(house.store.key_holder(&key.api_key, digest).await?.is_none());
    let version = 2;
    let secret = house.issuer.new_secret(key_owner(&house.dana), key.id, version);
    let refusals = [
        house.store.revoke_credential(&by, key.id).await.err(),
        house.store.next_secret_version(house.dana.id, key.id).await.err(),
        house.store.replace_secret(&StepUpAuthority(by), key.id, version, secret).await.err(),
        house.store.fetch_secret(&StepUpAuthority(by), key.id, RevealPurpose::Show).await.err(),
    ];
    for refusal in refusals {
        assert!(matches!(refusal, Some(CredentialError::Revoked)));
    }
    Ok(())
}

async fn a_revoked_key_makes_room_for_another(house: &House) -> TestResult {
    house.bring(&house.dana, AccessState::Approved).await?;
    let old = house.credential(&house.dana).await?;
    house.store.revoke_credential(&house.by(&house.dana), old.id).await?;
    assert_eq!(house.store.user_access(house.dana.id).await?.ok_or("gone")?.active_keys, 0);
    let new = house.new_credential(&house.dana);
    let by = house.by(&house.dana);
    let created = house.store.create_credential(&StepUpAuthority(by), new).await?;
    let listed = house.store.credentials(house.dana.id).await?;
    assert_eq!(listed.iter().map(|key| key.id).collect::<Vec<_>>(), [created.id, old.id]);
    let digest = house.digest(&house.dana, created.id).await?;
    assert!(house.store.key_holder(&created.api_key, digest).await?.is_some());
    assert_eq!(
        house.newest_acts(&house.dana, 3).await?,
        [Act::SecretRevealed, Act::CredentialCreated, Act::CredentialRevoked]
    );
    Ok(())
}

async fn tells_the_end_of_a_right_old_pair(house: &House) -> TestResult {
    for user in [&house.dana, &house.colin] {
        house.bring(user, AccessState::Approved).await?;
    }
    let key = house.credential(&house.dana).await?;
    let first = house.digest(&house.dana, key.id).await?;
    let colins = house.digest(&house.colin, house.credential(&house.colin).await?.id).await?;
    assert_eq!(house.store.ended_pair(&key.api_key, first).await?, None, "it works");
    let secret = house.issuer.new_secret(key_owner(&house.dana), key.id, 2);
    let second = secret.digest;
    let replaced = house.store.replace_secret(&house.stepped_up(&house.dana), key.id, 2, secret).await?;
    let end = EndedPair { reason: EndReason::Replaced, at: replaced.secret_created_at };
    assert_eq!(house.store.ended_pair(&key.api_key, first).await?, Some(end));
    assert_eq!(house.store.ended_pair(&key.api_key, second).await?, None, "it works");
    let revoked = house.store.revoke_credential(&house.by(&house.dana), key.id).await?;
    let end = EndedPair { reason: EndReason::Revoked, at: revoked.revoked_at.ok_or("not revoked")? };
    for secret in [first, second] {
        assert_eq!(house.store.ended_pair(&key.api_key, secret).await?.as_ref(), Some(&end));
    }
    for (api_key, secret) in [(key.api_key.as_str(), colins), ("lkp_unknown", first), ("", first)] {
        assert_eq!(house.store.ended_pair(api_key, secret).await?, None, "{api_key}");
    }
    Ok(())
}

async fn a_second_active_key_is_refused(house: &House) -> TestResult {
    house.bring(&house.dana, AccessState::Approved).await?;
    let new = house.new_credential(&house.dana);
    let refused = house.store.create_credential(&house.stepped_up(&house.dana), new).await;
    assert!(matches!(refused, Err(CredentialError::AlreadyActive)));
    Ok(())
}

async fn suspended_access_refuses_the_key_until_it_is_enabled(house: &House) -> TestResult {
    house.bring(&house.dana, AccessState::Approved).await?;
    let key = house.credential(&house.dana).await?;
    let digest = house.digest(&house.dana, key.id).await?;
    let version = house.access_version(&house.dana).await?;
    house.store.disable_access(&house.admin(&house.ada), house.dana.id, version, "misuse").await?;
    assert!(!house.store.key_holder(&key.api_key, digest).await?.ok_or("forgotten")?.access_granted);
    let by = house.by(&house.dana);
    let secret = house.issuer.new_secret(key_owner(&house.dana), key.id, 2);
    let refusals = [
        house.store.fetch_secret(&StepUpAuthority(by), key.id, RevealPurpose::Copy).await.err(),
        house.store.replace_secret(&StepUpAuthority(by), key.id, 2, secret).await.err(),
    ];
    for refusal in refusals {
        assert!(matches!(refusal, Some(CredentialError::AccessDisabled)));
    }
    let first = house.new_credential(&house.dana);
    house.store.enable_access(&house.admin(&house.ada), house.dana.id, version + 1, first).await?;
    assert!(house.store.key_holder(&key.api_key, digest).await?.ok_or("forgotten")?.access_granted);
    Ok(())
}

async fn a_key_can_be_revoked_while_access_is_suspended(house: &House) -> TestResult {
    house.bring(&house.dana, AccessState::Suspended).await?;
    let key = house.credential(&house.dana).await?;
    house.store.revoke_credential(&house.by(&house.dana), key.id).await?;
    let new = house.new_credential(&house.dana);
    let refused = house.store.create_credential(&house.stepped_up(&house.dana), new).await;
    assert!(matches!(refused, Err(CredentialError::AccessDisabled)));
    Ok(())
}

async fn a_disabled_account_is_refused_until_it_is_enabled(house: &House) -> TestResult {
    house.bring(&house.dana, AccessState::Approved).await?;
    let key = house.credential(&house.dana).await?;
    let digest = house.digest(&house.dana, key.id).await?;
    house.store.disable_user(house.dana.id, OperatorAuthority).await?;
    assert!(!house.store.key_holder(&key.api_key, digest).await?.ok_or("forgotten")?.access_granted);
    house.store.enable_user(house.dana.id, OperatorAuthority).await?;
    assert!(house.store.key_holder(&key.api_key, digest).await?.ok_or("forgotten")?.access_granted);
    Ok(())
}

async fn credentials_need_granted_access(house: &House) -> TestResult {
    use AccessState::{Denied, Disabled, Pending};
    for state in [Disabled, Pending, Denied] {
        let user = house.newcomer().await?;
        house.bring(&user, state).await?;
        let new = house.new_credential(&user);
        let refused = house.store.create_credential(&house.stepped_up(&user), new).await;
        assert!(matches!(refused, Err(CredentialError::AccessDisabled)), "{state:?}");
    }
    let new = house.new_credential(&house.dana);
    let refused = house.store.create_credential(&house.stepped_up(&house.ada), new).await;
    assert!(matches!(refused, Err(CredentialError::AccessDisabled)));
    Ok(())
}

async fn the_sealing_key_of_a_secret_is_known(house: &House) -> TestResult {
    house.bring(&house.dana, AccessState::Approved).await?;
    assert_eq!(house.store.sealing_keys_in_use().await?, [house.key_id]);
    Ok(())
}
