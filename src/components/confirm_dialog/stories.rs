use leptos::prelude::*;

use super::ConfirmDialog;
use crate::components::Button;
use crate::preview::Story;

fn revoke(busy: bool, error: Option<&'static str>) -> AnyView {
    let open = RwSignal::new(false);
    let error = Signal::stored(error.map(str::to_owned));
    view! {
        <Button on_press=move |()| open.set(true)>"Revoke key"</Button>
        <ConfirmDialog
            open
            title="Revoke lkp_8JQ2mXw0TzK4cRb7YpLs9VdA?"
            confirm="Revoke key"
            on_confirm=move |()| open.set(false)
            busy
            error
        >
            <p>"Every script that uses this key stops working at once. This cannot be undone."</p>
        </ConfirmDialog>
    }
    .into_any()
}

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Confirm dialog", "Asks", || revoke(false, None)),
        Story::new("Confirm dialog", "Failed", || {
            revoke(false, Some("The server has a problem. Try again in a moment."))
        }),
        Story::new("Confirm dialog", "Busy", || {
            // Busy, it could not be left: here the page around it is what one leaves.
            revoke(true, None)
        }),
    ]
}
