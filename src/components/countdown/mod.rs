#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use super::{Button, ButtonKind};
use crate::text;

/// How long something stays visible, told quietly: it is not a live region. "Keep visible" stops it (WCAG 2.2.1).
/// The caller counts.
#[component]
pub fn Countdown(
    /// Seconds left.
    #[prop(into)]
    left: Signal<u32>,
    /// Seconds there were at first.
    total: u32,
    /// True once the reader asked to keep it.
    #[prop(into)]
    kept: Signal<bool>,
    #[prop(into)] on_keep: Callback<()>,
) -> impl IntoView {
    let part = move || {
        let percent = left.get().min(total) * 100 / total.max(1);
        format!("{percent}%")
    };
    let running = move || {
        view! {
            <span class="countdown-ring" style:--part=part aria-hidden="true"></span>
            <span class="countdown-text">{move || text!(common.hides_in, seconds = left.get())}</span>
            <Button kind=ButtonKind::Quiet on_press=on_keep>{text!(common.keep_visible)}</Button>
        }
        .into_any()
    };
    let stopped = || view! { <span class="countdown-text">{text!(common.kept_visible)}</span> }.into_any();
    view! { <div class="countdown">{move || if kept.get() { stopped() } else { running() }}</div> }.into_any()
}
