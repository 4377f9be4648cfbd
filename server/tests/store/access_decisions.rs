//! Decisions on requests, one at a time and two at once.

use latchkey_contract::activity::Act;
use latchkey_contract::admin::{AccessRequest, RequestState};
use latchkey_contract::api_access::AccessState;
use latchkey_contract::event::LiveEvent;
use latchkey_contract::session::Account;
use latchkey_server::store::access::{ChangeAccessError, DecideError, Verdict};
use latchkey_server::store::events::Audience;
use uuid::Uuid;

use crate::house::{House, TestResult, first_page};

on_every_database!(
    an_approval_grants_access_and_makes_the_first_pair,
    a_denial_gives_its_reason,
    a_request_is_decided_once,
    a_withdrawn_request_is_not_decided,
    a_decision_names_the_version_it_was_made_on,
    an_unknown_request_is_not_found,
    an_approval_keeps_an_active_credential,
    of_two_administrators_at_once_one_wins,
    of_two_changes_at_once_one_wins,
    an_approval_and_a_withdrawal_at_once_do_not_mix,
);

async fn an_approval_grants_access_and_makes_the_first_pair(house: &House) -> TestResult {
    let request = file(house, &house.dana).await?;
    let since = house.store.newest_event().await?;
    let first = house.new_credential(&house.dana);
    let api_key = first.api_key.to_string();
    let by = house.admin(&house.ada);
    let decided =
        house.store.decide_request(&by, request.id, request.version, Verdict::Approve, Some(first)).await?;
    assert_eq!((decided.state, decided.version), (RequestState::Approved, request.version + 1));
    assert_eq!(decided.decision.map(|decision| decision.decided_by).as_deref(), Some("Ada Admin"));
    assert_eq!(house.store.access_request(request.id).await?.ok_or("gone")?.state, RequestState::Approved);
    let access = house.store.user_access(house.dana.id).await?.ok_or("gone")?;
    assert_eq!((access.state, access.active_keys), (AccessState::Approved, 1));
    assert_eq!(house.credential(&house.dana).await?.api_key, api_key);
    let to_dana = house.told(since, Audience::User(house.dana.id)).await?;
    assert!(to_dana.contains(&LiveEvent::AccessChanged { state: AccessState::Approved }));
    assert!(to_dana.contains(&LiveEvent::CredentialsChanged));
    let to_administrators = house.told(since, Audience::Administrators).await?;
    assert!(to_administrators.contains(&LiveEvent::RequestsChanged { request_id: request.id }));
    assert!(house.told(since, Audience::User(house.colin.id)).await?.is_empty());
    // Both see it in their own activity.
    for account in [&house.dana, &house.ada] {
        let entries = house.store.activity(account.id, first_page(2)).await?.items;
        assert_eq!(entries[0].api_key.as_ref(), Some(&api_key));
        assert_eq!([entries[0].act, entries[1].act], [Act::CredentialCreated, Act::AccessApproved]);
        assert_eq!(entries[1].actor, "Ada Admin");
    }
    Ok(())
}

async fn a_denial_gives_its_reason(house: &House) -> TestResult {
    let request = file(house, &house.dana).await?;
    let verdict = Verdict::Deny { reason: "not yet".to_owned() };
    let by = house.admin(&house.ada);
    let decided = house.store.decide_request(&by, request.id, request.version, verdict, None).await?;
    assert_eq!(decided.state, RequestState::Denied);
    assert_eq!(decided.decision.and_then(|decision| decision.reason).as_deref(), Some("not yet"));
    assert_eq!(house.state(&house.dana).await?, AccessState::Denied);
    assert!(house.store.credentials(house.dana.id).await?.is_empty());
    let entry = house.store.activity(house.dana.id, first_page(1)).await?.items.remove(0);
    assert_eq!((entry.act, entry.reason.as_deref()), (Act::AccessDenied, Some("not yet")));
    Ok(())
}

async fn a_request_is_decided_once(house: &House) -> TestResult {
    for verdict in [Verdict::Approve, Verdict::Deny { reason: "no".to_owned() }] {
        let user = house.newcomer().await?;
        let request = file(house, &user).await?;
        let decided = decide(house, &request, verdict, &house.ada).await?;
        for version in [request.version, decided.version] {
            let late = AccessRequest { version, ..request.clone() };
            let refused = decide(house, &late, Verdict::Approve, &house.bert).await;
            let Err(DecideError::VersionConflict(present)) = refused else {
                return Err("decided twice".into());
            };
            assert_eq!(*present, decided);
        }
    }
    Ok(())
}

async fn a_withdrawn_request_is_not_decided(house: &House) -> TestResult {
    let request = file(house, &house.dana).await?;
    house.store.withdraw_request(&house.by(&house.dana)).await?;
    for version in [request.version, request.version + 1] {
        let late = AccessRequest { version, ..request.clone() };
        let refused = decide(house, &late, Verdict::Approve, &house.ada).await;
        let Err(DecideError::VersionConflict(present)) = refused else { return Err("decided".into()) };
        assert_eq!(present.state, RequestState::Withdrawn);
    }
    assert_eq!(house.state(&house.dana).await?, AccessState::Disabled);
    Ok(())
}

async fn a_decision_names_the_version_it_was_made_on(house: &House) -> TestResult {
    let request = file(house, &house.dana).await?;
    for version in [0, request.version + 1] {
        let other = AccessRequest { version, ..request.clone() };
        let refused = decide(house, &other, Verdict::Approve, &house.ada).await;
        assert!(matches!(refused, Err(DecideError::VersionConflict(_))));
    }
    assert_eq!(house.state(&house.dana).await?, AccessState::Pending);
    Ok(())
}

async fn an_unknown_request_is_not_found(house: &House) -> TestResult {
    let mut request = file(house, &house.dana).await?;
    request.id = Uuid::now_v7();
    assert!(matches!(
        decide(house, &request, Verdict::Approve, &house.ada).await,
        Err(DecideError::NotFound)
    ));
    assert_eq!(house.store.access_request(request.id).await?, None);
    Ok(())
}

async fn an_approval_keeps_an_active_credential(house: &House) -> TestResult {
    house.bring(&house.dana, AccessState::Suspended).await?;
    let before = house.credential(&house.dana).await?;
    let version = house.access_version(&house.dana).await?;
    let first = house.new_credential(&house.dana);
    house.store.enable_access(&house.admin(&house.ada), house.dana.id, version, first).await?;
    assert_eq!(house.store.credentials(house.dana.id).await?, [before]);
    Ok(())
}

async fn of_two_administrators_at_once_one_wins(house: &House) -> TestResult {
    for _ in 0..10 {
        let user = house.newcomer().await?;
        let request = file(house, &user).await?;
        let (approval, denial) = tokio::join!(
            decide(house, &request, Verdict::Approve, &house.ada),
            decide(house, &request, Verdict::Deny { reason: "no".to_owned() }, &house.bert),
        );
        let (won, lost) = match (approval, denial) {
            (Ok(won), Err(lost)) | (Err(lost), Ok(won)) => (won, lost),
            _ => return Err("not exactly one of them won".into()),
        };
        let DecideError::VersionConflict(told) = lost else { return Err("told something else".into()) };
        assert_eq!(*told, won);
        let keys = house.store.credentials(user.id).await?.len();
        assert_eq!(keys, usize::from(won.state == RequestState::Approved));
    }
    Ok(())
}

async fn of_two_changes_at_once_one_wins(house: &House) -> TestResult {
    house.bring(&house.dana, AccessState::Suspended).await?;
    let version = house.access_version(&house.dana).await?;
    let enable = |by| {
        let first = house.new_credential(&house.dana);
        async move { house.store.enable_access(&house.admin(by), house.dana.id, version, first).await }
    };
    let outcomes = tokio::join!(enable(&house.ada), enable(&house.bert));
    let lost = match outcomes {
        (Ok(_), Err(lost)) | (Err(lost), Ok(_)) => lost,
        _ => return Err("not exactly one of them won".into()),
    };
    assert!(matches!(lost, ChangeAccessError::VersionConflict(_)));
    assert_eq!(house.store.credentials(house.dana.id).await?.len(), 1);
    Ok(())
}

async fn an_approval_and_a_withdrawal_at_once_do_not_mix(house: &House) -> TestResult {
    for _ in 0..10 {
        let user = house.newcomer().await?;
        let request = file(house, &user).await?;
        let by = house.by(&user);
        let (approval, withdrawal) = tokio::join!(
            decide(house, &request, Verdict::Approve, &house.ada),
            house.store.withdraw_request(&by),
        );
        assert_ne!(approval.is_ok(), withdrawal.is_ok());
        let expected = if approval.is_ok() { AccessState::Approved } else { AccessState::Disabled };
        assert_eq!(house.state(&user).await?, expected);
    }
    Ok(())
}

async fn file(house: &House, user: &Account) -> TestResult<AccessRequest> {
    Ok(house.store.request_access(&house.by(user), None, None).await?)
}

async fn decide(
    house: &House,
    request: &AccessRequest,
    verdict: Verdict,
    by: &Account,
) -> Result<AccessRequest, DecideError> {
    let owner = house.store.user(request.user_id).await?.map(|user| user.account);
    let first = owner.map(|owner| house.new_credential(&owner));
    house.store.decide_request(&house.admin(by), request.id, request.version, verdict, first).await
}
