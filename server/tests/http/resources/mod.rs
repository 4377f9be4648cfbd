//! What a company has, as its users see it in the portal.

mod changes;
mod counts;
mod lists;
mod live;
mod paging;
mod samples;
mod settling;

use serde_json::Value;

use crate::harness::{Caller, KeyPair, Reply, TestPortal, USER};

/// Every list, and how many items Demo Ltd has in it.
const LISTS: [(&str, usize); 6] = [
    ("compute/instances", 4),
    ("compute/volumes", 6),
    ("compute/vm-snapshots", 2),
    ("compute/ssh-keys", 2),
    ("network/networks", 4),
    ("network/security-groups", 2),
];

/// A user who looks, and a script that acts with the user's key.
struct Scene {
    portal: TestPortal,
    user: Caller,
    pair: KeyPair,
}

impl Scene {
    async fn set() -> Self {
        let portal = TestPortal::start().await;
        let pair = portal.granted(USER).await;
        let user = portal.signed_in(USER).await;
        Self { portal, user, pair }
    }

    async fn list(&self, path: &str) -> Vec<Value> {
        items(&self.user.get(&format!("/api/v1/{path}")).await)
    }

    /// The item with this name.
    async fn named(&self, list: &str, name: &str) -> Value {
        let items = self.list(list).await;
        items.iter().find(|item| item["name"] == name).unwrap_or_else(|| panic!("no {name}")).clone()
    }

    /// What a script does with the key.
    async fn script(&self, path: &str) {
        self.read(path).await;
    }

    /// The answer to a script that reads with the key.
    async fn read(&self, path: &str) -> String {
        let reply = self.pair.get(&self.portal.nobody(), &format!("/restapi/{path}")).await;
        assert_eq!(reply.status, 200, "{}", reply.text());
        reply.text().to_owned()
    }

    /// The answer to a script that asks how an instance is.
    async fn status(&self, id: &str) -> String {
        self.read(&format!("instance/vmStatus?uuid={id}")).await
    }
}

#[track_caller]
fn items(reply: &Reply) -> Vec<Value> {
    assert_eq!(reply.status, 200, "{}", reply.text());
    reply.json()["items"].as_array().unwrap().clone()
}

fn names(items: &[Value]) -> Vec<&str> {
    items.iter().map(|item| item["name"].as_str().unwrap()).collect()
}
