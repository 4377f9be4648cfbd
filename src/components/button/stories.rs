use leptos::prelude::*;

use super::{Button, ButtonKind, ButtonLink};
use crate::components::IconName;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Button", "Kinds", || {
            view! {
                <div class="cluster">
                    <Button kind=ButtonKind::Primary>"Request API Access"</Button>
                    <Button>"Withdraw request"</Button>
                    <Button kind=ButtonKind::Danger>"Revoke key"</Button>
                    <Button kind=ButtonKind::Quiet>"Keep visible"</Button>
                </div>
            }
            .into_any()
        }),
        Story::new("Button", "With an icon", || {
            view! {
                <div class="cluster">
                    <Button kind=ButtonKind::Primary icon=IconName::SEND>"Request API Access"</Button>
                    <Button icon=IconName::SHOW>"Reveal secret key"</Button>
                    <Button kind=ButtonKind::Danger icon=IconName::REVOKE>"Revoke key"</Button>
                    <Button kind=ButtonKind::Quiet icon=IconName::COPY>"Copy"</Button>
                </div>
            }
            .into_any()
        }),
        Story::new("Button", "Busy", || {
            let busy = RwSignal::new(true);
            view! {
                <div class="cluster">
                    <Button kind=ButtonKind::Primary busy>"Request API Access"</Button>
                    <Button busy>"Withdraw request"</Button>
                    <Button kind=ButtonKind::Danger busy>"Revoke key"</Button>
                    <Button kind=ButtonKind::Quiet on_press=move |()| busy.update(|busy| *busy = !*busy)>"Start or stop"</Button>
                </div>
            }
            .into_any()
        }),
        Story::new("Button", "Disabled", || {
            view! {
                <div class="cluster">
                    <Button kind=ButtonKind::Primary disabled=true>"Save changes"</Button>
                    <Button disabled=true>"Reset"</Button>
                </div>
            }
            .into_any()
        }),
        Story::new("Button", "Link that looks like one", || {
            view! {
                <div class="cluster">
                    <ButtonLink href="#" kind=ButtonKind::Primary>"See your credentials"</ButtonLink>
                    <ButtonLink href="#" external=true>"Open Billing"</ButtonLink>
                </div>
            }
            .into_any()
        }),
    ]
}
