//! The web app of Latchkey, the API-access portal of a cloud.
//!
//! `app` puts everything together; `place` lists the addresses. A screen lives in `pages`, what all screens
//! share in `shell` and `components`. The backend is behind `api`, its events behind `live`, the browser
//! behind `platform`.

#![allow(unreachable_pub, reason = "beside each component the macro puts a public type that nobody names")]

pub mod access;
pub mod api;
pub mod app;
pub mod components;
pub mod i18n;
pub mod json;
pub mod listing;
pub mod live;
pub mod pages;
pub mod place;
pub mod platform;
pub mod portal_config;
#[cfg(feature = "stories")]
pub mod preview;
pub mod reading;
pub mod session;
pub mod shell;
