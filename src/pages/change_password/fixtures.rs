//! Sessions for stories and tests.

use latchkey_contract::Timestamp;
use latchkey_contract::session::{OwnSession, OwnSessions};
use uuid::Uuid;

use crate::api::Method;
use crate::api::fake::FakeBackend;

pub const SESSIONS: &str = "/api/v1/sessions";

/// A backend with these sessions, each of which can be signed out.
pub fn backend(sessions: OwnSessions) -> FakeBackend {
    let backend = FakeBackend::new();
    backend.answer(Method::Get, SESSIONS, &sessions);
    backend.answer_with(Method::Delete, SESSIONS, 204, "");
    for session in &sessions.items {
        backend.answer_with(Method::Delete, &path_of(session), 204, "");
    }
    backend
}

pub fn path_of(session: &OwnSession) -> String {
    format!("{SESSIONS}/{}", session.id)
}

pub fn sessions() -> OwnSessions {
    OwnSessions { items: vec![this_browser(), laptop(), phone(), script()] }
}

pub fn this_browser() -> OwnSession {
    let user_agent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    OwnSession { is_current: true, ..session(1, user_agent, "192.0.2.7", "2026-03-02T09:00:00.000Z") }
}

pub fn laptop() -> OwnSession {
    let user_agent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) \
                      Chrome/140.0.0.0 Safari/537.36";
    session(2, user_agent, "198.51.100.23", "2026-03-02T08:57:00.000Z")
}

pub fn phone() -> OwnSession {
    let user_agent = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                      Version/18.5 Mobile/15E148 Safari/604.1";
    session(3, user_agent, "203.0.113.200", "2026-03-01T07:10:00.000Z")
}

pub fn script() -> OwnSession {
    session(4, "curl/8.5.0", "2001:db8:85a3:1319:8a2e:370:7344:abcd", "2026-02-27T22:41:00.000Z")
}

fn session(id: u128, user_agent: &str, address: &str, last_seen_at: &str) -> OwnSession {
    OwnSession {
        id: Uuid::from_u128(id),
        is_current: false,
        user_agent: user_agent.to_owned(),
        address: address.to_owned(),
        signed_in_at: Timestamp("2026-02-27T08:12:00.000Z".to_owned()),
        last_seen_at: Timestamp(last_seen_at.to_owned()),
    }
}
