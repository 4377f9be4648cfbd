//! Every act on API access, tried from every state.

use latchkey_contract::activity::Act;
use latchkey_contract::admin::RequestState;
use latchkey_contract::api_access::{AccessState, AccessStatus};
use latchkey_contract::event::LiveEvent;
use latchkey_contract::session::Account;
use latchkey_server::store::access::{ChangeAccessError, RequestAccessError, RequestFilter, WithdrawError};
use latchkey_server::store::events::Audience;
use uuid::Uuid;

use crate::house::{House, TestResult, first_page};

on_every_database!(
    access_begins_disabled,
    a_user_asks_once,
    a_denied_user_asks_again,
    a_granted_or_suspended_user_has_nothing_to_ask_for,
    a_pending_request_is_withdrawn,
    only_a_pending_request_is_withdrawn,
    granted_access_is_suspended,
    only_granted_access_is_suspended,
    access_is_enabled_from_every_other_state,
    granted_access_is_not_granted_again,
    a_change_names_the_version_it_was_made_on,
    administrators_have_no_access_of_their_own,
    a_request_is_granted_by_itself_where_the_operator_wants_that,
);

async fn access_begins_disabled(house: &House) -> TestResult {
    assert_eq!(house.store.access_status(house.dana.id).await?, AccessStatus::Disabled);
    assert_eq!(house.access_version(&house.dana).await?, 1);
    Ok(())
}

async fn a_user_asks_once(house: &House) -> TestResult {
    let since = house.store.newest_event().await?;
    let by = house.by(&house.dana);
    let request = house.store.request_access(&by, Some("for Terraform"), None).await?;
    assert_eq!((request.state, request.version, request.user_id), (RequestState::Pending, 1, house.dana.id));
    assert_eq!((request.user_name.as_str(), request.company_name.as_str()), ("Dana Demo", "Demo Ltd"));
    assert_eq!((request.reason.as_deref(), &request.decision), (Some("for Terraform"), &None));
    let AccessStatus::Pending { request_id, reason, .. } = house.store.access_status(house.dana.id).await?
    else {
        return Err("not pending".into());
    };
    assert_eq!((request_id, reason.as_deref()), (request.id, Some("for Terraform")));
    assert_eq!(
        house.told(since, Audience::User(house.dana.id)).await?,
        [LiveEvent::ActivityAdded, LiveEvent::AccessChanged { state: AccessState::Pending }]
    );
    let to_administrators = house.told(since, Audience::Administrators).await?;
    assert!(to_administrators.contains(&LiveEvent::RequestsChanged { request_id }));
    assert!(to_administrators.contains(&LiveEvent::UserAccessChanged { user_id: house.dana.id }));
    assert!(is_refused(house, &house.dana).await);
    assert_eq!(house.store.access_requests(RequestFilter::default(), first_page(10)).await?.items.len(), 1);
    Ok(())
}

async fn a_denied_user_asks_again(house: &House) -> TestResult {
    house.bring(&house.dana, AccessState::Denied).await?;
    let AccessStatus::Denied { decided_by, reason, .. } = house.store.access_status(house.dana.id).await?
    else {
        return Err("not denied".into());
    };
    assert_eq!((decided_by.as_str(), reason.as_str()), ("Ada Admin", "not yet"));
    house.store.request_access(&house.by(&house.dana), None, None).await?;
    assert_eq!(house.state(&house.dana).await?, AccessState::Pending);
    Ok(())
}

async fn a_granted_or_suspended_user_has_nothing_to_ask_for(house: &House) -> TestResult {
    house.bring(&house.dana, AccessState::Approved).await?;
    house.bring(&house.otto, AccessState::Suspended).await?;
    assert!(is_refused(house, &house.dana).await);
    assert!(is_refused(house, &house.otto).await);
    Ok(())
}

async fn a_pending_request_is_withdrawn(house: &House) -> TestResult {
    house.bring(&house.dana, AccessState::Pending).await?;
    house.store.withdraw_request(&house.by(&house.dana)).await?;
    assert_eq!(house.store.access_status(house.dana.id).await?, AccessStatus::Disabled);
    let withdrawn =
        house.store.access_requests(RequestFilter::default(), first_page(1)).await?.items.remove(0);
    assert_eq!((withdrawn.state, withdrawn.version, withdrawn.decision), (RequestState::Withdrawn, 2, None));
    let entry = house.store.activity(house.dana.id, first_page(1)).await?.items.remove(0);
    assert_eq!(entry.act, Act::RequestWithdrawn);
    house.bring(&house.dana, AccessState::Approved).await
}

async fn only_a_pending_request_is_withdrawn(house: &House) -> TestResult {
    use AccessState::{Approved, Denied, Disabled, Suspended};
    for state in [Disabled, Denied, Approved, Suspended] {
        let user = house.newcomer().await?;
        house.bring(&user, state).await?;
        let refused = house.store.withdraw_request(&house.by(&user)).await;
        assert!(matches!(refused, Err(WithdrawError::WrongState)), "{state:?}");
        assert_eq!(house.state(&user).await?, state);
    }
    // Another user's pending request is out of reach.
    house.bring(&house.dana, AccessState::Pending).await?;
    let refused = house.store.withdraw_request(&house.by(&house.colin)).await;
    assert!(matches!(refused, Err(WithdrawError::WrongState)));
    Ok(())
}

async fn granted_access_is_suspended(house: &House) -> TestResult {
    house.bring(&house.dana, AccessState::Approved).await?;
    let since = house.store.newest_event().await?;
    let version = house.access_version(&house.dana).await?;
    let access =
        house.store.disable_access(&house.admin(&house.ada), house.dana.id, version, "misuse").await?;
    assert_eq!((access.state, access.version, access.active_keys), (AccessState::Suspended, version + 1, 1));
    let AccessStatus::Suspended { decided_by, reason, .. } = house.store.access_status(house.dana.id).await?
    else {
        return Err("not suspended".into());
    };
    assert_eq!((decided_by.as_str(), reason.as_str()), ("Ada Admin", "misuse"));
    assert_eq!(
        house.told(since, Audience::User(house.dana.id)).await?,
        [LiveEvent::ActivityAdded, LiveEvent::AccessChanged { state: AccessState::Suspended }]
    );
    let entry = house.store.activity(house.dana.id, first_page(1)).await?.items.remove(0);
    assert_eq!((entry.act, entry.reason.as_deref()), (Act::AccessDisabled, Some("misuse")));
    Ok(())
}

async fn only_granted_access_is_suspended(house: &House) -> TestResult {
    use AccessState::{Denied, Disabled, Pending, Suspended};
    for state in [Disabled, Pending, Denied, Suspended] {
        let user = house.newcomer().await?;
        house.bring(&user, state).await?;
        let version = house.access_version(&user).await?;
        let refused = house.store.disable_access(&house.admin(&house.ada), user.id, version, "misuse").await;
        let Err(ChangeAccessError::WrongState(present)) = refused else { return Err("not refused".into()) };
        assert_eq!((present.state, present.version), (state, version));
    }
    Ok(())
}

async fn access_is_enabled_from_every_other_state(house: &House) -> TestResult {
    use AccessState::{Denied, Disabled, Pending, Suspended};
    for state in [Disabled, Pending, Denied, Suspended] {
        let user = house.newcomer().await?;
        house.bring(&user, state).await?;
        let version = house.access_version(&user).await?;
        let first = house.new_credential(&user);
        let access = house.store.enable_access(&house.admin(&house.bert), user.id, version, first).await?;
        assert_eq!((access.state, access.active_keys), (AccessState::Approved, 1), "{state:?}");
        assert_eq!(access.decision.map(|decision| decision.decided_by).as_deref(), Some("Bert Boss"));
        // A suspended user's key works again; it is not made anew.
        assert_eq!(house.store.credentials(user.id).await?.len(), 1);
        let key = house.credential(&user).await?;
        let holder = house.store.key_holder(&key.api_key, house.digest(&user, key.id).await?).await?;
        assert!(holder.ok_or("refused")?.access_granted);
    }
    // The request that was pending is thereby approved.
    let pending = RequestFilter { state: Some(RequestState::Pending) };
    assert!(house.store.access_requests(pending, first_page(10)).await?.items.is_empty());
    Ok(())
}

async fn granted_access_is_not_granted_again(house: &House) -> TestResult {
    house.bring(&house.dana, AccessState::Approved).await?;
    let version = house.access_version(&house.dana).await?;
    let first = house.new_credential(&house.dana);
    let refused = house.store.enable_access(&house.admin(&house.ada), house.dana.id, version, first).await;
    assert!(matches!(refused, Err(ChangeAccessError::WrongState(_))));
    assert_eq!(house.store.credentials(house.dana.id).await?.len(), 1);
    Ok(())
}

async fn a_change_names_the_version_it_was_made_on(house: &House) -> TestResult {
    house.bring(&house.dana, AccessState::Approved).await?;
    let version = house.access_version(&house.dana).await?;
    for wrong in [version - 1, version + 1] {
        let by = house.admin(&house.ada);
        let refused = house.store.disable_access(&by, house.dana.id, wrong, "misuse").await;
        let Err(ChangeAccessError::VersionConflict(present)) = refused else {
            return Err("not refused".into());
        };
        assert_eq!((present.version, present.state), (version, AccessState::Approved));
        let first = house.new_credential(&house.dana);
        let refused = house.store.enable_access(&by, house.dana.id, wrong, first).await;
        assert!(matches!(refused, Err(ChangeAccessError::VersionConflict(_))));
    }
    Ok(())
}

async fn administrators_have_no_access_of_their_own(house: &House) -> TestResult {
    assert!(is_refused(house, &house.ada).await);
    for user in [house.ada.id, Uuid::now_v7()] {
        assert_eq!(house.store.access_status(user).await?, AccessStatus::Disabled);
        let by = house.admin(&house.bert);
        let refused = house.store.disable_access(&by, user, 1, "misuse").await;
        assert!(matches!(refused, Err(ChangeAccessError::NotFound)));
        let first = house.new_credential(&house.dana);
        let refused = house.store.enable_access(&by, user, 1, first).await;
        assert!(matches!(refused, Err(ChangeAccessError::NotFound)));
    }
    Ok(())
}

async fn a_request_is_granted_by_itself_where_the_operator_wants_that(house: &House) -> TestResult {
    let since = house.store.newest_event().await?;
    let first = house.new_credential(&house.dana);
    let api_key = first.api_key.to_string();
    let by = house.by(&house.dana);
    let request = house.store.request_access(&by, None, Some(first)).await?;
    assert_eq!(request.state, RequestState::Approved);
    assert_eq!(request.decision.map(|decision| decision.decided_by).as_deref(), Some("Latchkey"));
    assert_eq!(house.state(&house.dana).await?, AccessState::Approved);
    assert_eq!(house.credential(&house.dana).await?.api_key, api_key);
    let told = house.told(since, Audience::User(house.dana.id)).await?;
    assert!(told.contains(&LiveEvent::AccessChanged { state: AccessState::Approved }));
    assert!(told.contains(&LiveEvent::CredentialsChanged));
    assert_eq!(
        house.newest_acts(&house.dana, 3).await?,
        [Act::CredentialCreated, Act::AccessApproved, Act::AccessRequested]
    );
    Ok(())
}

async fn is_refused(house: &House, user: &Account) -> bool {
    let outcome = house.store.request_access(&house.by(user), None, None).await;
    matches!(outcome, Err(RequestAccessError::WrongState))
}
