use super::quoted::quoted;
use crate::pages::api_access::quick_start::{Secret, Target};

/// A module for Node.js that prints the zones.
pub fn javascript(target: &Target, secret: Secret<'_>) -> String {
    let (address, api_key) = (quoted(&target.address_of_zones()), quoted(&target.api_key));
    let secret_key = match secret {
        Secret::Variable => "process.env.LATCHKEY_SECRET_KEY".to_owned(),
        Secret::Plain(secret) => quoted(secret),
    };
    format!(
        "const answer = await fetch({address}, {{\n  \
           headers: {{ apikey: {api_key}, secretkey: {secret_key} }},\n\
         }});\n\
         console.log(answer.status, await answer.json());\n"
    )
}
