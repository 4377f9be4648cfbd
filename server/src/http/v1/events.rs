//! The event stream.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::State;
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use latchkey_contract::event::LiveEvent;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::http::Portal;
use crate::http::headers::NO_STORE;
use crate::http::openapi::answers::{BadRequest, Unauthorized};
use crate::http::openapi::params::EventParams;
use crate::http::openapi::tags;
use crate::http::problem::ApiError;
use crate::http::query::Query;
use crate::http::signed_in::Unattended;
use crate::live::{Connection, Frame, Start};

const HEARTBEAT: Duration = Duration::from_secs(15);
/// What a browser waits before it connects again, unless it has its own mind.
const RETRY: Duration = Duration::from_secs(2);
const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");

pub(crate) fn router() -> OpenApiRouter<Portal> {
    OpenApiRouter::new().routes(routes!(events))
}

/// Follow what changes
///
/// Server-sent events. The `data` of each is a `LiveEvent` in JSON, its `id` the position to resume from. The stream begins
/// with a comment and the present position; a comment every 15 seconds keeps it open. `reset` says that events were missed:
/// read everything again. `session_ended` is the last event. A session may have eight streams and an account 32; one more closes the oldest.
/// Following does not prolong the session.
#[utoipa::path(
    get, path = "/api/v1/events", tag = tags::EVENTS, operation_id = "followEvents", security(("session" = [])),
    params(EventParams),
    responses((status = 200, body = String, content_type = "text/event-stream", description = "The stream.",
        example = "id: 42\ndata: {\"kind\":\"access_changed\",\"state\":\"approved\"}\n\n"), Unauthorized, BadRequest)
)]
async fn events(
    State(portal): State<Portal>,
    Unattended(signed_in): Unattended,
    headers: HeaderMap,
    query: Query,
) -> Result<Response, ApiError> {
    let start = start(&headers, &query)?;
    let session = (signed_in.authority(), signed_in.account());
    let place = portal.streams.open(signed_in.account().id, signed_in.session.id);
    let connection =
        Connection::open(portal.store.clone(), portal.stopping.clone(), session, place, start).await?;
    let frames = stream::unfold(connection, async |mut connection| {
        let frame = connection.next().await?;
        Some((write(frame), connection))
    });
    let mut response =
        Sse::new(frames).keep_alive(KeepAlive::new().interval(HEARTBEAT).text("still here")).into_response();
    response.headers_mut().insert(CACHE_CONTROL, NO_STORE);
    // nginx would hold events back until its buffer is full.
    response.headers_mut().insert("x-accel-buffering", HeaderValue::from_static("no"));
    Ok(response)
}

fn start(headers: &HeaderMap, query: &Query) -> Result<Start, ApiError> {
    if let Some(last) = headers.get(LAST_EVENT_ID) {
        return Ok(last.to_str().ok().and_then(position).map_or(Start::Unknown, Start::After));
    }
    match query.get("after") {
        None => Ok(Start::Now),
        Some(after) => position(after).map(Start::After).ok_or_else(|| {
            ApiError::malformed(
                "The parameter after must be the id of an event. Correct it, or leave it out.",
            )
        }),
    }
}

fn position(text: &str) -> Option<i64> {
    text.parse().ok().filter(|position| *position >= 0)
}

fn write(frame: Frame) -> Result<Event, Infallible> {
    Ok(match frame {
        Frame::Opened(position) => Event::default().comment("open").retry(RETRY).id(position.to_string()),
        Frame::Event(stored) => data(&stored.event).id(stored.id.to_string()),
        Frame::SessionEnded => data(&LiveEvent::SessionEnded),
    })
}

fn data(event: &LiveEvent) -> Event {
    Event::default().data(serde_json::to_string(event).unwrap_or_default())
}
