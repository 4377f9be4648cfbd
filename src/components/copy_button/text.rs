use leptos::prelude::*;

use super::{Copied, CopyAction};
use crate::platform::clipboard::{CopyOutcome, use_clipboard};

/// Copies what is no secret.
pub fn copy_text(text: Signal<String>) -> CopyAction {
    let clipboard = use_clipboard();
    CopyAction::new(move |()| {
        let copying = clipboard.copy_text(&text.get_untracked());
        Box::pin(async move {
            match copying.await {
                CopyOutcome::Done => Copied::Done,
                CopyOutcome::Refused | CopyOutcome::Unavailable => Copied::Refused,
            }
        }) as _
    })
}
