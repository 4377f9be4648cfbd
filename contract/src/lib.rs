//! The REST contract of Latchkey: what travels between the web app and the backend behind `/api/v1`.
//!
//! Any backend that speaks these types can stand behind the web app. Instants are [`Timestamp`]s, ids are
//! UUIDv7, lists are [`Page`]s, and every error is a [`Problem`] (RFC 9457).

pub mod activity;
pub mod admin;
pub mod api_access;
pub mod compute;
pub mod credential;
pub mod event;
pub mod key_test;
pub mod network;
pub mod page;
pub mod password;
pub mod portal_config;
pub mod problem;
pub mod profile;
pub mod resource;
pub mod secret;
pub mod session;
pub mod timestamp;
pub mod usage;
pub mod validation;
mod visible_text;

pub use page::Page;
pub use problem::{Problem, ProblemKind};
pub use secret::{Password, PlainSecret};
pub use timestamp::Timestamp;
