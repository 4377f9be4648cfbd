use crate::pages::api_access::quick_start::{Secret, Target};
use crate::pages::shell_command::word;

/// Variables for a POSIX shell, to be read with `.`.
pub fn environment_file(target: &Target, secret: Secret<'_>) -> String {
    let (url, api_key) = (word(&target.restapi_url), word(&target.api_key));
    let secret_key = match secret {
        Secret::Variable => "\"$LATCHKEY_SECRET_KEY\"".to_owned(),
        Secret::Plain(secret) => word(secret),
    };
    format!("LATCHKEY_RESTAPI_URL={url}\nLATCHKEY_API_KEY={api_key}\nLATCHKEY_SECRET_KEY={secret_key}\n")
}
