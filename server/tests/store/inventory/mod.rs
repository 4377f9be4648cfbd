//! The embedded cloud's inventory.

mod acts;
mod changes;
mod creation;
pub(crate) mod furniture;
mod lists;
mod offers;
mod settling;
