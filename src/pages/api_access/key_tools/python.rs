use super::quoted::quoted;
use crate::pages::api_access::quick_start::{Secret, Target};

/// A program that prints the zones; it needs the package `requests`.
pub fn python(target: &Target, secret: Secret<'_>) -> String {
    let (address, api_key) = (quoted(&target.address_of_zones()), quoted(&target.api_key));
    let (import, secret_key) = match secret {
        Secret::Variable => ("import os\n\n", "os.environ[\"LATCHKEY_SECRET_KEY\"]".to_owned()),
        Secret::Plain(secret) => ("", quoted(secret)),
    };
    format!(
        "{import}import requests\n\n\
         answer = requests.get(\n    \
             {address},\n    \
             headers={{\"apikey\": {api_key}, \"secretkey\": {secret_key}}},\n    \
             timeout=30,\n)\n\
         answer.raise_for_status()\n\
         print(answer.json())\n"
    )
}
