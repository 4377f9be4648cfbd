use std::convert::Infallible;
use std::net::SocketAddr;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderName, Request, Response};
use futures_util::stream;
use serde_json::Value;
use tokio::sync::oneshot;
use tower::ServiceExt;

use super::{Reply, Stream};

/// One request in the making.
pub(crate) struct Call {
    app: Router,
    request: Request<Body>,
}

impl Call {
    pub(super) fn new(app: Router, method: &str, path: &str, address: &str) -> Self {
        let mut request = Request::builder().method(method).uri(path).body(Body::empty()).unwrap();
        let address: SocketAddr = address.parse().unwrap();
        request.extensions_mut().insert(ConnectInfo(address));
        Self { app, request }
    }

    /// Adds a header; the same one twice is sent twice.
    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        let name: HeaderName = name.to_ascii_lowercase().parse().unwrap();
        self.request.headers_mut().append(name, value.parse().unwrap());
        self
    }

    pub(crate) fn without(mut self, name: &str) -> Self {
        self.request.headers_mut().remove(name);
        self
    }

    pub(crate) fn json(self, body: &Value) -> Self {
        self.header("content-type", "application/json").body(body.to_string())
    }

    pub(crate) fn body(mut self, body: impl Into<String>) -> Self {
        let body = body.into();
        self = self.without("content-length").header("content-length", &body.len().to_string());
        *self.request.body_mut() = Body::from(body);
        self
    }

    /// Sends the head now, and the body when the sender is told to, or dropped.
    pub(crate) fn json_later(self, body: &Value) -> (Self, oneshot::Sender<()>) {
        let (release, released) = oneshot::channel::<()>();
        let text = body.to_string();
        let mut call = self.json(body);
        let late = stream::once(async move {
            let _ = released.await;
            Ok::<_, Infallible>(text)
        });
        *call.request.body_mut() = Body::from_stream(late);
        (call, release)
    }

    pub(crate) async fn send(self) -> Reply {
        let is_head = self.request.method() == "HEAD";
        Reply::read(self.answer().await, is_head).await
    }

    pub(crate) async fn stream(self) -> Stream {
        Stream::new(self.answer().await)
    }

    async fn answer(self) -> Response<Body> {
        self.app.oneshot(self.request).await.unwrap()
    }
}
