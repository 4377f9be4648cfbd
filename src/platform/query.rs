//! What follows the `?` of an address.

use web_sys::UrlSearchParams;

/// The value of `name` in `query`; empty if it has none.
pub fn value(query: &str, name: &str) -> String {
    UrlSearchParams::new_with_str(query).ok().and_then(|query| query.get(name)).unwrap_or_default()
}

/// `query` with another value of `name`, and the `?` before it; nothing if nothing is left.
pub fn with(query: &str, name: &str, value: &str) -> String {
    let Ok(query) = UrlSearchParams::new_with_str(query) else { return String::new() };
    if value.is_empty() {
        query.delete(name);
    } else {
        query.set(name, value);
    }
    let query = String::from(query.to_string());
    if query.is_empty() { query } else { format!("?{query}") }
}
