#[cfg(feature = "stories")]
pub mod stories;

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::dismiss::close_when_done;
use super::theme_switch::ThemeSwitch;
use crate::app::{Navigation, use_place};
use crate::components::{AlertKind, Button, Icon, IconName, Notice, unique_id, use_notices};
use crate::i18n::api_error;
use crate::session::use_session;
use crate::text;

/// Who is signed in, the theme, and "Sign out".
#[component]
pub fn UserMenu() -> impl IntoView {
    let session = use_session();
    let notices = use_notices();
    let place = use_place();
    let navigation = use_context::<Navigation>();
    let open = RwSignal::new(false);
    let leaving = RwSignal::new(false);
    let container = NodeRef::<html::Div>::new();
    let button = NodeRef::<html::Button>::new();
    let id = unique_id("user-menu");
    let controls = id.clone();
    let account = session.account();
    close_when_done(open, container, button);
    Effect::new(move || {
        place.track();
        open.set(false);
    });
    let sign_out = Callback::new(move |()| {
        leaving.set(true);
        spawn_local(async move {
            let answer = session.sign_out().await;
            leaving.try_set(false);
            if let Err(error) = answer {
                notices.show(Notice::new(
                    AlertKind::Danger,
                    text!(session.sign_out_failed, why = api_error(&error)),
                ));
            }
        });
    });
    let press = move |()| match navigation {
        Some(navigation) => navigation.leave_by(sign_out),
        None => sign_out.run(()),
    };
    let name = move || account.get().map(|account| account.full_name());
    let who = move || {
        account.get().map(|account| {
            view! {
                <p class="user-menu-name">{account.full_name()}</p>
                <p class="user-menu-email">{account.email}</p>
                <p class="user-menu-role">
                    {account.role_name} {account.company.map(|company| format!(" · {}", company.name))}
                </p>
            }
        })
    };
    view! {
        <div class="user-menu" node_ref=container>
            <button
                class="user-menu-button"
                type="button"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                aria-controls=controls
                node_ref=button
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <Icon name=IconName::USER />
                <span class="visually-hidden">{text!(shell.user_menu)}": "</span>
                <span class="user-menu-button-name">{name}</span>
                <Icon name=IconName::EXPAND />
            </button>
            <div class="user-menu-panel" id=id hidden=move || !open.get()>
                {who}
                <ThemeSwitch />
                <Button icon=IconName::SIGN_OUT busy=leaving on_press=press>{text!(session.sign_out)}</Button>
            </div>
        </div>
    }
    .into_any()
}
