use axum::Router;
use axum::http::header::SET_COOKIE;
use serde_json::Value;

use super::{Call, Reply, Stream};

/// A browser, or a script, at one address.
#[derive(Clone)]
pub(crate) struct Caller {
    app: Router,
    cookie: Option<String>,
    address: String,
}

impl Caller {
    pub(crate) fn new(app: Router) -> Self {
        Self { app, cookie: None, address: "192.0.2.1:4711".to_owned() }
    }

    /// The same caller at another address.
    pub(crate) fn at(&self, address: &str) -> Self {
        Self { address: format!("{address}:4711"), ..self.clone() }
    }

    pub(crate) fn with_cookie(&self, cookie: &str) -> Self {
        Self { cookie: Some(cookie.to_owned()), ..self.clone() }
    }

    /// Keeps what `Set-Cookie` gave, as a browser would.
    pub(crate) fn keep_cookie(&mut self, reply: &Reply) {
        let cookie = reply.header(SET_COOKIE.as_str()).unwrap();
        self.cookie = Some(cookie.split(';').next().unwrap().to_owned());
    }

    pub(crate) fn cookie(&self) -> &str {
        self.cookie.as_deref().unwrap()
    }

    /// A call as the portal's own page makes it.
    pub(crate) fn call(&self, method: &str, path: &str) -> Call {
        let call = Call::new(self.app.clone(), method, path, &self.address);
        let call = call.header("sec-fetch-site", "same-origin");
        match &self.cookie {
            Some(cookie) => call.header("cookie", cookie),
            None => call,
        }
    }

    pub(crate) async fn get(&self, path: &str) -> Reply {
        self.call("GET", path).send().await
    }

    pub(crate) async fn delete(&self, path: &str) -> Reply {
        self.call("DELETE", path).send().await
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> Reply {
        self.call("POST", path).json(&body).send().await
    }

    pub(crate) async fn put(&self, path: &str, body: Value) -> Reply {
        self.call("PUT", path).json(&body).send().await
    }

    /// As [`Self::post`], and keeps the new cookie if there is one.
    pub(crate) async fn post_as_browser(&mut self, path: &str, body: Value) -> Reply {
        let reply = self.post(path, body).await;
        self.keep_new_cookie(&reply);
        reply
    }

    /// As [`Self::put`], and keeps the new cookie if there is one.
    pub(crate) async fn put_as_browser(&mut self, path: &str, body: Value) -> Reply {
        let reply = self.put(path, body).await;
        self.keep_new_cookie(&reply);
        reply
    }

    fn keep_new_cookie(&mut self, reply: &Reply) {
        if reply.header(SET_COOKIE.as_str()).is_some() {
            self.keep_cookie(reply);
        }
    }

    /// Follows the event stream.
    pub(crate) async fn follow(&self, path: &str) -> Stream {
        self.call("GET", path).stream().await
    }
}
