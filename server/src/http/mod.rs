//! The HTTP edge. Errors inside are precise types of their own; here they become [`problem::ApiError`].

mod absurd;
mod body_first;
mod client_address;
pub mod config_json;
mod entity;
pub(crate) mod headers;
mod health;
mod idempotency;
mod json_body;
mod openapi;
mod own_restapi;
mod password_check;
mod path_id;
mod portal;
mod problem;
pub(crate) mod problem_document;
mod problem_kind;
mod query;
mod read_authority;
mod request_id;
mod restapi;
mod router;
mod same_origin;
mod session_cookie;
mod signed_in;
mod v1;
pub mod web;
mod whole_number;

pub(crate) use absurd::{HEADERS_MAX, OverConnection};
pub use openapi::{openapi_json, openapi_json_of};
pub use portal::{Portal, PortalParts};
pub use router::router;

use router::api_router;
