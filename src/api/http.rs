use gloo_net::http::{Method as HttpMethod, RequestBuilder};
use web_sys::{AbortSignal, RequestCredentials};

use super::{Answer, Method, Request, Response, Transport, TransportError};

const TIME_OUT_MS: u32 = 15_000;

/// `fetch`, to this page's own origin.
pub struct Http;

impl Transport for Http {
    fn send(&self, request: Request) -> Answer {
        Box::pin(fetch(request))
    }
}

async fn fetch(request: Request) -> Result<Response, TransportError> {
    let mut builder = RequestBuilder::new(&request.path)
        .method(method(request.method))
        .credentials(RequestCredentials::SameOrigin)
        .abort_signal(Some(&AbortSignal::timeout_with_u32(TIME_OUT_MS)))
        .header("Accept", "application/json");
    for (name, value) in &request.headers {
        builder = builder.header(name, value);
    }
    let built = match &request.body {
        Some(body) => builder.header("Content-Type", "application/json").body(body.as_str()),
        None => builder.build(),
    };
    let answer = built.map_err(reason)?.send().await.map_err(reason)?;
    let body = answer.text().await.map_err(reason)?;
    Ok(Response { status: answer.status(), body })
}

fn method(method: Method) -> HttpMethod {
    match method {
        Method::Get => HttpMethod::GET,
        Method::Post => HttpMethod::POST,
        Method::Put => HttpMethod::PUT,
        Method::Delete => HttpMethod::DELETE,
    }
}

fn reason(error: gloo_net::Error) -> TransportError {
    match error {
        gloo_net::Error::JsError(error) if error.name == "TimeoutError" || error.name == "AbortError" => {
            TransportError::TimedOut
        }
        _ => TransportError::Offline,
    }
}
