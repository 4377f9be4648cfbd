use leptos::prelude::*;

use super::{BadgeKind, StatusBadge};
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![Story::new("Status badge", "Kinds", || {
        view! {
            <div class="cluster">
                <StatusBadge>"Withdrawn"</StatusBadge>
                <StatusBadge kind=BadgeKind::Info>"GET"</StatusBadge>
                <StatusBadge kind=BadgeKind::Success>"Active"</StatusBadge>
                <StatusBadge kind=BadgeKind::Warning>"Pending"</StatusBadge>
                <StatusBadge kind=BadgeKind::Danger>"Revoked"</StatusBadge>
            </div>
        }
        .into_any()
    })]
}
