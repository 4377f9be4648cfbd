use latchkey_contract::ProblemKind;

use crate::api::{ApiError, Refusal};
use crate::text;

/// What happened to a call and what to do next, in sentences that stand alone.
pub fn api_error(error: &ApiError) -> String {
    match what_happened(error) {
        Some(what) => text!(errors.sentence, what = what, next = what_next(error)),
        None => what_next(error),
    }
}

/// `None` where the next step says it all.
fn what_happened(error: &ApiError) -> Option<&'static str> {
    match error {
        ApiError::Offline => Some(text!(errors.offline.title)),
        ApiError::TimedOut => Some(text!(errors.slow.title)),
        ApiError::NoBackend => Some(text!(errors.no_backend.title)),
        ApiError::Unreadable => Some(text!(errors.unreadable.title)),
        ApiError::Problem(problem) => match problem.kind {
            ProblemKind::NotSignedIn => Some(text!(errors.signed_out.title)),
            ProblemKind::Internal => Some(text!(errors.server.title)),
            ProblemKind::Unavailable => Some(text!(errors.unavailable.title)),
            ProblemKind::TooManyAttempts => Some(text!(errors.too_many.title)),
            _ => None,
        },
    }
}

/// What to do next after a call failed, in a sentence or two below a title that says what happened.
pub fn what_next(error: &ApiError) -> String {
    match error {
        ApiError::Offline => text!(errors.offline.body).to_owned(),
        ApiError::TimedOut => text!(errors.slow.body).to_owned(),
        ApiError::NoBackend => text!(errors.no_backend.body).to_owned(),
        ApiError::Unreadable => text!(errors.unreadable.body).to_owned(),
        ApiError::Problem(problem) => in_words(problem),
    }
}

fn in_words(problem: &Refusal) -> String {
    match problem.kind {
        ProblemKind::NotSignedIn => text!(errors.signed_out.body).to_owned(),
        ProblemKind::Forbidden => text!(errors.forbidden.body).to_owned(),
        ProblemKind::NotFound => text!(errors.not_found.body).to_owned(),
        ProblemKind::Internal => text!(errors.server.body).to_owned(),
        ProblemKind::Unavailable => text!(errors.unavailable.body).to_owned(),
        ProblemKind::WrongPassword => text!(errors.field.wrong_password).to_owned(),
        ProblemKind::TooManyAttempts => match problem.retry_after {
            Some(seconds) => text!(errors.too_many.body_seconds, seconds = seconds),
            None => text!(errors.too_many.body).to_owned(),
        },
        // The rest is rare, and the backend says what to do itself.
        _ => problem.detail.clone(),
    }
}
