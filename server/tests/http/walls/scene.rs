use serde_json::Value;

use crate::harness::{ADMIN, COLLEAGUE, Caller, KeyPair, OTHER, TestPortal, USER};

/// Everybody who may try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    Nobody,
    /// The user of Demo Ltd, who owns the credential.
    Owner,
    /// Another user of Demo Ltd, whose request is pending.
    Colleague,
    /// A user of Other Ltd, who has a credential too.
    Stranger,
    Administrator,
}

impl Who {
    pub(super) const ALL: [Self; 5] =
        [Self::Nobody, Self::Owner, Self::Colleague, Self::Stranger, Self::Administrator];
}

/// A portal with everybody signed in.
pub(super) struct Scene {
    /// Its database lives as long as this.
    _portal: TestPortal,
    callers: Vec<Caller>,
    /// The owner's.
    pub(super) pair: KeyPair,
    /// The stranger's.
    pub(super) others: KeyPair,
    /// The colleague's.
    pub(super) request: String,
    /// Another session of the owner.
    pub(super) other_session: String,
    pub(super) owner_id: String,
    pub(super) colleague_id: String,
}

impl Scene {
    pub(super) async fn set() -> Self {
        let portal = TestPortal::start().await;
        let pair = portal.granted(USER).await;
        let others = portal.granted(OTHER).await;
        let colleague = portal.signed_in(COLLEAGUE).await;
        let requested = colleague.post("/api/v1/api-access/request", serde_json::json!({})).await.json();
        let callers = vec![
            portal.nobody(),
            portal.signed_in(USER).await,
            colleague,
            portal.signed_in(OTHER).await,
            portal.signed_in(ADMIN).await,
        ];
        let owner_id = portal.id_of(USER).await.to_string();
        let colleague_id = portal.id_of(COLLEAGUE).await.to_string();
        let request = requested["status"]["request_id"].as_str().unwrap().to_owned();
        let sessions = callers[Who::Owner as usize].get("/api/v1/sessions").await.json();
        let sessions = sessions["items"].as_array().unwrap();
        let other = sessions.iter().find(|session| session["is_current"] == false).unwrap();
        let other_session = other["id"].as_str().unwrap().to_owned();
        Self { _portal: portal, callers, pair, others, request, other_session, owner_id, colleague_id }
    }

    pub(super) fn caller(&self, who: Who) -> &Caller {
        &self.callers[who as usize]
    }

    /// The version of a user's access, which decisions name.
    pub(super) async fn version_of(&self, user_id: &str) -> Value {
        let users = self.caller(Who::Administrator).get("/api/v1/admin/users").await.json();
        let items = users["items"].as_array().unwrap();
        items.iter().find(|user| user["user_id"] == user_id).unwrap()["version"].clone()
    }

    /// What can be seen of everybody's things.
    pub(super) async fn everything(&self) -> Vec<Value> {
        let mut seen = Vec::new();
        for who in [Who::Owner, Who::Colleague, Who::Stranger] {
            for path in ["session", "profile", "api-access", "activity"] {
                seen.push(self.caller(who).get(&format!("/api/v1/{path}")).await.json());
            }
        }
        for path in ["session", "admin/api-requests", "admin/users"] {
            seen.push(self.caller(Who::Administrator).get(&format!("/api/v1/{path}")).await.json());
        }
        seen
    }
}
