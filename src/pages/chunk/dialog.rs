use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Part, source};
use crate::components::{AlertKind, Notice, changing, use_notices};
use crate::i18n::api_error;

/// A dialog whose chunk is fetched when it is first asked for. It opens by itself as soon as it is there.
#[component]
pub(crate) fn FetchedDialog(
    part: Part,
    #[prop(into)] open: Signal<bool>,
    /// Called if the dialog cannot be fetched: nobody will answer what it was to ask.
    #[prop(into)]
    give_up: Callback<()>,
) -> impl IntoView {
    let there = RwSignal::new(source::at_hand(part.chunk()));
    let notices = use_notices();
    Effect::new(move || {
        if !open.get() || there.with_untracked(Option::is_some) {
            return;
        }
        spawn_local(async move {
            match source::fetch(part.chunk()).await {
                Ok(parts) => {
                    // Asked for twice, it comes once.
                    there.try_maybe_update(|there| (there.replace(parts).is_none(), ()));
                }
                Err(error) => {
                    notices.show(Notice::brief(AlertKind::Danger, api_error(&error)));
                    give_up.try_run(());
                }
            }
        });
    });
    changing(move || there.get().map(|parts| parts(part)))
}
