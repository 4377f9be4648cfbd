use latchkey_contract::ProblemKind;
use serde_json::Value;

use crate::harness::{Caller, KeyPair, Reply, TestPortal, USER};

/// A script with a pair of keys, on a portal of its own.
pub(super) struct Script {
    pub(super) portal: TestPortal,
    pub(super) pair: KeyPair,
    caller: Caller,
}

impl Script {
    /// One of Demo Ltd.
    pub(super) async fn start() -> Self {
        let portal = TestPortal::start().await;
        let pair = portal.granted(USER).await;
        let caller = portal.nobody();
        Self { portal, pair, caller }
    }

    pub(super) async fn call(&self, method: &str, path: &str, body: Option<&Value>) -> Reply {
        let call = self.pair.call(&self.caller, method, &format!("/restapi/{path}"));
        match body {
            Some(body) => call.json(body).send().await,
            None => call.send().await,
        }
    }

    /// What must be there.
    pub(super) async fn get(&self, path: &str) -> Value {
        Self::done(self.call("GET", path, None).await)
    }

    pub(super) async fn post(&self, path: &str, body: Value) -> Value {
        Self::done(self.call("POST", path, Some(&body)).await)
    }

    pub(super) async fn put(&self, path: &str, body: Value) -> Value {
        Self::done(self.call("PUT", path, Some(&body)).await)
    }

    pub(super) async fn delete(&self, path: &str) -> Value {
        Self::done(self.call("DELETE", path, None).await)
    }

    /// The items of a list, or what was just created.
    pub(super) async fn list(&self, path: &str) -> Vec<Value> {
        items(&self.get(path).await)
    }

    /// Why a GET is refused with 409.
    pub(super) async fn refused(&self, path: &str) -> String {
        told(&self.call("GET", path, None).await, 409, ProblemKind::WrongState)
    }

    /// Why a POST is refused with 409.
    pub(super) async fn refused_post(&self, path: &str, body: Value) -> String {
        told(&self.call("POST", path, Some(&body)).await, 409, ProblemKind::WrongState)
    }

    /// Why a GET is refused with 400.
    pub(super) async fn malformed(&self, path: &str) -> String {
        told(&self.call("GET", path, None).await, 400, ProblemKind::MalformedRequest)
    }

    /// Why a POST is refused with 400.
    pub(super) async fn malformed_post(&self, path: &str, body: Value) -> String {
        told(&self.call("POST", path, Some(&body)).await, 400, ProblemKind::MalformedRequest)
    }

    pub(super) async fn status(&self, instance: &str) -> String {
        let answer = self.get(&format!("instance/vmStatus?uuid={instance}")).await;
        answer["status"].as_str().unwrap().to_owned()
    }

    pub(super) fn wait(&self, seconds: i64) {
        self.portal.clock.advance(seconds * 1000);
    }

    #[track_caller]
    fn done(reply: Reply) -> Value {
        assert_eq!(reply.status, 200, "{}", reply.text());
        let answer = reply.json();
        assert!(answer.is_object());
        answer
    }
}

#[track_caller]
fn told(reply: &Reply, status: u16, kind: ProblemKind) -> String {
    assert_eq!(reply.refused(status), kind);
    reply.problem().detail
}

/// The array of an envelope, whatever its name is.
pub(super) fn items(envelope: &Value) -> Vec<Value> {
    let array = envelope.as_object().unwrap().values().find_map(Value::as_array).unwrap();
    assert_eq!(envelope["count"], array.len());
    array.clone()
}
