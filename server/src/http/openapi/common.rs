use utoipa::openapi::path::{Operation, PathItem};
use utoipa::openapi::security::{ApiKey, ApiKeyValue, SecurityScheme};
use utoipa::openapi::tag::TagBuilder;
use utoipa::openapi::{Components, OpenApi, RefOr};
use utoipa::{IntoResponses, Modify};

use super::answers::{self, Failures, RestapiFailures};
use super::tags;

/// How callers prove who they are.
pub(super) struct SecuritySchemes;

impl Modify for SecuritySchemes {
    fn modify(&self, document: &mut OpenApi) {
        let components = document.components.get_or_insert_with(Components::new);
        let header =
            |name, text| SecurityScheme::ApiKey(ApiKey::Header(ApiKeyValue::with_description(name, text)));
        components.add_security_scheme(
            "session",
            SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::with_description(
                "latchkey",
                "The session cookie that signing in sets; over https its name is `__Host-latchkey`. Requests that change \
                 something must come from the portal's own origin: `Sec-Fetch-Site: same-origin`, or where a client does \
                 not send that, `Origin` with the portal's address. A session ends 8 hours after its last call, 7 days after it \
                 began at the latest. A reading that a page makes by itself, with nobody asking, carries `Latchkey-Unattended: 1` \
                 and does not count.",
            ))),
        );
        components.add_security_scheme(
            "apikey",
            header(
                "apikey",
                "The API key, `lkp_…`, from the page API Info. Always together with `secretkey`.",
            ),
        );
        components.add_security_scheme(
            "secretkey",
            header(
                "secretkey",
                "The secret key, `lks_…`, from the page API Info. Always together with `apikey`.",
            ),
        );
    }
}

/// Names the session's cookie as this installation does.
pub(super) fn name_cookie(document: &mut OpenApi, name: &str) {
    let schemes = document.components.as_mut().map(|components| &mut components.security_schemes);
    if let Some(RefOr::T(SecurityScheme::ApiKey(ApiKey::Cookie(cookie)))) =
        schemes.and_then(|schemes| schemes.get_mut("session"))
    {
        cookie.name = name.to_owned();
    }
}

/// Adds what all operations share: errors that any of them may end with, and the order of the tags.
pub(crate) fn complete(document: &mut OpenApi) {
    let all =
        tags::ALL.iter().map(|(name, text)| TagBuilder::new().name(*name).description(Some(*text)).build());
    document.tags = Some(all.collect());
    let components = document.components.get_or_insert_with(Components::new);
    components.responses.extend(answers::all().into_iter().map(|(name, answer)| (name, answer.into())));
    for (path, item) in &mut document.paths.paths {
        let restapi = path.starts_with("/restapi/");
        let failures = if restapi { RestapiFailures::responses() } else { Failures::responses() };
        for operation in operations(item) {
            if restapi {
                tell_of_limits(operation);
            }
            for (status, response) in &failures {
                operation.responses.responses.entry(status.clone()).or_insert_with(|| response.clone());
            }
        }
    }
}

/// Every answer to a right pair tells what is left, those that go well above all.
fn tell_of_limits(operation: &mut Operation) {
    for (status, response) in &mut operation.responses.responses {
        if let (true, RefOr::T(response)) = (status.starts_with('2'), response) {
            response.headers.extend(answers::limits().map(|(name, it)| (name.to_owned(), RefOr::T(it))));
        }
    }
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [&mut item.get, &mut item.put, &mut item.post, &mut item.delete].into_iter().flatten()
}
