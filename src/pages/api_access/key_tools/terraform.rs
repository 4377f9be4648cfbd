use super::quoted::quoted;
use crate::pages::api_access::quick_start::{Secret, Target};

/// Where the provider comes from: without it Terraform looks for one of HashiCorp's own. The address is that of the
/// provider's documentation.
const REQUIRED: &str = r#"terraform {
  required_providers {
    stackbill = {
      source = "stackbill.com/assistanz/stackbill"
    }
  }
}
"#;

const VARIABLE: &str = r#"variable "latchkey_secret_key" {
  type      = string
  sensitive = true
}

"#;

/// The blocks that name and configure the provider. Terraform takes a variable from the environment, as `TF_VAR_` and its
/// name.
pub fn terraform(target: &Target, secret: Secret<'_>) -> String {
    let (url, api_key) = (hcl(&target.restapi_url), hcl(&target.api_key));
    let (variable, secret_key) = match secret {
        Secret::Variable => (VARIABLE, "var.latchkey_secret_key".to_owned()),
        Secret::Plain(secret) => ("", hcl(secret)),
    };
    format!(
        "{REQUIRED}\n{variable}provider \"stackbill\" {{\n  url        = {url}\n  api_key    = {api_key}\n  \
         secret_key = {secret_key}\n}}\n"
    )
}

/// A string of Terraform's language, in which `${` and `%{` begin a template.
fn hcl(text: &str) -> String {
    quoted(text).replace("${", "$${").replace("%{", "%%{")
}
