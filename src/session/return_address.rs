use crate::place::{Address, Place};

/// The address of the sign-in page that leads back to `to`.
pub fn sign_in_address(to: &Address) -> Address {
    let sign_in = Address::from(Place::SignIn);
    if matches!(to.place(), Place::Dashboard | Place::SignIn) {
        return sign_in;
    }
    let query = format!("return={}", String::from(js_sys::encode_uri_component(&to.to_string())));
    Address::new(Place::SignIn, &query, "").unwrap_or(sign_in)
}

/// The page that signing in leads to: the one that was asked for, or the dashboard if that is none of this app's.
pub fn return_address(asked: Option<&str>) -> Address {
    let page = asked.filter(|asked| asked.starts_with('/')).and_then(Address::read);
    page.filter(|page| page.place() != Place::SignIn).unwrap_or(Place::Dashboard.into())
}
