//! The embedded cloud's inventory.

mod acts;
mod creation;
pub(crate) mod furniture;
mod lists;
mod settling;
