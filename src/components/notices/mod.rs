//! Short messages that appear over the page: something happened elsewhere, something was done.

mod board;
#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

use super::{AlertKind, Icon, IconButton, IconName, changing};
use crate::text;

pub use board::{Notice, NoticeBoard, provide_notices, use_notices};

/// The list of notices. Those that leave by themselves wait while one of them is pointed at or has the focus.
#[component]
pub fn Notices() -> impl IntoView {
    let board = use_notices();
    let item = move |id: u32, notice: Notice| {
        view! {
            <li class=class(notice.kind)>
                <Icon name=notice.kind.icon() />
                <div class="notice-body">
                    <span class="visually-hidden">{notice.kind.in_words()}": "</span>
                    <p>{notice.text}</p>
                    {notice
                        .link
                        .map(|(label, href)| view! { <a href=href on:click=move |_| board.dismiss(id)>{label}</a> })}
                </div>
                <IconButton icon=IconName::CLOSE label=text!(common.dismiss) on_press=move |()| board.dismiss(id) />
            </li>
        }
        .into_any()
    };
    let items =
        changing(move || board.list().into_iter().map(|(id, notice)| item(id, notice)).collect::<Vec<_>>());
    view! {
        <section class="notices" aria-label=text!(common.notices)>
            <ol
                on:pointerenter=move |_| board.pause()
                on:pointerleave=move |_| board.resume()
                on:focusin=move |_| board.pause()
                on:focusout=move |_| board.resume()
            >
                {items}
            </ol>
        </section>
    }
    .into_any()
}

fn class(kind: AlertKind) -> &'static str {
    match kind {
        AlertKind::Info => "notice",
        AlertKind::Success => "notice notice-success",
        AlertKind::Warning => "notice notice-warning",
        AlertKind::Danger => "notice notice-danger",
    }
}
