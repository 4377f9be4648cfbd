use latchkey_contract::admin::RequestState;
use latchkey_contract::api_access::AccessState;
use latchkey_server::store::PageRequest;
use latchkey_server::store::access::RequestFilter;
use uuid::Uuid;

use crate::house::{House, TestResult, first_page};

on_every_database!(
    requests_are_listed_newest_first_page_by_page,
    requests_are_filtered_by_their_state,
    users_are_listed_page_by_page,
    users_are_found_by_name_address_and_company,
    a_search_has_no_wildcards,
);

async fn requests_are_listed_newest_first_page_by_page(house: &House) -> TestResult {
    let mut filed = Vec::new();
    for _ in 0..5 {
        let user = house.newcomer().await?;
        filed.push(house.store.request_access(&house.by(&user), None, None).await?.id);
    }
    filed.reverse();
    let mut seen = Vec::new();
    let mut page = first_page(2);
    loop {
        let found = house.store.access_requests(RequestFilter::default(), page).await?;
        assert!(found.items.len() <= 2);
        seen.extend(found.items.iter().map(|request| request.id));
        let Some(next) = found.next else { break };
        page = PageRequest { after: Some(next.parse::<Uuid>()?), limit: 2 };
    }
    assert_eq!(seen, filed);
    // A page that is just full is the last one.
    assert_eq!(house.store.access_requests(RequestFilter::default(), first_page(5)).await?.next, None);
    Ok(())
}

async fn requests_are_filtered_by_their_state(house: &House) -> TestResult {
    house.bring(&house.dana, AccessState::Approved).await?;
    house.bring(&house.colin, AccessState::Denied).await?;
    house.bring(&house.otto, AccessState::Pending).await?;
    for (state, user) in [
        (RequestState::Approved, &house.dana),
        (RequestState::Denied, &house.colin),
        (RequestState::Pending, &house.otto),
    ] {
        let found = house.store.access_requests(RequestFilter { state: Some(state) }, first_page(10)).await?;
        assert_eq!(found.items.iter().map(|request| request.user_id).collect::<Vec<_>>(), [user.id]);
    }
    let none = RequestFilter { state: Some(RequestState::Withdrawn) };
    assert!(house.store.access_requests(none, first_page(10)).await?.items.is_empty());
    Ok(())
}

async fn users_are_listed_page_by_page(house: &House) -> TestResult {
    let first = house.store.user_accesses(None, first_page(2)).await?;
    let after = first.next.ok_or("no second page")?.parse()?;
    let second = house.store.user_accesses(None, PageRequest { after: Some(after), limit: 2 }).await?;
    assert_eq!(second.next, None);
    let names: Vec<_> = first.items.iter().chain(&second.items).map(|user| user.user_name.as_str()).collect();
    assert_eq!(names, ["Otto Other", "Colin Colleague", "Dana Demo"]);
    Ok(())
}

async fn users_are_found_by_name_address_and_company(house: &House) -> TestResult {
    for (search, expected) in [
        ("dana demo", vec![house.dana.id]),
        ("COLIN@", vec![house.colin.id]),
        ("other ltd", vec![house.otto.id]),
        (" Demo Ltd ", vec![house.colin.id, house.dana.id]),
        ("ada", vec![]),
        ("", vec![house.otto.id, house.colin.id, house.dana.id]),
    ] {
        let found = house.store.user_accesses(Some(search), first_page(10)).await?.items;
        assert_eq!(found.iter().map(|user| user.user_id).collect::<Vec<_>>(), expected, "{search}");
    }
    Ok(())
}

async fn a_search_has_no_wildcards(house: &House) -> TestResult {
    for search in ["%", "_", "d%a", "'", "dana\0"] {
        assert!(
            house.store.user_accesses(Some(search), first_page(10)).await?.items.is_empty(),
            "{search:?}"
        );
    }
    Ok(())
}
