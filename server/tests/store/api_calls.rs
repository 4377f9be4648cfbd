use std::net::IpAddr;

use latchkey_contract::Timestamp;
use latchkey_contract::api_access::AccessState;
use latchkey_contract::credential::{Credential, LastUse};
use latchkey_contract::event::LiveEvent;
use latchkey_contract::session::Account;
use latchkey_contract::usage::CallCounts;
use latchkey_server::store::api_calls::ApiCall;
use latchkey_server::store::events::{Audience, Replay};
use uuid::Uuid;

use crate::house::{House, MORNING, TestResult};

on_every_database!(
    calls_are_counted_by_the_class_of_their_status,
    a_user_is_told_of_their_own_keys_only,
    calls_count_from_an_instant_on,
    a_batch_is_recorded_whole_or_not_at_all,
    a_long_batch_is_recorded,
    old_calls_are_removed,
    the_newest_call_is_the_last_use,
    a_last_use_from_before_the_clock_was_set_back_is_replaced,
    the_last_use_outlives_its_call_and_its_key,
    owners_are_told_that_their_keys_were_used,
);

const HOUR: i64 = 60 * 60 * 1000;
const NOW: i64 = MORNING + 2 * HOUR;

async fn calls_are_counted_by_the_class_of_their_status(house: &House) -> TestResult {
    let key = key_of(house, &house.dana).await?;
    let statuses = [200, 201, 202, 400, 404, 429, ApiCall::HUNG_UP, 500, 503];
    let mut calls: Vec<_> =
        statuses.iter().map(|status| ApiCall { status: *status, ..call(&key, MORNING) }).collect();
    calls.push(ApiCall { status: 429, times: 40, ..call(&key, MORNING) });
    house.store.record_calls(&calls, NOW).await?;
    let counts = CallCounts { success: 3, client_error: 44, server_error: 2 };
    assert_eq!(house.store.call_counts(house.dana.id, MORNING).await?, [(key.id, counts)]);
    assert_eq!(counts.total(), 49);
    Ok(())
}

async fn a_user_is_told_of_their_own_keys_only(house: &House) -> TestResult {
    let danas = key_of(house, &house.dana).await?;
    let colins = key_of(house, &house.colin).await?;
    house
        .store
        .record_calls(&[call(&danas, MORNING), call(&colins, MORNING), call(&danas, MORNING)], NOW)
        .await?;
    assert_eq!(house.store.call_counts(house.dana.id, 0).await?, [(danas.id, successes(2))]);
    assert_eq!(house.store.call_counts(house.colin.id, 0).await?, [(colins.id, successes(1))]);
    for nobody in [house.otto.id, house.ada.id, danas.id, Uuid::nil()] {
        assert!(house.store.call_counts(nobody, 0).await?.is_empty());
    }
    Ok(())
}

async fn calls_count_from_an_instant_on(house: &House) -> TestResult {
    let key = key_of(house, &house.dana).await?;
    house.store.record_calls(&[call(&key, MORNING), call(&key, MORNING + HOUR)], NOW).await?;
    for (since, counted) in [(0, 2), (MORNING, 2), (MORNING + 1, 1), (MORNING + HOUR, 1)] {
        assert_eq!(house.store.call_counts(house.dana.id, since).await?, [(key.id, successes(counted))]);
    }
    assert!(house.store.call_counts(house.dana.id, MORNING + HOUR + 1).await?.is_empty());
    Ok(())
}

async fn a_batch_is_recorded_whole_or_not_at_all(house: &House) -> TestResult {
    let key = key_of(house, &house.dana).await?;
    let of_no_key = ApiCall { credential_id: Uuid::nil(), ..call(&key, MORNING) };
    assert!(house.store.record_calls(&[call(&key, MORNING), of_no_key], NOW).await.is_err());
    assert!(house.store.call_counts(house.dana.id, 0).await?.is_empty());
    house.store.record_calls(&[], NOW).await?;
    Ok(())
}

async fn a_long_batch_is_recorded(house: &House) -> TestResult {
    let key = key_of(house, &house.dana).await?;
    house.store.record_calls(&vec![call(&key, MORNING); 12_345], NOW).await?;
    assert_eq!(house.store.call_counts(house.dana.id, 0).await?, [(key.id, successes(12_345))]);
    Ok(())
}

async fn old_calls_are_removed(house: &House) -> TestResult {
    let key = key_of(house, &house.dana).await?;
    let mut calls = vec![call(&key, MORNING); 20_001];
    calls.push(call(&key, MORNING + 1));
    house.store.record_calls(&calls, NOW).await?;
    house.store.purge_calls(MORNING + 1).await?;
    assert_eq!(house.store.call_counts(house.dana.id, 0).await?, [(key.id, successes(1))]);
    Ok(())
}

async fn the_newest_call_is_the_last_use(house: &House) -> TestResult {
    let key = key_of(house, &house.dana).await?;
    let colins = key_of(house, &house.colin).await?;
    assert_eq!(key.last_used, None);
    let newest = ApiCall {
        method: "DELETE",
        route: "/restapi/volume/deleteVolume/{id}".to_owned(),
        address: "2001:db8::7".parse()?,
        status: 404,
        ..call(&key, MORNING + HOUR)
    };
    house.store.record_calls(&[newest, call(&key, MORNING)], NOW).await?;
    // A batch that comes late changes nothing.
    house.store.record_calls(&[call(&key, MORNING + 1)], NOW).await?;
    let last_use = LastUse {
        at: Timestamp("2026-03-01T10:30:00.000Z".to_owned()),
        address: "2001:db8::7".to_owned(),
        route: "DELETE /restapi/volume/deleteVolume/{id}".to_owned(),
    };
    assert_eq!(house.credential(&house.dana).await?.last_used, Some(last_use));
    assert_eq!(house.credential(&house.colin).await?, colins);
    Ok(())
}

async fn a_last_use_from_before_the_clock_was_set_back_is_replaced(house: &House) -> TestResult {
    let key = key_of(house, &house.dana).await?;
    let last_use = async || -> TestResult<Option<Timestamp>> {
        Ok(house.credential(&house.dana).await?.last_used.map(|last_use| last_use.at))
    };
    let at = |text: &str| Some(Timestamp(text.to_owned()));
    house.store.record_calls(&[call(&key, MORNING)], MORNING).await?;
    house.store.record_calls(&[call(&key, MORNING - HOUR)], MORNING - HOUR).await?;
    assert_eq!(last_use().await?, at("2026-03-01T08:30:00.000Z"));
    // Set back again, in the middle of a batch.
    let calls = [call(&key, MORNING - HOUR + 1), call(&key, MORNING - 2 * HOUR)];
    house.store.record_calls(&calls, MORNING - 2 * HOUR).await?;
    assert_eq!(last_use().await?, at("2026-03-01T07:30:00.000Z"));
    Ok(())
}

async fn the_last_use_outlives_its_call_and_its_key(house: &House) -> TestResult {
    let key = key_of(house, &house.dana).await?;
    house.store.record_calls(&[call(&key, MORNING)], NOW).await?;
    house.store.purge_calls(MORNING + HOUR).await?;
    let used = house.credential(&house.dana).await?;
    assert!(used.last_used.is_some());
    let revoked = house.store.revoke_credential(&house.by(&house.dana), key.id).await?;
    assert_eq!(revoked.last_used, used.last_used);
    Ok(())
}

async fn owners_are_told_that_their_keys_were_used(house: &House) -> TestResult {
    let danas = key_of(house, &house.dana).await?;
    let colins = key_of(house, &house.colin).await?;
    let before = house.store.newest_event().await?;
    house.store.tell_of_use(&[(danas.id, MORNING), (colins.id, MORNING), (Uuid::nil(), MORNING)]).await?;
    for (who, events) in [(&house.dana, 1), (&house.colin, 1), (&house.otto, 0)] {
        let Replay::Events(told) = house.store.events_after(before, &[Audience::User(who.id)]).await? else {
            panic!("nothing can be too old");
        };
        assert_eq!(told.len(), events);
        assert!(told.iter().all(|told| told.event == LiveEvent::KeyUsed));
    }
    let administrators = house.store.events_after(before, &[Audience::Administrators]).await?;
    assert_eq!(administrators, Replay::Events(Vec::new()));
    Ok(())
}

async fn key_of(house: &House, owner: &Account) -> TestResult<Credential> {
    house.bring(owner, AccessState::Approved).await?;
    house.credential(owner).await
}

fn call(key: &Credential, at: i64) -> ApiCall {
    ApiCall {
        credential_id: key.id,
        at,
        method: "GET",
        route: "/restapi/zone/zonelist".to_owned(),
        status: 200,
        duration_ms: 7,
        address: IpAddr::from([192, 0, 2, 1]),
        times: 1,
    }
}

fn successes(success: u64) -> CallCounts {
    CallCounts { success, ..CallCounts::default() }
}
