//! "My Profile": who one is to the portal.

pub mod conflict;
pub mod email_dialog;
pub mod field;
mod field_view;
pub mod form;
pub mod role_card;
pub mod saving;
#[cfg(feature = "stories")]
pub mod stories;

use latchkey_contract::event::LiveEvent;
use latchkey_contract::profile::Profile;
use leptos::prelude::*;

use super::company_profile::ProfilePage;
use crate::api::use_api;
use crate::components::{Button, ButtonKind, ErrorSummary, Failure, Loaded, Skeleton, use_announcer};
use crate::live::use_live;
use crate::place::Place;
use crate::reading::read;
use crate::session::use_session;
use crate::shell::guard_unsaved;
use crate::text;
use conflict::Conflict;
use email_dialog::EmailDialog;
use field::Field;
use field_view::FieldView;
use form::Form;
use role_card::RoleCard;
use saving::Saving;

#[component]
pub fn MyProfile() -> impl IntoView {
    let api = use_api();
    let reading = read(move || async move { api.profile().await });
    let ready =
        |profile: Signal<Profile>| view! { <ProfileForm profile=profile.get_untracked() /> }.into_any();
    view! {
        <ProfilePage section=Place::MyProfile title=text!(shell.profile_menu.my_profile)>
            <Loaded
                state=reading.state()
                loading=|| view! { <Skeleton lines=8 /> }
                is_empty=|_| false
                empty=|| ()
                on_retry=move |()| reading.again()
                ready
            />
        </ProfilePage>
    }
    .into_any()
}

#[component]
fn ProfileForm(profile: Profile) -> impl IntoView {
    let form = Form::new(profile);
    let saving = Saving::new(form);
    let session = use_session();
    let announcer = use_announcer();
    guard_unsaved(Signal::derive(move || form.is_dirty()));
    use_live().on_event(move |event| {
        if matches!(event, LiveEvent::ProfileChanged | LiveEvent::Reset) {
            saving.look_again();
        }
    });
    let role =
        Signal::derive(move || session.account().get().map(|account| account.role_name).unwrap_or_default());
    let refused = Signal::derive(move || if saving.tried.get() { form.refused() } else { Vec::new() });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        saving.submit();
    };
    let reset = move |()| {
        form.reset();
        saving.tried.set(false);
        saving.failure.set(None);
        saving.differences.set(Vec::new());
        announcer.polite(text!(profile.was_reset));
    };
    let fields = Field::ALL.into_iter().map(|field| view! { <FieldView form field /> }).collect_view();
    view! {
        <div class="profile-head">
            <p class="profile-note">{text!(profile.required_note)}</p>
            <RoleCard role />
        </div>
        <form class="profile-form" novalidate on:submit=submit>
            <ErrorSummary refused />
            <Conflict form differences=saving.differences />
            <div class="form-grid">{fields}</div>
            <Failure title=text!(profile.not_saved) error=saving.failure />
            <div class="form-actions">
                <Button on_press=reset disabled=saving.busy>{text!(profile.reset)}</Button>
                <Button kind=ButtonKind::Primary submit=true busy=saving.busy>{text!(profile.save)}</Button>
            </div>
        </form>
        <EmailDialog saving />
    }
    .into_any()
}
