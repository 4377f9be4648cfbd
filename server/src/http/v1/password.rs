//! "Change Password".

use axum::extract::State;
use axum::http::StatusCode;
use axum_extra::extract::CookieJar;
use latchkey_contract::password::ChangePassword;
use latchkey_contract::problem::FieldErrorCode;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::http::Portal;
use crate::http::json_body::JsonBody;
use crate::http::openapi::answers::{InvalidBody, InvalidFields, Throttled, Unauthorized, Unsafe};
use crate::http::openapi::tags;
use crate::http::problem::ApiError;
use crate::http::session_cookie::SessionToken;
use crate::http::signed_in::SignedIn;
use crate::passwords::in_nfc;

pub(crate) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(change_password))
}

/// Change the password
///
/// Ends the account's other sessions. This one gets a new cookie, and counts as stepped up.
#[utoipa::path(
    put, path = "/api/v1/profile/password", tag = tags::PROFILE, operation_id = "changePassword",
    security(("session" = [])),
    request_body(content = ChangePassword, example = json!({
        "old_password": "correct horse battery", "new_password": "battery horse correct staple"})),
    responses((status = 204, description = "Changed.",
        headers(("Set-Cookie" = String, description = "The session's new cookie."))),
        Unauthorized, Unsafe, InvalidBody, InvalidFields, Throttled)
)]
async fn change_password(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    JsonBody { value: change, .. }: JsonBody<ChangePassword>,
) -> Result<(CookieJar, StatusCode), ApiError> {
    let compared = ChangePassword {
        old_password: in_nfc(&change.old_password),
        new_password: in_nfc(&change.new_password),
    };
    let errors = compared.check();
    if !errors.is_empty() {
        return Err(ApiError::invalid_fields(errors));
    }
    let user = &signed_in.session.user;
    if !portal
        .check_password(&user.account.email, Some(user), &change.old_password, signed_in.address)
        .await?
    {
        return Err(ApiError::invalid_field("old_password", FieldErrorCode::WrongPassword));
    }
    let hash = portal.passwords.hash(&change.new_password).await?;
    let token = SessionToken::generate_for(signed_in.session.id)?;
    let reauthenticated = portal.store.change_password(signed_in.password_authority(&token), &hash).await?;
    Ok((token.cookie_after(&reauthenticated, portal.site.secure), StatusCode::NO_CONTENT))
}
