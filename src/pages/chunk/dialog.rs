use leptos::prelude::*;
#[cfg(feature = "split")]
use leptos::task::spawn_local;

#[cfg(feature = "split")]
use super::split;
use super::{Part, at_hand};
use crate::components::changing;
#[cfg(feature = "split")]
use crate::components::{AlertKind, Notice, use_notices};
#[cfg(feature = "split")]
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
    let there = RwSignal::new(at_hand(part.chunk()));
    #[cfg(feature = "split")]
    {
        let notices = use_notices();
        Effect::new(move || {
            if !open.get() || there.with_untracked(Option::is_some) {
                return;
            }
            spawn_local(async move {
                match split::fetch(part.chunk()).await {
                    Ok(parts) => {
                        there.try_maybe_update(|there| (there.replace(parts).is_none(), ()));
                    }
                    Err(error) => {
                        notices.show(Notice::brief(AlertKind::Danger, api_error(&error)));
                        give_up.try_run(());
                    }
                }
            });
        });
    }
    #[cfg(not(feature = "split"))]
    let _ = (open, give_up);
    changing(move || there.get().map(|parts| parts(part)))
}
