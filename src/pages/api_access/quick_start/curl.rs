use super::shell::word;
use super::{Secret, Target};

/// The line for a POSIX shell that lists the zones.
pub fn curl(target: &Target, secret: Secret<'_>) -> String {
    let address = word(&target.address_of_zones());
    let api_key = word(&format!("apikey: {}", target.api_key));
    let secret_key = match secret {
        Secret::Variable => "\"secretkey: $LATCHKEY_SECRET_KEY\"".to_owned(),
        Secret::Plain(secret) => word(&format!("secretkey: {secret}")),
    };
    format!("curl {address} \\\n  -H {api_key} \\\n  -H {secret_key}")
}
