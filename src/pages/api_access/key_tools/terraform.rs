use super::quoted::quoted;
use crate::pages::api_access::quick_start::{Secret, Target};

/// The block that configures the provider. Terraform takes a variable from the environment, as `TF_VAR_` and its name.
pub fn terraform(target: &Target, secret: Secret<'_>) -> String {
    let (url, api_key) = (hcl(&target.restapi_url), hcl(&target.api_key));
    let provider = |secret_key: &str| {
        format!(
            "provider \"stackbill\" {{\n  url        = {url}\n  api_key    = {api_key}\n  secret_key = {secret_key}\n}}\n"
        )
    };
    match secret {
        Secret::Variable => {
            let variable =
                "variable \"latchkey_secret_key\" {\n  type      = string\n  sensitive = true\n}\n";
            format!("{variable}\n{}", provider("var.latchkey_secret_key"))
        }
        Secret::Plain(secret) => provider(&hcl(secret)),
    }
}

/// A string of Terraform's language, in which `${` and `%{` begin a template.
fn hcl(text: &str) -> String {
    quoted(text).replace("${", "$${").replace("%{", "%%{")
}
