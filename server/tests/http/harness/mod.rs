//! A portal from one line: `TestPortal::start().await`, and callers of it: `portal.signed_in(USER).await`.

mod call;
mod caller;
mod clock;
mod key_pair;
mod options;
mod portal;
mod reply;
mod stream;

pub(crate) use call::Call;
pub(crate) use caller::Caller;
pub(crate) use clock::TestClock;
pub(crate) use key_pair::KeyPair;
pub(crate) use options::Options;
pub(crate) use portal::TestPortal;
pub(crate) use reply::Reply;
pub(crate) use stream::Stream;

pub(crate) const USER: &str = "user@demo.example";
pub(crate) const COLLEAGUE: &str = "colleague@demo.example";
pub(crate) const ADMIN: &str = "admin@demo.example";
pub(crate) const OTHER: &str = "user@other.example";
pub(crate) const PASSWORD: &str = "correct horse battery staple";
/// The portal's own address.
pub(crate) const ORIGIN: &str = "http://127.0.0.1:8080";
