use leptos::prelude::*;

use crate::components::{AlertKind, Announcements, use_announcer};
use crate::platform::timer::{Timers, use_timers};

/// How long a brief notice stays, in milliseconds of not being pointed at.
const BRIEF: u32 = 8_000;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub kind: AlertKind,
    pub text: String,
    /// Label and address of where to go from here.
    pub link: Option<(String, String)>,
    /// Leaves by itself after a while. One with a link stays until it is dismissed.
    pub brief: bool,
}

impl Notice {
    /// Stays until it is dismissed.
    pub fn new(kind: AlertKind, text: impl Into<String>) -> Self {
        Self { kind, text: text.into(), link: None, brief: false }
    }

    /// For what the reader has just done and can see anyway.
    pub fn brief(kind: AlertKind, text: impl Into<String>) -> Self {
        Self { brief: true, ..Self::new(kind, text) }
    }

    pub fn link(self, label: impl Into<String>, href: impl Into<String>) -> Self {
        Self { link: Some((label.into(), href.into())), brief: false, ..self }
    }
}

/// The notices on the page.
#[derive(Clone, Copy)]
pub struct NoticeBoard {
    notices: RwSignal<Vec<(u32, Notice)>>,
    last: StoredValue<u32>,
    paused: StoredValue<bool>,
    announcer: Announcements,
    timers: Timers,
}

/// Makes [`use_notices`] work below the current owner. Call it after `provide_announcer`.
pub fn provide_notices() -> NoticeBoard {
    let board = NoticeBoard::new();
    provide_context(board);
    board
}

/// The page's notices; where nobody provided any, a board that nobody sees.
pub fn use_notices() -> NoticeBoard {
    use_context().unwrap_or_else(NoticeBoard::new)
}

impl NoticeBoard {
    fn new() -> Self {
        Self {
            notices: RwSignal::default(),
            last: StoredValue::new(0),
            paused: StoredValue::new(false),
            announcer: use_announcer(),
            timers: use_timers(),
        }
    }

    /// Shows a notice and reads it out politely. Returns its number, to dismiss it by.
    pub fn show(self, notice: Notice) -> u32 {
        let id = self.last.get_value() + 1;
        self.last.set_value(id);
        self.announcer.polite(notice.text.clone());
        if notice.brief {
            self.expire(id);
        }
        self.notices.update(|notices| {
            notices.retain(|(_, shown)| *shown != notice);
            notices.push((id, notice));
        });
        id
    }

    pub fn dismiss(self, id: u32) {
        self.notices.try_update(|notices| notices.retain(|(shown, _)| *shown != id));
        // The pointer or the focus was on the one that is gone, and neither tells when it leaves that way.
        self.resume();
    }

    pub(super) fn list(self) -> Vec<(u32, Notice)> {
        self.notices.get()
    }

    pub(super) fn pause(self) {
        self.paused.set_value(true);
    }

    pub(super) fn resume(self) {
        self.paused.try_update_value(|paused| *paused = false);
    }

    fn expire(self, id: u32) {
        self.timers.after(BRIEF, move || match self.paused.try_get_value() {
            Some(true) => self.expire(id),
            Some(false) => self.dismiss(id),
            None => {}
        });
    }
}
