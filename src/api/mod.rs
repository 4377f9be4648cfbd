//! The typed client of `/api/v1`: the only place that knows addresses of the backend.
//!
//! Pages take it from the context with [`use_api`]. Behind that one, an ended session or a missing
//! confirmation is dealt with by dialogs (see `session::guard`), and the call goes on when they are answered.

mod access;
mod activity;
mod admin;
mod client;
mod credentials;
mod error;
pub mod events;
pub mod fake;
pub mod http;
mod idempotency;
mod portal;
mod profile;
mod refusal;
mod resources;
mod session;
mod session_check;
mod transport;

pub use client::{Api, use_api};
pub use error::ApiError;
pub use idempotency::IdempotencyKey;
pub use refusal::Refusal;
pub use resources::Wanted;
pub use session_check::SessionCheck;
pub use transport::{Answer, Method, Request, Response, Transport, TransportError};
