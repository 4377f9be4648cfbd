use super::{frame, tick};

/// Waits for what the browser does in its own time, such as handing a lock on; fails after some seconds of
/// painting.
pub(crate) async fn until(what: &str, holds: impl Fn() -> bool) {
    for _ in 0..200 {
        if holds() {
            return;
        }
        frame().await;
        tick().await;
    }
    panic!("waited in vain: {what}");
}
