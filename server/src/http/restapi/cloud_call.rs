//! Calls of the cloud: with a time limit, and with its errors in the words of the API. There is no other way from a
//! [`CloudError`] to an answer, so that no route forgets the limit.

use std::time::Duration;

use axum::Json;
use latchkey_contract::ProblemKind;

use super::auth::ApiCaller;
use super::done::Done;
use crate::cloud::{Act, CloudError, Thing};
use crate::http::Portal;
use crate::http::problem::ApiError;
use crate::http::router::ANSWER_WITHIN;

/// How long a cloud may take. Less than a request may, so that the answer says what happened.
const TIME_LIMIT: Duration = Duration::from_secs(20);

const _: () = assert!(TIME_LIMIT.as_secs() < ANSWER_WITHIN.as_secs());

/// What the cloud answers, if it does so in time.
pub(crate) async fn in_time<T>(call: impl Future<Output = Result<T, CloudError>>) -> Result<T, ApiError> {
    within(TIME_LIMIT, call).await
}

/// Does what the caller asked for, and answers with what it has led to.
pub(super) async fn act(portal: &Portal, caller: &ApiCaller, act: Act) -> Result<Json<Done>, ApiError> {
    Ok(Json(in_time(portal.cloud.act(&caller.requester(), act)).await?.into()))
}

async fn within<T>(
    limit: Duration,
    call: impl Future<Output = Result<T, CloudError>>,
) -> Result<T, ApiError> {
    let answer = tokio::time::timeout(limit, call).await;
    answer.unwrap_or_else(|_| Err(CloudError::Unavailable("no answer in time".to_owned()))).map_err(in_words)
}

/// What a script is told of an error.
pub(crate) fn in_words(error: CloudError) -> ApiError {
    match error {
        CloudError::NotFound(thing) => not_found(thing),
        CloudError::Refused(refusal) if refusal.is_of_a_member() => ApiError::malformed(refusal.to_string()),
        CloudError::Refused(refusal) => ApiError::wrong_state(refusal.to_string()),
        CloudError::KeyEnded => ApiError::invalid_pair(),
        CloudError::AccessNotGranted => ApiError::api_access_disabled(),
        CloudError::Unavailable(_) => {
            tracing::error!(%error, "a call of the cloud came to nothing");
            ApiError::new(
                ProblemKind::Unavailable,
                "The cloud did not answer in time, so it is not known whether it did anything. Read the list before \
                 you try again.",
            )
        }
        CloudError::Failed(_) => {
            tracing::error!(%error, "a call of the cloud failed");
            ApiError::internal()
        }
    }
}

fn not_found(thing: Thing) -> ApiError {
    let by = match thing {
        Thing::SshKey | Thing::SecurityGroup => "uuid or name",
        _ => "uuid",
    };
    ApiError::not_found(format!(
        "There is no such {thing}. Read GET /restapi/{} and use a {by} from it.",
        thing.list()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_cloud_that_does_not_answer_is_not_waited_for() {
        let error =
            within(Duration::from_millis(1), std::future::pending::<Result<(), _>>()).await.unwrap_err();
        assert_eq!(error.kind, ProblemKind::Unavailable);
    }

    #[test]
    fn what_the_cloud_says_of_its_failure_stays_in_the_log() {
        for error in
            [CloudError::Failed("10.0.0.5".to_owned()), CloudError::Unavailable("10.0.0.5".to_owned())]
        {
            assert!(!in_words(error).detail.contains("10.0.0.5"));
        }
    }
}
