//! The designers' preview: every component in every state, without a server. A program of its own (`preview.html`),
//! so none of it is in the app.
//!
//! A story is found by itself: put a `stories.rs` into a component's or a page's folder, declare it with
//! `#[cfg(feature = "stories")] pub mod stories;` and export `pub fn stories() -> Vec<Story>`.

mod app;
mod canvas;
mod controls;
mod setting;
mod sidebar;
mod story;

pub use app::Preview;
pub use story::Story;

include!(concat!(env!("OUT_DIR"), "/stories.rs"));
