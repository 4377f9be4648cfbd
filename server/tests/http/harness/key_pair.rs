use serde_json::json;

use super::{Call, Caller, Reply};

/// What a script is given.
#[derive(Clone)]
pub(crate) struct KeyPair {
    pub(crate) id: String,
    pub(crate) api_key: String,
    pub(crate) secret_key: String,
}

impl KeyPair {
    /// The newest pair of a signed-in user.
    pub(crate) async fn of(user: &Caller) -> Self {
        let access = user.get("/api/v1/api-access").await.json();
        let newest = &access["credentials"][0];
        let id = newest["id"].as_str().unwrap().to_owned();
        let revealed =
            user.post(&format!("/api/v1/credentials/{id}/secret/reveal"), json!({"purpose": "show"})).await;
        assert_eq!(revealed.status, 200, "{}", revealed.text());
        let secret_key = revealed.json()["secret_key"].as_str().unwrap().to_owned();
        Self { id, api_key: newest["api_key"].as_str().unwrap().to_owned(), secret_key }
    }

    /// A call of `/restapi` as a script makes it.
    pub(crate) fn call(&self, caller: &Caller, method: &str, path: &str) -> Call {
        caller.call(method, path).header("apikey", &self.api_key).header("secretKey", &self.secret_key)
    }

    pub(crate) async fn get(&self, caller: &Caller, path: &str) -> Reply {
        self.call(caller, "GET", path).send().await
    }
}
