use leptos::prelude::*;

use super::schema_tree;
use crate::pages::docs::fixture;
use crate::pages::docs::openapi::schema::shape;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    let group = "Documentation: schema";
    vec![
        Story::new(group, "Object with a choice", || of("ApiAccess")),
        Story::new(group, "Problem document", || of("Problem")),
        Story::new(group, "That contains itself", || of("Folder")),
    ]
}

fn of(name: &str) -> AnyView {
    let document = fixture::document();
    let schema = serde_json::json!({ "$ref": format!("#/components/schemas/{name}") });
    schema_tree(&shape(&document, &schema))
}
