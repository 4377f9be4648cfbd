use super::problems;
use crate::pages::docs::fixture;
use crate::preview::Story;

pub fn stories() -> Vec<Story> {
    vec![Story::new("Documentation: problems", "Problem document", || problems(&fixture::document()))]
}
