/// The line for a POSIX shell that lists the zones. `restapi_url` has no slash at its end.
pub fn curl_command(restapi_url: &str, api_key: &str) -> String {
    let address = quoted(&format!("{restapi_url}/zone/zonelist"));
    let api_key = quoted(&format!("apikey: {api_key}"));
    format!("curl {address} \\\n  -H {api_key} \\\n  -H \"secretkey: $LATCHKEY_SECRET_KEY\"")
}

/// One word for the shell, whatever is in it.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}
