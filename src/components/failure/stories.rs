use latchkey_contract::ProblemKind;
use leptos::prelude::*;

use super::Failure;
use crate::api::{ApiError, Refusal};
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Failure", "Offline", || failed(ApiError::Offline)),
        Story::new("Failure", "500", || {
            failed(ApiError::Problem(Box::new(Refusal::new(ProblemKind::Internal, 500))))
        }),
    ]
}

fn failed(error: ApiError) -> AnyView {
    view! { <Failure title="Your request was not sent" error=Signal::stored(Some(error)) /> }.into_any()
}
