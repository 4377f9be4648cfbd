//! Signing in and out, and step-up.

use axum::Json;
use axum::extract::State;
use axum::http::header::USER_AGENT;
use axum::http::{HeaderMap, StatusCode};
use axum_extra::extract::CookieJar;
use latchkey_contract::ProblemKind;
use latchkey_contract::session::{Session, SignIn, StepUp};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::http::Portal;
use crate::http::client_address::ClientAddress;
use crate::http::json_body::JsonBody;
use crate::http::openapi::answers::{InvalidBody, Throttled, Unauthorized, Unsafe};
use crate::http::openapi::tags;
use crate::http::problem::ApiError;
use crate::http::session_cookie::{self, SessionToken};
use crate::http::signed_in::{SignedIn, to_contract};
use crate::store::authority::{AuthorityError, SessionAuthority};
use crate::store::sessions::NewSession;

pub(crate) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(sign_in, session, sign_out)).routes(routes!(step_up))
}

/// Sign in
///
/// Begins a session and sets its cookie. Signing in counts as a step-up. A session that the browser had before ends. The
/// answer to a wrong password and to an unknown e-mail address is the same.
#[utoipa::path(
    post, path = "/api/v1/session", tag = tags::SESSION, operation_id = "signIn", security(()),
    request_body(content = SignIn, example = json!({"email": "user@demo.example", "password": "correct horse battery"})),
    responses((status = 200, body = Session, description = "Signed in.",
        headers(("Set-Cookie" = String, description = "The session cookie."))), Unauthorized, Unsafe, InvalidBody, Throttled)
)]
async fn sign_in(
    State(portal): State<Portal>,
    ClientAddress(address): ClientAddress,
    headers: HeaderMap,
    JsonBody { value: SignIn { email, password }, .. }: JsonBody<SignIn>,
) -> Result<(CookieJar, Json<Session>), ApiError> {
    let user = portal.store.user_by_email(email.trim()).await?;
    let right = portal.check_password(&email, user.as_ref(), &password, address).await?;
    let user = user.filter(|user| right && !user.disabled).ok_or_else(wrong_credentials)?;
    end_previous(&portal, &headers, address).await?;
    let token = SessionToken::generate()?;
    let user_agent = headers.get(USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let new = NewSession {
        id: token.session,
        token: token.digest(),
        user: user.account.id,
        password_hash: &user.password_hash,
        address,
        user_agent,
    };
    let session = portal.store.begin_session(new).await.map_err(|error| match error {
        AuthorityError::PasswordChanged => wrong_credentials(),
        error => error.into(),
    })?;
    let cookies = CookieJar::new().add(token.cookie(portal.site.secure));
    Ok((cookies, Json(to_contract(&session))))
}

fn wrong_credentials() -> ApiError {
    ApiError::new(
        ProblemKind::WrongCredentials,
        "E-mail address or password is wrong. Check both and try again, or ask your portal administrator for a new \
         password.",
    )
}

/// Who is signed in
///
/// Tells whose session the browser holds and how long it lasts.
#[utoipa::path(
    get, path = "/api/v1/session", tag = tags::SESSION, operation_id = "getSession", security(("session" = [])),
    responses((status = 200, body = Session, description = "The session."), Unauthorized)
)]
async fn session(signed_in: SignedIn) -> Json<Session> {
    Json(signed_in.to_contract())
}

/// Sign out
///
/// Ends the session and takes its cookie away. Doing it again changes nothing.
#[utoipa::path(
    delete, path = "/api/v1/session", tag = tags::SESSION, operation_id = "signOut", security((), ("session" = [])),
    responses((status = 204, description = "Signed out."), Unsafe)
)]
async fn sign_out(
    State(portal): State<Portal>,
    ClientAddress(address): ClientAddress,
    headers: HeaderMap,
) -> Result<(CookieJar, StatusCode), ApiError> {
    end_previous(&portal, &headers, address).await?;
    Ok((CookieJar::new().add(session_cookie::removal(portal.site.secure)), StatusCode::NO_CONTENT))
}

/// Confirm the password
///
/// Acts that touch a secret key need the password given within the last ten minutes of this session. The session gets a new
/// cookie, and its former one opens nothing any more.
#[utoipa::path(
    post, path = "/api/v1/session/step-up", tag = tags::SESSION, operation_id = "stepUp", security(("session" = [])),
    request_body(content = StepUp, example = json!({"password": "correct horse battery"})),
    responses((status = 200, body = Session, description = "Confirmed; `stepped_up_until` tells for how long.",
        headers(("Set-Cookie" = String, description = "The session's new cookie."))),
        Unauthorized, Unsafe, InvalidBody, Throttled)
)]
async fn step_up(
    State(portal): State<Portal>,
    signed_in: SignedIn,
    JsonBody { value: StepUp { password }, .. }: JsonBody<StepUp>,
) -> Result<(CookieJar, Json<Session>), ApiError> {
    let user = &signed_in.session.user;
    if !portal.check_password(&user.account.email, Some(user), &password, signed_in.address).await? {
        return Err(ApiError::new(
            ProblemKind::WrongPassword,
            "This is not the password of your account. Check it and try again.",
        ));
    }
    let token = SessionToken::generate_for(signed_in.session.id)?;
    let reauthenticated = portal.store.step_up_session(signed_in.password_authority(&token)).await?;
    let cookies = token.cookie_after(&reauthenticated, portal.site.secure);
    Ok((cookies, Json(to_contract(&reauthenticated.session))))
}

/// Ends the session that the browser still holds, if it is alive.
async fn end_previous(
    portal: &Portal,
    headers: &HeaderMap,
    address: std::net::IpAddr,
) -> Result<(), ApiError> {
    let Some(token) = SessionToken::from_headers(headers, portal.site.secure) else { return Ok(()) };
    let Some(session) = portal.store.session(token.session, token.digest()).await? else { return Ok(()) };
    let previous = SessionAuthority { session: session.id, user: session.user.account.id, address };
    match portal.store.end_session(&previous).await {
        // It ended in between.
        Ok(()) | Err(AuthorityError::SessionEnded) => Ok(()),
        Err(error) => Err(error.into()),
    }
}
