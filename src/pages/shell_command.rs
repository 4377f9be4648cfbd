//! Commands for a POSIX shell.

/// One word, whatever is in it.
pub(crate) fn word(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// A header for [`curl`].
pub(crate) fn header(name: &str, value: &str) -> String {
    word(&format!("{name}: {value}"))
}

/// A header for [`curl`] whose value the shell has in a variable.
pub(crate) fn header_from(name: &str, variable: &str) -> String {
    format!("\"{name}: ${variable}\"")
}

/// The line that calls `address` with a pair of keys.
pub(crate) fn curl(address: &str, api_key_header: &str, secret_key_header: &str) -> String {
    format!("curl {} \\\n  -H {api_key_header} \\\n  -H {secret_key_header}", word(address))
}
