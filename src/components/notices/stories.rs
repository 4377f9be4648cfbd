use leptos::prelude::*;

use super::{Notice, use_notices};
use crate::components::{AlertKind, Button};
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Notices", "With a link", || {
            let text = "API access approved. Your credentials are ready.";
            use_notices().show(Notice::new(AlertKind::Success, text).link("See your credentials", "#"));
            view! { <p>"Some other page, which goes on as it was."</p> }.into_any()
        }),
        Story::new("Notices", "Several", || {
            let board = use_notices();
            board.show(Notice::new(
                AlertKind::Danger,
                "API access was disabled by Robin Park: contract ended.",
            ));
            board.show(Notice::new(AlertKind::Info, "Your profile was changed in another window."));
            let brief = move |()| _ = board.show(Notice::brief(AlertKind::Success, "Profile saved."));
            view! { <Button on_press=brief>"One that leaves by itself"</Button> }.into_any()
        }),
    ]
}
