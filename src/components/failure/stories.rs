use latchkey_contract::ProblemKind;
use leptos::prelude::*;

use super::Failure;
use crate::api::ApiError;
use crate::api::fake::problem;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Failure", "Offline", || failed(ApiError::Offline)),
        Story::new("Failure", "500", || {
            failed(ApiError::Problem(Box::new(problem(500, ProblemKind::Internal))))
        }),
    ]
}

fn failed(error: ApiError) -> AnyView {
    view! { <Failure title="Your request was not sent" error=Signal::stored(Some(error)) /> }.into_any()
}
