use latchkey_contract::ProblemKind;
use latchkey_contract::session::{OwnSession, OwnSessions};
use leptos::prelude::*;
use leptos::task::spawn_local;
use uuid::Uuid;

use super::HEADING;
use crate::api::{Api, ApiError, use_api};
use crate::components::{AlertKind, Notice, NoticeBoard, use_notices};
use crate::platform::focus;
use crate::reading::Reading;
use crate::text;

/// Acts that end sessions of the reader's own, and what became of them.
#[derive(Clone, Copy)]
pub struct SessionActions {
    api: Api,
    notices: NoticeBoard,
    list: Reading<OwnSessions>,
    /// Sessions that are being signed out.
    ending: RwSignal<Vec<Uuid>>,
    pub(super) failure: RwSignal<Option<ApiError>>,
    /// True while the reader is asked about signing out all others.
    pub(super) asking: RwSignal<bool>,
    pub(super) busy: RwSignal<bool>,
    pub(super) dialog_failure: RwSignal<Option<ApiError>>,
}

impl SessionActions {
    pub fn new(list: Reading<OwnSessions>) -> Self {
        Self {
            api: use_api(),
            notices: use_notices(),
            list,
            ending: RwSignal::default(),
            failure: RwSignal::new(None),
            asking: RwSignal::new(false),
            busy: RwSignal::new(false),
            dialog_failure: RwSignal::new(None),
        }
    }

    pub(super) fn is_ending(self, id: Uuid) -> Signal<bool> {
        Signal::derive(move || self.ending.with(|ids| ids.contains(&id)))
    }

    pub(super) fn end(self, id: Uuid) {
        self.failure.set(None);
        self.ending.update(|ids| ids.push(id));
        spawn_local(async move {
            let answer = self.api.end_session(id).await;
            self.ending.try_update(|ids| ids.retain(|it| *it != id));
            match answer {
                Ok(()) => self.ended(text!(profile.sessions.signed_out), move |session| session.id != id),
                // It has expired, or another window ended it.
                Err(error) if error.kind() == Some(ProblemKind::NotFound) => {
                    self.ended(text!(profile.sessions.signed_out), move |session| session.id != id);
                }
                Err(error) if error.is_step_up_required() => {}
                Err(error) => _ = self.failure.try_set(Some(error)),
            }
        });
    }

    pub(super) fn ask(self) {
        self.failure.set(None);
        self.dialog_failure.set(None);
        self.asking.set(true);
    }

    /// Ends all sessions but this one.
    pub(super) fn end_others(self) {
        self.busy.set(true);
        self.dialog_failure.set(None);
        spawn_local(async move {
            let answer = self.api.end_other_sessions().await;
            self.busy.try_set(false);
            match answer {
                Ok(()) => {
                    self.asking.try_set(false);
                    self.ended(text!(profile.sessions.others_signed_out), |session| session.is_current);
                }
                Err(error) if error.is_step_up_required() => {}
                Err(error) => _ = self.dialog_failure.try_set(Some(error)),
            }
        });
    }

    /// Says so, and lists at once only the sessions that are left.
    fn ended(self, words: &'static str, is_left: impl Fn(&OwnSession) -> bool) {
        self.notices.show(Notice::brief(AlertKind::Success, words));
        // Nobody looks at the list any more if the page is gone.
        let Some(list) = self.list.try_value() else { return };
        focus::rescue_to(|| focus::focus_id(HEADING));
        self.list.put(OwnSessions { items: list.items.into_iter().filter(is_left).collect() });
        self.list.again();
    }
}
