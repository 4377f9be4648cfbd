use latchkey_contract::admin::UserAccess;
use leptos::prelude::*;

use super::UserRow;
use crate::api::fake::FakeBackend;
use crate::components::DataTable;
use crate::listing::Listing;
use crate::pages::admin_users::changing::Changing;
use crate::pages::administration::fixtures;
use crate::pages::fixture::{administrator, on_fake_as};
use crate::preview::Story;
use crate::text;

pub fn stories() -> Vec<Story> {
    vec![Story::new("User row", "In every state", || {
        let api = on_fake_as(&FakeBackend::new(), administrator()).api;
        let list = Listing::idle(move |_| async move { api.users(None, None).await });
        let changing = Changing::new(list);
        let row = move |user: UserAccess| view! { <UserRow user=Signal::stored(user) changing /> };
        let columns = vec!["User", "Company", "API access", "Active keys", "Change"];
        view! {
            <DataTable caption=text!(admin.users.title) columns>
                {fixtures::users().items.into_iter().map(row).collect_view()}
            </DataTable>
        }
        .into_any()
    })]
}
