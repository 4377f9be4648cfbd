use latchkey_contract::ProblemKind;
use serde_json::Value;

use crate::harness::{COLLEAGUE, TestPortal, USER};

fn acts(page: &Value) -> Vec<&str> {
    page["items"].as_array().unwrap().iter().map(|entry| entry["act"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn it_is_listed_page_by_page_newest_first() {
    let portal = TestPortal::start().await;
    portal.granted(USER).await;
    let user = portal.signed_in(USER).await;
    let whole = user.get("/api/v1/activity").await.json();
    let newest = ["signed_in", "secret_revealed", "credential_created", "access_approved"];
    assert_eq!(acts(&whole)[..4], newest);
    let mut path = "/api/v1/activity?limit=2".to_owned();
    let mut seen = Vec::new();
    loop {
        let page = user.get(&path).await.json();
        seen.extend(page["items"].as_array().unwrap().clone());
        let Some(next) = page["next"].as_str() else { break };
        path = format!("/api/v1/activity?limit=2&cursor={next}");
    }
    assert_eq!(&seen, whole["items"].as_array().unwrap());
}

#[tokio::test]
async fn it_is_the_callers_own() {
    let portal = TestPortal::start().await;
    portal.granted(USER).await;
    let colleague = portal.signed_in(COLLEAGUE).await;
    let page = colleague.get("/api/v1/activity").await.json();
    assert!(!acts(&page).contains(&"access_approved"), "{page}");
}

#[tokio::test]
async fn unreadable_parameters_are_refused() {
    let portal = TestPortal::start().await;
    let user = portal.signed_in(USER).await;
    for query in
        ["limit=0", "limit=201", "limit=many", "limit=-1", "cursor=here", "limit=1&limit=2", "limit=&limit=x"]
    {
        let reply = user.get(&format!("/api/v1/activity?{query}")).await;
        assert_eq!(reply.refused(400), ProblemKind::MalformedRequest, "{query}");
    }
    assert_eq!(user.get("/api/v1/activity?limit=200&cursor=&other=1").await.status, 200);
}
