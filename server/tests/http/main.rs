//! The HTTP edge on a real database file: every endpoint, who may use it, and what it answers to everybody else. Modules
//! mirror `src/http`.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]

mod activity;
mod admin_requests;
mod admin_users;
mod api_access;
mod api_usage;
mod authority;
mod canary;
mod client_address;
mod config_json;
mod credentials;
mod events;
mod guessing;
mod harness;
mod headers;
mod health;
mod idempotency;
mod key_test;
mod limits;
mod malformed;
mod openapi;
mod password;
mod problem;
mod profile;
mod recorded_calls;
mod resources;
mod restapi;
mod restapi_hostile;
mod same_origin;
mod serve;
mod session;
mod sessions;
mod settings;
mod step_up;
mod throttle;
mod walls;
mod web;
