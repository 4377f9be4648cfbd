//! The shape of `/restapi` answers: lists are an object with `count` and one array, errors a problem document with two
//! members more.

use latchkey_contract::Problem;
use serde::Serialize;

/// A problem document as `/restapi` sends it: `code` and `message` are what its callers know.
#[derive(Clone, Debug, Serialize, utoipa::ToSchema)]
pub(crate) struct RestapiProblem {
    #[serde(flatten)]
    pub problem: Problem,
    /// The same as `status`.
    pub code: u16,
    /// The same as `detail`.
    pub message: String,
}

impl From<Problem> for RestapiProblem {
    fn from(problem: Problem) -> Self {
        Self { code: problem.status, message: problem.detail.clone(), problem }
    }
}

/// The word for whether something can be used.
pub(super) fn enabled(is_active: bool) -> &'static str {
    if is_active { "ENABLED" } else { "DISABLED" }
}

/// Makes the type of a list: `count`, and the items under the list's own name. That comes as a bare token, or the document
/// would not see it.
macro_rules! list {
    ($(#[$doc:meta])* $name:ident, $key:tt, $item:ty) => {
        $(#[$doc])*
        #[derive(Debug, serde::Serialize, utoipa::ToSchema)]
        pub(crate) struct $name {
            /// How many items there are.
            count: usize,
            #[serde(rename = $key)]
            items: Vec<$item>,
        }

        impl<T: Into<$item>> FromIterator<T> for $name {
            fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
                let items: Vec<$item> = items.into_iter().map(Into::into).collect();
                Self { count: items.len(), items }
            }
        }
    };
}

pub(super) use list;
