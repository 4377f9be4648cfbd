//! A call to try the keys with.

mod command;
#[cfg(feature = "stories")]
pub mod stories;

use latchkey_contract::credential::Credential;
use leptos::html;
use leptos::prelude::*;

use crate::components::{ButtonKind, CodeBlock, Copied, CopyAction, CopyButton, unique_id};
use crate::platform::clipboard::{CopyOutcome, use_clipboard};
use crate::platform::selection;
use crate::portal_config::use_config;
use crate::{rich, text};

pub use command::curl_command;

/// The ready `curl` line for `zone/zonelist`, without the secret: it stands for itself as a variable of the shell.
#[component]
pub fn FirstCall(credential: Signal<Credential>) -> impl IntoView {
    let clipboard = use_clipboard();
    let config = use_config();
    let title = unique_id("first-call");
    let labelledby = title.clone();
    let block = NodeRef::<html::Div>::new();
    let command = Signal::derive(move || {
        credential.with(|credential| curl_command(&config.restapi_url(), &credential.api_key))
    });
    let copy = CopyAction::new(move |()| {
        let copying = clipboard.copy_text(&command.get_untracked());
        Box::pin(async move {
            match copying.await {
                CopyOutcome::Done => Copied::Done,
                CopyOutcome::Refused | CopyOutcome::Unavailable => Copied::Refused,
            }
        }) as _
    });
    let select = move |()| {
        let code = block.get_untracked().and_then(|block| block.query_selector("code").ok().flatten());
        if let Some(code) = code {
            selection::select(&code);
        }
    };
    let actions = move || {
        view! {
            <CopyButton
                kind=ButtonKind::Quiet
                label=text!(api_access.first_call.copy)
                what=text!(api_access.first_call.label)
                copy
                on_refused=select
            />
        }
    };
    let code = |words: ChildrenFn| view! { <code translate="no">{words()}</code> }.into_any();
    view! {
        <section class="first-call" aria-labelledby=labelledby>
            <h4 class="key-name" id=title>{text!(api_access.first_call.title)}</h4>
            <p class="key-purpose">{rich!(api_access.first_call.what, <command> = code)}</p>
            <div node_ref=block>
                <CodeBlock code=move || command.get() label=text!(api_access.first_call.label) actions />
            </div>
        </section>
    }
    .into_any()
}
