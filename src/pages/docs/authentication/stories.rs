use super::authentication;
use crate::pages::docs::fixture;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![Story::new("Documentation: authentication", "Keys and session", || {
        authentication(&fixture::document())
    })]
}
