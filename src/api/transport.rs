use std::future::Future;
use std::pin::Pin;

use zeroize::Zeroize;

/// How requests leave the page: the browser's `fetch`, a guard around it, or a test's fake.
pub trait Transport {
    fn send(&self, request: Request) -> Answer;
}

pub type Answer = Pin<Box<dyn Future<Output = Result<Response, TransportError>>>>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    Get,
    Post,
    Put,
    Delete,
}

/// A request to this page's own origin. The body may hold a password, so it is wiped on drop and left out of
/// `Debug`.
#[derive(Clone)]
pub struct Request {
    pub method: Method,
    /// With the query, e.g. `/api/v1/activity?limit=5`.
    pub path: String,
    /// JSON.
    pub body: Option<String>,
    pub headers: Vec<(&'static str, String)>,
}

/// An answer of the backend, whatever its status. The body may hold a secret key, so it is wiped on drop and
/// left out of `Debug`.
pub struct Response {
    pub status: u16,
    pub body: String,
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TransportError {
    /// The backend could not be reached.
    Offline,
    TimedOut,
}

impl Method {
    pub fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }
}

impl std::fmt::Debug for Request {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.method.name(), self.path)
    }
}

impl std::fmt::Debug for Response {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Response({})", self.status)
    }
}

impl Drop for Request {
    fn drop(&mut self) {
        self.body.zeroize();
    }
}

impl Drop for Response {
    fn drop(&mut self) {
        self.body.zeroize();
    }
}
