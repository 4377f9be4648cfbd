#[cfg(feature = "stories")]
pub mod stories;

use latchkey_contract::problem::FieldErrorCode;
use latchkey_contract::validation::REASON_MAX;
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::text_prop::TextProp;

use super::{Alert, AlertKind, Button, ButtonKind, Dialog, TextArea, unique_id};
use crate::api::ApiError;
use crate::i18n::{api_error, field_error};
use crate::text;

/// Asks why before something is taken from somebody. What was typed stays until the dialog is closed, also when the act failed.
/// The caller closes it when the act is done.
#[component]
pub fn ReasonDialog(
    open: RwSignal<bool>,
    #[prop(into)] title: TextProp,
    /// Who reads the reason.
    #[prop(into)]
    help: TextProp,
    /// What the button does, e.g. "Deny request".
    #[prop(into)]
    confirm: TextProp,
    #[prop(into)] busy: Signal<bool>,
    /// Why the act failed.
    #[prop(into)]
    failure: Signal<Option<ApiError>>,
    /// Called with a reason that is neither empty nor too long.
    #[prop(into)]
    on_confirm: Callback<String>,
    /// What will happen.
    children: ChildrenFn,
) -> impl IntoView {
    let reason = RwSignal::new(String::new());
    let refused = RwSignal::new(None::<FieldErrorCode>);
    let field = NodeRef::<html::Textarea>::new();
    let consequence = unique_id("consequence");
    let describedby = consequence.clone();
    let confirm = StoredValue::new(confirm);
    Effect::new(move || {
        if !open.get() {
            reason.set(String::new());
            refused.set(None);
        }
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let written = reason.with_untracked(|reason| reason.trim().to_owned());
        refused.set(refusal(&written));
        match refused.get_untracked() {
            Some(_) => _ = field.get_untracked().map(|field| field.focus()),
            None if !busy.get_untracked() => on_confirm.run(written),
            None => {}
        }
    };
    let at_field = Signal::derive(move || {
        let code = refused
            .get()
            .or_else(|| failure.with(|failure| Some(failure.as_ref()?.field_errors().first()?.code)));
        code.map(|code| field_error(code).to_owned())
    });
    let elsewhere = move || {
        let why =
            failure.with(|failure| failure.as_ref().filter(|it| it.field_errors().is_empty()).map(api_error));
        why.map(|why| view! { <Alert kind=AlertKind::Danger live=true>{why}</Alert> })
    };
    view! {
        <Dialog open title busy describedby>
            <form class="stack" novalidate on:submit=submit>
                <div id=consequence.clone()>{children()}</div>
                <TextArea
                    label=text!(common.reason)
                    help=help.clone()
                    value=reason
                    error=at_field
                    required=true
                    max=REASON_MAX
                    autofocus=true
                    node_ref=field
                />
                {elsewhere}
                <div class="dialog-actions">
                    <Button on_press=move |()| {
                        if !busy.get_untracked() {
                            open.set(false);
                        }
                    }>{text!(common.cancel)}</Button>
                    <Button kind=ButtonKind::Danger submit=true busy>
                        {move || confirm.with_value(TextProp::get)}
                    </Button>
                </div>
            </form>
        </Dialog>
    }
    .into_any()
}

fn refusal(reason: &str) -> Option<FieldErrorCode> {
    match reason.chars().count() {
        0 => Some(FieldErrorCode::Required),
        n if n > REASON_MAX => Some(FieldErrorCode::TooLong),
        _ => None,
    }
}
