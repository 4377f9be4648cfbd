use latchkey_contract::ProblemKind;

use crate::api::ApiError;
use crate::components::IconName;
use crate::text;

/// What to say about an error.
pub(super) struct Words {
    pub(super) icon: IconName,
    pub(super) title: &'static str,
    pub(super) body: String,
    pub(super) request_id: Option<String>,
    /// Whether the same call may go better the next time.
    pub(super) can_retry: bool,
}

impl Words {
    pub(super) fn of(error: &ApiError) -> Self {
        let (icon, title) = title(error);
        let refused = matches!(error, ApiError::Problem(_)) && !error.may_pass();
        Self {
            icon,
            title,
            body: crate::i18n::what_next(error),
            request_id: error.request_id().map(str::to_owned),
            can_retry: !refused || error.is_not_signed_in(),
        }
    }
}

fn title(error: &ApiError) -> (IconName, &'static str) {
    match error {
        ApiError::Offline => (IconName::OFFLINE, text!(errors.offline.title)),
        ApiError::TimedOut => (IconName::CLOCK, text!(errors.slow.title)),
        ApiError::NoBackend => (IconName::SERVER_PROBLEM, text!(errors.no_backend.title)),
        ApiError::Unreadable => (IconName::SERVER_PROBLEM, text!(errors.unreadable.title)),
        ApiError::Problem(problem) => match problem.kind {
            ProblemKind::NotSignedIn => (IconName::LOCK, text!(errors.signed_out.title)),
            ProblemKind::TooManyAttempts => (IconName::CLOCK, text!(errors.too_many.title)),
            ProblemKind::Unavailable => (IconName::SERVER_PROBLEM, text!(errors.unavailable.title)),
            _ => match problem.status {
                403 => (IconName::FORBIDDEN, text!(errors.forbidden.title)),
                404 => (IconName::NOT_FOUND, text!(errors.not_found.title)),
                500.. => (IconName::SERVER_PROBLEM, text!(errors.server.title)),
                _ => (IconName::DANGER, text!(errors.refused.title)),
            },
        },
    }
}
