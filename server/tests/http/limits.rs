//! How many calls a key may make, and what its caller is told of that.

use std::num::NonZeroU32;

use latchkey_contract::ProblemKind;
use latchkey_server::clock::{MINUTE, SECOND};
use latchkey_server::secrets::secret_key;

use crate::harness::{KeyPair, OTHER, Options, Reply, TestPortal, USER};

const ZONES: &str = "/restapi/zone/zonelist";
/// What the server begins with unless it is told otherwise.
const DEFAULT: u32 = 600;

async fn portal(restapi_calls: u32) -> TestPortal {
    let restapi_calls = NonZeroU32::new(restapi_calls).unwrap();
    TestPortal::with(Options { restapi_calls, ..Options::default() }).await
}

fn told(reply: &Reply) -> (Option<&str>, Option<&str>) {
    (reply.header("ratelimit-policy"), reply.header("ratelimit"))
}

#[tokio::test]
async fn a_key_is_held_back_once_its_calls_are_spent() {
    let portal = portal(3).await;
    let pair = portal.granted(USER).await;
    let caller = portal.nobody();
    for left in ["2", "1", "0"] {
        let reply = pair.get(&caller, ZONES).await;
        assert_eq!(reply.status, 200);
        let left = format!("\"calls\";r={left};t=20");
        assert_eq!(told(&reply), (Some("\"calls\";q=3;w=60"), Some(left.as_str())));
    }
    let held = pair.get(&caller, ZONES).await;
    assert_eq!(held.refused(429), ProblemKind::TooManyAttempts);
    assert_eq!(held.problem().title, "Too many requests");
    assert_eq!(held.header("retry-after"), Some("20"));
    assert_eq!(told(&held), (Some("\"calls\";q=3;w=60"), Some("\"calls\";r=0;t=20")));
    assert_eq!(held.json()["code"], 429);
    assert!(held.problem().detail.contains("3 calls a minute"), "{}", held.text());

    portal.clock.advance(20 * SECOND);
    assert_eq!(pair.get(&caller, ZONES).await.status, 200, "whoever waits as told is served");
    assert_eq!(pair.get(&caller, ZONES).await.status, 429);
    portal.clock.advance(MINUTE);
    assert_eq!(told(&pair.get(&caller, ZONES).await).1, Some("\"calls\";r=2;t=20"));
}

#[tokio::test]
async fn a_status_is_answered_beyond_the_limit() {
    let portal = portal(1).await;
    let pair = portal.granted(USER).await;
    let caller = portal.nobody();
    let instances = pair.get(&caller, "/restapi/instance/instanceList").await.json();
    let id = instances["listInstanceResponse"][0]["uuid"].as_str().unwrap().to_owned();
    for _ in 0..3 {
        let polled = pair.get(&caller, &format!("/restapi/instance/vmStatus?uuid={id}")).await;
        assert_eq!(polled.status, 200, "{}", polled.text());
        assert_eq!(told(&polled).1, Some("\"calls\";r=0;t=60"));
    }
    assert_eq!(pair.get(&caller, ZONES).await.status, 429, "everything else is held back");
}

#[tokio::test]
async fn refusals_tell_what_is_left_too() {
    let portal = portal(5).await;
    let pair = portal.granted(USER).await;
    let refused = pair.get(&portal.nobody(), "/restapi/zone/zonelist?uuid=1").await;
    assert_eq!(refused.refused(400), ProblemKind::MalformedRequest);
    assert_eq!(told(&refused), (Some("\"calls\";q=5;w=60"), Some("\"calls\";r=4;t=12")));
}

#[tokio::test]
async fn each_key_has_a_quota_of_its_own_wherever_it_is_used() {
    let portal = portal(2).await;
    let pair = portal.granted(USER).await;
    let others = portal.granted(OTHER).await;
    assert_eq!(pair.get(&portal.nobody(), ZONES).await.status, 200);
    assert_eq!(pair.get(&portal.nobody().at("198.51.100.7"), ZONES).await.status, 200);
    assert_eq!(pair.get(&portal.nobody().at("198.51.100.8"), ZONES).await.status, 429);
    assert_eq!(others.get(&portal.nobody(), ZONES).await.status, 200);
}

#[tokio::test]
async fn strangers_who_know_the_api_key_cannot_spend_its_quota() {
    let portal = portal(5).await;
    let pair = portal.granted(USER).await;
    let stranger = portal.nobody();
    for _ in 0..100 {
        let guess = KeyPair { secret_key: secret_key::generate().expose().to_owned(), ..pair.clone() };
        let reply = guess.get(&stranger, ZONES).await;
        assert!(matches!(reply.status, 401 | 429));
        if reply.status == 401 {
            assert_eq!(told(&reply), (None, None), "strangers are told nothing of the key's quota");
        } else {
            assert_eq!(told(&reply), (Some("\"failures\";q=60;w=60"), Some("\"failures\";r=0;t=1")));
            assert_eq!(reply.header("retry-after"), Some("1"));
        }
    }
    assert_eq!(told(&pair.get(&stranger, ZONES).await).1, Some("\"calls\";r=4;t=12"));
}

#[tokio::test]
async fn ten_calls_at_once_pass_by_default_as_often_as_terraform_makes_them() {
    let portal = portal(DEFAULT).await;
    let pair = portal.granted(USER).await;
    let caller = portal.nobody();
    for _ in 0..20 {
        let ten = (0..10).map(|_| pair.get(&caller, ZONES));
        for reply in futures_util::future::join_all(ten).await {
            assert_eq!(reply.status, 200, "{}", reply.text());
        }
    }
}

#[tokio::test]
async fn a_flood_is_recorded_without_filling_the_disk() {
    let portal = portal(5).await;
    let pair = portal.granted(USER).await;
    for _ in 0..300 {
        pair.get(&portal.nobody(), ZONES).await;
    }
    portal.write_calls().await;
    let owner = portal.id_of(USER).await;
    let counts = portal.portal.store.call_counts(owner, 0).await.unwrap();
    assert_eq!((counts[0].1.success, counts[0].1.client_error), (5, 295));
    assert_eq!(portal.portal.call_log.dropped(), 0);
}

#[tokio::test]
async fn the_portals_own_pages_have_no_quota() {
    let portal = portal(1).await;
    let user = portal.signed_in(USER).await;
    for _ in 0..3 {
        assert_eq!(told(&user.get("/api/v1/session").await), (None, None));
    }
}
