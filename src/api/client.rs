use std::rc::Rc;

use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{ApiError, IdempotencyKey, Method, Request, Response, Transport};
use crate::json;
use crate::platform::Handle;

/// The client of the backend. One method an endpoint.
#[derive(Clone, Copy)]
pub struct Api(Handle<dyn Transport>);

/// The client of the context.
pub fn use_api() -> Api {
    expect_context()
}

impl Api {
    pub fn new(transport: Rc<dyn Transport>) -> Self {
        Self(Handle::new(transport))
    }

    pub(super) async fn get<T: DeserializeOwned>(self, path: String) -> Result<T, ApiError> {
        read(&self.send(Method::Get, path, None, None).await?)
    }

    pub(super) async fn text(self, path: String) -> Result<String, ApiError> {
        self.send(Method::Get, path, None, None).await.map(|response| response.body.clone())
    }

    pub(super) async fn call<T: DeserializeOwned>(
        self,
        method: Method,
        path: String,
        body: Option<String>,
    ) -> Result<T, ApiError> {
        read(&self.send(method, path, body, None).await?)
    }

    pub(super) async fn create<T: DeserializeOwned>(
        self,
        path: String,
        body: Option<String>,
        key: &IdempotencyKey,
    ) -> Result<T, ApiError> {
        read(&self.send(Method::Post, path, body, Some(key)).await?)
    }

    /// For answers without a body.
    pub(super) async fn run(
        self,
        method: Method,
        path: String,
        body: Option<String>,
    ) -> Result<(), ApiError> {
        self.send(method, path, body, None).await.map(drop)
    }

    async fn send(
        self,
        method: Method,
        path: String,
        body: Option<String>,
        key: Option<&IdempotencyKey>,
    ) -> Result<Response, ApiError> {
        let transport = self.0.get().ok_or(ApiError::Offline)?;
        let headers = key.map(|key| ("Idempotency-Key", key.as_str().to_owned())).into_iter().collect();
        let response = transport.send(Request { method, path, body, headers }).await?;
        match response.status {
            200..300 => Ok(response),
            _ => Err(ApiError::of(&response)),
        }
    }
}

fn read<T: DeserializeOwned>(response: &Response) -> Result<T, ApiError> {
    json::read(&response.body).ok_or(ApiError::Unreadable)
}

/// A request body. `None` only if the type cannot be written as JSON, which the types of the contract can.
pub(super) fn written(body: &impl Serialize) -> Option<String> {
    serde_json::to_string(body).ok()
}

/// The body of a request that has nothing to say; the backend wants JSON on everything that acts.
pub(super) fn nothing() -> Option<String> {
    Some("{}".to_owned())
}

/// `path` with those parameters that have a value.
pub(super) fn with_query(path: &str, parameters: &[(&str, Option<&str>)]) -> String {
    let mut address = path.to_owned();
    let mut mark = '?';
    for (name, value) in parameters {
        if let Some(value) = value {
            address.push(mark);
            address.push_str(name);
            address.push('=');
            address.push_str(&String::from(js_sys::encode_uri_component(value)));
            mark = '&';
        }
    }
    address
}
