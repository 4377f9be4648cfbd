//! The browser. Nothing outside this module touches clipboard, storage, visibility, timers or other tabs.
//!
//! What a test must steer (time, clipboard) is a handle taken from the context: `use_timers()`,
//! `use_clipboard()`.

pub mod broadcast;
pub mod chunk_style;
pub mod clipboard;
pub mod event_source;
pub mod events;
pub mod fake;
pub mod focus;
pub mod handle;
pub mod locks;
pub mod online;
pub mod page;
pub mod query;
pub mod random;
pub mod selection;
pub mod storage;
pub mod timer;
pub mod visibility;

pub use handle::Handle;
