use latchkey_contract::admin::AccessRequest;
use leptos::prelude::*;

use super::RequestRow;
use crate::api::fake::FakeBackend;
use crate::components::DataTable;
use crate::listing::Listing;
use crate::pages::admin_requests::deciding::Deciding;
use crate::pages::admin_requests::filter::Filter;
use crate::pages::administration::fixtures;
use crate::pages::fixture::{administrator, on_fake_as};
use crate::preview::Story;
use crate::text;

pub fn stories() -> Vec<Story> {
    vec![
        Story::new("Request row", "Waiting", || rows(fixtures::queue().items)),
        Story::new("Request row", "In every state", || rows(fixtures::history().items)),
    ]
}

fn rows(requests: Vec<AccessRequest>) -> AnyView {
    let api = on_fake_as(&FakeBackend::new(), administrator()).api;
    let list = Listing::idle(move |_| async move { api.access_requests(None, None).await });
    let deciding = Deciding::new(list, Signal::stored(Filter::All));
    let row = move |request: AccessRequest| view! { <RequestRow request=Signal::stored(request) deciding /> };
    let columns = vec!["User", "Company", "Sent", "Reason", "Decision"];
    view! {
        <DataTable caption=text!(admin.requests.title) columns>{requests.into_iter().map(row).collect_view()}</DataTable>
    }
    .into_any()
}
