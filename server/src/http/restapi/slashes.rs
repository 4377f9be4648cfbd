//! Doubled slashes in paths, as clients write them whose base address ends with a slash.

use axum::extract::Request;
use axum::http::Uri;
use axum::http::uri::PathAndQuery;

const BASE: &str = "/restapi/";

/// Makes doubled slashes under `/restapi` one. It must see a request before the router does.
pub(crate) fn merge(mut request: Request) -> Request {
    if let Some(merged) = merged(request.uri()) {
        *request.uri_mut() = merged;
    }
    request
}

/// The address with single slashes, if it has others.
fn merged(uri: &Uri) -> Option<Uri> {
    let path = uri.path();
    if !path.starts_with(BASE) || !path.contains("//") {
        return None;
    }
    let mut single = String::with_capacity(path.len());
    for letter in path.chars() {
        if letter != '/' || !single.ends_with('/') {
            single.push(letter);
        }
    }
    if let Some(query) = uri.query() {
        single.push('?');
        single.push_str(query);
    }
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(PathAndQuery::try_from(single).ok()?);
    Uri::from_parts(parts).ok()
}
