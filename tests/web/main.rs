//! Tests of the web app in a real browser. One program, its modules as in `src`: linking more would take the day.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]

mod api;
mod components;
mod i18n;
mod json;
mod live;
mod pages;
mod platform;
mod preview;
mod session;
mod shell;
mod support;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
