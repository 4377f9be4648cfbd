use leptos::prelude::*;

use super::ResourceRow;
use crate::components::DataTable;
use crate::pages::fixture::on_fake;
use crate::pages::resources::{Kind, Line, Lines, fixtures};
use crate::preview::Story;
use crate::text;

pub fn stories() -> Vec<Story> {
    let group = "Resource row";
    vec![
        Story::new(group, "Instances in every state", || rows(Kind::Instances, fixtures::instances().items)),
        Story::new(group, "VM snapshots", || rows(Kind::VmSnapshots, fixtures::vm_snapshots().items)),
    ]
}

fn rows<T: Lines>(kind: Kind, items: Vec<T>) -> AnyView {
    on_fake(&fixtures::backend());
    let row = move |line: Line| view! { <ResourceRow kind line=Signal::stored(line) /> };
    let rows = items.into_iter().map(|item| row(item.line())).collect_view();
    let mut columns = vec![text!(resources.column.name), text!(resources.column.state)];
    columns.extend(kind.columns());
    columns.push(text!(resources.column.last_change));
    view! { <DataTable caption=kind.name() columns>{rows}</DataTable> }.into_any()
}
