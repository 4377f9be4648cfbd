mod access_card;
mod keys_card;
mod latest;
mod queue_card;
mod resources_card;

use latchkey::pages::dashboard::Dashboard;
use leptos::prelude::*;

fn page() -> AnyView {
    view! { <Dashboard /> }.into_any()
}
