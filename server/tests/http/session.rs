use latchkey_contract::ProblemKind;
use latchkey_contract::session::{Role, Session};
use latchkey_server::clock::{DAY, HOUR, MINUTE};
use latchkey_server::settings::Site;
use latchkey_server::store::authority::OperatorAuthority;
use serde_json::json;

use crate::harness::{ADMIN, COLLEAGUE, Caller, ORIGIN, Options, PASSWORD, TestPortal, USER};

const SESSION: &str = "/api/v1/session";
const UNATTENDED: &str = "latchkey-unattended";

fn session(reply: &crate::harness::Reply) -> Session {
    serde_json::from_slice(&reply.body).unwrap()
}

#[tokio::test]
async fn signing_in_begins_a_session() {
    let portal = TestPortal::start().await;
    let mut caller = portal.nobody();
    let reply = caller.post(SESSION, json!({"email": " USER@demo.example", "password": PASSWORD})).await;
    assert_eq!(reply.status, 200);
    let begun = session(&reply);
    assert_eq!((begun.account.email.as_str(), begun.account.role), (USER, Role::User));
    assert_eq!(begun.account.company.as_ref().map(|company| company.name.as_str()), Some("Demo Ltd"));
    assert_eq!(begun.expires_at.as_str(), "2026-03-01T17:30:00.000Z");
    assert_eq!(begun.stepped_up_until.as_str(), "2026-03-01T09:40:00.000Z");
    assert_eq!(reply.header("cache-control"), Some("no-store"));
    caller.keep_cookie(&reply);
    assert_eq!(session(&caller.get(SESSION).await), begun);
    let admin = portal.signed_in(ADMIN).await;
    assert_eq!(session(&admin.get(SESSION).await).account.company, None);
}

#[tokio::test]
async fn the_cookie_is_out_of_reach_of_scripts_and_other_sites() {
    let body = json!({"email": USER, "password": PASSWORD});
    let plain = TestPortal::start().await.nobody().post(SESSION, body.clone()).await;
    let (token, flags) = plain.header("set-cookie").unwrap().split_once(';').unwrap();
    assert_eq!(token.strip_prefix("latchkey=").unwrap().len(), 64);
    assert_eq!(flags.trim(), "HttpOnly; SameSite=Strict; Path=/");

    let site = Site {
        origins: vec!["https://portal.example".into()],
        secure: true,
        hsts_include_subdomains: false,
        trusted_proxies: Vec::new(),
    };
    let secure =
        TestPortal::with(Options { site, ..Options::default() }).await.nobody().post(SESSION, body).await;
    let (token, flags) = secure.header("set-cookie").unwrap().split_once(';').unwrap();
    assert!(token.starts_with("__Host-latchkey="));
    assert_eq!(flags.trim(), "HttpOnly; SameSite=Strict; Secure; Path=/");
    assert!(secure.header("strict-transport-security").is_some());
}

#[tokio::test]
async fn the_token_is_not_stored() {
    let portal = TestPortal::start().await;
    let caller = portal.signed_in(USER).await;
    let token = caller.cookie().trim_start_matches("latchkey=").to_owned();
    let copied = portal.copied_bytes().await;
    assert!(!copied.windows(token.len()).any(|window| window == token.as_bytes()));
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_account_get_the_same_answer() {
    let portal = TestPortal::start().await;
    let nobody = portal.nobody();
    let wrong = nobody.post(SESSION, json!({"email": USER, "password": "wrong"})).await;
    let unknown = nobody.post(SESSION, json!({"email": "no@demo.example", "password": "wrong"})).await;
    assert_eq!(wrong.refused(401), ProblemKind::WrongCredentials);
    assert_eq!(unknown.refused(401), ProblemKind::WrongCredentials);
    assert_eq!(wrong.problem().detail, unknown.problem().detail);
    assert!(wrong.header("set-cookie").is_none());
}

#[tokio::test]
async fn a_disabled_account_gets_the_same_answer_too() {
    let portal = TestPortal::start().await;
    let colleague = portal.signed_in(COLLEAGUE).await;
    portal.portal.store.disable_user(portal.id_of(COLLEAGUE).await, OperatorAuthority).await.unwrap();
    assert_eq!(colleague.get(SESSION).await.refused(401), ProblemKind::NotSignedIn);
    let reply = portal.nobody().post(SESSION, json!({"email": COLLEAGUE, "password": PASSWORD})).await;
    assert_eq!(reply.refused(401), ProblemKind::WrongCredentials);
}

#[tokio::test]
async fn signing_out_ends_the_session_for_good() {
    let portal = TestPortal::start().await;
    let caller = portal.signed_in(USER).await;
    let reply = caller.delete(SESSION).await;
    assert_eq!(reply.status, 204);
    assert!(
        reply
            .header("set-cookie")
            .unwrap()
            .starts_with("latchkey=; HttpOnly; SameSite=Strict; Path=/; Max-Age=0")
    );
    assert_eq!(caller.get(SESSION).await.refused(401), ProblemKind::NotSignedIn);
    assert_eq!(caller.delete(SESSION).await.status, 204, "once more changes nothing");
}

#[tokio::test]
async fn signing_in_again_ends_the_session_before() {
    let portal = TestPortal::start().await;
    let before = portal.signed_in(USER).await;
    let reply = before.post(SESSION, json!({"email": ADMIN, "password": PASSWORD})).await;
    assert_eq!(reply.status, 200);
    assert_eq!(before.get(SESSION).await.refused(401), ProblemKind::NotSignedIn);
    let mut after = before.clone();
    after.keep_cookie(&reply);
    assert_eq!(session(&after.get(SESSION).await).account.email, ADMIN);
}

#[tokio::test]
async fn a_session_ends_after_eight_idle_hours() {
    let portal = TestPortal::start().await;
    let caller = portal.signed_in(USER).await;
    portal.clock.advance(8 * HOUR - 1);
    assert_eq!(caller.get(SESSION).await.status, 200);
    portal.clock.advance(8 * HOUR - 1);
    assert_eq!(session(&caller.get(SESSION).await).expires_at.as_str(), "2026-03-02T09:29:59.998Z");
    portal.clock.advance(8 * HOUR);
    assert_eq!(caller.get(SESSION).await.refused(401), ProblemKind::NotSignedIn);
}

#[tokio::test]
async fn a_reading_that_the_page_makes_by_itself_does_not_prolong_the_session() {
    let portal = TestPortal::start().await;
    let caller = portal.signed_in(USER).await;
    let marked = |path: &str| caller.call("GET", path).header(UNATTENDED, "1").send();
    portal.clock.advance(4 * HOUR);
    for path in [SESSION, "/api/v1/api-access", "/api/v1/api-access/usage", "/api/v1/activity"] {
        assert_eq!(marked(path).await.status, 200, "{path}");
    }
    assert_eq!(session(&marked(SESSION).await).expires_at.as_str(), "2026-03-01T17:30:00.000Z");
    portal.clock.advance(4 * HOUR);
    assert_eq!(marked(SESSION).await.refused(401), ProblemKind::NotSignedIn);
}

#[tokio::test]
async fn an_act_prolongs_the_session_however_it_is_marked() {
    let portal = TestPortal::start().await;
    let caller = portal.signed_in(USER).await;
    portal.clock.advance(4 * HOUR);
    let act = caller.call("POST", "/api/v1/session/step-up").header(UNATTENDED, "1");
    assert_eq!(act.json(&json!({"password": "wrong"})).send().await.status, 403);
    portal.clock.advance(4 * HOUR);
    assert_eq!(caller.get(SESSION).await.status, 200);
}

#[tokio::test]
async fn use_is_noted_once_a_minute_at_most() {
    let portal = TestPortal::start().await;
    let caller = portal.signed_in(USER).await;
    portal.clock.advance(MINUTE - 1);
    assert_eq!(session(&caller.get(SESSION).await).expires_at.as_str(), "2026-03-01T17:30:00.000Z");
    portal.clock.advance(1);
    assert_eq!(session(&caller.get(SESSION).await).expires_at.as_str(), "2026-03-01T17:31:00.000Z");
}

#[tokio::test]
async fn a_session_ends_after_seven_days_however_much_it_is_used() {
    let portal = TestPortal::start().await;
    let caller = portal.signed_in(USER).await;
    for _ in 0..7 * 4 - 1 {
        portal.clock.advance(6 * HOUR);
        assert_eq!(caller.get(SESSION).await.status, 200);
    }
    assert_eq!(session(&caller.get(SESSION).await).expires_at.as_str(), "2026-03-08T09:30:00.000Z");
    portal.clock.advance(6 * HOUR);
    assert_eq!(caller.get(SESSION).await.refused(401), ProblemKind::NotSignedIn);
    portal.clock.advance(DAY);
    assert_eq!(caller.get(SESSION).await.status, 401);
}

#[tokio::test]
async fn a_made_up_cookie_opens_nothing() {
    let portal = TestPortal::start().await;
    let caller = portal.signed_in(USER).await;
    for cookie in
        ["latchkey=", "latchkey=x", "latchkey=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "other=1"]
    {
        assert_eq!(caller.with_cookie(cookie).get(SESSION).await.refused(401), ProblemKind::NotSignedIn);
    }
    assert_eq!(portal.nobody().get(SESSION).await.refused(401), ProblemKind::NotSignedIn);
}

#[tokio::test]
async fn signing_in_needs_no_more_than_the_portals_own_origin() {
    let portal = TestPortal::start().await;
    let body = json!({"email": USER, "password": PASSWORD});
    let call = |caller: &Caller| caller.call("POST", SESSION).without("sec-fetch-site");
    let by_origin = call(&portal.nobody()).header("origin", ORIGIN).json(&body).send().await;
    assert_eq!(by_origin.status, 200);
    let by_nothing = call(&portal.nobody()).json(&body).send().await;
    assert_eq!(by_nothing.refused(403), ProblemKind::CrossSiteRequest);
}
