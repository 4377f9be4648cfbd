use leptos::prelude::*;

use super::{Cell, DataTable, Row};
use crate::components::{BadgeKind, Button, ButtonKind, StatusBadge};
use crate::preview::Story;

const PEOPLE: &[(&str, &str, &str)] = &[
    ("Jane Miller", "Demo Ltd", "For nightly inventory reports."),
    ("Aiko Tanaka", "Northwind Cloud Hosting and Managed Services GmbH", "Terraform."),
];

pub fn stories() -> Vec<Story> {
    vec![Story::new("Data table", "Requests", || {
        let rows = PEOPLE.iter().map(|&(user, company, reason)| {
            view! {
                <Row>
                    <Cell column="User">{user}</Cell>
                    <Cell column="Company">{company}</Cell>
                    <Cell column="Reason">{reason}</Cell>
                    <Cell column="State"><StatusBadge kind=BadgeKind::Warning>"Pending"</StatusBadge></Cell>
                    <Cell column="">
                        <div class="cluster">
                            <Button kind=ButtonKind::Primary>"Approve"</Button>
                            <Button>"Deny"</Button>
                        </div>
                    </Cell>
                </Row>
            }
        });
        view! {
            <DataTable caption="API requests" columns=vec!["User", "Company", "Reason", "State", "Decision"]>
                {rows.collect_view()}
            </DataTable>
        }
        .into_any()
    })]
}
