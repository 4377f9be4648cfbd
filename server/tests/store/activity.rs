use latchkey_contract::activity::Act;
use latchkey_contract::api_access::AccessState;
use latchkey_server::clock::timestamp;
use latchkey_server::store::PageRequest;

use crate::house::{House, MORNING, TestResult, first_page};

on_every_database!(
    activity_is_listed_newest_first_page_by_page,
    an_entry_tells_who_when_and_why,
    what_somebody_did_to_themselves_is_listed_once,
    an_untouched_log_is_whole,
);

async fn activity_is_listed_newest_first_page_by_page(house: &House) -> TestResult {
    for _ in 0..5 {
        house.sign_in(&house.dana).await?;
    }
    let mut seen = Vec::new();
    let mut page = first_page(4);
    loop {
        let found = house.store.activity(house.dana.id, page).await?;
        seen.extend(found.items);
        let Some(next) = found.next else { break };
        page = PageRequest { after: Some(next.parse()?), limit: 4 };
    }
    assert_eq!(seen.len(), 7);
    assert!(seen.is_sorted_by(|newer, older| newer.at > older.at && newer.id > older.id));
    assert_eq!(seen.last().map(|entry| entry.act), Some(Act::AccountCreated));
    Ok(())
}

async fn an_entry_tells_who_when_and_why(house: &House) -> TestResult {
    house.bring(&house.dana, AccessState::Denied).await?;
    let entries = house.store.activity(house.dana.id, first_page(4)).await?.items;
    let [denied, requested, _, created] = &entries[..] else { return Err("not four entries".into()) };
    assert_eq!((denied.act, denied.actor.as_str()), (Act::AccessDenied, "Ada Admin"));
    assert_eq!(denied.reason.as_deref(), Some("not yet"));
    assert_eq!((requested.act, requested.actor.as_str()), (Act::AccessRequested, "Dana Demo"));
    assert_eq!(requested.reason.as_deref(), Some("for Terraform"));
    assert_eq!((created.act, created.actor.as_str()), (Act::AccountCreated, "Operator"));
    assert_eq!((&created.api_key, &created.reason), (&None, &None));
    assert!(timestamp(MORNING) < created.at && created.at < requested.at && requested.at < denied.at);
    Ok(())
}

async fn what_somebody_did_to_themselves_is_listed_once(house: &House) -> TestResult {
    let entries = house.store.activity(house.dana.id, first_page(10)).await?.items;
    assert_eq!(entries.iter().filter(|entry| entry.act == Act::SignedIn).count(), 1);
    Ok(())
}

async fn an_untouched_log_is_whole(house: &House) -> TestResult {
    use AccessState::{Approved, Denied, Suspended};
    for (user, state) in [(&house.dana, Suspended), (&house.colin, Denied), (&house.otto, Approved)] {
        house.bring(user, state).await?;
        assert_eq!(house.store.first_broken_audit_entry().await?, None);
    }
    Ok(())
}
