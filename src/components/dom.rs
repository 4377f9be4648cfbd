use std::cell::Cell;

/// An id that no other element of the page has, e.g. `field-7`.
pub fn unique_id(prefix: &str) -> String {
    thread_local! {
        static NEXT: Cell<u32> = const { Cell::new(1) };
    }
    let number = NEXT.get();
    NEXT.set(number + 1);
    format!("{prefix}-{number}")
}
