//! API access in every state, and backends that answer with it, for stories and tests.

use latchkey_contract::Timestamp;
use latchkey_contract::api_access::{AccessStatus, ApiAccess};
use latchkey_contract::credential::{Credential, CredentialState, LastUse};
use latchkey_contract::key_test::{KeyTest, TestHeader, TestRequest};
use leptos::prelude::*;
use serde_json::json;
use uuid::Uuid;

use crate::api::Method;
use crate::api::fake::FakeBackend;

pub const API_ACCESS: &str = "/api/v1/api-access";
pub const REQUEST: &str = "/api/v1/api-access/request";
pub const CREDENTIALS: &str = "/api/v1/credentials";
pub const REVEAL: &str = "/api/v1/credentials/019575b2-7c00-7000-8000-00000000c001/secret/reveal";
pub const REPLACE: &str = "/api/v1/credentials/019575b2-7c00-7000-8000-00000000c001/secret/replace";
pub const TEST: &str = "/api/v1/credentials/019575b2-7c00-7000-8000-00000000c001/test";
pub const REVOKE: &str = "/api/v1/credentials/019575b2-7c00-7000-8000-00000000c001/revoke";

pub const API_KEY: &str = "lkp_7Hq2mXc9TzR4vKb1WnLs6JdY";
pub const SECRET_KEY: &str = "lks_4tVbN8sQzR1yWm6KcJx3GhUa0LpEo7DfTiB2nX5M2gh7Lk";

fn at(text: &str) -> Timestamp {
    Timestamp(text.to_owned())
}

pub fn credential() -> Credential {
    Credential {
        id: Uuid::from_u128(0x0195_75b2_7c00_7000_8000_0000_0000_c001),
        api_key: API_KEY.to_owned(),
        state: CredentialState::Active,
        created_at: at("2026-03-01T09:30:00.000Z"),
        secret_created_at: at("2026-03-01T09:30:00.000Z"),
        secret_version: 1,
        revoked_at: None,
        last_used: None,
    }
}

/// The same key with its next secret.
pub fn replaced_credential() -> Credential {
    Credential { secret_version: 2, secret_created_at: at("2026-03-02T08:59:00.000Z"), ..credential() }
}

/// The same key after a script called with it, from an IPv6 address, the longest there are.
pub fn used_credential() -> Credential {
    let last_used = LastUse {
        at: at("2026-03-02T08:57:00.000Z"),
        address: "2001:db8:1234:5678:9abc:def0:1234:5678".to_owned(),
        route: "GET /restapi/instance/instanceList".to_owned(),
    };
    Credential { last_used: Some(last_used), ..credential() }
}

pub fn revoked_credential() -> Credential {
    Credential {
        state: CredentialState::Revoked,
        revoked_at: Some(at("2026-03-02T08:59:00.000Z")),
        ..credential()
    }
}

/// Another key, made after the first was revoked.
pub fn second_credential() -> Credential {
    Credential {
        id: Uuid::from_u128(0x0195_75b2_7c00_7000_8000_0000_0000_c002),
        api_key: "lkp_Q8wErT2yU5iOpA1sDfG3hJkL".to_owned(),
        created_at: at("2026-03-02T09:00:00.000Z"),
        secret_created_at: at("2026-03-02T09:00:00.000Z"),
        ..credential()
    }
}

pub fn disabled() -> ApiAccess {
    ApiAccess { status: AccessStatus::Disabled, credentials: Vec::new() }
}

pub fn pending(reason: Option<&str>) -> ApiAccess {
    let status = AccessStatus::Pending {
        request_id: Uuid::from_u128(0x0195_75b2_7c00_7000_8000_0000_0000_a001),
        sent_at: at("2026-03-02T08:12:00.000Z"),
        reason: reason.map(str::to_owned),
    };
    ApiAccess { status, credentials: Vec::new() }
}

pub fn denied() -> ApiAccess {
    let status = AccessStatus::Denied {
        decided_by: "Robin Park".to_owned(),
        decided_at: at("2026-03-02T08:40:00.000Z"),
        reason: "Please name the system that will hold the key, then ask again.".to_owned(),
    };
    ApiAccess { status, credentials: Vec::new() }
}

pub fn approved() -> ApiAccess {
    let status = AccessStatus::Approved {
        decided_by: "Robin Park".to_owned(),
        decided_at: at("2026-03-01T09:30:00.000Z"),
    };
    ApiAccess { status, credentials: vec![credential()] }
}

pub fn suspended() -> ApiAccess {
    let status = AccessStatus::Suspended {
        decided_by: "Robin Park".to_owned(),
        decided_at: at("2026-03-02T08:40:00.000Z"),
        reason: "The key was seen in a public repository.".to_owned(),
    };
    ApiAccess { status, credentials: vec![credential()] }
}

/// Granted, but the only key is revoked.
pub fn revoked() -> ApiAccess {
    ApiAccess { credentials: vec![revoked_credential()], ..approved() }
}

/// A backend on which the reader's access is `access`, and which hands out the secret key.
pub fn backend(access: &ApiAccess) -> FakeBackend {
    let backend = FakeBackend::new();
    backend.answer(Method::Get, API_ACCESS, access);
    backend.answer(Method::Post, REVEAL, &json!({ "secret_key": SECRET_KEY, "secret_version": 1 }));
    backend
}

/// The credential of [`approved`] as a part of the page gets it.
pub fn given(credential: Credential) -> Signal<Credential> {
    Signal::stored(credential)
}

/// A test of the key that went well.
pub fn key_test() -> KeyTest {
    let header = |name: &str, value: Option<&str>| TestHeader {
        name: name.to_owned(),
        value: value.map(str::to_owned),
    };
    let zone =
        json!({ "uuid": "0192d4e0-0000-7000-8000-000000000001", "name": "Frankfurt 1", "isActive": true });
    KeyTest {
        request: TestRequest {
            method: "GET".to_owned(),
            path: "/restapi/zone/zonelist".to_owned(),
            headers: vec![header("apikey", Some(API_KEY)), header("secretkey", None)],
        },
        status: 200,
        duration_ms: 3,
        body: json!({ "count": 1, "listZoneResponse": [zone] }).to_string(),
        body_cut: false,
    }
}

/// A test whose call was answered with an error.
pub fn refused_test(status: u16) -> KeyTest {
    let body = json!({ "code": status, "message": "API access is disabled on this account." }).to_string();
    KeyTest { status, body, ..key_test() }
}

/// A test whose answer is longer than what is told of it.
pub fn long_test() -> KeyTest {
    KeyTest { body: key_test().body.repeat(40), body_cut: true, ..key_test() }
}
