//! The OpenAPI 3.1 document, made from the handlers. It is committed as `docs/openapi.json`; a test keeps both equal.

pub(crate) mod answers;
mod common;
pub(crate) mod params;
pub(crate) mod tags;

use utoipa::OpenApi;
use utoipa::openapi::{OpenApi as OpenApiDocument, ServerBuilder};

use self::common::{SecuritySchemes, complete, name_cookie};
use super::session_cookie;
use crate::settings::Site;

/// What the document says beside the operations.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Latchkey",
        description = "The API of Latchkey, the API-access portal of a cloud.\n\nScripts call `/restapi` with an API \
            key and its secret key. The portal's own pages call `/api/v1` with the session cookie. Instants are RFC \
            3339 in UTC, ids are UUIDs, and every error is a problem document (RFC 9457) whose `detail` says what to \
            do next.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0")
    ),
    servers((url = "/", description = "This portal.")),
    components(schemas(
        latchkey_contract::Problem,
        latchkey_contract::event::LiveEvent,
        latchkey_contract::resource::ResourceSort,
        latchkey_contract::resource::SortOrder,
        crate::http::restapi::envelope::RestapiProblem,
    )),
    modifiers(&SecuritySchemes)
)]
pub(crate) struct Document;

/// The whole document as JSON with a line break at its end, as it is served, printed and committed.
///
/// # Errors
/// If it cannot be written, which would be a fault of the program.
pub fn openapi_json() -> Result<String, serde_json::Error> {
    Ok(document().to_pretty_json()? + "\n")
}

/// The document as this installation serves it: with its own address and the name of its cookie.
///
/// # Errors
/// If it cannot be written, which would be a fault of the program.
pub fn openapi_json_of(site: &Site) -> Result<String, serde_json::Error> {
    let mut document = document();
    if let (true, Some(origin)) = (site.secure, site.origins.first()) {
        document.servers =
            Some(vec![ServerBuilder::new().url(origin).description(Some("This portal.")).build()]);
    }
    name_cookie(&mut document, session_cookie::name(site.secure));
    Ok(document.to_pretty_json()? + "\n")
}

fn document() -> OpenApiDocument {
    let mut document = super::api_router().into_openapi();
    complete(&mut document);
    document
}
