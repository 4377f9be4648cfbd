use latchkey_contract::ProblemKind;
use latchkey_contract::problem::{Current, FieldError};

use super::{Refusal, Response, TransportError};

/// Why a call failed. `errors::in_words` tells a reader what to do next.
#[derive(Clone, Debug, PartialEq)]
pub enum ApiError {
    /// The backend could not be reached.
    Offline,
    /// No answer within 15 seconds.
    TimedOut,
    /// Something in front of the backend answered in its place: a proxy that found nobody behind it.
    NoBackend,
    /// The backend refused, and said why.
    Problem(Box<Refusal>),
    /// An answer that this version of the app cannot read.
    Unreadable,
}

impl ApiError {
    /// The refusal that stands for a dialog which was closed without a password.
    pub fn step_up_required() -> Self {
        Self::Problem(Box::new(Refusal::new(ProblemKind::StepUpRequired, 403)))
    }

    pub fn kind(&self) -> Option<ProblemKind> {
        match self {
            Self::Problem(problem) => Some(problem.kind),
            _ => None,
        }
    }

    /// Whether the password is needed again. Pages see it only when the reader closed the dialog that asked
    /// for it: take it as "changed their mind" and say nothing.
    pub fn is_step_up_required(&self) -> bool {
        self.kind() == Some(ProblemKind::StepUpRequired)
    }

    /// Whether the session is over. Pages see it only when the reader did not sign in again.
    pub fn is_not_signed_in(&self) -> bool {
        self.kind() == Some(ProblemKind::NotSignedIn)
    }

    /// Whether somebody changed it first; the problem's `current` tells what is there now.
    pub fn is_version_conflict(&self) -> bool {
        self.kind() == Some(ProblemKind::VersionConflict)
    }

    /// Whether it is in a state in which this cannot be done: what is shown is out of date.
    pub fn is_wrong_state(&self) -> bool {
        self.kind() == Some(ProblemKind::WrongState)
    }

    /// Whether trying again may help, because nobody said no.
    pub fn may_pass(&self) -> bool {
        match self {
            Self::Offline | Self::TimedOut | Self::NoBackend => true,
            Self::Problem(problem) => problem.status >= 500 || problem.kind == ProblemKind::TooManyAttempts,
            Self::Unreadable => false,
        }
    }

    /// Fields that were refused, in the order of the form.
    pub fn field_errors(&self) -> &[FieldError] {
        match self {
            Self::Problem(problem) => &problem.errors,
            _ => &[],
        }
    }

    /// What is there now, where somebody changed it first.
    pub fn current(&self) -> Option<Current> {
        match self {
            Self::Problem(problem) => problem.current(),
            _ => None,
        }
    }

    /// Seconds to wait before trying again.
    pub fn retry_after(&self) -> Option<u32> {
        match self {
            Self::Problem(problem) => problem.retry_after,
            _ => None,
        }
    }

    /// By this the operator finds the log line.
    pub fn request_id(&self) -> Option<&str> {
        match self {
            Self::Problem(problem) if !problem.request_id.is_empty() => Some(&problem.request_id),
            _ => None,
        }
    }

    /// What an answer that is no success says.
    pub fn of(response: &Response) -> Self {
        match Refusal::read(&response.body) {
            Some(problem) => Self::Problem(Box::new(problem)),
            // The backend never leaves an error without a body; a proxy that found nobody behind it may.
            None if response.body.is_empty() || matches!(response.status, 502..=504) => Self::NoBackend,
            None => Self::Unreadable,
        }
    }
}

impl From<TransportError> for ApiError {
    fn from(error: TransportError) -> Self {
        match error {
            TransportError::Offline => Self::Offline,
            TransportError::TimedOut => Self::TimedOut,
        }
    }
}
