/// A string of JSON, which is one of Python and JavaScript too.
pub(super) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
