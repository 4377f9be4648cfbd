use latchkey_contract::ProblemKind;
use leptos::prelude::*;

use super::ErrorState;
use crate::api::{ApiError, Refusal};
use crate::preview::Story;

fn problem(kind: ProblemKind, status: u16) -> ApiError {
    let mut refusal = Refusal::new(kind, status);
    refusal.detail = "This was changed in another window. Reload to see it.".to_owned();
    refusal.request_id = "0195f3a2-7c41-7b1e-9a53-2f6f0f9b1c7d".to_owned();
    refusal.retry_after = (status == 429).then_some(30);
    ApiError::Problem(Box::new(refusal))
}

fn shown(error: ApiError) -> AnyView {
    view! { <ErrorState error on_retry=|()| {} /> }.into_any()
}

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Error state", "Offline", || shown(ApiError::Offline)),
        Story::new("Error state", "Slow", || shown(ApiError::TimedOut)),
        Story::new("Error state", "No backend", || shown(ApiError::NoBackend)),
        Story::new("Error state", "403", || shown(problem(ProblemKind::Forbidden, 403))),
        Story::new("Error state", "404", || shown(problem(ProblemKind::NotFound, 404))),
        Story::new("Error state", "409", || shown(problem(ProblemKind::WrongState, 409))),
        Story::new("Error state", "429", || shown(problem(ProblemKind::TooManyAttempts, 429))),
        Story::new("Error state", "500", || shown(problem(ProblemKind::Internal, 500))),
    ]
}
