//! Event streams: what changes, told to every connected browser that may know it, within a second.

mod connection;
mod streams;

pub use connection::{Connection, Frame, Start};
pub use streams::{OpenStream, Streams};
