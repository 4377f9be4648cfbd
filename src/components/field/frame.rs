use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::help::HelpMark;
use crate::components::{Icon, IconName, unique_id};

/// What all fields have in common. A control takes `id` and the attributes of [`Frame::described_by`] and
/// [`Frame::invalid`]; [`Frame::around`] puts the rest about it.
pub(super) struct Frame {
    pub(super) id: String,
    pub(super) label: TextProp,
    pub(super) help: Option<TextProp>,
    pub(super) required: bool,
    pub(super) error: Signal<Option<String>>,
}

impl Frame {
    pub(super) fn new(
        label: TextProp,
        help: Option<TextProp>,
        required: bool,
        error: Signal<Option<String>>,
    ) -> Self {
        Self { id: unique_id("field"), label, help, required, error }
    }

    /// For `aria-describedby`: the error's id while there is one. `more` is described always.
    pub(super) fn described_by(
        &self,
        more: Option<String>,
    ) -> impl Fn() -> Option<String> + Send + Sync + use<> {
        let error_id = self.error_id();
        let error = self.error;
        move || match (error.with(Option::is_some), &more) {
            (true, Some(more)) => Some(format!("{error_id} {more}")),
            (true, None) => Some(error_id.clone()),
            (false, more) => more.clone(),
        }
    }

    /// For `aria-invalid`.
    pub(super) fn invalid(&self) -> impl Fn() -> Option<&'static str> + Send + Sync + use<> {
        let error = self.error;
        move || error.with(Option::is_some).then_some("true")
    }

    fn error_id(&self) -> String {
        format!("{}-error", self.id)
    }

    pub(super) fn around(self, control: AnyView) -> AnyView {
        let error_id = self.error_id();
        let Self { id, label, help, required, error } = self;
        let help = help.map(|help| view! { <HelpMark label=label.clone() help /> });
        let message =
            move || error.get().map(|message| view! { <Icon name=IconName::DANGER /><span>{message}</span> });
        view! {
            <div class="field" class:field-invalid=move || error.with(Option::is_some)>
                <div class="field-head">
                    <label class="field-label" for=id>{move || label.get()}</label>
                    // Beside the label, not in it: who looks for a field by its label finds it by the words alone.
                    {required.then(|| view! { <span class="field-required" aria-hidden="true">"*"</span> })}
                    {help}
                </div>
                {control}
                <p class="field-error" id=error_id>{message}</p>
            </div>
        }
        .into_any()
    }
}
