use latchkey_contract::ProblemKind;
use latchkey_contract::api_access::AccessState;
use latchkey_contract::event::LiveEvent;
use latchkey_contract::session::OwnSessions;
use latchkey_server::clock::{HOUR, MINUTE};
use serde_json::json;

use crate::harness::{Caller, PASSWORD, TestPortal, USER};

const SESSIONS: &str = "/api/v1/sessions";
const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0";

async fn sign_in_with(portal: &TestPortal, user_agent: &str, address: &str) -> Caller {
    let mut caller = portal.nobody().at(address);
    let body = json!({"email": USER, "password": PASSWORD});
    let reply =
        caller.call("POST", "/api/v1/session").header("user-agent", user_agent).json(&body).send().await;
    caller.keep_cookie(&reply);
    caller
}

async fn listed(caller: &Caller) -> OwnSessions {
    serde_json::from_slice(&caller.get(SESSIONS).await.body).unwrap()
}

#[tokio::test]
async fn the_own_sessions_are_listed_with_browser_address_and_last_use() {
    let portal = TestPortal::start().await;
    let here = sign_in_with(&portal, FIREFOX, "192.0.2.1").await;
    portal.clock.advance(MINUTE);
    let there = sign_in_with(&portal, &"x".repeat(300), "[2001:db8::7]").await;
    let seen = listed(&there).await.items;
    assert_eq!(seen.iter().map(|session| session.is_current).collect::<Vec<_>>(), [true, false]);
    assert_eq!((seen[1].user_agent.as_str(), seen[1].address.as_str()), (FIREFOX, "192.0.2.1"));
    assert_eq!((seen[0].user_agent.len(), seen[0].address.as_str()), (256, "2001:db8::7"));
    assert_eq!(seen[1].last_seen_at.as_str(), "2026-03-01T09:30:00.000Z");
    // Used at another address, an hour later.
    portal.clock.advance(HOUR);
    let seen = listed(&here.at("198.51.100.3")).await.items;
    assert_eq!((seen[0].is_current, seen[0].address.as_str()), (true, "198.51.100.3"));
    assert_eq!(seen[0].last_seen_at.as_str(), "2026-03-01T10:31:00.000Z");
}

#[tokio::test]
async fn one_other_session_is_ended() {
    let portal = TestPortal::start().await;
    let (here, there) = (portal.signed_in(USER).await, portal.signed_in(USER).await);
    let id = listed(&there).await.items.into_iter().find(|session| session.is_current).unwrap().id;
    let path = format!("{SESSIONS}/{id}");
    assert_eq!(there.delete(&path).await.refused(404), ProblemKind::NotFound, "not the present one");
    assert_eq!(here.delete(&path).await.status, 204);
    assert_eq!(there.get("/api/v1/session").await.refused(401), ProblemKind::NotSignedIn);
    assert_eq!(here.delete(&path).await.refused(404), ProblemKind::NotFound);
    assert_eq!(listed(&here).await.items.len(), 1);
}

#[tokio::test]
async fn all_other_sessions_are_ended() {
    let portal = TestPortal::start().await;
    let here = portal.signed_in(USER).await;
    let others = [portal.signed_in(USER).await, portal.signed_in(USER).await];
    for _ in 0..2 {
        assert_eq!(here.delete(SESSIONS).await.status, 204);
    }
    for other in others {
        assert_eq!(other.get("/api/v1/session").await.refused(401), ProblemKind::NotSignedIn);
    }
    assert_eq!(here.get("/api/v1/session").await.status, 200);
}

#[tokio::test]
async fn ending_sessions_needs_a_step_up() {
    let portal = TestPortal::start().await;
    let (mut here, there) = (portal.signed_in(USER).await, portal.signed_in(USER).await);
    let id = listed(&there).await.items.into_iter().find(|session| session.is_current).unwrap().id;
    portal.clock.advance(HOUR);
    for path in [SESSIONS.to_owned(), format!("{SESSIONS}/{id}")] {
        assert_eq!(here.delete(&path).await.refused(403), ProblemKind::StepUpRequired);
    }
    here.post_as_browser("/api/v1/session/step-up", json!({"password": PASSWORD})).await;
    assert_eq!(here.delete(SESSIONS).await.status, 204);
}

#[tokio::test]
async fn a_call_that_was_authenticated_before_a_new_token_goes_on() {
    let portal = TestPortal::start().await;
    let mut caller = portal.signed_in(USER).await;
    let mut stream = caller.follow("/api/v1/events").await;
    assert_eq!(stream.status, 200);
    caller.post_as_browser("/api/v1/session/step-up", json!({"password": PASSWORD})).await;
    caller.post("/api/v1/api-access/request", json!({})).await;
    let requested = LiveEvent::AccessChanged { state: AccessState::Pending };
    stream.until(&requested).await;
}
