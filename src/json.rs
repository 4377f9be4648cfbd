//! Reads JSON.
//!
//! serde_json brings along what its messages need, down to the printing of floating-point numbers; nobody reads them here.

use js_sys::JSON;
use serde::de::DeserializeOwned;
use zeroize::Zeroizing;

/// `None` if the text is not JSON, or not of this type.
pub fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    // The browser checks it, and leaves no escape that needs a second one beside it.
    let text = Zeroizing::new(JSON::stringify(&JSON::parse(text).ok()?).ok()?.as_string()?);
    let mut unescaped = Zeroizing::new(vec![0; text.len()]);
    serde_json_core::from_str_escaped(&text, &mut unescaped).ok().map(|(value, _)| value)
}
