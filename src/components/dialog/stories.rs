use leptos::prelude::*;

use super::Dialog;
use crate::components::{Button, ButtonKind, PasswordField};
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![Story::new("Dialog", "With a field", || {
        let open = RwSignal::new(false);
        let password = RwSignal::new(String::new());
        view! {
            <Button on_press=move |()| open.set(true)>"Reveal secret key"</Button>
            <Dialog open title="Confirm it is you">
                <p>"Your secret key is protected. Enter your password to go on."</p>
                <PasswordField label="Password" value=password autocomplete="current-password" autofocus=true />
                <div class="dialog-actions">
                    <Button on_press=move |()| open.set(false)>"Cancel"</Button>
                    <Button kind=ButtonKind::Primary on_press=move |()| open.set(false)>"Confirm"</Button>
                </div>
            </Dialog>
        }
        .into_any()
    })]
}
