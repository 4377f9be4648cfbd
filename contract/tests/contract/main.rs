//! What travels between the web app and a backend: exact shapes, and what must never travel.

mod profile;
mod secret;
mod validation;
mod wire;
