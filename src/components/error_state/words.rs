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
        ApiError::Offline => (IconName::Offline, text!(errors.offline.title)),
        ApiError::TimedOut => (IconName::Clock, text!(errors.slow.title)),
        ApiError::NoBackend => (IconName::ServerProblem, text!(errors.no_backend.title)),
        ApiError::Unreadable => (IconName::ServerProblem, text!(errors.unreadable.title)),
        ApiError::Problem(problem) => match problem.kind {
            ProblemKind::NotSignedIn => (IconName::Lock, text!(errors.signed_out.title)),
            ProblemKind::TooManyAttempts => (IconName::Clock, text!(errors.too_many.title)),
            ProblemKind::Unavailable => (IconName::ServerProblem, text!(errors.unavailable.title)),
            _ => match problem.status {
                403 => (IconName::Forbidden, text!(errors.forbidden.title)),
                404 => (IconName::NotFound, text!(errors.not_found.title)),
                500.. => (IconName::ServerProblem, text!(errors.server.title)),
                _ => (IconName::Danger, text!(errors.refused.title)),
            },
        },
    }
}
