use std::time::{Duration, Instant};

use latchkey_contract::ProblemKind;
use latchkey_contract::api_access::AccessState;
use latchkey_contract::event::LiveEvent;
use latchkey_server::clock::HOUR;
use latchkey_server::live::Streams;
use serde_json::json;

use crate::harness::{ADMIN, COLLEAGUE, Caller, TestPortal, USER};

const EVENTS: &str = "/api/v1/events";

async fn request(user: &Caller) -> String {
    let reply = user.post("/api/v1/api-access/request", json!({})).await;
    reply.json()["status"]["request_id"].as_str().unwrap().to_owned()
}

async fn approve(admin: &Caller, id: &str) {
    let path = format!("/api/v1/admin/api-requests/{id}/approve");
    assert_eq!(admin.post(&path, json!({"version": 1})).await.status, 200);
}

async fn change_profile(user: &Caller) {
    let mut change = user.get("/api/v1/profile").await.json();
    change["fields"]["city"] = json!("York");
    assert_eq!(user.put("/api/v1/profile", change).await.status, 200);
}

#[tokio::test]
async fn it_begins_with_a_comment_and_the_position() {
    let portal = TestPortal::start().await;
    let user = portal.signed_in(USER).await;
    let mut stream = user.follow(EVENTS).await;
    assert_eq!(stream.status, 200);
    assert_eq!(stream.header("content-type"), Some("text/event-stream"));
    assert_eq!(stream.header("cache-control"), Some("no-store"));
    let first = stream.next().await.unwrap();
    assert_eq!(first.comment.as_deref(), Some("open"));
    assert!(first.id.is_some_and(|id| id > 0) && first.event.is_none());
}

#[tokio::test]
async fn an_approval_is_told_within_a_second_to_the_user_and_to_administrators() {
    let portal = TestPortal::start().await;
    let user = portal.signed_in(USER).await;
    let admin = portal.signed_in(ADMIN).await;
    let id = request(&user).await;
    let mut to_user = user.follow(EVENTS).await;
    let mut to_admin = admin.follow(EVENTS).await;
    to_user.next().await.unwrap();
    to_admin.next().await.unwrap();
    let begun = Instant::now();
    approve(&admin, &id).await;
    to_user.until(&LiveEvent::AccessChanged { state: AccessState::Approved }).await;
    to_admin.until(&LiveEvent::RequestsChanged { request_id: id.parse().unwrap() }).await;
    assert!(begun.elapsed() < Duration::from_secs(1), "{:?}", begun.elapsed());
}

#[tokio::test]
async fn nobody_hears_of_others() {
    let portal = TestPortal::start().await;
    let user = portal.signed_in(USER).await;
    let admin = portal.signed_in(ADMIN).await;
    let colleague = portal.signed_in(COLLEAGUE).await;
    let mut live = colleague.follow(EVENTS).await;
    let position = live.next().await.unwrap().id.unwrap();
    approve(&admin, &request(&user).await).await;
    change_profile(&colleague).await;
    let replayed = colleague.follow(&format!("{EVENTS}?after={position}")).await;
    for mut stream in [live, replayed] {
        // The colleague's own change comes last: what others did would have come before it.
        let seen = [stream.event().await, stream.event().await];
        assert_eq!(seen, [Some(LiveEvent::ActivityAdded), Some(LiveEvent::ProfileChanged)]);
    }
}

#[tokio::test]
async fn it_is_resumed_by_the_last_event_id() {
    let portal = TestPortal::start().await;
    let user = portal.signed_in(USER).await;
    let admin = portal.signed_in(ADMIN).await;
    let mut stream = user.follow(EVENTS).await;
    let id = request(&user).await;
    let pending = stream.until(&LiveEvent::AccessChanged { state: AccessState::Pending }).await;
    drop(stream);
    approve(&admin, &id).await;
    let approved = LiveEvent::AccessChanged { state: AccessState::Approved };
    let position = pending.id.unwrap().to_string();
    let resumed = user.call("GET", &format!("{EVENTS}?after=0")).header("last-event-id", &position);
    let mut resumed = resumed.stream().await;
    assert_eq!(resumed.next().await.unwrap().id, pending.id);
    let mut seen = Vec::new();
    while seen.last() != Some(&approved) {
        seen.extend(resumed.event().await);
    }
    assert!(!seen.contains(&LiveEvent::AccessChanged { state: AccessState::Pending }), "{seen:?}");
    user.follow(&format!("{EVENTS}?after={position}")).await.until(&approved).await;
}

#[tokio::test]
async fn a_position_that_is_gone_or_unreadable_is_answered_with_reset() {
    let portal = TestPortal::start().await;
    let user = portal.signed_in(USER).await;
    portal.clock.advance(2 * HOUR);
    user.delete("/api/v1/session").await;
    let user = portal.signed_in(USER).await;
    let now = latchkey_server::clock::Clock::now(&*portal.clock);
    portal.portal.store.purge_events(now - HOUR).await.unwrap();
    for last in ["1", "nonsense", "999999999"] {
        let mut stream = user.call("GET", EVENTS).header("last-event-id", last).stream().await;
        let reset = stream.until(&LiveEvent::Reset).await;
        assert_eq!(reset.id, Some(portal.portal.store.newest_event().await.unwrap()), "{last}");
    }
    let refused = user.get(&format!("{EVENTS}?after=nonsense")).await;
    assert_eq!(refused.refused(400), ProblemKind::MalformedRequest);
}

#[tokio::test]
async fn it_ends_within_a_second_of_signing_out() {
    let portal = TestPortal::start().await;
    let user = portal.signed_in(USER).await;
    let mut stream = user.follow(EVENTS).await;
    stream.next().await.unwrap();
    let begun = Instant::now();
    assert_eq!(user.delete("/api/v1/session").await.status, 204);
    stream.until(&LiveEvent::SessionEnded).await;
    assert_eq!(stream.next().await, None);
    assert!(begun.elapsed() < Duration::from_secs(1), "{:?}", begun.elapsed());
}

#[tokio::test]
async fn it_does_not_prolong_the_session_and_ends_with_it() {
    let portal = TestPortal::start().await;
    let user = portal.signed_in(USER).await;
    let mut stream = user.follow(EVENTS).await;
    stream.next().await.unwrap();
    portal.clock.advance(4 * HOUR);
    // Neither does a new connection, which a browser makes by itself when one breaks.
    let mut again = user.follow(EVENTS).await;
    again.next().await.unwrap();
    portal.clock.advance(4 * HOUR);
    for mut stream in [stream, again] {
        stream.until(&LiveEvent::SessionEnded).await;
        assert_eq!(stream.next().await, None);
    }
}

#[tokio::test]
async fn one_stream_too_many_closes_the_oldest() {
    let portal = TestPortal::start().await;
    let user = portal.signed_in(USER).await;
    let mut streams = Vec::new();
    for _ in 0..=Streams::PER_SESSION {
        let mut stream = user.follow(EVENTS).await;
        stream.next().await.unwrap();
        streams.push(stream);
    }
    assert_eq!(streams[0].next().await, None);
    assert_eq!(portal.portal.streams.count(), Streams::PER_SESSION);
    request(&user).await;
    streams[1].until(&LiveEvent::AccessChanged { state: AccessState::Pending }).await;
    drop(streams);
    assert_eq!(portal.portal.streams.count(), 0);
}

#[tokio::test]
async fn it_ends_when_the_server_stops() {
    let portal = TestPortal::start().await;
    let user = portal.signed_in(USER).await;
    let mut stream = user.follow(EVENTS).await;
    stream.next().await.unwrap();
    portal.stopping.send_replace(true);
    assert_eq!(stream.next().await, None);
}
