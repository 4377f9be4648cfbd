//! What the administrators' pages have in common.

mod decided;
#[cfg(feature = "stories")]
pub mod fixtures;
mod person;
mod stale;
#[cfg(feature = "stories")]
pub mod stories;

pub(super) use decided::Decided;
pub(super) use person::Person;
pub(super) use stale::Stale;
