use std::fmt;

use web_sys::Url;

use super::Place;
use crate::platform::page;

/// The address of a page: its place, and what its query and its fragment choose there.
///
/// Written out, it begins with the place's own path, so it cannot name another host, whatever it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    place: Place,
    /// Without the `?`.
    query: String,
    /// Without the `#`.
    fragment: String,
}

impl Address {
    /// Reads an address as the browser does. `None` if it leads to another origin or to no page of the app.
    pub fn read(text: &str) -> Option<Self> {
        let origin = page::origin();
        let url = Url::new_with_base(text, &origin).ok()?;
        if url.origin() != origin {
            return None;
        }
        Self::new(Place::at(&url.pathname()), &url.search(), &url.hash())
    }

    /// The address in the address bar. `None` if it leads to no page of the app.
    pub fn here() -> Option<Self> {
        Self::read(&format!("{}{}", page::origin(), page::address()))
    }

    /// `None` for [`Place::NotFound`], which has no address. The marks before query and fragment may be left out.
    pub fn new(place: Place, query: &str, fragment: &str) -> Option<Self> {
        let query = query.strip_prefix('?').unwrap_or(query).to_owned();
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment).to_owned();
        (place != Place::NotFound).then_some(Self { place, query, fragment })
    }

    pub fn place(&self) -> Place {
        self.place
    }

    pub fn without_query(self) -> Self {
        Self { query: String::new(), ..self }
    }
}

/// The page with nothing chosen; the dashboard in place of [`Place::NotFound`].
impl From<Place> for Address {
    fn from(place: Place) -> Self {
        let place = if place == Place::NotFound { Place::Dashboard } else { place };
        Self { place, query: String::new(), fragment: String::new() }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.place.path())?;
        for (mark, part) in [("?", &self.query), ("#", &self.fragment)] {
            if !part.is_empty() {
                f.write_str(mark)?;
                f.write_str(part)?;
            }
        }
        Ok(())
    }
}
