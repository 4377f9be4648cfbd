//! What screen readers are told when something changes that has no focus.

#[cfg(feature = "stories")]
pub mod stories;

use leptos::prelude::*;

/// Says things to screen readers, wherever the focus is.
#[derive(Clone, Copy)]
pub struct Announcements {
    polite: RwSignal<String>,
    assertive: RwSignal<String>,
    /// How many [`Announcer`]s there are. Only the last speaks: an open modal dialog silences the page under it.
    depth: RwSignal<usize>,
}

impl Announcements {
    fn new() -> Self {
        Self { polite: RwSignal::default(), assertive: RwSignal::default(), depth: RwSignal::new(0) }
    }

    /// Said when the screen reader is done with what it is saying.
    pub fn polite(self, text: impl Into<String>) {
        say(self.polite, text.into());
    }

    /// Said at once. Only for what cannot wait.
    pub fn assertive(self, text: impl Into<String>) {
        say(self.assertive, text.into());
    }

    /// Takes back a polite announcement that is no longer true, unless something else was said since.
    pub(super) fn retract(self, text: &str) {
        self.polite.try_update(|said| {
            if said.trim_end_matches(REPEATED) == text {
                said.clear();
            }
        });
    }
}

/// The same words twice in a row change nothing, and a region that does not change is not read.
const REPEATED: char = '\u{a0}';

fn say(region: RwSignal<String>, mut text: String) {
    // What is said when the page is gone already goes unheard.
    region.try_update(|said| {
        if *said == text {
            text.push(REPEATED);
        }
        *said = text;
    });
}

/// Makes [`use_announcer`] work below the current owner. The page needs an [`Announcer`] too.
pub fn provide_announcer() -> Announcements {
    let announcements = Announcements::new();
    provide_context(announcements);
    announcements
}

/// The page's announcements; where nobody provided any, what is said goes unheard.
pub fn use_announcer() -> Announcements {
    use_context().unwrap_or_else(Announcements::new)
}

/// The two live regions. One for the page; [`super::Dialog`] brings its own.
#[component]
pub fn Announcer() -> impl IntoView {
    let announcements = use_announcer();
    let level = announcements.depth.get_untracked() + 1;
    announcements.depth.set(level);
    for region in [announcements.polite, announcements.assertive] {
        // What was said before this opened is not said again in it.
        region.update(String::clear);
    }
    // What was said in a dialog just before it closed is said by the page under it, which was silent till then.
    on_cleanup(move || _ = announcements.depth.try_set(level - 1));
    let text = move |region: RwSignal<String>| {
        move || if announcements.depth.get() == level { region.get() } else { String::new() }
    };
    view! {
        <div class="visually-hidden" role="status" aria-live="polite" aria-atomic="true">{text(announcements.polite)}</div>
        <div class="visually-hidden" role="alert" aria-live="assertive" aria-atomic="true">{text(announcements.assertive)}</div>
    }
    .into_any()
}
