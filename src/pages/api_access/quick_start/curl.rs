use super::{Secret, Target};
use crate::pages::shell_command::{self, header, header_from};

/// The line for a POSIX shell that lists the zones.
pub fn curl(target: &Target, secret: Secret<'_>) -> String {
    let secret_key = match secret {
        Secret::Variable => header_from("secretkey", "LATCHKEY_SECRET_KEY"),
        Secret::Plain(secret) => header("secretkey", secret),
    };
    shell_command::curl(&target.address_of_zones(), &header("apikey", &target.api_key), &secret_key)
}
